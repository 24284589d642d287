package io.exchangesync.simulator.series;

import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Changes of one date of a series, as new properties of its master. */
public final class OccurrenceEdit {
  private OccurrenceEdit() {}

  /** The master's keys that stand for these properties on that date. */
  public static Set<String> keys(LocalDate date, Set<String> properties) {
    return properties.stream()
        .map(property -> Exceptions.key(date, property))
        .collect(Collectors.toSet());
  }

  /**
   * The master's properties after its occurrence became an exception.
   *
   * @param changed all properties of the occurrence
   * @throws EwsError ErrorOccurrenceCrossingBoundary when it would reach a neighbour or its day
   */
  public static Map<String, Value> change(Item master, LocalDate date, Map<String, Value> changed) {
    Series series = Series.of(master).orElseThrow(EwsError::itemNotFound);
    Item before = series.on(date).orElseThrow(EwsError::itemNotFound);
    if (!before.get(Series.START).equals(Optional.ofNullable(changed.get(Series.START)))
        || !before.get(Series.END).equals(Optional.ofNullable(changed.get(Series.END)))) {
      checkTimes(series, date, changed);
    }
    Map<String, Value> properties = new HashMap<>(master.properties());
    Map<String, Value> plain = series.plain(date);
    Map<String, Value> kept = new HashMap<>(changed);
    kept.put(Series.TYPE, plain.get(Series.TYPE));
    Exceptions.store(date, plain, kept, properties);
    // Always there, so that the date is an exception whatever else is the same.
    properties.put(Exceptions.key(date, Series.ORIGINAL_START), plain.get(Series.ORIGINAL_START));
    return properties;
  }

  /**
   * The master's properties without the occurrence.
   *
   * @throws EwsError ErrorRecurrenceHasNoOccurrence for the last one that is left
   */
  public static Map<String, Value> delete(Item master, LocalDate date) {
    Series series = Series.of(master).orElseThrow(EwsError::itemNotFound);
    series.on(date).orElseThrow(EwsError::itemNotFound);
    if (before(series, date).isEmpty() && after(series, date).isEmpty()) {
      throw new EwsError(
          "ErrorRecurrenceHasNoOccurrence", "The last occurrence of a series cannot be deleted.");
    }
    Map<String, Value> properties = new HashMap<>(master.properties());
    Exceptions.delete(date, properties);
    return properties;
  }

  private static void checkTimes(Series series, LocalDate date, Map<String, Value> changed) {
    Instant start = instant(changed, Series.START);
    Instant end = instant(changed, Series.END);
    List<LocalDate> next = series.expansion().after(date, 1);
    if (!next.isEmpty()) {
      Duration gap = Duration.ofDays(next.get(0).toEpochDay() - date.toEpochDay());
      if (Duration.between(start, end).compareTo(gap) > 0) {
        throw SeriesRules.tooLong();
      }
    }
    LocalDate day = start.atZone(series.zone()).toLocalDate();
    boolean crossing =
        before(series, date)
                .filter(
                    b ->
                        instant(b.properties(), Series.END).isAfter(start)
                            || !day(series, b).isBefore(day))
                .isPresent()
            || after(series, date)
                .filter(
                    a ->
                        instant(a.properties(), Series.START).isBefore(end)
                            || !day(series, a).isAfter(day))
                .isPresent();
    if (crossing) {
      throw new EwsError(
          "ErrorOccurrenceCrossingBoundary",
          "Modified occurrence is crossing or overlapping adjacent occurrence.");
    }
  }

  private static Optional<Item> before(Series series, LocalDate date) {
    return series.neighbour(series.expansion().before(date, series.exceptionCount() + 1));
  }

  private static Optional<Item> after(Series series, LocalDate date) {
    return series.neighbour(series.expansion().after(date, series.exceptionCount() + 1));
  }

  private static LocalDate day(Series series, Item occurrence) {
    return instant(occurrence.properties(), Series.START).atZone(series.zone()).toLocalDate();
  }

  private static Instant instant(Map<String, Value> properties, String uri) {
    return Instant.parse(((Value.Text) properties.get(uri)).text());
  }
}

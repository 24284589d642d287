package io.exchangesync.simulator.series;

import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.store.Value;
import io.exchangesync.simulator.zones.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What Exchange makes of a master on saving: its times are those of its first occurrence, and a new
 * pattern or time drops all exceptions and deletions.
 */
public final class SeriesRules {
  private static final int CHECKED = 60;

  private SeriesRules() {}

  /**
   * @param before the properties before the change; empty for a new item
   * @throws EwsError when no date is left or the item is longer than the time between two dates
   */
  public static void settle(Map<String, Value> before, Map<String, Value> properties) {
    if (!(properties.get(Series.RECURRENCE) instanceof Value.Xml stored)) {
      properties.keySet().removeIf(Exceptions::isKey);
      return;
    }
    boolean pattern = differs(before, properties, Series.RECURRENCE) && !same(before, stored);
    boolean start = differs(before, properties, Series.START);
    boolean times =
        Stream.of(Series.END, "calendar:IsAllDayEvent", "calendar:StartTimeZone")
            .anyMatch(uri -> differs(before, properties, uri));
    if (!pattern && !start && !times) {
      properties.put(Series.RECURRENCE, before.get(Series.RECURRENCE));
      return;
    }
    properties.keySet().removeIf(Exceptions::isKey);
    ZoneId zone = Series.zone(properties);
    Recurrence recurrence = Expansion.of(stored).recurrence();
    if (start && !pattern) {
      recurrence = recurrence.from(wall(properties, Series.START, zone).toLocalDate());
    }
    Expansion dates = Expansion.of(recurrence.toValue());
    LocalDate first =
        dates
            .at(1)
            .orElseThrow(
                () ->
                    new EwsError(
                        "ErrorRecurrenceHasNoOccurrence", "The recurrence has no occurrence."));
    moveTo(first, zone, properties);
    checkLength(dates, zone, properties);
    properties.put(Series.RECURRENCE, recurrence.from(first).toValue());
  }

  static EwsError tooLong() {
    return new EwsError(
        "ErrorOccurrenceTimeSpanTooBig",
        "The occurrence is longer than the time to the next occurrence.");
  }

  private static void moveTo(LocalDate first, ZoneId zone, Map<String, Value> properties) {
    LocalDateTime start = wall(properties, Series.START, zone);
    Duration length = Duration.between(start, wall(properties, Series.END, zone));
    LocalDateTime moved = first.atTime(start.toLocalTime());
    put(properties, Series.START, moved, zone);
    put(properties, Series.END, moved.plus(length), zone);
    properties.put("item:ReminderDueBy", properties.get(Series.START));
  }

  private static void checkLength(Expansion dates, ZoneId zone, Map<String, Value> properties) {
    Duration length =
        Duration.between(wall(properties, Series.START, zone), wall(properties, Series.END, zone));
    LocalDate date = dates.at(1).orElseThrow();
    List<LocalDate> following = dates.after(date, CHECKED);
    for (LocalDate next : following) {
      if (length.compareTo(Duration.ofDays(next.toEpochDay() - date.toEpochDay())) > 0) {
        throw tooLong();
      }
      date = next;
    }
  }

  private static void put(
      Map<String, Value> properties, String uri, LocalDateTime time, ZoneId zone) {
    properties.put(uri, Value.of(Times.format(time.atZone(zone).toInstant())));
  }

  private static LocalDateTime wall(Map<String, Value> properties, String uri, ZoneId zone) {
    return Instant.parse(((Value.Text) properties.get(uri)).text()).atZone(zone).toLocalDateTime();
  }

  /** Whether the item had this recurrence already, told in other words. */
  private static boolean same(Map<String, Value> before, Value.Xml stored) {
    if (!(before.get(Series.RECURRENCE) instanceof Value.Xml old)) {
      return false;
    }
    Recurrence was = Expansion.of(old).recurrence();
    Recurrence is = Expansion.of(stored).recurrence();
    return was.rule().equals(is.rule())
        && was.range().equals(is.range())
        && Expansion.of(old).at(1).equals(Expansion.of(stored).at(1));
  }

  private static boolean differs(Map<String, Value> a, Map<String, Value> b, String uri) {
    return !Objects.equals(a.get(uri), b.get(uri));
  }
}

package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.When;
import io.exchangesync.core.series.CanonicalPattern;
import io.exchangesync.core.series.Expansion;
import io.exchangesync.core.series.PatternText;
import io.exchangesync.core.series.RuleColumns;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The rows of a series understood: what most of them have in common, and which of its dates each of
 * them is.
 *
 * <p>A row is the date its original start says; else its own date, if the pattern has it; else the
 * nearest date that no row claims. A row that is no date of the pattern makes the whole series one
 * of custom dates.
 */
final class CrmSeriesView {
  private final BaseZone base;
  private final Function<CrmAppointment, When> when;
  private final ZoneId zone;
  private final Optional<Recurrence> pattern;
  private final SeriesTime time;
  private final Map<LocalDate, CrmSeries.Occurrence> byDate = new TreeMap<>();
  private final List<FieldValues> readings = new ArrayList<>();
  private final FieldValues common;
  private final Set<Field> withheld;
  private final Map<CrmSeries.Occurrence, FieldValues> values = new java.util.IdentityHashMap<>();
  private final SeriesExceptions exceptions;

  /**
   * @param zone of timed series
   * @param ownersZone of whole days
   * @param withheld what of a series that reads so no date tells either
   */
  CrmSeriesView(
      CrmSeries series,
      ZoneId zone,
      ZoneId ownersZone,
      BaseZone base,
      Function<CrmAppointment, When> when,
      Function<CrmAppointment, FieldValues> read,
      Function<FieldValues, Set<Field>> withheld) {
    this.base = base;
    this.when = when;
    boolean allDay = most(series.occurrences().stream().map(o -> o.row().allDay()).toList());
    this.zone = allDay ? ownersZone : zone;
    this.time =
        most(series.occurrences().stream().map(o -> SeriesTime.of(when(o), this.zone)).toList());
    Optional<Recurrence> ruled = ruled(series.rule());
    List<LocalDate> dates =
        ruled
            .map(r -> Expansion.dates(r, Expansion.LAST_DAY, Expansion.MOST_DATES + 1))
            .orElse(List.of());
    boolean explained = assign(series.occurrences(), dates);
    this.pattern = explained ? ruled : Optional.empty();
    if (!explained) {
      byDate.clear();
    }
    read(series.occurrences(), read);
    this.common = common();
    this.withheld = withheld.apply(common);
    this.exceptions = pattern.isPresent() ? exceptions(dates) : SeriesExceptions.NONE;
  }

  private When when(CrmSeries.Occurrence occurrence) {
    return when.apply(occurrence.row());
  }

  private Optional<Recurrence> ruled(CrmSeries.Rule rule) {
    LocalDate first = base.date(rule.startDate(), zone);
    boolean dateOnly = rule.endDate().toLocalTime().equals(LocalTime.MIDNIGHT);
    LocalDate last = dateOnly ? rule.endDate().toLocalDate() : base.date(rule.endDate(), zone);
    return RuleColumns.read(rule, first, last.isBefore(first) ? first : last)
        .flatMap(CanonicalPattern::of);
  }

  private boolean assign(List<CrmSeries.Occurrence> occurrences, List<LocalDate> dates) {
    TreeSet<LocalDate> free = new TreeSet<>(dates);
    List<CrmSeries.Occurrence> left = new ArrayList<>(occurrences);
    left.removeIf(
        one -> one.originalStart().filter(start -> claim(date(start), one, free)).isPresent());
    left.removeIf(
        one -> SeriesTime.of(when(one), zone).equals(time) && claim(ownDate(one), one, free));
    left.removeIf(one -> claim(ownDate(one), one, free));
    left.sort(Comparator.comparing(this::ownDate));
    left.removeIf(
        one ->
            nearest(free, ownDate(one)).filter(missing -> claim(missing, one, free)).isPresent());
    return left.isEmpty();
  }

  private boolean claim(LocalDate date, CrmSeries.Occurrence one, TreeSet<LocalDate> free) {
    boolean claimed = free.remove(date);
    if (claimed) {
      byDate.put(date, one);
    }
    return claimed;
  }

  private static Optional<LocalDate> nearest(TreeSet<LocalDate> free, LocalDate to) {
    return free.stream()
        .min(Comparator.comparingLong(date -> Math.abs(ChronoUnit.DAYS.between(date, to))));
  }

  private LocalDate ownDate(CrmSeries.Occurrence one) {
    return when(one).firstDay(zone);
  }

  private LocalDate date(LocalDateTime wall) {
    return base.date(wall, zone);
  }

  /** Rows that differ only in their time are read once. */
  private void read(
      List<CrmSeries.Occurrence> occurrences, Function<CrmAppointment, FieldValues> read) {
    Map<CrmAppointment, FieldValues> known = new HashMap<>();
    for (CrmSeries.Occurrence one : occurrences) {
      FieldValues value =
          known.computeIfAbsent(CrmSeriesRows.timeless(one.row()), read).without(Field.WHEN);
      values.put(one, value);
      if (!SomebodyElses.isLeft(one.row())) {
        readings.add(value);
      }
    }
    if (readings.isEmpty()) {
      readings.addAll(values.values());
    }
  }

  private FieldValues common() {
    Map<Field, String> common = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      List<String> texts = readings.stream().flatMap(r -> r.get(field).stream()).toList();
      if (!texts.isEmpty()) {
        common.put(field, most(texts));
      }
    }
    return FieldValues.of(common);
  }

  private SeriesExceptions exceptions(List<LocalDate> dates) {
    Map<LocalDate, SeriesExceptions.Change> changes = new TreeMap<>();
    for (LocalDate date : dates) {
      CrmSeries.Occurrence one = byDate.get(date);
      boolean gone = one == null || SomebodyElses.isLeft(one.row());
      changes.put(date, gone ? SeriesExceptions.Change.GONE : change(date, one));
    }
    return new SeriesExceptions(changes);
  }

  private SeriesExceptions.Change change(LocalDate date, CrmSeries.Occurrence one) {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    String takesPlace = WhenText.of(when(one));
    if (!takesPlace.equals(WhenText.of(time.on(date)))) {
      fields.put(Field.WHEN, takesPlace);
    }
    for (Field field : SeriesExceptions.FIELDS) {
      Optional<String> text = values.get(one).get(field);
      if (!withheld.contains(field) && text.isPresent() && !text.equals(common.get(field))) {
        fields.put(field, text.get());
      }
    }
    return SeriesExceptions.Change.of(fields);
  }

  /** What occurs most often; of equals the first. */
  private static <T> T most(List<T> all) {
    Map<T, Integer> counts = new LinkedHashMap<>();
    all.forEach(one -> counts.merge(one, 1, Integer::sum));
    T most = all.get(0);
    for (Map.Entry<T, Integer> count : counts.entrySet()) {
      most = count.getValue() > counts.get(most) ? count.getKey() : most;
    }
    return most;
  }

  ZoneId zone() {
    return zone;
  }

  /** Canonical; empty for custom dates. */
  Optional<Recurrence> pattern() {
    return pattern;
  }

  SeriesTime time() {
    return time;
  }

  SeriesExceptions exceptions() {
    return exceptions;
  }

  /** Rows by original date; empty for custom dates. */
  Map<LocalDate, CrmSeries.Occurrence> byDate() {
    return byDate;
  }

  /** What the series as a whole reads. */
  FieldValues values() {
    return common
        .with(Field.WHEN, time.text())
        .with(Field.PATTERN, PatternText.of(pattern))
        .with(Field.EXCEPTIONS, exceptions.text());
  }
}

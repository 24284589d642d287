package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.When;
import io.exchangesync.core.series.CanonicalPattern;
import io.exchangesync.core.series.PatternText;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The CRM side of a series: a RecurrenceRule row and a row per date, always finite.
 *
 * <p>A series that ends later than the window is written up to the end of the window, or as far as
 * SuperOffice has it already.
 */
final class CrmSeriesMapping {
  /** What a series may get that no date of it has. */
  private static final Set<Field> MAY_BE_NEW = Set.of(Field.PARTICIPANTS, Field.OUTSIDERS);

  private final MappingContext context;
  private final AppointmentMapping one;
  private final BaseZone base;
  private final CrmSeriesRows rows;

  /**
   * @param one the mapping of single appointments
   */
  CrmSeriesMapping(MappingContext context, AppointmentMapping one) {
    this.context = context;
    this.one = one;
    this.base = new BaseZone(context.reference().baseZone());
    this.rows = new CrmSeriesRows(base, context.owner().zone(), one::putOne);
  }

  private CrmSeriesView view(CrmAppointment series) {
    return view(series, one::readOne, one::withheld);
  }

  private CrmSeriesView view(
      CrmAppointment series,
      Function<CrmAppointment, FieldValues> read,
      Function<FieldValues, Set<Field>> withheld) {
    ZoneId owner = context.owner().zone();
    ZoneId zone = context.reference().zones().getOrDefault(series.preferredTzLocation(), owner);
    return new CrmSeriesView(
        series.series().orElseThrow(), zone, owner, base, one::whenOne, read, withheld);
  }

  FieldValues unveiled(CrmAppointment series) {
    return view(series, one::rawOne, common -> Set.of()).values();
  }

  FieldValues read(CrmAppointment series) {
    return view(series).values();
  }

  /** The series with these fields changed; the very same if none of them differs. */
  CrmAppointment put(FieldValues wanted, CrmAppointment series) {
    CrmSeriesView view = view(series);
    Set<Field> changed = changed(wanted, view.values());
    if (changed.isEmpty()) {
      return series;
    }
    Optional<String> moment = wanted.get(Field.WHEN);
    if (moment.isPresent() && !SeriesTime.is(moment.get())) {
      throw new UnmappableException(
          Field.PATTERN,
          "The series became a single appointment in the mailbox; delete the series or make the"
              + " item one again.");
    }
    Recurrence before = view.pattern().orElseThrow(CrmSeriesMapping::custom);
    SeriesTime time =
        changed.contains(Field.WHEN)
            ? SeriesTime.parse(wanted.get(Field.WHEN).orElseThrow(), view.zone())
            : view.time();
    Recurrence pattern =
        changed.contains(Field.PATTERN)
            ? finite(wanted.get(Field.PATTERN).orElseThrow(), Optional.of(before))
            : before;
    SeriesExceptions exceptions =
        changed.contains(Field.EXCEPTIONS)
            ? SeriesExceptions.parse(wanted.get(Field.EXCEPTIONS).orElseThrow())
            : view.exceptions();
    CrmAppointment template = template(view, series);
    CrmSeriesRows.Plan plan =
        new CrmSeriesRows.Plan(
            pattern,
            time,
            common(wanted, view.values(), changed),
            exceptions,
            changed.contains(Field.WHEN)
                ? location(time, series.preferredTzLocation())
                : series.preferredTzLocation(),
            template);
    List<CrmSeries.Occurrence> after = rows.write(plan, view.byDate());
    CrmSeries.Rule old = series.series().orElseThrow().rule();
    return gathered(series, new CrmSeries(rule(old, view, pattern, time), after));
  }

  private static Set<Field> changed(FieldValues wanted, FieldValues now) {
    Set<Field> changed = wanted.differingFrom(now);
    changed.removeIf(
        field ->
            wanted.get(field).isEmpty() || !MAY_BE_NEW.contains(field) && now.get(field).isEmpty());
    return changed;
  }

  /** What every date shall read; what only the series as a whole has is put where it changed. */
  private static FieldValues common(FieldValues wanted, FieldValues now, Set<Field> changed) {
    FieldValues common = FieldValues.none();
    for (Field field : Field.values()) {
      boolean mayDiffer = SeriesExceptions.FIELDS.contains(field);
      Optional<String> text = changed.contains(field) ? wanted.get(field) : now.get(field);
      if (text.isPresent() && (mayDiffer || changed.contains(field))) {
        common = common.with(field, text.get());
      }
    }
    return common.without(Field.WHEN).without(Field.PATTERN).without(Field.EXCEPTIONS);
  }

  private static CrmAppointment template(CrmSeriesView view, CrmAppointment series) {
    return view.byDate().entrySet().stream()
        .filter(entry -> !view.exceptions().byDate().containsKey(entry.getKey()))
        .map(entry -> entry.getValue().row())
        .findFirst()
        .orElseGet(() -> series.series().orElseThrow().occurrences().get(0).row());
  }

  /** The rule row, with the columns it has as long as they say the same. */
  private CrmSeries.Rule rule(
      CrmSeries.Rule old, CrmSeriesView view, Recurrence pattern, SeriesTime time) {
    boolean samePattern = view.pattern().equals(Optional.of(pattern));
    if (samePattern && time.equals(view.time())) {
      return old;
    }
    CrmSeries.Rule written = rows.rule(old.id(), pattern, time);
    if (!samePattern) {
      return written;
    }
    boolean dateOnly = old.endDate().toLocalTime().equals(LocalTime.MIDNIGHT);
    return new CrmSeries.Rule(
        old.id(),
        old.pattern(),
        old.subPattern(),
        old.weekdays(),
        written.startDate(),
        dateOnly && !time.allDay() ? old.endDate() : written.endDate(),
        old.cyclicDay(),
        old.cyclicWeek(),
        old.cyclicMonth());
  }

  /** A new series; rule id and record ids 0. */
  CrmAppointment create(FieldValues wanted) {
    SeriesTime time =
        SeriesTime.parse(wanted.get(Field.WHEN).orElseThrow(), context.owner().zone());
    Recurrence pattern = finite(wanted.get(Field.PATTERN).orElse(""), Optional.empty());
    SeriesExceptions exceptions = SeriesExceptions.parse(wanted.get(Field.EXCEPTIONS).orElse(""));
    FieldValues common = wanted.without(Field.PATTERN).without(Field.EXCEPTIONS);
    CrmAppointment template =
        one.newOne(common.with(Field.WHEN, WhenText.of(time.on(pattern.first()))));
    CrmSeriesRows.Plan plan =
        new CrmSeriesRows.Plan(
            pattern,
            time,
            common.without(Field.WHEN),
            exceptions,
            location(time, template.preferredTzLocation()),
            template);
    List<CrmSeries.Occurrence> dates = rows.write(plan, Map.of());
    return gathered(template, new CrmSeries(rows.rule(0, pattern, time), dates));
  }

  /** The record of a series: its keys and the values of its earliest date. */
  private static CrmAppointment gathered(CrmAppointment series, CrmSeries after) {
    return after
        .occurrences()
        .get(0)
        .row()
        .with()
        .recordId(series.recordId())
        .keys(series.keys())
        .ties(series.ties())
        .series(Optional.of(after))
        .registered(series.registered())
        .updated(series.updated())
        .version(series.version())
        .build();
  }

  /** preferredTZLocation of a zone; stays as it is where SuperOffice does not list the zone. */
  private int location(SeriesTime time, int now) {
    Map<Integer, ZoneId> zones = context.reference().zones();
    int owners = context.owner().tzLocationId();
    if (time.allDay() || time.zone().equals(zones.get(now))) {
      return now;
    }
    if (time.zone().equals(zones.get(owners))) {
      return owners;
    }
    return zones.entrySet().stream()
        .filter(zone -> zone.getValue().equals(time.zone()))
        .map(Map.Entry::getKey)
        .min(Integer::compare)
        .orElse(now);
  }

  private Recurrence finite(String text, Optional<Recurrence> before) {
    Recurrence wanted = PatternText.parse(text).orElseThrow(CrmSeriesMapping::custom);
    LocalDate written = before.map(CanonicalPattern::last).orElse(LocalDate.MIN);
    LocalDate horizon = context.horizon();
    return CanonicalPattern.until(wanted, written.isAfter(horizon) ? written : horizon)
        .orElseThrow(
            () ->
                new UnmappableException(
                    Field.PATTERN, "No date of the series lies before the end of the window."));
  }

  static UnmappableException custom() {
    return new UnmappableException(
        Field.PATTERN,
        "A series of custom dates, or of dates that its rule does not explain; give it a regular"
            + " pattern.");
  }

  /** The series with the dates that stay; its rule ends with the last of them. */
  CrmAppointment onlyDates(CrmAppointment series, Predicate<CrmRecord> stays) {
    CrmSeries before = series.series().orElseThrow();
    List<CrmSeries.Occurrence> left =
        before.occurrences().stream().filter(date -> stays.test(date.row())).toList();
    if (left.isEmpty() || left.size() == before.occurrences().size()) {
      return series;
    }
    CrmSeriesView view = view(series);
    CrmSeries.Rule rule =
        view.byDate().entrySet().stream()
            .filter(date -> left.contains(date.getValue()))
            .map(Map.Entry::getKey)
            .max(LocalDate::compareTo)
            .flatMap(last -> view.pattern().flatMap(all -> CanonicalPattern.until(all, last)))
            .map(pattern -> rule(before.rule(), view, pattern, view.time()))
            .orElse(before.rule());
    return gathered(series, new CrmSeries(rule, left));
  }

  /** Every moment at which a date of the series takes place. */
  List<When> dates(CrmAppointment series) {
    return series.series().orElseThrow().occurrences().stream()
        .map(date -> one.whenOne(date.row()))
        .toList();
  }
}

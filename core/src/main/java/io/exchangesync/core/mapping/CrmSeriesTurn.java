package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.When;
import io.exchangesync.core.series.Expansion;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a single row into a series and a series into a single row.
 *
 * <p>The row that both have in common keeps its key and whatever the mailbox does not know of.
 */
final class CrmSeriesTurn {
  /** A date of no pattern: its row serves the first date that has none. */
  private static final LocalDate NO_DATE = LocalDate.MIN;

  private final AppointmentMapping one;
  private final CrmSeriesMapping series;

  CrmSeriesTurn(AppointmentMapping one, CrmSeriesMapping series) {
    this.one = one;
    this.series = series;
  }

  /**
   * The series that a row becomes: the row is the date on which it takes place, else the first one.
   *
   * @return rule id 0; the record id is still the row's
   * @throws UnmappableException if SuperOffice can't hold it
   */
  CrmAppointment intoSeries(FieldValues wanted, CrmAppointment row) {
    SeriesTime time = series.time(wanted);
    Recurrence pattern = series.finite(wanted.get(Field.PATTERN).orElse(""), Optional.empty());
    SeriesExceptions exceptions = SeriesExceptions.parse(wanted.get(Field.EXCEPTIONS).orElse(""));
    LocalDate own = one.whenOne(row).firstDay(time.zone());
    boolean isDate =
        Expansion.dates(pattern, own, Integer.MAX_VALUE).contains(own)
            && !exceptions.on(own).deleted();
    CrmSeriesRows.Plan plan =
        new CrmSeriesRows.Plan(
            pattern,
            time,
            CrmSeriesMapping.common(wanted, one.readOne(row), wanted.asMap().keySet()),
            exceptions,
            series.location(time, row.preferredTzLocation()),
            row);
    return series.written(
        row, plan, Map.of(isDate ? own : NO_DATE, new CrmSeries.Occurrence(Optional.empty(), row)));
  }

  /** The single row that a series becomes: the one that takes place then, else on that day. */
  CrmAppointment intoSingle(FieldValues wanted, CrmAppointment before) {
    CrmSeriesView view = series.view(before);
    String moment = wanted.get(Field.WHEN).orElseThrow();
    CrmAppointment row = survivor(WhenText.parse(moment, view.zone()), view, before);
    FieldValues common =
        CrmSeriesMapping.common(wanted, view.values(), wanted.differingFrom(view.values()));
    CrmAppointment alone = row.with().ties(row.ties().withRule(0)).build();
    return one.putOne(common.with(Field.WHEN, moment), alone);
  }

  private CrmAppointment survivor(When moment, CrmSeriesView view, CrmAppointment before) {
    List<CrmAppointment> rows =
        before.series().orElseThrow().occurrences().stream()
            .map(CrmSeries.Occurrence::row)
            .toList();
    LocalDate day = moment.firstDay(view.zone());
    return rows.stream()
        .filter(row -> WhenText.of(one.whenOne(row)).equals(WhenText.of(moment)))
        .findFirst()
        .or(() -> Optional.ofNullable(view.byDate().get(day)).map(CrmSeries.Occurrence::row))
        .or(() -> rows.stream().filter(row -> !SomebodyElses.isLeft(row)).findFirst())
        .orElse(rows.get(0));
  }
}

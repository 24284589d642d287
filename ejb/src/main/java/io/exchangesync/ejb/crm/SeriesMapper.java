package io.exchangesync.ejb.crm;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.CrmNames;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.ejb.crm.sql.CrmRow;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the rows of a series into the one value the engine works on. */
final class SeriesMapper {
  private SeriesMapper() {}

  /** The series with the values of its earliest date. */
  static CrmAppointment map(
      SeriesRecord series, Map<Integer, CrmNames> names, Map<Integer, CrmBooking> bookings) {
    List<CrmSeries.Occurrence> occurrences =
        series.dates().stream()
            .map(date -> occurrence(date, names, bookings))
            .sorted(Comparator.comparing(one -> one.row().doBy()))
            .toList();
    CrmAppointment first = occurrences.get(0).row();
    return first
        .with()
        .recordId(series.recordId())
        .ties(first.bookingMaster() ? first.ties().withMother(series.recordId()) : first.ties())
        .series(Optional.of(new CrmSeries(rule(series.rule()), occurrences)))
        .keys(series.keys())
        .registered(latest(occurrences, CrmAppointment::registered))
        .updated(latest(occurrences, CrmAppointment::updated))
        .version(series.version())
        .build();
  }

  private static java.time.Instant latest(
      List<CrmSeries.Occurrence> dates,
      java.util.function.Function<CrmAppointment, java.time.Instant> stamp) {
    return dates.stream()
        .map(date -> stamp.apply(date.row()))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static CrmSeries.Occurrence occurrence(
      FollowUpRecord date, Map<Integer, CrmNames> names, Map<Integer, CrmBooking> bookings) {
    Optional<LocalDateTime> original =
        date.appointment()
            .raw("original_start_date")
            .map(LocalDateTime.class::cast)
            .filter(start -> start.isAfter(CrmAppointment.NEVER));
    return new CrmSeries.Occurrence(
        original,
        FollowUpMapper.map(
            date,
            names.getOrDefault(date.id(), CrmNames.NONE),
            Optional.ofNullable(bookings.get(date.id()))));
  }

  private static CrmSeries.Rule rule(CrmRow row) {
    return new CrmSeries.Rule(
        row.number("RecurrenceRule_id"),
        row.number("pattern"),
        row.number("subPattern"),
        row.number("weekdays"),
        row.time("startDate"),
        row.time("endDate"),
        row.number("cyclicDay"),
        row.number("cyclicWeek"),
        row.number("cyclicMonth"));
  }
}

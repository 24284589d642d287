package io.exchangesync.core.port;

import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxAppointmentBuilder;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.Recurrence.Rule;
import io.exchangesync.core.model.Recurrence.Week;
import io.exchangesync.core.model.When;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Series that the mailbox contract writes and reads. */
final class SeriesSamples {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private SeriesSamples() {}

  /** Every pattern and every end; the first date is an occurrence. */
  static Stream<Recurrence> everyPattern() {
    End never = new End.Never();
    return Stream.of(
        new Recurrence(new Rule.Daily(1), date("2026-05-12"), never),
        new Recurrence(new Rule.Daily(3), date("2026-05-12"), new End.After(10)),
        new Recurrence(
            new Rule.Weekly(1, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), DayOfWeek.MONDAY),
            date("2026-05-12"),
            new End.On(date("2026-06-30"))),
        new Recurrence(
            new Rule.Weekly(2, EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.SUNDAY), DayOfWeek.MONDAY),
            date("2026-05-12"),
            new End.After(7)),
        new Recurrence(
            new Rule.Weekly(2, EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.SUNDAY), DayOfWeek.SUNDAY),
            date("2026-05-12"),
            new End.After(7)),
        new Recurrence(new Rule.MonthlyByDate(1, 31), date("2026-05-31"), never),
        new Recurrence(new Rule.MonthlyByDate(24, 12), date("2026-05-12"), new End.After(3)),
        new Recurrence(
            new Rule.MonthlyByWeekday(2, Week.LAST, EnumSet.of(DayOfWeek.FRIDAY)),
            date("2026-05-29"),
            new End.On(date("2027-05-29"))),
        new Recurrence(
            new Rule.MonthlyByWeekday(
                1, Week.FIRST, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
            date("2026-06-01"),
            new End.After(12)),
        new Recurrence(
            new Rule.MonthlyByWeekday(
                1, Week.SECOND, EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)),
            date("2026-05-03"),
            new End.After(12)),
        new Recurrence(
            new Rule.MonthlyByWeekday(1, Week.LAST, EnumSet.allOf(DayOfWeek.class)),
            date("2026-05-31"),
            never),
        new Recurrence(new Rule.YearlyByDate(Month.FEBRUARY, 29), date("2028-02-29"), never),
        new Recurrence(
            new Rule.YearlyByWeekday(Month.NOVEMBER, Week.FOURTH, EnumSet.of(DayOfWeek.THURSDAY)),
            date("2026-11-26"),
            new End.After(5)));
  }

  static LocalDate date(String text) {
    return LocalDate.parse(text);
  }

  static When.Timed at(LocalDate date, String time, ZoneId zone) {
    ZonedDateTime start = date.atTime(LocalTime.parse(time)).atZone(zone);
    return new When.Timed(start.toInstant(), start.plus(Duration.ofHours(1)).toInstant(), zone);
  }

  static MailboxAppointment series(String subject, When first, Recurrence recurrence) {
    return MailboxAppointment.blank(first)
        .with()
        .subject(subject)
        .type(CalendarItemType.MASTER)
        .series(Optional.of(new MailboxSeries(recurrence, List.of(), Set.of())))
        .build();
  }

  /** Every Tuesday at nine in Berlin, across the beginning of summer time, eight times. */
  static MailboxAppointment tuesdays(String subject) {
    LocalDate first = date("2026-03-10");
    return series(
        subject,
        at(first, "09:00", BERLIN),
        new Recurrence(
            new Rule.Weekly(1, EnumSet.of(DayOfWeek.TUESDAY), DayOfWeek.MONDAY),
            first,
            new End.After(8)));
  }

  static MailboxAppointment without(MailboxAppointment master, LocalDate... dates) {
    MailboxSeries series = master.series().orElseThrow();
    return with(master, new MailboxSeries(series.recurrence(), series.exceptions(), Set.of(dates)));
  }

  static MailboxAppointment exceptAt(
      MailboxAppointment master, LocalDate date, UnaryOperator<MailboxAppointmentBuilder> change) {
    MailboxSeries series = master.series().orElseThrow();
    MailboxAppointment content =
        change
            .apply(
                master
                    .with()
                    .item(Optional.empty())
                    .type(CalendarItemType.EXCEPTION)
                    .series(Optional.empty()))
            .build();
    List<MailboxSeries.Exception> exceptions =
        Stream.concat(
                series.exceptions().stream().filter(e -> !e.originalDate().equals(date)),
                Stream.of(new MailboxSeries.Exception(date, content)))
            .sorted((a, b) -> a.originalDate().compareTo(b.originalDate()))
            .toList();
    return with(master, new MailboxSeries(series.recurrence(), exceptions, series.deleted()));
  }

  static MailboxAppointment plainAt(MailboxAppointment master, LocalDate date) {
    MailboxSeries series = master.series().orElseThrow();
    return with(
        master,
        new MailboxSeries(
            series.recurrence(),
            series.exceptions().stream().filter(e -> !e.originalDate().equals(date)).toList(),
            series.deleted()));
  }

  static MailboxAppointment repeating(MailboxAppointment master, Recurrence recurrence) {
    MailboxSeries series = master.series().orElseThrow();
    return with(master, new MailboxSeries(recurrence, series.exceptions(), series.deleted()));
  }

  private static MailboxAppointment with(MailboxAppointment master, MailboxSeries series) {
    return master.with().series(Optional.of(series)).build();
  }
}

package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.When;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** The single dates of a series. They keep the wall time of the zone the series was entered in. */
final class Occurrences {
  private Occurrences() {}

  /** What a date without an exception holds. */
  static MailboxAppointment plain(MailboxAppointment master, LocalDate date) {
    return master
        .with()
        .item(Optional.empty())
        .type(CalendarItemType.OCCURRENCE)
        .series(Optional.empty())
        .when(on(date, master.when()))
        .build();
  }

  /** Whether the occurrence holds anything that its master does not say. */
  static boolean differs(
      ItemCodec codec, MailboxAppointment master, LocalDate date, MailboxAppointment occurrence) {
    MailboxAppointment plain = plain(master, date);
    return !plain.meeting().equals(occurrence.meeting())
        || !codec.fields(Optional.of(plain), writable(plain, occurrence)).isEmpty();
  }

  /** The same occurrence with what only its master can say taken from {@code now}. */
  static MailboxAppointment writable(MailboxAppointment now, MailboxAppointment wanted) {
    return wanted
        .with()
        .series(Optional.empty())
        .stamp(now.stamp())
        .references(now.references())
        .build();
  }

  /** A pattern that the series has not, which makes the server forget all its exceptions. */
  static Recurrence other(MailboxAppointment master) {
    Recurrence own = master.series().orElseThrow().recurrence();
    ZoneId zone = master.when() instanceof When.Timed timed ? timed.zone() : ZoneOffset.UTC;
    long days =
        master.when().lastDay(zone).toEpochDay() - master.when().firstDay(zone).toEpochDay();
    int interval = Math.toIntExact(days) + 2;
    Recurrence other = every(interval, own.first());
    return RecurrenceXml.same(own, other) ? every(interval + 1, own.first()) : other;
  }

  private static Recurrence every(int days, LocalDate first) {
    return new Recurrence(new Recurrence.Rule.Daily(days), first, new Recurrence.End.After(2));
  }

  private static When on(LocalDate date, When first) {
    if (first instanceof When.Timed timed) {
      ZoneId zone = timed.zone();
      LocalDateTime start = timed.start().atZone(zone).toLocalDateTime();
      LocalDateTime end = timed.end().atZone(zone).toLocalDateTime();
      LocalDateTime moved = date.atTime(start.toLocalTime());
      LocalDateTime until = moved.plus(Duration.between(start, end));
      return new When.Timed(moved.atZone(zone).toInstant(), until.atZone(zone).toInstant(), zone);
    }
    When.AllDay days = (When.AllDay) first;
    long more = days.last().toEpochDay() - days.first().toEpochDay();
    return new When.AllDay(date, date.plusDays(more));
  }
}

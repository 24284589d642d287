package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.When;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * At what time of day the dates of a series take place: wall time of one zone, which a change to or
 * from daylight-saving time does not move; or whole days.
 *
 * @param start meaningless for whole days
 * @param end meaningless for whole days
 * @param later days between the first and the last day
 */
record SeriesTime(boolean allDay, LocalTime start, LocalTime end, long later, ZoneId zone) {
  private static final String DAYS = "days ";

  SeriesTime {
    Objects.requireNonNull(start);
    Objects.requireNonNull(end);
    Objects.requireNonNull(zone);
  }

  /** The time of day of one date. */
  static SeriesTime of(When when, ZoneId zone) {
    if (when instanceof When.Timed timed) {
      var start = timed.start().truncatedTo(ChronoUnit.SECONDS).atZone(zone);
      var end = timed.end().truncatedTo(ChronoUnit.SECONDS).atZone(zone);
      long later = ChronoUnit.DAYS.between(start.toLocalDate(), end.toLocalDate());
      return new SeriesTime(false, start.toLocalTime(), end.toLocalTime(), later, zone);
    }
    When.AllDay days = (When.AllDay) when;
    long later = ChronoUnit.DAYS.between(days.first(), days.last());
    return new SeriesTime(true, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, later, zone);
  }

  /** When a date takes place that was neither moved nor changed in length. */
  When on(LocalDate date) {
    return allDay
        ? new When.AllDay(date, date.plusDays(later))
        : new When.Timed(
            date.atTime(start).atZone(zone).toInstant(),
            date.plusDays(later).atTime(end).atZone(zone).toInstant(),
            zone);
  }

  /** Such as {@code 10:00/11:00+0 Europe/Oslo}, or {@code days 0}. */
  String text() {
    return allDay ? DAYS + later : start + "/" + end + "+" + later + " " + zone;
  }

  /** Whether a text is the time of a series, not that of a single appointment. */
  static boolean is(String text) {
    return text.contains(" ");
  }

  /**
   * Reads {@link #text()}, or the time of a single appointment.
   *
   * @param zone zone of whole days and of single appointments
   * @throws UnmappableException if the text is none of ours
   */
  static SeriesTime parse(String text, ZoneId zone) {
    try {
      if (text.startsWith(DAYS)) {
        long later = Long.parseLong(text.substring(DAYS.length()));
        return new SeriesTime(true, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, later, zone);
      }
      if (!is(text)) {
        return of(WhenText.parse(text, zone), zone);
      }
      String[] part = text.split("[/+ ]", 4);
      return new SeriesTime(
          false,
          LocalTime.parse(part[0]),
          LocalTime.parse(part[1]),
          Long.parseLong(part[2]),
          ZoneId.of(part[3]));
    } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new UnmappableException(Field.WHEN, "The time can't be read: " + text);
    }
  }
}

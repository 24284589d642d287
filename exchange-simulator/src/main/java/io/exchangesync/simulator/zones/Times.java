package io.exchangesync.simulator.zones;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The xs:dateTime of requests and answers; in the store a time is ISO-8601 in UTC. */
public final class Times {
  private Times() {}

  /**
   * @param zone where a time without offset stands
   * @throws DateTimeException when it is no xs:dateTime
   */
  public static Instant parse(String text, ZoneId zone) {
    String time = text.strip();
    int t = time.indexOf('T');
    if (t < 0) {
      String date = time.endsWith("Z") ? time.substring(0, time.length() - 1) : time;
      return LocalDate.parse(date).atStartOfDay(zone).toInstant();
    }
    boolean hasOffset = time.endsWith("Z") || time.indexOf('+', t) > 0 || time.indexOf('-', t) > 0;
    return hasOffset
        ? OffsetDateTime.parse(time).toInstant()
        : LocalDateTime.parse(time).atZone(zone).toInstant();
  }

  /** As answers carry it: UTC, fractions only where there are any. */
  public static String format(Instant instant) {
    return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.MILLIS));
  }
}

package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.When;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Canonical text of a {@link When}: two instants in whole seconds, or two dates, the last one
 * inclusive, with a slash between.
 */
final class WhenText {
  private WhenText() {}

  static String of(When when) {
    if (when instanceof When.Timed timed) {
      return seconds(timed.start()) + "/" + seconds(timed.end());
    }
    When.AllDay days = (When.AllDay) when;
    return days.first() + "/" + days.last();
  }

  /**
   * @param zone shown zone of a timed result
   * @throws UnmappableException if the text is none of ours
   */
  static When parse(String text, ZoneId zone) {
    String[] part = text.split("/", -1);
    try {
      return text.contains("T")
          ? new When.Timed(Instant.parse(part[0]), Instant.parse(part[1]), zone)
          : new When.AllDay(LocalDate.parse(part[0]), LocalDate.parse(part[1]));
    } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw new UnmappableException(Field.WHEN, "The time can't be read: " + text);
    }
  }

  private static Instant seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}

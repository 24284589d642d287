package io.exchangesync.core.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Wall time of the SuperOffice base zone (schema rule 21).
 *
 * <p>The repeated hour of autumn is read as its first pass; the skipped hour of spring as an hour
 * later.
 */
record BaseZone(ZoneId zone) {

  Instant instant(LocalDateTime wall) {
    return ZonedDateTime.ofLocal(wall.truncatedTo(ChronoUnit.SECONDS), zone, null).toInstant();
  }

  /** The end that belongs to a start: the second pass if the first one would be before it. */
  Instant endInstant(LocalDateTime wall, Instant start) {
    Instant first = instant(wall);
    if (!first.isBefore(start)) {
      return first;
    }
    Instant second =
        ZonedDateTime.ofLocal(wall.truncatedTo(ChronoUnit.SECONDS), zone, null)
            .withLaterOffsetAtOverlap()
            .toInstant();
    return second.isBefore(start) ? first : second;
  }

  LocalDateTime wall(Instant instant) {
    return LocalDateTime.ofInstant(instant, zone);
  }

  /** The date of this wall time for somebody in another zone. */
  LocalDate date(LocalDateTime wall, ZoneId other) {
    return instant(wall).atZone(other).toLocalDate();
  }

  /**
   * Wall time of a moment given as date and time of another zone, chosen so that the date is read
   * back (a repeated hour may lie between).
   */
  LocalDateTime wall(LocalDate date, LocalTime time, ZoneId other) {
    LocalDateTime wall = wall(ZonedDateTime.of(date, time, other).toInstant());
    LocalDateTime later = wall.plusHours(1);
    return !date(wall, other).equals(date) && date(later, other).equals(date) ? later : wall;
  }

  /** Whether two instants are the same wall time, as in the repeated hour of autumn. */
  boolean sameWall(Instant one, Instant other) {
    return wall(one).equals(wall(other));
  }
}

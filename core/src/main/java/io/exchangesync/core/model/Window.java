package io.exchangesync.core.model;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days in which appointments are synchronized (sync-rules 5.1); leaving it is never a delete
 * (invariants I3, I4).
 *
 * @param from first day
 * @param to last day, inclusive
 */
public record Window(LocalDate from, LocalDate to) {
  public Window {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a window ends on or after its first day");
    }
  }

  /** Whether any moment of {@code when} lies inside, seen from {@code zone}. */
  public boolean overlaps(When when, ZoneId zone) {
    return !when.firstDay(zone).isAfter(to) && !when.lastDay(zone).isBefore(from);
  }
}

package io.exchangesync.core.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/**
 * When an appointment takes place: an interval of instants shown in a zone, or whole days without
 * any zone.
 */
public sealed interface When {

  /** The date it begins on, for somebody in {@code zone}. */
  LocalDate firstDay(ZoneId zone);

  /** The date of its last moment (inclusive), for somebody in {@code zone}. */
  LocalDate lastDay(ZoneId zone);

  /**
   * A timed appointment.
   *
   * @param zone the zone in which it was entered and is shown; not part of what is compared
   */
  record Timed(Instant start, Instant end, ZoneId zone) implements When {
    public Timed {
      Objects.requireNonNull(start);
      Objects.requireNonNull(end);
      Objects.requireNonNull(zone);
    }

    @Override
    public LocalDate firstDay(ZoneId inZone) {
      return start.atZone(inZone).toLocalDate();
    }

    @Override
    public LocalDate lastDay(ZoneId inZone) {
      Instant last = end.isAfter(start) ? end.minusNanos(1) : end;
      return last.atZone(inZone).toLocalDate();
    }
  }

  /**
   * An all-day appointment.
   *
   * @param first first day
   * @param last last day, inclusive
   */
  record AllDay(LocalDate first, LocalDate last) implements When {
    public AllDay {
      Objects.requireNonNull(first);
      Objects.requireNonNull(last);
    }

    @Override
    public LocalDate firstDay(ZoneId zone) {
      return first;
    }

    @Override
    public LocalDate lastDay(ZoneId zone) {
      return last;
    }
  }
}

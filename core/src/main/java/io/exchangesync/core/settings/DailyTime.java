package io.exchangesync.core.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The moment of a day at which something runs once.
 *
 * <p>What was missed while no server ran is made up for.
 *
 * @param zone in which the time is meant
 */
public record DailyTime(LocalTime time, ZoneId zone) {
  /** After this time of a server's life, what never ran is not put off any longer. */
  static final Duration PATIENCE = Duration.ofHours(1);

  public DailyTime {
    Objects.requireNonNull(time);
    Objects.requireNonNull(zone);
  }

  /**
   * When housekeeping runs.
   *
   * @param system the system's settings; what is absent has its default
   */
  public static DailyTime ofHousekeeping(Map<String, String> system) {
    String time = value(system, SettingKey.HOUSEKEEPING_AT);
    String zone = value(system, SettingKey.HOUSEKEEPING_ZONE);
    return new DailyTime(
        LocalTime.parse(time), zone.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(zone));
  }

  private static String value(Map<String, String> system, SettingKey key) {
    return system.getOrDefault(key.key(), key.defaultValue()).trim();
  }

  /**
   * Whether it is time.
   *
   * @param last when it last began
   * @param boot since when this server lives
   */
  public boolean due(Optional<Instant> last, Instant boot, Instant now) {
    Instant newest = newestBefore(now);
    return last.map(newest::isAfter)
        .orElseGet(() -> newest.isAfter(boot) || !now.isBefore(boot.plus(PATIENCE)));
  }

  private Instant newestBefore(Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    ZonedDateTime todays = today.atTime(time).atZone(zone);
    return todays.toInstant().isAfter(now)
        ? today.minusDays(1).atTime(time).atZone(zone).toInstant()
        : todays.toInstant();
  }
}

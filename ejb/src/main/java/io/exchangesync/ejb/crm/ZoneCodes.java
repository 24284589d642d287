package io.exchangesync.ejb.crm;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;

/** IANA names of SuperOffice's zone codes, from a table, and of zones known by offsets only. */
final class ZoneCodes {
  private final Properties table = new Properties();

  ZoneCodes() {
    try (InputStream in =
        Objects.requireNonNull(
            ZoneCodes.class.getResourceAsStream("superoffice-zones.properties"))) {
      table.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<ZoneId> zone(String code) {
    return Optional.ofNullable(table.getProperty(code.strip().toUpperCase(Locale.ROOT)))
        .map(ZoneId::of);
  }

  /**
   * A zone with these offsets from UTC around a moment; a fixed offset if there is no summer time.
   *
   * @param standard minutes east of UTC in standard time
   * @param summer minutes east of UTC in summer time; empty = none
   */
  static Optional<ZoneId> byOffsets(int standard, OptionalInt summer, Instant around) {
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(standard * 60);
    if (summer.isEmpty() || summer.getAsInt() == standard) {
      return Optional.of(offset);
    }
    ZoneOffset inSummer = ZoneOffset.ofTotalSeconds(summer.getAsInt() * 60);
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
        .map(ZoneId::of)
        .filter(zone -> changesBetween(zone.getRules(), offset, inSummer, around))
        .min(
            Comparator.comparing((ZoneId zone) -> !zone.getId().startsWith("Europe/"))
                .thenComparing(ZoneId::getId));
  }

  private static boolean changesBetween(
      ZoneRules rules, ZoneOffset standard, ZoneOffset summer, Instant around) {
    ZoneOffsetTransition next = rules.nextTransition(around);
    return rules.getStandardOffset(around).equals(standard)
        && next != null
        && (next.getOffsetAfter().equals(summer) || next.getOffsetBefore().equals(summer));
  }
}

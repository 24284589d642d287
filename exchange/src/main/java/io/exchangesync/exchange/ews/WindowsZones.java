package io.exchangesync.exchange.ews;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Windows time zones and IANA zones, by Unicode CLDR's windowsZones. */
final class WindowsZones {
  private static final String UTC = "UTC";
  private static final Map<String, ZoneId> IANA = new HashMap<>();
  private static final Map<String, String> WINDOWS = new HashMap<>();

  static {
    load();
  }

  private WindowsZones() {}

  /** The Windows zone with the rules of {@code zone}; UTC if Windows has none. */
  static String windowsId(ZoneId zone) {
    return WINDOWS.getOrDefault(zone.getId(), UTC);
  }

  /** The IANA zone whose rules a server applies to what we write in {@code zone}. */
  static ZoneId asWritten(ZoneId zone) {
    return IANA.get(windowsId(zone));
  }

  /**
   * The IANA zone of a Windows zone.
   *
   * @param preferred taken if it belongs to the Windows zone, so that Oslo stays Oslo
   */
  static Optional<ZoneId> zone(String windowsId, ZoneId preferred) {
    return windowsId(preferred).equals(windowsId) && WINDOWS.containsKey(preferred.getId())
        ? Optional.of(preferred)
        : Optional.ofNullable(IANA.get(windowsId));
  }

  private static void load() {
    try (InputStream in = WindowsZones.class.getResourceAsStream("windows-zones.tsv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(WindowsZones::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(String line) {
    String[] column = line.split("\t", -1);
    IANA.put(column[0], ZoneId.of(column[1]));
    WINDOWS.put(column[1], column[0]);
    for (String other : column[2].split(" ")) {
      WINDOWS.putIfAbsent(other, column[0]);
    }
  }
}

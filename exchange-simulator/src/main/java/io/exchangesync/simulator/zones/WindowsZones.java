package io.exchangesync.simulator.zones;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The time zones a Windows server knows, each with its IANA zone by CLDR's windowsZones. */
public final class WindowsZones {
  private static final Map<String, WindowsZone> ZONES = load();

  private WindowsZones() {}

  /**
   * One zone.
   *
   * @param id the Windows name, such as W. Europe Standard Time
   * @param displayName as Windows shows it in English
   */
  public record WindowsZone(String id, ZoneId zone, String displayName) {}

  public static Collection<WindowsZone> all() {
    return ZONES.values();
  }

  public static Optional<WindowsZone> byId(String windowsId) {
    return Optional.ofNullable(ZONES.get(windowsId));
  }

  private static Map<String, WindowsZone> load() {
    String resource = "/io/exchangesync/simulator/windows-zones.txt";
    try (InputStream in = WindowsZones.class.getResourceAsStream(resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      Map<String, WindowsZone> zones = new LinkedHashMap<>();
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(WindowsZones::parse)
          .forEach(zone -> zones.put(zone.id(), zone));
      return Collections.unmodifiableMap(zones);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WindowsZone parse(String line) {
    String[] parts = line.split("\\|", -1);
    ZoneId zone = ZoneId.of(parts[1]);
    String name = parts[2].isEmpty() ? madeName(zone) : parts[2];
    return new WindowsZone(parts[0], zone, name);
  }

  private static String madeName(ZoneId zone) {
    ZoneOffset offset = zone.getRules().getStandardOffset(Instant.EPOCH.plusSeconds(1L << 30));
    String city = zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ');
    String shown = offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    return "(UTC" + shown + ") " + city;
  }
}

package io.exchangesync.exchange.ews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The zone a server applies to what we write has the offsets of the zone we meant. */
class WindowsZonesTest {
  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, W. Europe Standard Time",
    "Europe/Oslo, W. Europe Standard Time",
    "Europe/Stockholm, W. Europe Standard Time",
    "Europe/Copenhagen, Romance Standard Time",
    "Europe/Paris, Romance Standard Time",
    "Europe/Helsinki, FLE Standard Time",
    "Europe/London, GMT Standard Time",
    "Europe/Warsaw, Central European Standard Time",
    "America/New_York, Eastern Standard Time",
    "Asia/Kolkata, India Standard Time",
    "UTC, UTC",
    "Z, UTC",
    "+01:00, UTC",
  })
  void zonesHaveTheirWindowsNames(String zone, String windowsId) {
    assertThat(WindowsZones.windowsId(ZoneId.of(zone))).isEqualTo(windowsId);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Oslo",
        "Europe/Stockholm",
        "Europe/Copenhagen",
        "Europe/Amsterdam",
        "Europe/Brussels",
        "Europe/Vienna",
        "Europe/Zurich",
        "Europe/Rome",
        "Europe/Madrid",
        "Europe/Helsinki",
        "Europe/Riga",
        "Europe/Lisbon",
        "Europe/Prague",
        "Atlantic/Reykjavik",
        "America/Toronto",
        "America/Chicago",
        "America/Los_Angeles",
        "Asia/Singapore",
        "Asia/Tokyo",
        "Australia/Melbourne"
      })
  void theServersRulesAreOursInEveryHourOfFiveYears(String name) {
    ZoneId zone = ZoneId.of(name);
    ZoneId server = WindowsZones.asWritten(zone);
    Instant end = Instant.parse("2030-01-01T00:00:00Z");
    for (Instant at = Instant.parse("2025-01-01T00:00:00Z");
        at.isBefore(end);
        at = at.plus(Duration.ofHours(1))) {
      ZoneOffset ours = zone.getRules().getOffset(at);
      assertThat(server.getRules().getOffset(at)).as("%s at %s", name, at).isEqualTo(ours);
    }
  }

  @Test
  void theOwnersZoneIsKeptWhereWindowsHasOneNameForMany() {
    assertThat(WindowsZones.zone("W. Europe Standard Time", OSLO)).contains(OSLO);
    assertThat(WindowsZones.zone("GMT Standard Time", OSLO)).contains(ZoneId.of("Europe/London"));
  }

  @Test
  void customZonesAreUnknown() {
    assertThat(WindowsZones.zone("Customized Time Zone", OSLO)).isEmpty();
    assertThat(WindowsZones.zone("tzone://Microsoft/Custom", OSLO)).isEmpty();
  }

  @Test
  void aZoneThatWindowsDoesNotHaveIsNotTakenForUtc() {
    assertThat(WindowsZones.zone("UTC", ZoneId.of("+01:00"))).contains(ZoneId.of("Etc/UTC"));
  }
}

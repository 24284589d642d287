package io.exchangesync.simulator.zones;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.simulator.soap.XmlOut;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WindowsZonesTest {
  private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");

  @Test
  void windowsNamesLeadToZones() {
    assertThat(WindowsZones.byId("Romance Standard Time").orElseThrow().zone())
        .isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(WindowsZones.byId("W. Europe Standard Time").orElseThrow().displayName())
        .isEqualTo("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna");
    assertThat(WindowsZones.byId("Mars Standard Time")).isEmpty();
  }

  @Test
  void daylightRulesAreWrittenAsWindowsWritesThem() {
    assertThat(definition("W. Europe Standard Time"))
        .contains(
            "<t:Period Bias=\"-PT1H\" Name=\"Standard\"",
            "<t:Period Bias=\"-PT2H\" Name=\"Daylight\"",
            "<t:TimeOffset>PT2H</t:TimeOffset><t:Month>3</t:Month>"
                + "<t:DayOfWeek>Sunday</t:DayOfWeek><t:Occurrence>-1</t:Occurrence>",
            "<t:TimeOffset>PT3H</t:TimeOffset><t:Month>10</t:Month>");
    assertThat(definition("Pacific Standard Time"))
        .contains(
            "Bias=\"PT8H\"",
            "<t:Month>3</t:Month><t:DayOfWeek>Sunday</t:DayOfWeek>"
                + "<t:Occurrence>2</t:Occurrence>");
    assertThat(definition("Tokyo Standard Time"))
        .contains("Bias=\"-PT9H\"")
        .doesNotContain("Daylight", "RecurringDayTransition");
  }

  @Test
  void timesWithAndWithoutOffsetAreRead() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    assertThat(Times.parse("2026-03-10T10:00:00", berlin)).isEqualTo(NOW);
    assertThat(Times.parse("2026-03-10T09:00:00Z", berlin)).isEqualTo(NOW);
    assertThat(Times.parse("2026-03-10T04:00:00.0000000-05:00", ZoneOffset.UTC)).isEqualTo(NOW);
    assertThat(Times.parse("2026-03-10", ZoneOffset.UTC))
        .isEqualTo(Instant.parse("2026-03-10T00:00:00Z"));
    assertThat(Times.format(NOW.plusNanos(1_500_000))).isEqualTo("2026-03-10T09:00:00.001Z");
  }

  private static String definition(String id) {
    XmlOut out = new XmlOut();
    ZoneDefinition.write(out, WindowsZones.byId(id).orElseThrow(), NOW);
    return out.toString();
  }
}

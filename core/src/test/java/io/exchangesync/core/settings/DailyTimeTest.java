package io.exchangesync.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DailyTimeTest {
  private static final Instant BOOT = Instant.parse("2026-11-20T12:00:00Z");

  private static DailyTime at(String time, String zone) {
    return DailyTime.ofHousekeeping(Map.of("housekeeping.at", time, "housekeeping.zone", zone));
  }

  private static boolean due(DailyTime time, String last, String now) {
    return time.due(Optional.of(Instant.parse(last)), BOOT, Instant.parse(now));
  }

  @Test
  void itIsDueOnceADayAtTwoInTheMorningOfTheServer() {
    DailyTime byDefault = DailyTime.ofHousekeeping(Map.of());
    assertThat(due(byDefault, "2026-11-22T02:00:01Z", "2026-11-23T01:59:59Z")).isFalse();
    assertThat(due(byDefault, "2026-11-22T02:00:01Z", "2026-11-23T02:00:00Z")).isTrue();
    assertThat(due(byDefault, "2026-11-23T02:00:00Z", "2026-11-23T23:00:00Z")).isFalse();
  }

  @Test
  void theZoneThatIsSetDecidesSummerAndWinter() {
    DailyTime oslo = at("02:30", "Europe/Oslo");
    assertThat(due(oslo, "2026-11-22T01:30:00Z", "2026-11-23T01:29:00Z")).isFalse();
    assertThat(due(oslo, "2026-11-22T01:30:00Z", "2026-11-23T01:30:00Z")).isTrue();
    assertThat(due(oslo, "2026-07-22T00:30:00Z", "2026-07-23T00:30:00Z")).isTrue();
  }

  @Test
  void theHourThatTheClocksSkipIsNotLost() {
    DailyTime oslo = at("02:30", "Europe/Oslo");
    assertThat(due(oslo, "2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z")).isTrue();
  }

  @Test
  void whatWasMissedWhileNoServerRanIsMadeUpFor() {
    assertThat(due(at("02:00", ""), "2026-11-18T02:00:00Z", "2026-11-20T12:05:00Z")).isTrue();
  }

  @Test
  void aNewInstallationWaitsForTheNightOrAnHour() {
    DailyTime time = at("02:00", "");
    assertThat(time.due(Optional.empty(), BOOT, BOOT.plusSeconds(60))).isFalse();
    assertThat(time.due(Optional.empty(), BOOT, BOOT.plusSeconds(3600))).isTrue();
    assertThat(
            time.due(
                Optional.empty(),
                Instant.parse("2026-11-20T01:50:00Z"),
                Instant.parse("2026-11-20T02:00:00Z")))
        .isTrue();
  }

  @Test
  void onlyTimesAndZonesThatExistAreAccepted() {
    assertThat(SettingsParser.problems(Map.of("housekeeping.at", "24:00"), Map.of())).hasSize(1);
    assertThat(SettingsParser.problems(Map.of("housekeeping.zone", "Oslo"), Map.of())).hasSize(1);
    assertThat(SettingsParser.problems(Map.of("journal.retention-days", "1"), Map.of())).hasSize(1);
    assertThat(SettingsParser.problems(Map.of(), Map.of("housekeeping.at", "03:00"))).hasSize(1);
    assertThat(
            SettingsParser.problems(
                Map.of("housekeeping.at", "23:59", "housekeeping.zone", "Europe/Oslo"), Map.of()))
        .isEmpty();
  }
}

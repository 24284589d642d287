package io.exchangesync.ejb.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.port.Associate;
import io.exchangesync.core.port.CrmReferenceData;
import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.core.port.FollowUpType;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceDataTest {
  private final SqlCrmFixture crm = new SqlCrmFixture(CrmTestDatabase.h2("12.2", "crm7"));

  @Test
  void zonesAndListsAreThoseOfTheDatabase() {
    CrmReferenceData data = crm.gateway().referenceData();
    assertThat(data.baseZone()).isEqualTo(ZoneId.of("Europe/Oslo"));
    assertThat(data.zones().values())
        .contains(ZoneId.of("America/New_York"), ZoneId.of("Europe/London"), ZoneId.of("UTC"));
    assertThat(data.types())
        .extracting(FollowUpType::name)
        .contains("Meeting", "Phone call", "Letter");
    assertThat(data.types()).anyMatch(FollowUpType::retired);
    assertThat(data.priorityIds()).hasSize(3).isSorted();
  }

  @Test
  void anOwnersZoneAndHoursArePersonalBeforeTheyAreTheSystems() {
    DiaryOwner dutch = owner("JVRI");
    assertThat(dutch.zone()).isEqualTo(ZoneId.of("Europe/Amsterdam"));
    assertThat(dutch.allDayStart()).isEqualTo(LocalTime.of(9, 0));
    assertThat(dutch.allDayEnd()).isEqualTo(LocalTime.of(17, 0));
    DiaryOwner american = owner("LMIL");
    assertThat(american.zone()).isEqualTo(ZoneId.of("America/New_York"));
    assertThat(american.allDayStart()).isEqualTo(LocalTime.of(8, 0));
    assertThat(american.personId()).isPositive();
    DiaryOwner room = owner("ROOM1");
    assertThat(room.zone()).isEqualTo(ZoneId.of("Europe/Oslo"));
    assertThat(room.personId()).isZero();
  }

  @Test
  void retiredExternalAndSystemUsersHaveNoDiary() {
    for (String name : new String[] {"PNIL", "PORTAL", "SYNCSYS"}) {
      assertThat(crm.gateway().owner(id(name))).as(name).isEmpty();
      assertThat(crm.gateway().associate(id(name))).as(name).isEmpty();
    }
  }

  @Test
  void associatesAreFoundByNameGroupAndCompany() {
    assertThat(crm.gateway().associates("", "", "", 0, 100)).hasSize(13);
    assertThat(crm.gateway().associates("haugen", "", "", 0, 100))
        .containsExactly(
            new Associate(
                id("KHAU"),
                "KHAU",
                "Kari Haugen",
                Associate.Type.EMPLOYEE,
                "Sales North",
                "kari.haugen@fjordline.example",
                "Fjordline AS"));
    assertThat(crm.gateway().associates("", "Management", "Fjordline AS", 0, 100)).hasSize(2);
    var firstPage = crm.gateway().associates("", "", "", 0, 5);
    var secondPage = crm.gateway().associates("", "", "", firstPage.get(4).id(), 100);
    assertThat(firstPage).hasSize(5).doesNotContainAnyElementsOf(secondPage);
    assertThat(secondPage).hasSize(8);
    assertThat(crm.gateway().associate(id("ROOM1")).map(Associate::type))
        .contains(Associate.Type.RESOURCE);
  }

  @Test
  void aFollowUpKnowsTheNamesBehindItsReferences() {
    int record =
        crm.database()
            .number(
                "SELECT MIN(appointment_id) FROM #.[appointment] WHERE person_id > 0 AND contact_id"
                    + " > 0 AND type = 1");
    CrmAppointment read = crm.read(record);
    assertThat(read.names().company()).isNotBlank();
    assertThat(read.names().person()).contains(" ");
    assertThat(read.names().phone()).startsWith("+");
  }

  @ParameterizedTest
  @CsvSource({"60, 120, Europe/Amsterdam", "-300, -240, America/Detroit", "330, 330, +05:30"})
  void aZoneWithoutAKnownCodeIsFoundByItsOffsets(int standard, int summer, String zone) {
    Instant around = Instant.parse("2026-06-15T00:00:00Z");
    ZoneId found = ZoneCodes.byOffsets(standard, OptionalInt.of(summer), around).orElseThrow();
    assertThat(found.getRules().getOffset(around))
        .isEqualTo(ZoneId.of(zone).getRules().getOffset(around));
    Instant winter = Instant.parse("2026-12-15T00:00:00Z");
    assertThat(found.getRules().getOffset(winter))
        .isEqualTo(ZoneId.of(zone).getRules().getOffset(winter));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "NO:\"Møte\";US:\"Meeting\" | US | Meeting",
        "NO:\"Møte\";US:\"Meeting\" | GE | Møte",
        "Møte: \"stort\" | US | Møte: \"stort\"",
        "Plain | NO | Plain"
      })
  void aListNameIsReadInTheReadersLanguage(String name, String language, String expected) {
    assertThat(ListName.in(language, name)).isEqualTo(expected);
  }

  private DiaryOwner owner(String name) {
    return crm.gateway().owner(id(name)).orElseThrow();
  }

  private int id(String name) {
    return crm.database()
        .number("SELECT associate_id FROM #.[associate] WHERE name = '" + name + "'");
  }
}

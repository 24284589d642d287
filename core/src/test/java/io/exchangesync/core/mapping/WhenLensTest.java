package io.exchangesync.core.mapping;

import static io.exchangesync.core.mapping.MappingSamples.LONDON;
import static io.exchangesync.core.mapping.MappingSamples.OSLO;
import static io.exchangesync.core.mapping.MappingSamples.item;
import static io.exchangesync.core.mapping.MappingSamples.mapping;
import static io.exchangesync.core.mapping.MappingSamples.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.When;
import io.exchangesync.core.settings.MappingSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhenLensTest {
  private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

  private static String when(AppointmentMapping mapping, CrmAppointment row) {
    return mapping.readCrm(row).get(Field.WHEN).orElseThrow();
  }

  private static FieldValues wanted(String when) {
    return FieldValues.none().with(Field.WHEN, when);
  }

  private static CrmAppointment at(LocalDateTime start, LocalDateTime end) {
    return row().with().doBy(start).activeDate(start).endDate(end).build();
  }

  private static AppointmentMapping inZones(ZoneId base, ZoneId owner) {
    return new AppointmentMapping(
        MappingSamples.context(base, owner, MappingSamples.AGENDA, MappingSettings.DEFAULTS));
  }

  @Test
  void wallTimeOfTheBaseZoneBecomesInstants() {
    assertThat(when(mapping(), row())).isEqualTo("2026-11-22T09:00:00Z/2026-11-22T10:00:00Z");
  }

  @Test
  void aCompletedRowStartsAtDoBy() {
    CrmAppointment completed =
        row().with().status(3).activeDate(LocalDateTime.of(2026, 12, 1, 9, 9)).build();
    assertThat(when(mapping(), completed)).isEqualTo(when(mapping(), row()));
  }

  @Test
  void movingACompletedRowLeavesItsCompletionTime() {
    LocalDateTime completion = LocalDateTime.of(2026, 12, 1, 9, 9);
    CrmAppointment completed = row().with().status(3).activeDate(completion).build();
    CrmAppointment moved =
        mapping().putCrm(wanted("2026-11-23T09:00:00Z/2026-11-23T10:00:00Z"), completed);
    assertThat(moved.doBy()).isEqualTo(LocalDateTime.of(2026, 11, 23, 10, 0));
    assertThat(moved.activeDate()).isEqualTo(completion);
  }

  @Test
  void movingAnOpenRowMovesActiveDateWithIt() {
    CrmAppointment moved =
        mapping().putCrm(wanted("2026-11-23T09:00:00Z/2026-11-23T10:00:00Z"), row());
    assertThat(moved.activeDate()).isEqualTo(LocalDateTime.of(2026, 11, 23, 10, 0));
    assertThat(moved.endDate()).isEqualTo(LocalDateTime.of(2026, 11, 23, 11, 0));
  }

  @Test
  void theSkippedHourOfSpringIsReadAnHourLater() {
    CrmAppointment skipped =
        at(LocalDateTime.of(2026, 3, 29, 2, 30), LocalDateTime.of(2026, 3, 29, 3, 30));
    assertThat(when(mapping(), skipped)).isEqualTo("2026-03-29T01:30:00Z/2026-03-29T01:30:00Z");
    assertThat(mapping().putCrm(mapping().readCrm(skipped), skipped)).isEqualTo(skipped);
  }

  @Test
  void theRepeatedHourOfAutumnReadsAsItsFirstPass() {
    CrmAppointment repeated =
        at(LocalDateTime.of(2026, 10, 25, 2, 30), LocalDateTime.of(2026, 10, 25, 3, 30));
    assertThat(when(mapping(), repeated)).isEqualTo("2026-10-25T00:30:00Z/2026-10-25T02:30:00Z");
  }

  @Test
  void theMailboxsPassOfTheRepeatedHourAgreesWithTheSameWallTime() {
    String first = "2026-10-25T00:30:00Z/2026-10-25T02:30:00Z";
    String second = "2026-10-25T01:30:00Z/2026-10-25T02:30:00Z";
    assertThat(mapping().agree(Field.WHEN, first, second)).isTrue();
    assertThat(WhenLens.sameWallTime(first, second, SYDNEY)).isFalse();
    assertThat(mapping().agree(Field.WHEN, first, "2026-10-25/2026-10-25")).isFalse();
  }

  @Test
  void anEndInTheRepeatedHourNeverComesBeforeItsStart() {
    CrmAppointment across =
        at(LocalDateTime.of(2026, 10, 25, 2, 45), LocalDateTime.of(2026, 10, 25, 2, 15));
    assertThat(when(mapping(), across)).isEqualTo("2026-10-25T00:45:00Z/2026-10-25T01:15:00Z");
  }

  @Test
  void anEndBeforeTheStartIsToleratedAndKept() {
    CrmAppointment backward =
        at(LocalDateTime.of(2026, 6, 1, 12, 0), LocalDateTime.of(2026, 6, 1, 11, 0));
    FieldValues read = mapping().readCrm(backward);
    assertThat(read.get(Field.WHEN)).contains("2026-06-01T10:00:00Z/2026-06-01T09:00:00Z");
    assertThat(mapping().putCrm(read, backward)).isEqualTo(backward);
    MailboxAppointment made = mapping().newMailbox(read, backward);
    assertThat(mapping().readMailbox(made, Optional.empty()).get(Field.WHEN))
        .contains("2026-06-01T10:00:00Z/2026-06-01T10:00:00Z");
  }

  @Test
  void anAllDayRowHasTheDatesOfTheOwnersZone() {
    CrmAppointment row =
        at(LocalDateTime.of(2026, 6, 1, 23, 0), LocalDateTime.of(2026, 6, 2, 8, 0))
            .with()
            .allDay(true)
            .build();
    assertThat(when(inZones(OSLO, SYDNEY), row)).isEqualTo("2026-06-02/2026-06-02");
    assertThat(when(inZones(OSLO, OSLO), row)).isEqualTo("2026-06-01/2026-06-02");
  }

  @Test
  void anAllDayItemGetsThePreferenceHoursOfTheOwnersZone() {
    CrmAppointment row = inZones(OSLO, SYDNEY).putCrm(wanted("2026-06-02/2026-06-03"), row());
    assertThat(row.allDay()).isTrue();
    assertThat(row.doBy()).isEqualTo(LocalDateTime.of(2026, 6, 2, 0, 0));
    assertThat(row.endDate()).isEqualTo(LocalDateTime.of(2026, 6, 3, 8, 0));
    assertThat(row.activeDate()).isEqualTo(row.doBy());
  }

  @Test
  void anAllDayRowWhoseDatesDidNotChangeKeepsItsHours() {
    CrmAppointment row =
        at(LocalDateTime.of(2026, 6, 1, 7, 13), LocalDateTime.of(2026, 6, 1, 19, 59))
            .with()
            .allDay(true)
            .build();
    assertThat(mapping().putCrm(wanted("2026-06-01/2026-06-01"), row)).isEqualTo(row);
  }

  @Test
  void oddYearsAreReadAndHeldWhenTheyHaveToBeWritten() {
    CrmAppointment never = at(CrmAppointment.NEVER, CrmAppointment.NEVER);
    FieldValues read = mapping().readCrm(never);
    assertThat(read.get(Field.WHEN).orElseThrow()).startsWith("1759-12-31T");
    assertThatThrownBy(() -> mapping().newMailbox(read, never))
        .isInstanceOf(UnmappableException.class)
        .hasMessageContaining("1761");
    assertThatThrownBy(
            () -> mapping().putMailbox(wanted("4501-01-01T00:00:00Z/4501-01-01T01:00:00Z"), item()))
        .isInstanceOf(UnmappableException.class);
    assertThatThrownBy(
            () -> mapping().putCrm(wanted("1601-01-01T00:00:00Z/1601-01-01T01:00:00Z"), row()))
        .isInstanceOf(UnmappableException.class);
  }

  @Test
  void anAppointmentLongerThanFiveYearsIsHeld() {
    assertThatThrownBy(
            () -> mapping().putMailbox(wanted("2026-01-01T00:00:00Z/2031-06-01T00:00:00Z"), item()))
        .isInstanceOf(UnmappableException.class);
  }

  @Test
  void aNewItemIsShownInTheRowsPreferredZoneElseInTheOwners() {
    CrmAppointment london = row().with().preferredTzLocation(42).build();
    CrmAppointment unknown = row().with().preferredTzLocation(99).build();
    assertThat(zone(mapping().newMailbox(mapping().readCrm(london), london))).isEqualTo(LONDON);
    assertThat(zone(mapping().newMailbox(mapping().readCrm(unknown), unknown))).isEqualTo(OSLO);
  }

  @Test
  void aMovedItemKeepsItsOwnZone() {
    MailboxAppointment inLondon =
        item()
            .with()
            .when(new When.Timed(Instant.EPOCH, Instant.EPOCH.plusSeconds(60), LONDON))
            .build();
    MailboxAppointment moved =
        mapping().putMailbox(wanted("2026-11-23T09:00:00Z/2026-11-23T10:00:00Z"), inLondon);
    assertThat(zone(moved)).isEqualTo(LONDON);
  }

  @Test
  void wholeDaysOfTheMailboxKeepTheirDates() {
    When days = new When.AllDay(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 23));
    MailboxAppointment item = item().with().when(days).build();
    assertThat(mapping().readMailbox(item, Optional.empty()).get(Field.WHEN))
        .contains("2026-11-22/2026-11-23");
  }

  private static ZoneId zone(MailboxAppointment item) {
    return ((When.Timed) item.when()).zone();
  }
}

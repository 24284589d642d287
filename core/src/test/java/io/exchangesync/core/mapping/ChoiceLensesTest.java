package io.exchangesync.core.mapping;

import static io.exchangesync.core.mapping.MappingSamples.categories;
import static io.exchangesync.core.mapping.MappingSamples.item;
import static io.exchangesync.core.mapping.MappingSamples.mapping;
import static io.exchangesync.core.mapping.MappingSamples.row;
import static io.exchangesync.core.mapping.MappingSamples.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.BusyStatus;
import io.exchangesync.core.model.MailboxAppointment.Importance;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.core.settings.ContactSettings;
import io.exchangesync.core.settings.MappingSettings;
import io.exchangesync.core.settings.MappingSettings.PrivateItems;
import io.exchangesync.core.settings.MappingSettings.SubjectFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reminder, free/busy, privacy, category, importance, references and new rows. */
class ChoiceLensesTest {

  private static FieldValues only(Field field, String value) {
    return FieldValues.none().with(field, value);
  }

  private static Optional<String> crm(AppointmentMapping mapping, Field field, CrmAppointment row) {
    return mapping.readCrm(row).get(field);
  }

  private static Optional<String> mailbox(
      AppointmentMapping mapping, Field field, MailboxAppointment item) {
    return mapping.readMailbox(item, Optional.empty()).get(field);
  }

  private static MappingSettings alarms(boolean toMailbox, boolean toCrm) {
    return new MappingSettings(
        SubjectFormat.TEXT,
        "",
        Optional.empty(),
        0,
        0,
        false,
        0,
        false,
        toMailbox,
        toCrm,
        PrivateItems.FULL,
        ContactSettings.DEFAULTS);
  }

  @Test
  void aReminderIsItsMinutesOrOff() {
    CrmAppointment row = row().with().hasAlarm(true).alarmMinutes(15).build();
    assertThat(crm(mapping(), Field.REMINDER, row)).contains("on/15");
    assertThat(crm(mapping(), Field.REMINDER, row())).contains("off");
    CrmAppointment off = mapping().putCrm(only(Field.REMINDER, "off"), row);
    assertThat(off.hasAlarm()).isFalse();
    assertThat(off.alarmMinutes()).isEqualTo(15);
    MailboxAppointment on = mapping().putMailbox(only(Field.REMINDER, "on/30"), item());
    assertThat(on.reminderSet()).isTrue();
    assertThat(on.reminderMinutes()).isEqualTo(30);
  }

  @Test
  void aSideThatMustNotGiveRemindersDoesNotCarryTheField() {
    AppointmentMapping toCrm = mapping(alarms(false, true));
    AppointmentMapping toMailbox = mapping(alarms(true, false));
    assertThat(crm(toCrm, Field.REMINDER, row())).isEmpty();
    assertThat(mailbox(toCrm, Field.REMINDER, item())).isPresent();
    assertThat(mailbox(toMailbox, Field.REMINDER, item())).isEmpty();
    assertThat(toCrm.travel(Field.REMINDER)).isEqualTo(Travel.TO_CRM);
    assertThat(toMailbox.travel(Field.REMINDER)).isEqualTo(Travel.TO_MAILBOX);
    assertThat(mapping(alarms(false, false)).travel(Field.REMINDER)).isEqualTo(Travel.NONE);
  }

  @ParameterizedTest
  @EnumSource(names = "FREE", mode = EnumSource.Mode.EXCLUDE)
  void everythingButFreeReadsAsBusyAndIsKept(BusyStatus status) {
    MailboxAppointment item = item().with().busyStatus(status).build();
    assertThat(mailbox(mapping(), Field.FREE_BUSY, item)).contains("busy");
    assertThat(mapping().putMailbox(only(Field.FREE_BUSY, "busy"), item)).isSameAs(item);
    assertThat(mapping().putMailbox(only(Field.FREE_BUSY, "free"), item).busyStatus())
        .isEqualTo(BusyStatus.FREE);
  }

  @ParameterizedTest
  @EnumSource(names = "EVERYONE", mode = EnumSource.Mode.EXCLUDE)
  void ownerGroupAndOthersReadAsPrivateAndAreKept(Visibility visibility) {
    CrmAppointment row = row().with().visibility(visibility).build();
    assertThat(crm(mapping(), Field.PRIVACY, row)).contains("private");
    assertThat(mapping().putCrm(only(Field.PRIVACY, "private"), row)).isSameAs(row);
  }

  @ParameterizedTest
  @EnumSource(names = "NORMAL", mode = EnumSource.Mode.EXCLUDE)
  void personalAndConfidentialReadAsPrivateAndAreKept(Sensitivity sensitivity) {
    MailboxAppointment item = item().with().sensitivity(sensitivity).build();
    assertThat(mailbox(mapping(), Field.PRIVACY, item)).contains("private");
    assertThat(mapping().putMailbox(only(Field.PRIVACY, "private"), item)).isSameAs(item);
  }

  @Test
  void privateBecomesOwnerOnlyAndPrivate() {
    assertThat(mapping().putCrm(only(Field.PRIVACY, "private"), row()).visibility())
        .isEqualTo(Visibility.OWNER);
    assertThat(mapping().putMailbox(only(Field.PRIVACY, "private"), item()).sensitivity())
        .isEqualTo(Sensitivity.PRIVATE);
  }

  @Test
  void visibilityForOthersIsNeverRewritten() {
    CrmAppointment other = row().with().visibility(Visibility.OTHER).build();
    assertThat(mapping().putCrm(only(Field.PRIVACY, "public"), other)).isSameAs(other);
  }

  @Test
  void ofAPrivateItemOnlyTheTimeLeaves() {
    AppointmentMapping timeOnly =
        mapping(settings(SubjectFormat.TEXT, "", true, PrivateItems.TIME_ONLY));
    CrmAppointment row =
        MappingSamples.rowOfAcme()
            .with()
            .title("Doctor")
            .agenda("<p>x</p>")
            .location("Ward")
            .visibility(Visibility.OWNER)
            .build();
    MailboxAppointment made = timeOnly.newMailbox(timeOnly.readCrm(row), row);
    assertThat(made.subject()).isEqualTo("Private appointment");
    assertThat(made.body().content()).isEmpty();
    assertThat(made.location()).isEmpty();
    assertThat(timeOnly.putCrm(timeOnly.readMailbox(made, Optional.empty()), row)).isSameAs(row);
    MailboxAppointment renamed = made.with().subject("Dentist").build();
    assertThat(mailbox(timeOnly, Field.SUBJECT, renamed)).contains("Private appointment");
  }

  @Test
  void theFixedCategoryJoinsTheUsersOwn() {
    MailboxAppointment item = item().with().categories(List.of("Red", "Blue")).build();
    String ours = crm(mapping(), Field.CATEGORY, row()).orElseThrow();
    assertThat(ours).isEqualTo("SuperOffice Appointment");
    assertThat(mapping().putMailbox(only(Field.CATEGORY, ours), item).categories())
        .containsExactly("Red", "Blue", "SuperOffice Appointment");
  }

  @Test
  void aChangedTypeReplacesItsCategoryWhereItStands() {
    AppointmentMapping byType = mapping(categories(Optional.empty(), false));
    MailboxAppointment item = item().with().categories(List.of("Red", "meeting", "Blue")).build();
    assertThat(mailbox(byType, Field.CATEGORY, item)).contains("Meeting");
    assertThat(byType.putMailbox(only(Field.CATEGORY, "Lunch"), item).categories())
        .containsExactly("Red", "Lunch", "Blue");
  }

  @Test
  void aCategoryChoosesTheTypeOnlyBySetting() {
    CrmAppointment row = row();
    assertThat(
            mapping(categories(Optional.empty(), true))
                .putCrm(only(Field.CATEGORY, "Lunch"), row)
                .taskId())
        .isEqualTo(MappingSamples.LUNCH);
    AppointmentMapping outward = mapping(categories(Optional.empty(), false));
    assertThat(outward.putCrm(only(Field.CATEGORY, "Lunch"), row)).isSameAs(row);
    assertThat(outward.travel(Field.CATEGORY)).isEqualTo(Travel.TO_MAILBOX);
  }

  @Test
  void aRetiredTypeIsNeverChosen() {
    CrmAppointment row = row();
    assertThat(
            mapping(categories(Optional.empty(), true))
                .putCrm(only(Field.CATEGORY, "Old meeting"), row))
        .isSameAs(row);
  }

  @Test
  void importanceFollowsTheRankOfThePriority() {
    assertThat(priority(31)).contains("HIGH");
    assertThat(priority(32)).contains("NORMAL");
    assertThat(priority(33)).contains("LOW");
    assertThat(priority(0)).contains("NORMAL");
    CrmAppointment row = row();
    assertThat(mapping().putCrm(only(Field.IMPORTANCE, "HIGH"), row).priorityId()).isEqualTo(31);
    assertThat(mapping().putCrm(only(Field.IMPORTANCE, "LOW"), row).priorityId()).isEqualTo(33);
    assertThat(mapping().putCrm(only(Field.IMPORTANCE, "NORMAL"), row).priorityId()).isZero();
    CrmAppointment high = row.with().priorityId(31).build();
    assertThat(mapping().putCrm(only(Field.IMPORTANCE, "NORMAL"), high).priorityId()).isEqualTo(32);
    assertThat(mapping().putMailbox(only(Field.IMPORTANCE, "LOW"), item()).importance())
        .isEqualTo(Importance.LOW);
  }

  private static Optional<String> priority(int id) {
    return crm(mapping(), Field.IMPORTANCE, row().with().priorityId(id).build());
  }

  @Test
  void referencesTravelToTheMailboxOnly() {
    CrmAppointment row = row().with().references(new CrmReferences(1, 2, 3, 4)).build();
    assertThat(crm(mapping(), Field.CRM_REFERENCES, row)).contains("1/2/3/4");
    assertThat(mapping().newMailbox(mapping().readCrm(row), row).references())
        .isEqualTo(row.references());
    assertThat(mapping().putCrm(only(Field.CRM_REFERENCES, "9/9/9/9"), row)).isSameAs(row);
  }

  @Test
  void aNewRowIsAnOpenDiaryRowOfItsOwner() {
    AppointmentMapping mapping = mapping(categories(Optional.empty(), false));
    CrmAppointment made = mapping.newCrm(mapping.readMailbox(item(), Optional.empty()));
    assertThat(made.type()).isEqualTo(1);
    assertThat(made.status()).isEqualTo(1);
    assertThat(made.recordId()).isZero();
    assertThat(made.associateId()).isEqualTo(12);
    assertThat(made.registeredAssociateId()).isEqualTo(12);
    assertThat(made.groupId()).isEqualTo(5);
    assertThat(made.done()).isEqualTo(CrmAppointment.NEVER);
    assertThat(made.taskId()).isEqualTo(MappingSamples.MEETING);
    assertThat(made.preferredTzLocation()).isEqualTo(41);
    assertThat(made.references()).isEqualTo(new CrmReferences(500, 0, 0, 0));
    assertThat(made.title()).isEqualTo("Budget");
  }

  @Test
  void aNewAllDayRowTakesTheAllDayTypeUnlessACategoryNamesOne() {
    AppointmentMapping mapping = mapping(categories(Optional.empty(), true));
    FieldValues days = only(Field.WHEN, "2026-11-22/2026-11-22");
    assertThat(mapping.newCrm(days).taskId()).isEqualTo(MappingSamples.LUNCH);
    assertThat(mapping.newCrm(days.with(Field.CATEGORY, "Meeting")).taskId())
        .isEqualTo(MappingSamples.MEETING);
  }
}

package io.exchangesync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmTies;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.model.MailboxTask;
import io.exchangesync.core.model.MailboxTask.Occurrence;
import io.exchangesync.core.model.MailboxTask.Status;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.core.settings.MappingSettings;
import io.exchangesync.core.settings.MappingSettings.PrivateItems;
import io.exchangesync.core.settings.SyncSettings;
import io.exchangesync.core.settings.SyncSettings.ConflictPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** To-dos and tasks from both sides, in the words of sync-rules sections 3, 5 and 7. */
class TaskEngineTest {
  private static final LocalDate DUE = LocalDate.of(2026, 11, 24);

  private final World world = new World(Kind.TASK);

  @Test
  void aNewToDoAppearsAsTaskWithBothStamps() {
    int id =
        world.crm.userCreates(
            toDo("Call Åse").with().hasAlarm(true).alarmMinutes(60).priorityId(1).build());
    assertThat(world.run().counts()).containsEntry("CreateInMailbox/NEW_IN_CRM", 1);
    MailboxTask task = onlyTask();
    assertThat(task.subject()).isEqualTo("Call Åse");
    assertThat(task.due()).contains(DUE);
    assertThat(task.status()).isEqualTo(Status.NOT_STARTED);
    assertThat(task.reminder()).contains(Instant.parse("2026-11-24T14:00:00Z"));
    assertThat(task.importance().name()).isEqualTo("HIGH");
    assertThat(task.categories()).containsExactly("SuperOffice Task");
    assertThat(task.stamp().orElseThrow().recordId()).isEqualTo(id);
    assertThat(world.crm.stamps(Kind.TASK, World.ASSOCIATE).get(id))
        .isEqualTo(task.stamp().orElseThrow());
    assertThat(world.run().counts()).isEmpty();
  }

  @Test
  void aNewTaskAppearsAsToDoWithBothStamps() {
    world.tasks.create(task("Angebot"));
    assertThat(world.run().counts()).containsEntry("CreateInCrm/NEW_IN_MAILBOX", 1);
    CrmAppointment row = world.onlyRow();
    assertThat(row.title()).isEqualTo("Angebot");
    assertThat(row.type()).isEqualTo(CrmAppointment.TO_DO);
    assertThat(row.taskId()).as("the first to-do type").isEqualTo(3);
    assertThat(row.doBy().toLocalDate()).isEqualTo(DUE);
    assertThat(row.activeDate()).isEqualTo(row.doBy());
    assertThat(onlyTask().stamp().orElseThrow().recordId()).isEqualTo(row.recordId());
    assertThat(world.run().counts()).isEmpty();
  }

  @Test
  void aTaskThatIsNeverDueIsDueTodayInSuperOffice() {
    world.tasks.create(task("Some day").with().due(Optional.empty()).build());
    world.run();
    assertThat(world.onlyRow().doBy().toLocalDate()).isEqualTo("2026-11-23");
    assertThat(onlyTask().due()).isEmpty();
    assertThat(world.run().counts()).isEmpty();
  }

  @Test
  void aDueDateThatIsTakenAwayInOutlookStaysInSuperOffice() {
    world.crm.userCreates(toDo("Call"));
    world.run();
    world.tasks.change(taskId(), task -> task.due(Optional.empty()).subject("Call back"));
    world.run();
    assertThat(world.onlyRow().doBy()).isEqualTo("2026-11-24T16:00:00");
    assertThat(world.onlyRow().title()).isEqualTo("Call back");
    assertThat(onlyTask().due()).isEmpty();
    assertThat(world.run().counts()).isEmpty();
  }

  @Test
  void editsTravelBothWaysAndTheTimeOfDayStays() {
    int id = world.crm.userCreates(toDo("Old"));
    world.run();
    world.crm.userEdits(id, row -> row.title("New").status(2));
    world.run();
    assertThat(onlyTask().subject()).isEqualTo("New");
    assertThat(onlyTask().status()).isEqualTo(Status.IN_PROGRESS);

    world.tasks.change(taskId(), task -> task.due(Optional.of(DUE.plusDays(3))));
    world.run();
    assertThat(world.onlyRow().doBy()).isEqualTo("2026-11-27T16:00:00");
    assertThat(world.onlyRow().activeDate()).isEqualTo("2026-11-27T16:00:00");
    assertThat(world.onlyRow().status()).isEqualTo(2);
    assertThat(world.run().counts()).isEmpty();
  }

  @Test
  void whatIsDeferredOrWaitsStaysSoWhileSuperOfficeSaysTheSame() {
    int id = world.crm.userCreates(toDo("Call"));
    world.run();
    world.tasks.change(taskId(), task -> task.open(Status.DEFERRED));
    world.crm.userEdits(id, row -> row.title("Call Ann"));
    world.run();
    assertThat(onlyTask().subject()).isEqualTo("Call Ann");
    assertThat(onlyTask().status()).isEqualTo(Status.DEFERRED);
    world.crm.userEdits(id, row -> row.status(2));
    world.run();
    assertThat(onlyTask().status()).isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void completingAndReopeningTravelsFromSuperOffice() {
    int id = world.crm.userCreates(toDo("Report"));
    world.run();
    LocalDateTime done = LocalDateTime.parse("2026-11-23T10:30:00");
    world.crm.userEdits(id, row -> row.status(3).done(done).activeDate(done));
    world.run();
    assertThat(onlyTask().status()).isEqualTo(Status.COMPLETED);
    assertThat(onlyTask().completed()).contains(LocalDate.of(2026, 11, 23));

    world.crm.userEdits(
        id,
        row ->
            row.status(1)
                .done(CrmAppointment.NEVER)
                .activeDate(LocalDateTime.parse("2026-11-24T16:00:00")));
    world.run();
    assertThat(onlyTask().status()).isEqualTo(Status.NOT_STARTED);
    assertThat(onlyTask().completed()).isEmpty();
    assertThat(world.run().counts()).isEmpty();
  }

  @Test
  void completingAndReopeningTravelsFromTheMailbox() {
    world.crm.userCreates(toDo("Report"));
    world.run();
    world.tasks.change(taskId(), task -> task.completed(LocalDate.of(2026, 11, 23)));
    world.run();
    CrmAppointment row = world.onlyRow();
    assertThat(row.status()).isEqualTo(3);
    assertThat(row.done().toLocalDate()).isEqualTo("2026-11-23");
    assertThat(row.activeDate()).isEqualTo(row.done());
    assertThat(row.doBy()).isEqualTo("2026-11-24T16:00:00");

    world.tasks.change(taskId(), task -> task.open(Status.WAITING_ON_OTHERS));
    world.run();
    assertThat(world.onlyRow().status()).isEqualTo(2);
    assertThat(world.onlyRow().done()).isEqualTo(CrmAppointment.NEVER);
    assertThat(world.onlyRow().activeDate()).isEqualTo("2026-11-24T16:00:00");
    assertThat(onlyTask().status()).isEqualTo(Status.WAITING_ON_OTHERS);
    assertThat(world.run().counts()).isEmpty();
  }

  @Test
  void deletesTravelBothWays() {
    int one = world.crm.userCreates(toDo("One"));
    world.tasks.create(task("Two"));
    world.run();
    world.crm.userDeletes(one);
    assertThat(world.run().counts()).containsEntry("DeleteInMailbox/DELETED_IN_CRM", 1);
    assertThat(onlyTask().subject()).isEqualTo("Two");
    world.tasks.delete(taskId());
    assertThat(world.run().counts()).containsEntry("DeleteInCrm/DELETED_IN_MAILBOX", 1);
    assertThat(world.crm.diary(World.ASSOCIATE)).isEmpty();
  }

  @Test
  void aCompletedToDoIsKeptWhenItsTaskIsDeletedAndAnOverdueOneIsNot() {
    LocalDateTime done = LocalDateTime.parse("2026-11-23T10:30:00");
    world.crm.userCreates(toDo("Done").with().status(3).done(done).activeDate(done).build());
    world.crm.userCreates(overdue("Overdue"));
    world.run();
    for (MailboxTask task : world.tasks.items()) {
      world.tasks.delete(task.version().id());
    }
    assertThat(world.run().counts())
        .containsEntry("EndLink/KEPT_PAST", 1)
        .containsEntry("DeleteInCrm/DELETED_IN_MAILBOX", 1);
    assertThat(world.onlyRow().title()).isEqualTo("Done");
  }

  @Test
  void whatIsOpenIsFollowedWhateverItsDateAndWhatIsCompletedByTheWindow() {
    world.crm.userCreates(overdue("Overdue by a year"));
    world.crm.userCreates(due("Next year", LocalDateTime.parse("2027-10-01T16:00:00")));
    LocalDateTime done = LocalDateTime.parse("2025-01-05T10:00:00");
    world.crm.userCreates(
        overdue("Done long ago").with().status(3).done(done).activeDate(done).build());
    world.run();
    assertThat(world.tasks.items())
        .extracting(MailboxTask::subject)
        .containsExactlyInAnyOrder("Overdue by a year", "Next year");
  }

  @Test
  void anOverdueToDoThatIsCompletedNowIsCompletedOnTheOtherSide() {
    world.crm.userCreates(overdue("Late"));
    world.run();
    world.tasks.change(taskId(), task -> task.completed(LocalDate.of(2026, 11, 23)));
    world.run();
    assertThat(world.onlyRow().status()).isEqualTo(3);
  }

  @Test
  void theLosingValueOfAConflictIsInTheJournal() {
    int id = world.crm.userCreates(toDo("Title"));
    world.run();
    world.settings = settings(world.settings.mapping(), ConflictPolicy.CRM);
    world.crm.userEdits(id, row -> row.title("CRM title"));
    world.tasks.change(
        taskId(), task -> task.subject("Outlook title").due(Optional.of(DUE.plusDays(1))));
    assertThat(world.run().counts()).containsEntry("Align/CONFLICT_RESOLVED", 1);
    assertThat(onlyTask().subject()).isEqualTo("CRM title");
    assertThat(world.onlyRow().doBy()).isEqualTo("2026-11-25T16:00:00");
    assertThat(world.stores.journal().entries())
        .anyMatch(entry -> entry.before().contains("Outlook title"));
  }

  @Test
  void aPrivateToDoIsAPrivateTaskWithItsTexts() {
    int id = world.crm.userCreates(secret());
    world.run();
    assertThat(onlyTask().sensitivity()).isEqualTo(Sensitivity.PRIVATE);
    assertThat(onlyTask().subject()).isEqualTo("Salary");
    world.tasks.change(taskId(), task -> task.sensitivity(Sensitivity.NORMAL));
    world.run();
    assertThat(world.crm.read(List.of(id)).get(id).visibility()).isEqualTo(Visibility.EVERYONE);
  }

  @Test
  void ofAPrivateToDoOnlyTheTimeLeavesBySetting() {
    world.settings = settings(privately(PrivateItems.TIME_ONLY), ConflictPolicy.NEWEST);
    int id = world.crm.userCreates(secret());
    world.run();
    assertThat(onlyTask().subject()).isEqualTo("Private task");
    assertThat(onlyTask().due()).contains(DUE);
    world.tasks.change(taskId(), task -> task.completed(LocalDate.of(2026, 11, 23)));
    world.run();
    assertThat(world.crm.read(List.of(id)).get(id).title()).isEqualTo("Salary");
    assertThat(world.crm.read(List.of(id)).get(id).status()).isEqualTo(3);
  }

  @Test
  void aToDoMadePrivateTakesItsCopyBackAndGivesItAgain() {
    world.settings = settings(privately(PrivateItems.TIME_ONLY), ConflictPolicy.NEWEST);
    int id = world.crm.userCreates(toDo("Salary"));
    world.run();
    assertThat(onlyTask().subject()).isEqualTo("Salary");
    world.crm.userEdits(id, row -> row.visibility(Visibility.OWNER));
    world.run();
    assertThat(onlyTask().subject()).isEqualTo("Private task");
    assertThat(world.crm.read(List.of(id)).get(id).title()).isEqualTo("Salary");

    world.tasks.change(taskId(), task -> task.sensitivity(Sensitivity.NORMAL));
    world.run();
    world.run();
    assertThat(onlyTask().subject()).isEqualTo("Salary");
    assertThat(world.crm.read(List.of(id)).get(id).title()).isEqualTo("Salary");
    world.tasks.change(taskId(), task -> task.sensitivity(Sensitivity.PRIVATE));
    world.run();
    assertThat(onlyTask().subject()).isEqualTo("Salary");
    assertThat(world.crm.read(List.of(id)).get(id).title()).isEqualTo("Salary");
  }

  @Test
  void aPrivateToDoIsLeftOutBySetting() {
    world.settings = settings(privately(PrivateItems.SKIP), ConflictPolicy.NEWEST);
    world.crm.userCreates(secret());
    assertThat(world.run().counts()).containsEntry("Skip/FILTERED_PRIVATE", 1);
    assertThat(world.tasks.items()).isEmpty();
  }

  @Test
  void assignmentsAreShownAndPutBack() {
    int assigned =
        world.crm.userCreates(
            toDo("Assigned").with().type(CrmAppointment.TO_DO_BOOKING).status(11).build());
    world.run();
    assertThat(onlyTask().subject()).isEqualTo("Assigned");
    world.tasks.change(taskId(), task -> task.subject("Mine"));
    assertThat(world.run().counts()).containsEntry("Align/OWNED_BY_CRM", 1);
    assertThat(onlyTask().subject()).isEqualTo("Assigned");
    world.crm.userEdits(assigned, row -> row.status(13));
    assertThat(world.run().counts()).containsEntry("DeleteInMailbox/DECLINED", 1);
    assertThat(world.crm.diary(World.ASSOCIATE)).hasSize(1);
  }

  @Test
  void aBookingForTheToDoListIsShownAndItsEditsArePutBackUntilItIsAnswered() {
    int id = world.crm.userCreates(invited("Invited"));
    world.run();
    world.tasks.change(taskId(), task -> task.subject("Mine").completed(LocalDate.EPOCH));
    assertThat(world.run().counts()).containsEntry("Align/OWNED_BY_CRM", 1);
    assertThat(onlyTask().subject()).isEqualTo("Invited");
    assertThat(onlyTask().status()).isEqualTo(MailboxTask.Status.NOT_STARTED);
    assertThat(world.crm.row(id).status()).isEqualTo(5);
    world.crm.userEdits(id, row -> row.status(13).type(CrmAppointment.TO_DO_BOOKING));
    assertThat(world.run().counts()).containsEntry("DeleteInMailbox/DECLINED", 1);
  }

  @Test
  void whoAcceptedABookingForTheToDoListCompletesItAndChangesNothingElse() {
    int id = world.crm.userCreates(invited("Invited"));
    world.run();
    world.crm.userEdits(id, row -> row.type(CrmAppointment.TO_DO).status(1));
    world.run();
    world.tasks.change(
        taskId(), task -> task.subject("Mine").completed(LocalDate.parse("2026-11-24")));
    assertThat(world.run().counts()).containsEntry("Align/OWNED_BY_ORGANIZER", 1);
    assertThat(onlyTask().subject()).isEqualTo("Invited");
    assertThat(world.crm.row(id).completed()).isTrue();
    assertThat(world.crm.row(id).title()).isEqualTo("Invited");
  }

  @Test
  void deletingTheTaskOfABookingDeclinesItAndOneOfAnAssignmentWaits() {
    int booking = world.crm.userCreates(invited("Invited"));
    int assigned =
        world.crm.userCreates(
            toDo("Assigned").with().type(CrmAppointment.TO_DO_BOOKING).status(11).build());
    world.run();
    List.copyOf(world.tasks.items()).forEach(task -> world.tasks.delete(task.version().id()));
    assertThat(world.run().counts())
        .containsEntry("DeclineInCrm/DECLINED_IN_MAILBOX", 1)
        .containsEntry("Hold/OWNED_BY_CRM", 1);
    assertThat(world.crm.row(booking).status()).isEqualTo(9);
    assertThat(world.crm.row(assigned).status()).isEqualTo(11);
  }

  /** A row of somebody else's booking that nobody answered. */
  private static CrmAppointment invited(String title) {
    return toDo(title)
        .with()
        .type(CrmAppointment.TO_DO_BOOKING)
        .status(5)
        .ties(CrmTies.NONE.withMother(9_999))
        .build();
  }

  @Test
  void aToDoThatBecomesAnAppointmentLeavesTheTasks() {
    int id = world.crm.userCreates(toDo("Call"));
    world.run();
    world.crm.userEdits(id, row -> row.type(1));
    assertThat(world.run().counts()).containsEntry("DeleteInMailbox/NOT_A_TO_DO", 1);
    assertThat(world.tasks.items()).isEmpty();
    assertThat(world.onlyRow().title()).isEqualTo("Call");
  }

  @Test
  void eachDateOfARepeatedToDoIsATaskOfItsOwnAsSoonAsTheWindowReachesIt() {
    CrmTies repeated = new CrmTies(0, 0, 5, 0, 0, false, 0, false);
    for (int month = 0; month < 12; month++) {
      world.crm.userCreates(
          due("Invoice", LocalDateTime.parse("2026-11-24T16:00:00").plusMonths(month))
              .with()
              .ties(repeated)
              .build());
    }
    world.run();
    assertThat(world.tasks.items()).hasSize(4);
    world.clock.advance(Duration.ofDays(31));
    world.stores.leases().askFullListing(Kind.TASK, List.of(world.mailbox.id()));
    world.run();
    assertThat(world.tasks.items()).hasSize(5);
  }

  @Test
  void diaryRowsAndCalendarItemsAreNoTasks() {
    world.crm.userCreates(World.row("Meeting"));
    world.box.create(World.item("Besprechung"));
    assertThat(world.run().counts()).isEmpty();
    assertThat(world.tasks.items()).isEmpty();
  }

  @Test
  void equalHalvesAreMatchedByDueDateAndSubjectAtFirstLink() {
    world.crm.userCreates(toDo("Call Ann"));
    world.tasks.create(task("call ann"));
    world.tasks.create(task("Call Ann").with().due(Optional.of(DUE.plusDays(1))).build());
    assertThat(world.run().counts())
        .containsEntry("Align/MATCHED_BY_CONTENT", 1)
        .containsEntry("CreateInCrm/NEW_IN_MAILBOX", 1);
    assertThat(world.crm.diary(World.ASSOCIATE)).hasSize(2);
    assertThat(world.tasks.items()).hasSize(2);
  }

  @Test
  void whenAllSyncTablesAreLostNothingIsDoubled() {
    world.crm.userCreates(toDo("One"));
    world.tasks.create(weekly("Two"));
    world.run();
    world.loseSyncTables();
    world.run();
    assertThat(world.crm.diary(World.ASSOCIATE)).hasSize(2);
    assertThat(world.tasks.items()).hasSize(2);
    assertThat(world.run().quiet()).isTrue();
  }

  @Test
  void anOccurrenceCompletedInOutlookCompletesItsToDoAndTheNextOneIsNew() {
    world.tasks.create(weekly("Report"));
    world.run();
    int first = world.onlyRow().recordId();
    world.tasks.change(taskId(), task -> task.completed(LocalDate.of(2026, 11, 23)));
    world.run();
    assertWeekIsDoneAndTheNextIsOpen(first);
  }

  @Test
  void anOccurrenceCompletedInOutlookIsFoundByListingToo() {
    world.tasks.create(weekly("Report"));
    world.run();
    int first = world.onlyRow().recordId();
    world.tasks.change(taskId(), task -> task.completed(LocalDate.of(2026, 11, 23)));
    world.tasks.invalidatePositions();
    world.run();
    assertWeekIsDoneAndTheNextIsOpen(first);
  }

  @Test
  void aToDoCompletedInSuperOfficeCompletesItsOccurrenceAndTheNextOneIsNew() {
    world.tasks.create(weekly("Report"));
    world.run();
    int first = world.onlyRow().recordId();
    LocalDateTime done = LocalDateTime.parse("2026-11-23T10:30:00");
    world.crm.userEdits(first, row -> row.status(3).done(done).activeDate(done));
    world.run();
    world.run();
    assertWeekIsDoneAndTheNextIsOpen(first);
  }

  private void assertWeekIsDoneAndTheNextIsOpen(int first) {
    List<CrmAppointment> rows = world.crm.diary(World.ASSOCIATE);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).recordId()).isEqualTo(first);
    assertThat(rows.get(0).status()).isEqualTo(3);
    assertThat(rows.get(0).doBy().toLocalDate()).isEqualTo(DUE);
    assertThat(rows.get(1).status()).isEqualTo(1);
    assertThat(rows.get(1).doBy().toLocalDate()).isEqualTo(DUE.plusWeeks(1));
    assertThat(linked(first).recurring()).isFalse();
    assertThat(linked(rows.get(1).recordId()).recurring()).isTrue();
    assertThat(world.run().counts()).isEmpty();
    assertThat(world.tasks.items()).hasSize(2);
  }

  @Test
  void aCopyOfARecurringTaskIsNew() {
    world.tasks.create(weekly("Report"));
    world.run();
    world.tasks.copy(taskId());
    assertThat(world.run().counts()).containsEntry("CreateInCrm/COPY_OF_ITEM", 1);
    assertThat(world.crm.diary(World.ASSOCIATE)).hasSize(2);
  }

  @Test
  void aToDoDeletedInSuperOfficeLeavesTheNextOccurrence() {
    world.tasks.create(weekly("Report"));
    world.run();
    world.crm.userDeletes(world.onlyRow().recordId());
    world.run();
    world.run();
    assertThat(world.onlyRow().doBy().toLocalDate()).isEqualTo(DUE.plusWeeks(1));
    assertThat(onlyTask().due()).contains(DUE.plusWeeks(1));
    assertThat(world.run().counts()).isEmpty();
  }

  @Test
  void aRecurringTaskDeletedInOutlookIsDeletedInSuperOffice() {
    world.tasks.create(weekly("Report"));
    world.run();
    world.tasks.deleteSeries(taskId());
    assertThat(world.run().counts()).containsEntry("DeleteInCrm/DELETED_IN_MAILBOX", 1);
  }

  private MailboxTask linked(int recordId) {
    Link link =
        world.stores.links().byRecords(world.mailbox.id(), Kind.TASK, List.of(recordId)).get(0);
    return world.tasks.find(link.item().orElseThrow().id()).orElseThrow();
  }

  private static CrmAppointment toDo(String title) {
    return due(title, LocalDateTime.parse("2026-11-24T16:00:00"));
  }

  private static CrmAppointment overdue(String title) {
    return due(title, LocalDateTime.parse("2025-01-02T16:00:00"));
  }

  private static CrmAppointment due(String title, LocalDateTime doBy) {
    return World.row(title)
        .with()
        .type(CrmAppointment.TO_DO)
        .taskId(3)
        .doBy(doBy)
        .activeDate(doBy)
        .endDate(doBy)
        .build();
  }

  private static CrmAppointment secret() {
    return toDo("Salary").with().visibility(Visibility.OWNER).build();
  }

  private static MailboxTask task(String subject) {
    return MailboxTask.BLANK.with().subject(subject).due(Optional.of(DUE)).build();
  }

  private static MailboxTask weekly(String subject) {
    return task(subject).with().occurrence(Occurrence.CURRENT_OF_SERIES).build();
  }

  private static MappingSettings privately(PrivateItems policy) {
    MappingSettings s = MappingSettings.DEFAULTS;
    return new MappingSettings(
        s.subjectFormat(),
        s.subjectTemplate(),
        s.categoryFixed(),
        s.typeDefault(),
        s.typeAllDay(),
        s.typeFromCategory(),
        s.companyDefault(),
        s.companyLines(),
        s.alarmToMailbox(),
        s.alarmToCrm(),
        policy,
        s.contacts());
  }

  private SyncSettings settings(MappingSettings mapping, ConflictPolicy conflict) {
    SyncSettings s = world.settings;
    return new SyncSettings(
        s.windowBack(),
        s.windowAhead(),
        s.direction(),
        mapping,
        s.filters(),
        s.brakes(),
        conflict,
        s.deletePast(),
        s.visibleFor());
  }

  private MailboxTask onlyTask() {
    List<MailboxTask> tasks = world.tasks.items();
    if (tasks.size() != 1) {
      throw new AssertionError("expected one task, found " + tasks);
    }
    return tasks.get(0);
  }

  private ItemId taskId() {
    return onlyTask().version().id();
  }
}

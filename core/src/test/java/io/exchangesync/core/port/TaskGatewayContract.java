package io.exchangesync.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.Body;
import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxAppointment.Importance;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.model.MailboxTask;
import io.exchangesync.core.model.MailboxTask.Status;
import io.exchangesync.core.model.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mailbox contract for tasks. */
public abstract class TaskGatewayContract extends MailboxContractBase {
  private static final LocalDate DUE = LocalDate.of(2026, 5, 12);
  private static final Stamp STAMP = new Stamp("inst-1", Kind.TASK, 7, 4711, "link-4711");

  @Override
  protected abstract TaskFixture fixture();

  @Override
  Kind kind() {
    return Kind.TASK;
  }

  private TaskFixture tasks() {
    return (TaskFixture) fixture;
  }

  private MailboxTask readTask(ItemId id) {
    return (MailboxTask) ok(readOne(id));
  }

  private static MailboxTask aTask(String subject) {
    return MailboxTask.BLANK.with().subject(subject).due(Optional.of(DUE)).build();
  }

  private static MailboxTask withEveryField() {
    return aTask("Anruf bei Øster & Söhne <Oslo>")
        .with()
        .open(Status.IN_PROGRESS)
        .body(new Body(Body.Format.TEXT, "first line\nsecond line, 5 > 4 & 3 < 4 \uD83D\uDE80"))
        .reminder(Optional.of(Instant.parse("2026-05-12T06:30:00Z")))
        .sensitivity(Sensitivity.PRIVATE)
        .categories(List.of("Besuch", "Rød kategori"))
        .importance(Importance.HIGH)
        .stamp(Optional.of(STAMP))
        .references(new CrmReferences(11, 22, 33, 44))
        .build();
  }

  @Test
  void everyFieldOfACreatedTaskIsReadBack() {
    ItemVersion created = create(withEveryField());
    MailboxTask stored = readTask(created.id());
    assertThat(stored.version()).isEqualTo(created);
    assertThat(stored.lastModified()).isAfter(Instant.EPOCH);
    assertSameFields(stored, withEveryField());
  }

  @Test
  void everyFieldCanBeUpdatedAndTakenBack() {
    ItemVersion created = create(MailboxTask.BLANK.with().subject("bare").build());
    MailboxTask bare = readTask(created.id());
    update(bare, withEveryField().with().item(bare.item()).build());
    MailboxTask filled = readTask(created.id());
    assertSameFields(filled, withEveryField());
    update(filled, bare.with().item(filled.item()).build());
    assertSameFields(readTask(created.id()), bare);
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"NOT_STARTED", "IN_PROGRESS", "WAITING_ON_OTHERS", "DEFERRED"})
  void everyOpenStatusIsKept(Status status) {
    ItemVersion created = create(aTask("a").with().open(status).build());
    assertThat(readTask(created.id()).status()).isEqualTo(status);
    assertThat(readTask(created.id()).completed()).isEmpty();
  }

  @Test
  void completingKeepsTheDayAndReopeningClearsIt() {
    ItemVersion created = create(aTask("a"));
    MailboxTask open = readTask(created.id());
    LocalDate day = LocalDate.of(2026, 5, 4);
    update(open, open.with().completed(day).build());
    MailboxTask done = readTask(created.id());
    assertThat(done.status()).isEqualTo(Status.COMPLETED);
    assertThat(done.completed()).contains(day);
    update(done, done.with().open(Status.NOT_STARTED).build());
    assertThat(readTask(created.id()).status()).isEqualTo(Status.NOT_STARTED);
    assertThat(readTask(created.id()).completed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-29", "2026-10-25", "2024-02-29", "2025-12-31", "2026-01-01"})
  void dueDatesAreDaysEverywhere(String day) {
    LocalDate due = LocalDate.parse(day);
    ItemVersion created = create(aTask("a").with().due(Optional.of(due)).build());
    assertThat(readTask(created.id()).due()).contains(due);
  }

  @Test
  void headsTellDueDateCompletionAndStamp() {
    create(withEveryField());
    ItemHead open = allChanges(Optional.empty()).present().get(0);
    assertThat(open.itemClass()).isEqualTo("IPM.Task");
    assertThat(open.type()).isEqualTo(CalendarItemType.SINGLE);
    assertThat(open.stamp()).contains(STAMP);
    assertThat(open.start()).isPresent();
    assertThat(open.end()).as("what is open has no end").isEmpty();
    MailboxTask task = readTask(open.version().id());
    update(task, task.with().completed(DUE.plusDays(1)).build());
    ItemHead done = allChanges(Optional.empty()).present().get(0);
    assertThat(done.end().orElseThrow()).isEqualTo(done.start().orElseThrow().plusSeconds(86_400));
  }

  @Test
  void theEchoOfOurOwnWritesCarriesTheChangeKeyThatApplyAnswered() {
    String before = positionNow();
    ItemVersion created = create(aTask("a"));
    MailboxChanges changes = allChanges(Optional.of(before));
    assertThat(changes.present()).extracting(ItemHead::version).containsExactly(created);
    MailboxTask stored = readTask(created.id());
    ItemVersion updated = update(stored, stored.with().subject("b").build());
    assertThat(updated.id()).isEqualTo(created.id());
    assertThat(updated.changeKey()).isNotEqualTo(created.changeKey());
    assertThat(allChanges(Optional.of(changes.next())).present())
        .extracting(ItemHead::version)
        .containsExactly(updated);
  }

  @Test
  void editsAndDeletesInOutlookAreChanges() {
    ItemVersion edited = create(aTask("edited"));
    ItemVersion deleted = create(aTask("deleted"));
    String position = positionNow();
    ItemVersion newer =
        tasks().changeTaskOutside(mailbox, edited.id(), task -> task.subject("by Outlook"));
    ItemVersion theirs = tasks().createTaskOutside(mailbox, aTask("theirs"));
    fixture.deleteOutside(mailbox, deleted.id());
    MailboxChanges changes = allChanges(Optional.of(position));
    assertThat(changes.present())
        .extracting(ItemHead::version)
        .containsExactlyInAnyOrder(newer, theirs);
    assertThat(changes.deleted()).containsExactly(deleted.id());
    assertThat(readTask(edited.id()).subject()).isEqualTo("by Outlook");
  }

  @Test
  void tasksAndCalendarItemsDoNotMix() {
    create(aTask("a"));
    try (MailboxSession calendar = fixture.gateway().open(mailbox, Kind.APPOINTMENT)) {
      assertThat(calendar.changes(Optional.empty()).present()).isEmpty();
    }
  }

  @Test
  void anUpdateOrDeleteOnAnOldChangeKeyIsRefused() {
    ItemVersion created = create(aTask("a"));
    MailboxTask seen = readTask(created.id());
    tasks().changeTaskOutside(mailbox, created.id(), task -> task.importance(Importance.HIGH));
    assertProblem(
        applyOne(new MailboxWrite.Update(seen, seen.with().subject("b").build())),
        ItemProblem.Type.CHANGED_MEANWHILE);
    assertProblem(applyOne(new MailboxWrite.Delete(created)), ItemProblem.Type.CHANGED_MEANWHILE);
    assertThat(readTask(created.id()).subject()).isEqualTo("a");
  }

  @Test
  void anUpdateSendsOnlyWhatDiffers() {
    ItemVersion created = create(withEveryField());
    MailboxTask seen = readTask(created.id());
    ItemVersion edited =
        tasks()
            .changeTaskOutside(
                mailbox, created.id(), task -> task.categories(List.of("Outlook's")));
    MailboxTask before = seen.with().item(Optional.of(edited)).build();
    update(before, before.with().subject("ours").build());
    MailboxTask stored = readTask(created.id());
    assertThat(stored.subject()).isEqualTo("ours");
    assertThat(stored.categories()).containsExactly("Outlook's");
    assertThat(update(stored, stored)).isEqualTo(stored.version());
  }

  @Test
  void aDeleteMovesTheTaskToDeletedItems() {
    ItemVersion created = create(aTask("to be deleted"));
    ok(applyOne(new MailboxWrite.Delete(created)));
    assertProblem(readOne(created.id()), ItemProblem.Type.NOT_FOUND);
    assertThat(fixture.subjectsInDeletedItems(mailbox)).containsExactly("to be deleted");
  }

  @Test
  void aMixedBatchAnswersEachWriteInItsPlace() {
    MailboxTask kept = readTask(create(aTask("kept")).id());
    ItemVersion gone = create(aTask("gone"));
    fixture.deleteOutside(mailbox, gone.id());
    List<Answer<ItemVersion>> answers =
        session.apply(
            List.of(
                new MailboxWrite.Delete(gone),
                new MailboxWrite.Create(aTask("new")),
                new MailboxWrite.Update(kept, kept.with().subject("kept too").build())));
    assertProblem(answers.get(0), ItemProblem.Type.NOT_FOUND);
    assertThat(readTask(ok(answers.get(1)).id()).subject()).isEqualTo("new");
    assertThat(ok(answers.get(2)).id()).isEqualTo(kept.version().id());
  }

  @Test
  void aCopyMadeInOutlookHasAnIdOfItsOwnAndTheSameStamp() {
    ItemVersion original = create(withEveryField());
    ItemVersion copy = tasks().copyTaskOutside(mailbox, original.id());
    assertThat(copy.id()).isNotEqualTo(original.id());
    assertThat(readTask(copy.id()).stamp()).contains(STAMP);
  }

  @Test
  void completingARecurringTaskAnswersTheFinishedOneAndTheTaskGoesOn() {
    ItemVersion weekly = tasks().createWeeklyTaskOutside(mailbox, DUE);
    MailboxTask current = readTask(weekly.id());
    assertThat(current.recurring()).isTrue();
    assertThat(current.due()).contains(DUE);
    MailboxTask stamped = current.withStamp(Optional.of(STAMP));
    assertThat(update(current, stamped).id())
        .as("a stamp alone splits nothing")
        .isEqualTo(weekly.id());
    MailboxTask open = readTask(weekly.id());
    ItemVersion finished = update(open, open.with().completed(DUE).build());
    assertThat(finished.id()).isNotEqualTo(weekly.id());
    MailboxTask done = readTask(finished.id());
    assertThat(done.recurring()).isFalse();
    assertThat(done.status()).isEqualTo(Status.COMPLETED);
    assertThat(done.due()).contains(DUE);
    assertThat(done.stamp()).contains(STAMP);
    MailboxTask next = readTask(weekly.id());
    assertThat(next.recurring()).isTrue();
    assertThat(next.status()).isEqualTo(Status.NOT_STARTED);
    assertThat(next.due()).contains(DUE.plusWeeks(1));
    assertThat(allChanges(Optional.empty()).present())
        .extracting(ItemHead::type)
        .containsExactlyInAnyOrder(CalendarItemType.MASTER, CalendarItemType.SINGLE);
  }

  @Test
  void deletingARecurringTaskDeletesItsCurrentOccurrence() {
    ItemVersion weekly = tasks().createWeeklyTaskOutside(mailbox, DUE);
    ok(applyOne(new MailboxWrite.Delete(weekly)));
    assertThat(readTask(weekly.id()).due()).contains(DUE.plusWeeks(1));
  }

  private ItemVersion update(MailboxTask before, MailboxTask after) {
    return ok(applyOne(new MailboxWrite.Update(before, after)));
  }

  private static void assertSameFields(MailboxTask stored, MailboxTask wanted) {
    assertThat(stored.body().content().strip()).isEqualTo(wanted.body().content());
    assertThat(
            stored
                .with()
                .item(wanted.item())
                .body(wanted.body())
                .lastModified(wanted.lastModified())
                .build())
        .isEqualTo(wanted);
  }
}

package io.exchangesync.core.port;

import static io.exchangesync.core.port.MailboxSamples.BERLIN;
import static io.exchangesync.core.port.MailboxSamples.anAppointment;
import static io.exchangesync.core.port.MailboxSamples.stamped;
import static io.exchangesync.core.port.MailboxSamples.timed;
import static io.exchangesync.core.port.MailboxSamples.withEveryField;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.Body;
import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.BusyStatus;
import io.exchangesync.core.model.MailboxAppointment.Importance;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.model.When;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written is what is read: the part of the mailbox contract about writes and fields. */
abstract class MailboxWriteContract extends MailboxContractBase {

  @Test
  void everyFieldOfACreatedItemIsReadBack() {
    MailboxAppointment wanted = withEveryField();
    ItemVersion created = create(wanted);
    MailboxAppointment stored = read(created.id());
    assertThat(stored.version()).isEqualTo(created);
    assertThat(stored.uid()).isNotEmpty();
    assertThat(stored.lastModified()).isAfter(Instant.EPOCH);
    assertSameFields(stored, wanted);
  }

  @Test
  void everyFieldCanBeUpdatedAndTakenBack() {
    MailboxAppointment full = withEveryField();
    ItemVersion created = create(anAppointment("bare"));
    MailboxAppointment bare = read(created.id());
    ok(applyOne(new MailboxWrite.Update(bare, full.with().item(bare.item()).build())));
    MailboxAppointment filled = read(created.id());
    assertSameFields(filled, full);
    ok(applyOne(new MailboxWrite.Update(filled, bare.with().item(filled.item()).build())));
    assertSameFields(read(created.id()), bare);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-12T09:00, Europe/Berlin, PT1H",
    "2026-03-29T01:30, Europe/Berlin, PT1H",
    "2026-10-25T02:30, Europe/Berlin, PT2H",
    "2026-03-08T01:59, America/New_York, PT2M",
    "2026-11-01T01:30, America/New_York, PT1H",
    "2026-07-01T23:30, Asia/Kolkata, PT3H",
    "2026-10-04T01:00, Australia/Sydney, PT2H",
    "2026-01-15T12:00, UTC, PT0S",
    "2026-01-15T12:00, Europe/Oslo, PT50H",
  })
  void timedAppointmentsKeepTheirMomentsAndTheirWallTime(String local, String zone, String length) {
    When.Timed wanted = timed(local, zone, Duration.parse(length));
    ItemVersion created = create(MailboxAppointment.blank(wanted));
    When.Timed stored = (When.Timed) read(created.id()).when();
    assertThat(stored.start()).isEqualTo(wanted.start());
    assertThat(stored.end()).isEqualTo(wanted.end());
    assertThat(stored.start().atZone(stored.zone()).toLocalDateTime())
        .isEqualTo(wanted.start().atZone(wanted.zone()).toLocalDateTime());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-12, 2026-05-12",
    "2026-05-12, 2026-05-15",
    "2026-03-29, 2026-03-29",
    "2026-10-24, 2026-10-26",
    "2024-02-29, 2024-02-29",
    "2025-12-31, 2026-01-01",
  })
  void allDayAppointmentsKeepTheirDates(String first, String last) {
    When wanted = new When.AllDay(LocalDate.parse(first), LocalDate.parse(last));
    assertThat(read(create(MailboxAppointment.blank(wanted)).id()).when()).isEqualTo(wanted);
  }

  @Test
  void anAppointmentCanBecomeAllDayAndTimedAgain() {
    When timed = timed("2026-05-12T09:00", "Europe/Berlin", Duration.ofHours(1));
    When days = new When.AllDay(LocalDate.parse("2026-05-12"), LocalDate.parse("2026-05-13"));
    ItemVersion created = create(MailboxAppointment.blank(timed));
    MailboxAppointment first = read(created.id());
    ok(applyOne(new MailboxWrite.Update(first, first.with().when(days).build())));
    MailboxAppointment second = read(created.id());
    assertThat(second.when()).isEqualTo(days);
    ok(applyOne(new MailboxWrite.Update(second, second.with().when(timed).build())));
    assertThat(((When.Timed) read(created.id()).when()).start())
        .isEqualTo(((When.Timed) timed).start());
  }

  @ParameterizedTest
  @EnumSource(BusyStatus.class)
  void everyBusyStatusIsKept(BusyStatus status) {
    ItemVersion created = create(anAppointment("a").with().busyStatus(status).build());
    assertThat(read(created.id()).busyStatus()).isEqualTo(status);
  }

  @ParameterizedTest
  @EnumSource(Sensitivity.class)
  void everySensitivityIsKept(Sensitivity sensitivity) {
    ItemVersion created = create(anAppointment("a").with().sensitivity(sensitivity).build());
    assertThat(read(created.id()).sensitivity()).isEqualTo(sensitivity);
  }

  @ParameterizedTest
  @EnumSource(Importance.class)
  void everyImportanceIsKept(Importance importance) {
    ItemVersion created = create(anAppointment("a").with().importance(importance).build());
    assertThat(read(created.id()).importance()).isEqualTo(importance);
  }

  @Test
  void anHtmlBodyStaysHtml() {
    Body html =
        new Body(Body.Format.HTML, "<html><body><p>Grüße &amp; <b>mehr</b></p></body></html>");
    Body stored = read(create(anAppointment("a").with().body(html).build()).id()).body();
    assertThat(stored.format()).isEqualTo(Body.Format.HTML);
    assertThat(stored.content()).contains("<b>mehr</b>").contains("&amp;").doesNotContain("\r");
  }

  @Test
  void charactersThatXmlCanNotCarryAreLeftOutAndTheRestIsKept() {
    String dirty = "a\u0001b\u001Ac\uFFFEd\uD800e\tf";
    MailboxAppointment wanted = anAppointment(dirty).with().location(dirty).build();
    MailboxAppointment stored = read(create(wanted).id());
    assertThat(stored.subject().replaceAll("[^a-f]", "")).isEqualTo("abcdef");
    assertThat(stored.location().replaceAll("[^a-f]", "")).isEqualTo("abcdef");
  }

  @Test
  void anUpdateOnAnOldChangeKeyIsRefusedAndChangesNothing() {
    ItemVersion created = create(anAppointment("a"));
    MailboxAppointment seen = read(created.id());
    fixture.changeOutside(mailbox, created.id(), item -> item.location("moved in Outlook"));
    Answer<ItemVersion> answer =
        applyOne(new MailboxWrite.Update(seen, seen.with().subject("b").build()));
    assertProblem(answer, ItemProblem.Type.CHANGED_MEANWHILE);
    assertThat(read(created.id()).subject()).isEqualTo("a");
  }

  @Test
  void anUpdateSendsOnlyWhatDiffers() {
    ItemVersion created = create(withEveryField());
    MailboxAppointment seen = read(created.id());
    ItemVersion edited =
        fixture.changeOutside(
            mailbox,
            created.id(),
            item -> item.location("Outlook's").categories(List.of("Outlook's")));
    MailboxAppointment before = seen.with().item(Optional.of(edited)).build();
    ok(applyOne(new MailboxWrite.Update(before, before.with().subject("ours").build())));
    MailboxAppointment stored = read(created.id());
    assertThat(stored.subject()).isEqualTo("ours");
    assertThat(stored.location()).isEqualTo("Outlook's");
    assertThat(stored.categories()).containsExactly("Outlook's");
    assertThat(stored.references()).isEqualTo(new CrmReferences(11, 22, 33, 44));
  }

  @Test
  void anUpdateWithoutDifferenceWritesNothing() {
    ItemVersion created = create(withEveryField());
    String position = positionNow();
    MailboxAppointment seen = read(created.id());
    assertThat(ok(applyOne(new MailboxWrite.Update(seen, seen)))).isEqualTo(created);
    assertThat(allChanges(Optional.of(position)).present()).isEmpty();
  }

  @Test
  void aDeleteMovesTheItemToDeletedItems() {
    ItemVersion created = create(anAppointment("to be deleted"));
    ok(applyOne(new MailboxWrite.Delete(created)));
    assertProblem(readOne(created.id()), ItemProblem.Type.NOT_FOUND);
    assertThat(fixture.subjectsInDeletedItems(mailbox)).containsExactly("to be deleted");
  }

  @Test
  void aDeleteOnAnOldChangeKeyIsRefused() {
    ItemVersion created = create(anAppointment("a"));
    fixture.changeOutside(mailbox, created.id(), item -> item.location("moved in Outlook"));
    assertProblem(applyOne(new MailboxWrite.Delete(created)), ItemProblem.Type.CHANGED_MEANWHILE);
    assertThat(read(created.id()).location()).isEqualTo("moved in Outlook");
  }

  @Test
  void writesToAnItemThatIsGoneAnswerNotFound() {
    ItemVersion created = create(anAppointment("a"));
    MailboxAppointment seen = read(created.id());
    fixture.deleteOutside(mailbox, created.id());
    assertProblem(
        applyOne(new MailboxWrite.Update(seen, seen.with().subject("b").build())),
        ItemProblem.Type.NOT_FOUND);
    assertProblem(applyOne(new MailboxWrite.Delete(created)), ItemProblem.Type.NOT_FOUND);
  }

  @Test
  void aMixedBatchAnswersEachWriteInItsPlace() {
    MailboxAppointment kept = read(create(anAppointment("kept")).id());
    MailboxAppointment stale = read(create(anAppointment("stale")).id());
    ItemVersion gone = create(anAppointment("gone"));
    ItemVersion doomed = create(anAppointment("doomed"));
    fixture.changeOutside(mailbox, stale.version().id(), item -> item.subject("newer"));
    fixture.deleteOutside(mailbox, gone.id());
    List<Answer<ItemVersion>> answers =
        session.apply(
            List.of(
                new MailboxWrite.Delete(gone),
                new MailboxWrite.Update(stale, stale.with().subject("ours").build()),
                new MailboxWrite.Create(stamped("new", 1)),
                new MailboxWrite.Delete(doomed),
                new MailboxWrite.Update(kept, kept.with().subject("kept too").build())));
    assertThat(answers).hasSize(5);
    assertProblem(answers.get(0), ItemProblem.Type.NOT_FOUND);
    assertProblem(answers.get(1), ItemProblem.Type.CHANGED_MEANWHILE);
    assertThat(read(ok(answers.get(2)).id()).subject()).isEqualTo("new");
    ok(answers.get(3));
    assertThat(ok(answers.get(4)).id()).isEqualTo(kept.version().id());
    assertThat(read(kept.version().id()).subject()).isEqualTo("kept too");
  }

  @Test
  void moreThanTheServersBatchSizeIsSplitAndAnsweredInOrder() {
    int count = 2 * fixture.batchSize() + 1;
    List<MailboxWrite> creates = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      creates.add(new MailboxWrite.Create(anAppointment("item " + i)));
    }
    List<ItemVersion> created =
        session.apply(creates).stream().map(MailboxContractBase::ok).toList();
    List<String> subjects =
        session.read(created.stream().map(ItemVersion::id).toList()).stream()
            .map(MailboxContractBase::subject)
            .toList();
    assertThat(subjects).hasSize(count);
    for (int i = 0; i < count; i++) {
      assertThat(subjects.get(i)).isEqualTo("item " + i);
    }
  }

  @Test
  void emptyQuestionsHaveEmptyAnswers() {
    assertThat(session.read(List.of())).isEmpty();
    assertThat(session.apply(List.of())).isEmpty();
  }

  private static void assertSameFields(MailboxAppointment stored, MailboxAppointment wanted) {
    assertThat(stored.subject()).isEqualTo(wanted.subject());
    assertThat(stored.body().content().strip()).isEqualTo(wanted.body().content());
    assertThat(stored.location()).isEqualTo(wanted.location());
    assertThat(stored.reminderSet()).isEqualTo(wanted.reminderSet());
    if (wanted.reminderSet()) {
      assertThat(stored.reminderMinutes()).isEqualTo(wanted.reminderMinutes());
    }
    assertThat(stored.busyStatus()).isEqualTo(wanted.busyStatus());
    assertThat(stored.sensitivity()).isEqualTo(wanted.sensitivity());
    assertThat(stored.categories()).isEqualTo(wanted.categories());
    assertThat(stored.importance()).isEqualTo(wanted.importance());
    assertThat(stored.stamp()).isEqualTo(wanted.stamp());
    assertThat(stored.references()).isEqualTo(wanted.references());
    assertThat(stored.when().firstDay(BERLIN)).isEqualTo(wanted.when().firstDay(BERLIN));
    assertThat(stored.when().lastDay(BERLIN)).isEqualTo(wanted.when().lastDay(BERLIN));
  }
}

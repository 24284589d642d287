package io.exchangesync.core.port;

import static io.exchangesync.core.port.MailboxSamples.anAppointment;
import static io.exchangesync.core.port.MailboxSamples.oneHour;
import static io.exchangesync.core.port.MailboxSamples.stamp;
import static io.exchangesync.core.port.MailboxSamples.stamped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.When;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What changed, what is there, and who wins: the part of the mailbox contract about versions. */
public abstract class MailboxGatewayContract extends MailboxWriteContract {

  @Test
  void anEmptyCalendarIsListedCompletelyAtOnce() {
    MailboxChanges page = session.changes(Optional.empty());
    assertThat(page.present()).isEmpty();
    assertThat(page.deleted()).isEmpty();
    assertThat(page.complete()).isTrue();
    assertThat(page.next()).isNotEmpty();
  }

  @Test
  void theFirstListingHasEveryItemOnceAndEndsWithComplete() {
    Set<ItemId> created = new HashSet<>();
    for (Answer<ItemVersion> answer :
        session.apply(
            IntStream.range(0, 530)
                .<MailboxWrite>mapToObj(i -> new MailboxWrite.Create(anAppointment("a" + i)))
                .toList())) {
      created.add(ok(answer).id());
    }
    assertThat(created).hasSize(530);
    assertThat(session.changes(Optional.empty()).complete()).isFalse();
    List<ItemId> listed =
        allChanges(Optional.empty()).present().stream().map(h -> h.version().id()).toList();
    assertThat(listed).hasSize(530).containsExactlyInAnyOrderElementsOf(created);
  }

  @Test
  void nothingChangedMeansAnEmptyPage() {
    create(anAppointment("a"));
    MailboxChanges changes = allChanges(Optional.of(positionNow()));
    assertThat(changes.present()).isEmpty();
    assertThat(changes.deleted()).isEmpty();
  }

  @Test
  void theEchoOfOurOwnWritesCarriesTheChangeKeyThatApplyAnswered() {
    String before = positionNow();
    ItemVersion created = create(anAppointment("a"));
    MailboxChanges afterCreate = allChanges(Optional.of(before));
    assertThat(afterCreate.present()).extracting(ItemHead::version).containsExactly(created);

    MailboxAppointment stored = read(created.id());
    assertThat(stored.version()).isEqualTo(created);
    ItemVersion updated =
        ok(applyOne(new MailboxWrite.Update(stored, stored.with().subject("b").build())));
    assertThat(updated.id()).isEqualTo(created.id());
    assertThat(updated.changeKey()).isNotEqualTo(created.changeKey());
    assertThat(allChanges(Optional.of(afterCreate.next())).present())
        .extracting(ItemHead::version)
        .containsExactly(updated);
    assertThat(read(created.id()).version()).isEqualTo(updated);
  }

  @Test
  void editsInOutlookAreChangesWithANewChangeKey() {
    ItemVersion ours = create(anAppointment("a"));
    String position = positionNow();
    ItemVersion edited =
        fixture.changeOutside(mailbox, ours.id(), item -> item.subject("edited in Outlook"));
    ItemVersion theirs = fixture.createOutside(mailbox, anAppointment("theirs"));
    assertThat(edited.changeKey()).isNotEqualTo(ours.changeKey());
    assertThat(allChanges(Optional.of(position)).present())
        .extracting(ItemHead::version)
        .containsExactlyInAnyOrder(edited, theirs);
    assertThat(read(ours.id()).subject()).isEqualTo("edited in Outlook");
  }

  @Test
  void deletedAndMovedItemsAreBothReportedAsDeleted() {
    ItemVersion deleted = create(anAppointment("deleted in Outlook"));
    ItemVersion moved = create(anAppointment("moved in Outlook"));
    ItemVersion ours = create(anAppointment("deleted by us"));
    ItemVersion kept = create(anAppointment("kept"));
    String position = positionNow();
    fixture.deleteOutside(mailbox, deleted.id());
    fixture.moveAwayOutside(mailbox, moved.id());
    ok(applyOne(new MailboxWrite.Delete(ours)));
    MailboxChanges changes = allChanges(Optional.of(position));
    assertThat(changes.present()).isEmpty();
    assertThat(changes.deleted()).containsExactlyInAnyOrder(deleted.id(), moved.id(), ours.id());
    assertThat(allChanges(Optional.empty()).present())
        .extracting(ItemHead::version)
        .containsExactly(kept);
  }

  @Test
  void aPositionNobodyGaveOutIsRefused() {
    for (String position : List.of("never given out", "AAAA", "bm90IGEgc3luYyBzdGF0ZQ==")) {
      assertThatThrownBy(() -> session.changes(Optional.of(position)))
          .isInstanceOf(SyncException.SyncStateInvalid.class);
    }
  }

  @Test
  void aPositionIsStillGoodInALaterSession() {
    String position = positionNow();
    ItemVersion created = create(anAppointment("a"));
    try (MailboxSession later = fixture.gateway().open(mailbox)) {
      assertThat(later.changes(Optional.of(position)).present())
          .extracting(ItemHead::version)
          .containsExactly(created);
    }
  }

  @Test
  void headsTellStartEndTypeAndStamp() {
    ItemVersion created = create(stamped("a", 815));
    ItemHead head = allChanges(Optional.empty()).present().get(0);
    assertThat(head.version()).isEqualTo(created);
    assertThat(head.itemClass()).isEqualTo("IPM.Appointment");
    assertThat(head.type()).isEqualTo(CalendarItemType.SINGLE);
    assertThat(head.start()).contains(oneHour().start());
    assertThat(head.end()).contains(oneHour().end());
    assertThat(head.stamp()).contains(stamp(815));
  }

  @Test
  void anItemWithoutStampSaysSo() {
    ItemVersion theirs = fixture.createOutside(mailbox, anAppointment("theirs"));
    assertThat(allChanges(Optional.empty()).present().get(0).stamp()).isEmpty();
    assertThat(read(theirs.id()).stamp()).isEmpty();
  }

  @Test
  void aCopyMadeInOutlookHasAnIdOfItsOwnAndTheSameStamp() {
    ItemVersion original = create(stamped("a", 1));
    ItemVersion copy = fixture.copyOutside(mailbox, original.id());
    assertThat(copy.id()).isNotEqualTo(original.id());
    assertThat(read(copy.id()).stamp()).contains(stamp(1));
    assertThat(allChanges(Optional.empty()).present())
        .extracting(ItemHead::stamp)
        .containsExactly(Optional.of(stamp(1)), Optional.of(stamp(1)));
  }

  @Test
  void aStampCanBeRemovedAndReplaced() {
    ItemVersion created = create(stamped("a", 1));
    MailboxAppointment stored = read(created.id());
    ok(applyOne(new MailboxWrite.Update(stored, stored.with().stamp(Optional.empty()).build())));
    MailboxAppointment bare = read(created.id());
    assertThat(bare.stamp()).isEmpty();
    assertThat(bare.subject()).isEqualTo("a");
    ok(applyOne(new MailboxWrite.Update(bare, bare.with().stamp(Optional.of(stamp(2))).build())));
    assertThat(read(created.id()).stamp()).contains(stamp(2));
    assertThat(allChanges(Optional.empty()).present().get(0).stamp()).contains(stamp(2));
  }

  @Test
  void aSeriesIsListedAsItsMasterOnly() {
    When.Timed first = oneHour();
    ItemVersion master = fixture.createSeriesOutside(mailbox, first);
    List<ItemHead> heads = allChanges(Optional.empty()).present();
    assertThat(heads).extracting(ItemHead::version).containsExactly(master);
    assertThat(heads.get(0).type()).isEqualTo(CalendarItemType.MASTER);
    assertThat(heads.get(0).start()).contains(first.start());
    assertThat(read(master.id()).type()).isEqualTo(CalendarItemType.MASTER);
  }

  @Test
  void meetingsAreRecognisedWithTheRoleOfTheOwner() {
    ItemVersion own = fixture.createMeetingOutside(mailbox, oneHour(), MeetingRole.ORGANIZER);
    ItemVersion invited = fixture.createMeetingOutside(mailbox, oneHour(), MeetingRole.ATTENDEE);
    ItemVersion plain = create(anAppointment("plain"));
    assertThat(read(own.id()).meetingRole()).isEqualTo(MeetingRole.ORGANIZER);
    assertThat(read(invited.id()).meetingRole()).isEqualTo(MeetingRole.ATTENDEE);
    assertThat(read(plain.id()).meetingRole()).isEqualTo(MeetingRole.NONE);
  }

  @Test
  void aMissingItemAnswersNotFoundAndItsNeighboursAreRead() {
    ItemVersion first = create(anAppointment("first"));
    ItemVersion gone = create(anAppointment("gone"));
    ItemVersion last = create(anAppointment("last"));
    fixture.deleteOutside(mailbox, gone.id());
    List<Answer<MailboxItem>> answers = session.read(List.of(first.id(), gone.id(), last.id()));
    assertThat(answers).hasSize(3);
    assertThat(subject(answers.get(0))).isEqualTo("first");
    assertProblem(answers.get(1), ItemProblem.Type.NOT_FOUND);
    assertThat(subject(answers.get(2))).isEqualTo("last");
  }

  @Test
  void aMailboxWithoutConnectionCanNotBeOpenedOrProbed() {
    session.probe();
    var stranger =
        new io.exchangesync.core.model.Mailbox(
            mailbox.id() + 1000,
            mailbox.associateId() + 1000,
            "nobody-" + mailbox.address(),
            mailbox.backEnd(),
            mailbox.kinds(),
            mailbox.rank(),
            mailbox.state(),
            mailbox.lastProblem(),
            mailbox.linkedAt());
    assertThatThrownBy(
            () -> {
              try (MailboxSession other = fixture.gateway().open(stranger)) {
                other.probe();
              }
            })
        .isInstanceOf(SyncException.MailboxFatal.class);
  }
}

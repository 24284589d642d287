package io.exchangesync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.memory.MemoryMailbox;
import io.exchangesync.core.memory.MemoryPost;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.CrmTies;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.model.Meeting.Address;
import io.exchangesync.core.model.Meeting.Response;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.core.model.When;
import io.exchangesync.core.plan.Reason;
import io.exchangesync.core.port.JournalEntry;
import io.exchangesync.core.settings.KindSettings;
import io.exchangesync.core.settings.MeetingSettings;
import io.exchangesync.core.settings.MeetingSettings.Invitations;
import io.exchangesync.core.settings.SyncSettings;
import io.exchangesync.core.settings.TaskSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Meetings between three linked mailboxes and people outside, in the words of sync-rules. */
class MeetingsTest {
  private static final int ANNA = World.ASSOCIATE;
  private static final int BERIT = 8;
  private static final int ROOM = 9;
  private static final String ANNAS = World.ADDRESS;
  private static final String BERITS = "berit@fjordline.example";
  private static final String ROOMS = "room@fjordline.example";
  private static final String OUTSIDER = "olga@customer.example";
  private static final String STRANGER = "nobody@unknown.example";

  private final World world = new World();
  private final MemoryPost post = world.gateway.post();
  private final MemoryMailbox anna = world.box;
  private MemoryMailbox berit;
  private MemoryMailbox room;

  @BeforeEach
  void threeMailboxesAreLinked() {
    world.linkColleague(BERIT, BERITS);
    world.linkColleague(ROOM, ROOMS);
    berit = world.gateway.mailbox(BERITS);
    room = world.gateway.mailbox(ROOMS);
    world.crm.addPerson(new Participant(0, 0, 77, 1, 1, OUTSIDER, "Olga", false));
    world.run();
  }

  @Test
  void aMeetingOfOutlookBecomesAMasterAndOneRowPerKnownParticipant() {
    invite("Plan", BERITS, OUTSIDER, STRANGER);
    settle();

    CrmAppointment master = onlyRow(ANNA);
    assertThat(master.ties().motherId()).isEqualTo(master.recordId());
    assertThat(participants(master)).extracting(Participant::email).contains(BERITS, OUTSIDER);
    assertThat(master.booking().orElseThrow().participants()).hasSize(2);
    assertThat(master.booking().orElseThrow().eventUid()).isEqualTo(only(anna).uid());
    CrmAppointment child = onlyRow(BERIT);
    assertThat(child.ties().motherId()).isEqualTo(master.recordId());
    assertThat(child.type()).isEqualTo(6);
    assertThat(child.status()).isEqualTo(5);
    assertThat(child.title()).isEqualTo("Plan");
    assertQuiet();
  }

  @Test
  void anInviteesItemIsPairedWithTheRowItsUidNames() {
    invite("Plan", BERITS);
    settle();

    assertThat(berit.items()).hasSize(1);
    assertThat(only(berit).meetingRole()).isEqualTo(MeetingRole.ATTENDEE);
    assertThat(world.stores.links().all()).hasSize(2);
    assertThat(reasons()).contains(Reason.MATCHED_BY_IDENTITY.name());
    assertNoMailOfOurs();
  }

  @Test
  void anInviteesItemWaitsForTheOrganizersRow() {
    berit.create(attended("Plan", ANNAS, "uid-of-anna"));
    assertThat(world.run().counts()).containsEntry("Skip/WAITING_FOR_ORGANIZER", 1);
    assertThat(world.crm.diary(BERIT)).isEmpty();

    anna.create(organized("Plan", BERITS).with().uid("uid-of-anna").build());
    settle();
    assertThat(onlyRow(BERIT).ties().motherId()).isEqualTo(onlyRow(ANNA).recordId());
    assertThat(world.stores.links().all()).hasSize(2);
    assertQuiet();
  }

  @Test
  void aMeetingOfAnOrganizerOutsideBecomesAPlainRowOwnedOutside() {
    anna.create(attended("Tender", OUTSIDER, "uid-outside"));
    settle();

    CrmAppointment row = onlyRow(ANNA);
    assertThat(row.ties().motherId()).isZero();
    assertThat(row.type()).isEqualTo(1);
    assertThat(row.status()).isEqualTo(1);
    assertThat(row.ties().ownedExternally()).isEqualTo(CrmTies.EXCHANGE);
    assertThat(world.crm.externalParticipants(row.recordId()).orElseThrow().participants())
        .extracting(Participant::email)
        .containsExactly(ANNAS);
    assertThat(world.crm.externalParticipants(row.recordId()).orElseThrow().eventUid())
        .isEqualTo("uid-outside");
    assertQuiet();
  }

  @Test
  void eachLinkedInviteeOfAnOutsiderHasAPlainRowOfItsOwn() {
    anna.create(attended("Tender", OUTSIDER, "uid-outside"));
    berit.create(attended("Tender", OUTSIDER, "uid-outside"));
    settle();

    assertThat(onlyRow(ANNA).ties().motherId()).isZero();
    assertThat(onlyRow(BERIT).ties().motherId()).isZero();
  }

  @Test
  void anEditInSuperOfficeOfAnOutsidersMeetingIsPutBackOnceRecordedAndShown() {
    anna.create(attended("Tender", OUTSIDER, "uid-outside"));
    settle();
    world.crm.userEdits(onlyRow(ANNA).recordId(), row -> row.title("Mine").location("Here"));
    assertThat(world.run().counts()).containsEntry("Align/OWNED_BY_ORGANIZER", 1);

    assertThat(onlyRow(ANNA).title()).isEqualTo("Tender");
    assertThat(only(anna).subject()).isEqualTo("Tender");
    assertThat(world.stores.journal().entries())
        .anyMatch(entry -> entry.before().contains("\"lost\"") && entry.before().contains("Mine"));
    assertQuiet();
  }

  @Test
  void whatSuperOfficeLeavesOpenOnAnOutsidersMeetingIsTheUsers() {
    anna.create(attended("Tender", OUTSIDER, "uid-outside"));
    settle();
    world.crm.userEdits(
        onlyRow(ANNA).recordId(),
        row -> row.hasAlarm(true).alarmMinutes(45).freeBusy(1).priorityId(1).taskId(2));
    settle();

    CrmAppointment row = onlyRow(ANNA);
    assertThat(row.hasAlarm()).isTrue();
    assertThat(row.alarmMinutes()).isEqualTo(45);
    assertThat(row.freeBusy()).isEqualTo(1);
    assertThat(row.taskId()).isEqualTo(2);
    assertThat(reasons()).doesNotContain(Reason.OWNED_BY_ORGANIZER.name());
  }

  @Test
  void theOrganizersEditsReachEverybodysRows() {
    ItemVersion item = invite("Plan", BERITS);
    settle();
    post.update(ANNAS, item, each -> each.when(at(15)).location("Room 2"));
    settle();

    assertThat(onlyRow(ANNA).doBy()).isEqualTo("2026-11-24T16:00:00");
    assertThat(onlyRow(BERIT).doBy()).isEqualTo("2026-11-24T16:00:00");
    assertThat(onlyRow(BERIT).location()).isEqualTo("Room 2");
    assertThat(only(berit).when()).isEqualTo(at(15));
    assertThat(reasons()).doesNotContain(Reason.OWNED_BY_ORGANIZER.name());
    assertQuiet();
  }

  @Test
  void anOrganizersEditInSuperOfficeReachesTheInviteesItemWithoutAMail() {
    invite("Plan", BERITS);
    settle();
    post.forget();
    world.crm.userEdits(onlyRow(ANNA).recordId(), row -> row.location("Room 3"));
    settle();

    assertThat(only(anna).location()).isEqualTo("Room 3");
    assertThat(only(berit).location()).isEqualTo("Room 3");
    assertThat(post.sent()).isEmpty();
    assertQuiet();
  }

  @Test
  void anInviteesEditIsPutBackOnceRecordedAndShown() {
    invite("Plan", BERITS);
    settle();
    berit.change(only(berit).version().id(), item -> item.subject("My plan").when(at(18)));
    assertThat(world.run().counts()).containsEntry("Align/OWNED_BY_ORGANIZER", 1);

    assertThat(only(berit).subject()).isEqualTo("Plan");
    assertThat(only(berit).when()).isEqualTo(at(11));
    assertThat(onlyRow(BERIT).title()).isEqualTo("Plan");
    assertThat(onlyRow(ANNA).title()).isEqualTo("Plan");
    assertThat(world.stores.journal().entries())
        .anyMatch(entry -> entry.before().contains("My plan"));
    assertQuiet();
  }

  @Test
  void anInviteesOwnReminderStaysHis() {
    invite("Plan", BERITS);
    settle();
    berit.change(only(berit).version().id(), item -> item.reminderSet(true).reminderMinutes(30));
    settle();

    assertThat(onlyRow(BERIT).hasAlarm()).isTrue();
    assertThat(onlyRow(BERIT).alarmMinutes()).isEqualTo(30);
    assertThat(onlyRow(ANNA).hasAlarm()).isFalse();
  }

  @Test
  void aReplyInOutlookTravelsToTheRow() {
    ItemVersion item = invite("Plan", BERITS);
    settle();
    reply(item, Response.ACCEPTED);
    settle();
    assertThat(onlyRow(BERIT).type()).isEqualTo(1);
    assertThat(onlyRow(BERIT).status()).isEqualTo(1);

    reply(item, Response.TENTATIVE);
    settle();
    assertThat(onlyRow(BERIT).type()).isEqualTo(6);
    assertThat(onlyRow(BERIT).status()).isEqualTo(7);
    assertQuiet();
  }

  @Test
  void aReplyThatIsGivenBeforeTheRowIsMadeIsKept() {
    ItemVersion item = invite("Plan", BERITS);
    reply(item, Response.ACCEPTED);
    settle();
    assertThat(onlyRow(BERIT).type()).isEqualTo(1);
    assertThat(onlyRow(BERIT).status()).isEqualTo(1);
    assertThat(post.copy(BERITS, uid(item)).orElseThrow().meeting().orElseThrow().myResponse())
        .isEqualTo(Response.ACCEPTED);
    assertQuiet();
  }

  @Test
  void aReplyThatIsGivenWhileTheRowIsMadeIsKept() {
    anna.create(organized("Plan", BERITS).with().uid("uid-of-anna").build());
    settle();
    MailboxAppointment delivered = attended("Plan", ANNAS, "uid-of-anna");
    berit.create(
        delivered
            .with()
            .meeting(delivered.meeting().map(m -> m.withMyResponse(Response.ACCEPTED)))
            .build());
    settle();
    assertThat(onlyRow(BERIT).type()).isEqualTo(1);
    assertThat(only(berit).meeting().orElseThrow().myResponse()).isEqualTo(Response.ACCEPTED);
    assertQuiet();
  }

  @Test
  void aReplyInSuperOfficeTravelsToTheItemSilently() {
    invite("Plan", BERITS);
    settle();
    post.forget();
    world.crm.userEdits(onlyRow(BERIT).recordId(), row -> row.type(1).status(1));
    settle();

    assertThat(only(berit).meeting().orElseThrow().myResponse()).isEqualTo(Response.ACCEPTED);
    assertThat(post.sent()).isEmpty();
    assertQuiet();
  }

  @Test
  void aReplyOfSomebodyWithoutALinkedMailboxTravelsThroughTheOrganizer() {
    world.crm.addOwner(10);
    world.crm.addPerson(
        new Participant(0, 10, 1010, 6, 5, "carl@fjordline.example", "Carl", false));
    world.gateway.mailbox("carl@fjordline.example");
    ItemVersion item = invite("Plan", "carl@fjordline.example");
    settle();
    assertThat(onlyRow(10).status()).isEqualTo(5);
    post.reply("carl@fjordline.example", uid(item), Response.ACCEPTED);
    settle();

    assertThat(onlyRow(10).type()).isEqualTo(1);
    assertThat(onlyRow(10).status()).isEqualTo(1);
    assertQuiet();
  }

  @Test
  void decliningInOutlookDeclinesTheRowAndDeletesNothing() {
    ItemVersion item = invite("Plan", BERITS);
    settle();
    reply(item, Response.DECLINED);
    settle();

    assertThat(onlyRow(BERIT).status()).isEqualTo(9);
    assertThat(participants(onlyRow(ANNA))).extracting(Participant::status).containsExactly(9);
    assertThat(anna.items()).hasSize(1);
    assertQuiet();
  }

  @Test
  void aCopyThatComesAfterARefusalLeavesAlsoWhenTheInviteeMovedIt() {
    ItemVersion item = invite("Plan", BERITS);
    settle();
    berit.delete(only(berit).version().id());
    post.update(ANNAS, item, each -> each.when(at(15)));
    berit.change(only(berit).version().id(), each -> each.when(at(17)));
    settle();

    assertThat(onlyRow(BERIT).status()).isEqualTo(9);
    assertThat(berit.items()).isEmpty();
    assertThat(only(anna).when()).isEqualTo(at(15));
    assertQuiet();
  }

  @Test
  void decliningInSuperOfficeTakesTheItemAwaySilently() {
    invite("Plan", BERITS);
    settle();
    post.forget();
    world.crm.userEdits(onlyRow(BERIT).recordId(), row -> row.status(9));
    settle();

    assertThat(berit.items()).isEmpty();
    assertThat(anna.items()).hasSize(1);
    assertThat(post.sent()).isEmpty();
    assertQuiet();
  }

  @Test
  void decliningAnOutsidersMeetingKeepsItsRowAsDeclined() {
    ItemVersion item = anna.create(attended("Tender", OUTSIDER, "uid-outside"));
    settle();
    anna.delete(item.id());
    settle();

    assertThat(onlyRow(ANNA).status()).isEqualTo(9);
    assertQuiet();
  }

  @Test
  void aDeclinedOutsidersMeetingThatIsNewMakesNoRow() {
    MailboxAppointment item = attended("Tender", OUTSIDER, "uid-outside");
    anna.create(
        item.with()
            .meeting(item.meeting().map(meeting -> meeting.withMyResponse(Response.DECLINED)))
            .build());
    assertThat(world.run().counts()).containsEntry("Skip/DECLINED", 1);
    assertThat(world.crm.diary(ANNA)).isEmpty();
  }

  @Test
  void aNewTimeAsksEverybodyAnew() {
    ItemVersion item = invite("Plan", BERITS);
    settle();
    reply(item, Response.ACCEPTED);
    settle();
    post.update(ANNAS, item, each -> each.when(at(15)));
    settle();

    assertThat(onlyRow(BERIT).type()).isEqualTo(6);
    assertThat(only(berit).meeting().orElseThrow().myResponse()).isEqualTo(Response.NONE);
    assertQuiet();
  }

  @Test
  void participantsWhoAreAddedOrRemovedInOutlookAreSoInSuperOffice() {
    ItemVersion item = invite("Plan", BERITS);
    settle();
    post.reinvite(ANNAS, item, List.of(BERITS, ROOMS, OUTSIDER));
    settle();
    assertThat(participants(onlyRow(ANNA)))
        .extracting(Participant::email)
        .containsExactlyInAnyOrder(BERITS, ROOMS, OUTSIDER);
    assertThat(room.items()).hasSize(1);

    post.reinvite(ANNAS, item, List.of(ROOMS));
    settle();
    assertThat(onlyRow(BERIT).status()).isEqualTo(10);
    assertThat(berit.items()).isEmpty();
    assertThat(room.items()).hasSize(1);
    assertQuiet();
  }

  @Test
  void aCancelledMeetingLeavesEveryMailbox() {
    ItemVersion item = invite("Plan", BERITS, ROOMS);
    settle();
    post.cancel(ANNAS, item);
    settle();

    assertThat(world.crm.diary(ANNA)).isEmpty();
    assertThat(onlyRow(BERIT).status()).isEqualTo(10);
    assertThat(berit.items()).isEmpty();
    assertThat(room.items()).isEmpty();
    assertQuiet();
  }

  @Test
  void aCompletedMeetingThatAnOutsiderCancelsStaysInSuperOffice() {
    ItemVersion item = anna.create(attended("Tender", OUTSIDER, "uid-outside"));
    settle();
    int row = onlyRow(ANNA).recordId();
    world.crm.userEdits(row, each -> each.status(3).done(LocalDateTime.of(2026, 11, 20, 9, 0)));
    settle();
    anna.change(item.id(), each -> each.meeting(cancelled(only(anna))));
    settle();

    assertThat(onlyRow(ANNA).recordId()).isEqualTo(row);
    assertThat(reasons()).contains(Reason.KEPT_PAST.name());
    assertQuiet();
  }

  @Test
  void anInvitationOutsideTheWindowDoesNotWaitForItsOrganizer() {
    When.Timed lastYear =
        new When.Timed(
            Instant.parse("2025-03-03T09:00:00Z"),
            Instant.parse("2025-03-03T10:00:00Z"),
            World.OSLO);
    berit.create(attended("Old", ANNAS, "uid-of-anna").with().when(lastYear).build());
    Map<String, Integer> counts = world.run().counts();

    assertThat(counts).doesNotContainKey("Skip/WAITING_FOR_ORGANIZER");
    assertQuiet();
  }

  @Test
  void anInvitationThatIsDeletedIsDeclinedAlsoWhereNoColumnSaysThatItIsOwnedOutside() {
    ItemVersion item = anna.create(attended("Tender", OUTSIDER, "uid-outside"));
    settle();
    world.crm.userEdits(onlyRow(ANNA).recordId(), each -> each.ties(CrmTies.NONE));
    settle();
    anna.delete(item.id());
    settle();

    assertThat(onlyRow(ANNA).status()).isEqualTo(9);
  }

  @Test
  void aMeetingThatAnOutsiderCancelsLeavesSuperOffice() {
    ItemVersion item = anna.create(attended("Tender", OUTSIDER, "uid-outside"));
    settle();
    anna.change(item.id(), each -> each.meeting(cancelled(only(anna))));
    assertThat(world.run().counts()).containsEntry("DeleteInCrm/CANCELLED", 1);
    assertThat(world.crm.diary(ANNA)).isEmpty();
    settle();
    assertQuiet();
    world.stores.leases().askFullListing(Kind.APPOINTMENT, List.of(world.mailbox.id()));
    assertThat(world.run().counts()).containsEntry("Skip/CANCELLED", 1).hasSize(1);
  }

  @Test
  void aBookingOfSuperOfficeIsOneItemPerPersonAndNoMail() {
    book("Budget", BERIT, ROOM);
    settle();

    assertThat(only(anna).meetingRole()).isEqualTo(MeetingRole.NONE);
    assertThat(only(anna).body().content()).contains("Participants: ").contains("A8");
    assertThat(only(berit).subject()).isEqualTo("Budget");
    assertThat(only(room).subject()).isEqualTo("Budget");
    assertThat(post.sent()).isEmpty();
    assertQuiet();
  }

  @Test
  void deletingTheItemOfABookingDeclinesIt() {
    book("Budget", BERIT);
    settle();
    berit.delete(only(berit).version().id());
    assertThat(world.run().counts()).containsEntry("DeclineInCrm/DECLINED_IN_MAILBOX", 1);
    settle();

    assertThat(onlyRow(BERIT).status()).isEqualTo(9);
    assertThat(only(anna).subject()).isEqualTo("Budget");
    assertQuiet();
  }

  @Test
  void anInviteesEditOfABookingIsPutBack() {
    book("Budget", BERIT);
    settle();
    berit.change(only(berit).version().id(), item -> item.when(at(18)));
    assertThat(world.run().counts()).containsEntry("Align/OWNED_BY_ORGANIZER", 1);
    assertThat(only(berit).when()).isEqualTo(only(anna).when());
    assertQuiet();
  }

  @Test
  void aBookingDeletedInSuperOfficeLeavesTheMailboxes() {
    int id = book("Budget", BERIT, ROOM);
    settle();
    world.crm.userDeletes(id);
    settle();

    assertThat(anna.items()).isEmpty();
    assertThat(berit.items()).isEmpty();
    assertThat(room.items()).isEmpty();
    assertThat(post.sent()).isEmpty();
    assertQuiet();
  }

  @Test
  void attendeesThatAreThereAlreadyAreNeitherRemovedNorInvitedAgain() {
    invite("Plan", BERITS);
    settle();
    post.forget();
    world.crm.userEdits(
        onlyRow(ANNA).recordId(),
        row -> row.booking(Optional.of(new CrmBooking(List.of(), uid(only(anna).version())))));
    settle();

    assertThat(only(anna).meeting().orElseThrow().attendees()).hasSize(1);
    assertThat(post.sent()).isEmpty();
    assertThat(onlyRow(BERIT).status()).isEqualTo(10);
  }

  @Test
  void withInvitationsExchangeInvitesAndEachPersonStillHasOneItem() {
    world.settings = invitations(Invitations.ATTENDEES, 20);
    book("Budget", BERIT, ROOM);
    settle();

    assertThat(only(anna).meetingRole()).isEqualTo(MeetingRole.ORGANIZER);
    assertThat(only(berit).meetingRole()).isEqualTo(MeetingRole.ATTENDEE);
    assertThat(only(room).meetingRole()).isEqualTo(MeetingRole.ATTENDEE);
    assertThat(post.sent()).containsExactlyInAnyOrder("invited " + BERITS, "invited " + ROOMS);
    assertThat(only(anna).body().content()).doesNotContain("Participants: ");
    assertQuiet();
  }

  @Test
  void theDryRunShowsHowManyMailsWouldLeave() {
    world.settings = invitations(Invitations.ATTENDEES, 20);
    book("Budget", BERIT, ROOM);

    assertThat(plan().mails()).isEqualTo(2);
    assertThat(post.sent()).isEmpty();
  }

  @Test
  void moreMailsThanTheBrakeAllowsAreHeld() {
    world.settings = invitations(Invitations.ATTENDEES, 1);
    book("Budget", BERIT, ROOM);
    World.Report report = world.run();

    assertThat(report.counts()).containsEntry("Hold/BRAKE_MAILS", 1);
    assertThat(post.sent()).isEmpty();
    assertThat(anna.items()).isEmpty();
  }

  @Test
  void aFirstSynchronizationSendsNoMail() {
    World fresh = new World();
    fresh.settings = invitations(Invitations.ATTENDEES, 20);
    fresh.linkColleague(BERIT, BERITS);
    fresh.crm.userCreates(booking("Budget", BERIT));
    for (int i = 0; i < 4; i++) {
      fresh.run();
      fresh.clock.advance(Duration.ofMinutes(10));
    }

    assertThat(fresh.onlyItem().subject()).isEqualTo("Budget");
    assertThat(fresh.gateway.mailbox(BERITS).items()).hasSize(1);
    assertThat(fresh.gateway.post().sent()).isEmpty();
    assertThat(fresh.crm.diary(BERIT)).extracting(CrmAppointment::status).containsExactly(5);
  }

  @Test
  void itSendsNoneEitherWhenAnotherKindWasReadyBefore() {
    World fresh = new World();
    fresh.settings = invitations(Invitations.ATTENDEES, 20);
    fresh.crm.userCreates(booking("Budget", BERIT));
    fresh.stores.mailboxes().save(fresh.mailbox.withState(Mailbox.State.ACTIVE, Optional.empty()));
    fresh.run();

    assertThat(fresh.onlyItem().subject()).isEqualTo("Budget");
    assertThat(fresh.gateway.post().sent()).isEmpty();
  }

  @Test
  void whatWasDeliveredBeforeTheLinkIsOneItemPerPersonAfterIt() {
    World fresh = new World();
    MemoryPost theirs = fresh.gateway.post();
    fresh.gateway.mailbox(BERITS);
    theirs.invite(ANNAS, World.item("Plan"), List.of(BERITS));
    theirs.forget();
    fresh.linkColleague(BERIT, BERITS);
    for (int i = 0; i < 4; i++) {
      fresh.run();
      fresh.clock.advance(Duration.ofMinutes(10));
    }

    assertThat(fresh.onlyItem().subject()).isEqualTo("Plan");
    assertThat(fresh.gateway.mailbox(BERITS).items()).hasSize(1);
    assertThat(fresh.crm.diary(BERIT)).hasSize(1);
    assertThat(theirs.sent()).isEmpty();
  }

  @Test
  void anInviteesOwnRowGivesWayToTheBookingOnceTheOrganizerIsLinked() {
    World staged = inviteeLinkedFirst(World.item("Plan"));
    CrmAppointment plain = staged.onlyRow();
    assertThat(plain.ties().ownedExternally()).isEqualTo(CrmTies.EXCHANGE);
    MailboxAppointment item = staged.onlyItem();

    staged.linkColleague(BERIT, BERITS);
    rounds(staged);

    assertThat(staged.crm.diary(BERIT)).hasSize(1);
    assertThat(staged.onlyRow().ties().motherId())
        .isEqualTo(staged.crm.diary(BERIT).get(0).recordId());
    assertThat(staged.onlyItem().version().id()).isEqualTo(item.version().id());
    assertThat(staged.gateway.mailbox(BERITS).items()).hasSize(1);
    assertThat(staged.stores.links().liveByRecords(Kind.APPOINTMENT, List.of(plain.recordId())))
        .isEmpty();
    JournalEntry deleted = entryOf(staged, Reason.REPLACED_BY_BOOKING);
    assertThat(deleted.recordId()).isEqualTo(plain.recordId());
    assertThat(deleted.before()).contains("Plan");
    assertThat(staged.gateway.post().sent()).isEmpty();
    assertThat(staged.run().quiet()).isTrue();

    staged.gateway.post().reply(ANNAS, item.uid(), Response.ACCEPTED);
    rounds(staged);
    assertThat(staged.onlyRow().type()).isEqualTo(1);
  }

  @Test
  void anInviteesOwnSeriesGivesWayToTheBookingOnceTheOrganizerIsLinked() {
    World staged =
        inviteeLinkedFirst(
            SeriesSamples.master(
                "Standup", SeriesSamples.tuesdays(new End.After(4)), LocalTime.of(10, 0)));
    int dates = staged.crm.diary(ANNA).size();
    assertThat(dates).isGreaterThan(1);

    staged.linkColleague(BERIT, BERITS);
    rounds(staged);

    assertThat(staged.crm.diary(ANNA)).hasSize(dates).allMatch(CrmAppointment::bookingChild);
    assertThat(staged.crm.diary(BERIT)).hasSize(dates);
    assertThat(staged.box.items()).hasSize(1);
    assertThat(staged.gateway.post().sent()).isEmpty();
    assertThat(staged.run().quiet()).isTrue();
  }

  @Test
  void anInviteesOwnRowThatConcernsACompanyStaysBesideTheBooking() {
    World staged = inviteeLinkedFirst(World.item("Plan"));
    int plain = staged.onlyRow().recordId();
    staged.crm.userEdits(plain, row -> row.references(new CrmReferences(31, 0, 0, 0)));
    rounds(staged);
    staged.linkColleague(BERIT, BERITS);
    rounds(staged);

    assertThat(staged.crm.diary(ANNA)).extracting(CrmAppointment::recordId).contains(plain);
    assertThat(staged.box.items()).hasSize(1);
    assertThat(staged.run().quiet()).isTrue();
    assertThat(IntStream.range(0, 20).mapToObj(run -> staged.counts(run).keySet()))
        .anyMatch(counts -> counts.contains("Skip/KEPT_BESIDE_BOOKING"));
    MailboxAppointment organizers = only(staged.gateway.mailbox(BERITS));
    staged.gateway.post().update(BERITS, organizers.version(), each -> each.subject("Plan B"));
    rounds(staged);
    assertThat(staged.crm.diary(ANNA)).hasSize(2).allMatch(row -> row.title().equals("Plan B"));
    staged.gateway.post().forget();

    staged.crm.userEdits(plain, row -> row.references(CrmReferences.NONE));
    rounds(staged);
    assertThat(staged.onlyRow().bookingChild()).isTrue();
    assertThat(staged.box.items()).hasSize(1);
    assertThat(staged.gateway.post().sent()).isEmpty();
  }

  @Test
  void manyRowsThatGiveWayAtOnceWaitForNobody() {
    World staged = new World();
    staged.gateway.mailbox(BERITS);
    for (int i = 0; i < 6; i++) {
      staged.gateway.post().invite(BERITS, World.item("Plan " + i), List.of(ANNAS));
    }
    staged.gateway.post().forget();
    rounds(staged);
    staged.linkColleague(BERIT, BERITS);
    rounds(staged);

    assertThat(staged.stores.holds().all()).isEmpty();
    assertThat(staged.box.items()).hasSize(6);
    assertThat(staged.crm.diary(ANNA)).hasSize(6).allMatch(CrmAppointment::bookingChild);
  }

  /** Anna, who is invited, is synchronized for a while before Berit, who invited her. */
  private static World inviteeLinkedFirst(MailboxAppointment meeting) {
    World staged = new World();
    staged.gateway.mailbox(BERITS);
    staged.gateway.post().invite(BERITS, meeting, List.of(ANNAS));
    staged.gateway.post().forget();
    rounds(staged);
    return staged;
  }

  private static void rounds(World world) {
    for (int i = 0; i < 4; i++) {
      assertThat(world.run().failures()).isEmpty();
      world.clock.advance(Duration.ofMinutes(10));
    }
  }

  private static JournalEntry entryOf(World world, Reason reason) {
    return world.stores.journal().entries().stream()
        .filter(entry -> entry.reason().equals(reason.name()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theItemWeWroteGoesWhenExchangeDeliversItsOwn() {
    book("Budget", BERIT);
    settle();
    MailboxAppointment ours = only(anna);
    anna.change(
        ours.version().id(),
        item -> item.meetingRole(MeetingRole.ORGANIZER).meeting(organized("x", BERITS).meeting()));
    post.reinvite(ANNAS, ours.version(), List.of(BERITS));
    settle();

    assertThat(only(berit).meetingRole()).isEqualTo(MeetingRole.ATTENDEE);
    assertThat(onlyRow(BERIT).status()).isNotEqualTo(9);
    assertThat(reasons()).contains(Reason.DELIVERED_BY_EXCHANGE.name());
    assertQuiet();
  }

  @Test
  void anOldInvitationOfSuperOfficeIsLeftAlone() {
    int id =
        world.crm.userCreates(
            World.row("Old").with().ties(new CrmTies(0, 0, 0, 0, 0, false, 0, true)).build());
    assertThat(world.run().counts()).containsEntry("Skip/OLD_INVITATION", 1);
    assertThat(anna.items()).isEmpty();
    assertThat(world.crm.diary(ANNA)).extracting(CrmAppointment::recordId).containsExactly(id);
  }

  @Test
  void aRecordThatIsLinkedIsNoOldInvitation() {
    int id = world.crm.userCreates(World.row("Mine"));
    settle();
    world.crm.userEdits(
        id, row -> row.title("Still mine").ties(new CrmTies(0, 0, 0, 0, 0, false, 0, true)));
    settle();
    assertThat(only(anna).subject()).isEqualTo("Still mine");
  }

  @Test
  void aPrivateMeetingOfOutlookIsSeenByItsOwnerAlone() {
    anna.create(organized("Secret", BERITS).with().sensitivity(Sensitivity.PRIVATE).build());
    settle();
    assertThat(onlyRow(ANNA).visibility()).isEqualTo(Visibility.OWNER);
    assertThat(world.stores.journal().entries())
        .filteredOn(entry -> entry.recordId() == onlyRow(ANNA).recordId())
        .allMatch(entry -> entry.confidential());
  }

  @Test
  void aMeetingThatLostItsLinksFindsThemAgain() {
    invite("Plan", BERITS);
    book("Budget", BERIT);
    settle();
    world.loseSyncTables();
    world.linkColleague(BERIT, BERITS);
    settle();

    assertThat(anna.items()).hasSize(2);
    assertThat(berit.items()).hasSize(2);
    assertThat(world.crm.diary(ANNA)).hasSize(2);
    assertThat(world.crm.diary(BERIT)).hasSize(2);
    assertQuiet();
  }

  private ItemVersion invite(String subject, String... attendees) {
    return post.invite(ANNAS, World.item(subject), List.of(attendees));
  }

  private void reply(ItemVersion organizers, Response response) {
    post.reply(BERITS, uid(organizers), response);
  }

  private String uid(ItemVersion organizers) {
    return anna.find(organizers.id()).orElseThrow().uid();
  }

  private int book(String title, int... associates) {
    return world.crm.userCreates(booking(title, associates));
  }

  private static CrmAppointment booking(String title, int... associates) {
    Map<Integer, String> addresses = Map.of(BERIT, BERITS, ROOM, ROOMS);
    List<Participant> participants =
        java.util.Arrays.stream(associates)
            .mapToObj(
                each ->
                    new Participant(
                        0, each, 1000 + each, 6, 5, addresses.get(each), "A" + each, false))
            .toList();
    return World.row(title).with().booking(Optional.of(new CrmBooking(participants, ""))).build();
  }

  private static MailboxAppointment attended(String subject, String organizer, String uid) {
    return World.item(subject)
        .with()
        .uid(uid)
        .meetingRole(MeetingRole.ATTENDEE)
        .meeting(
            Optional.of(
                new Meeting(
                    new Address(organizer, organizer),
                    List.of(
                        new Meeting.Attendee(
                            new Address(ANNAS, "Anna"), Meeting.Part.REQUIRED, Response.NONE)),
                    Response.NONE,
                    false)))
        .build();
  }

  private static MailboxAppointment organized(String subject, String attendee) {
    return World.item(subject)
        .with()
        .meetingRole(MeetingRole.ORGANIZER)
        .meeting(
            Optional.of(
                new Meeting(
                    new Address(ANNAS, "Anna"),
                    List.of(
                        new Meeting.Attendee(
                            new Address(attendee, ""), Meeting.Part.REQUIRED, Response.NONE)),
                    Response.ORGANIZER,
                    false)))
        .build();
  }

  private static Optional<Meeting> cancelled(MailboxAppointment item) {
    return item.meeting()
        .map(each -> new Meeting(each.organizer(), each.attendees(), each.myResponse(), true));
  }

  private static When.Timed at(int hour) {
    Instant start = Instant.parse("2026-11-24T" + hour + ":00:00Z");
    return new When.Timed(start, start.plusSeconds(3600), World.OSLO);
  }

  private static SyncSettings invitations(Invitations invitations, int mails) {
    SyncSettings s = World.withVisibility(SyncSettings.DEFAULTS);
    return new SyncSettings(
        s.windowBack(),
        s.windowAhead(),
        s.direction(),
        s.mapping(),
        s.filters(),
        s.brakes(),
        s.conflict(),
        s.deletePast(),
        s.visibleFor(),
        new KindSettings(
            TaskSettings.DEFAULTS, new MeetingSettings(invitations, true, mails), Map.of()));
  }

  private void settle() {
    for (int i = 0; i < 4; i++) {
      assertThat(world.run().failures()).isEmpty();
      world.clock.advance(Duration.ofMinutes(10));
    }
  }

  private void assertQuiet() {
    World.Report report = world.run();
    assertThat(report.quiet()).as("the next plan is empty: %s", report.counts()).isTrue();
  }

  private void assertNoMailOfOurs() {
    assertThat(post.sent()).containsExactly("invited " + BERITS);
  }

  private List<String> reasons() {
    return world.stores.journal().entries().stream().map(entry -> entry.reason()).toList();
  }

  private DryRun.Plan plan() {
    Mailbox mailbox = world.stores.mailboxes().byId(world.mailbox.id()).orElseThrow();
    return new DryRun(world.ports()).plan(mailbox, Kind.APPOINTMENT, RunMode.LISTING, 10);
  }

  private CrmAppointment onlyRow(int associate) {
    List<CrmAppointment> rows = world.crm.diary(associate);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static List<Participant> participants(CrmAppointment master) {
    return master.booking().orElseThrow().participants();
  }

  private static MailboxAppointment only(MemoryMailbox box) {
    assertThat(box.items()).hasSize(1);
    return box.items().get(0);
  }
}

package io.exchangesync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.memory.MemoryMailbox;
import io.exchangesync.core.memory.MemoryPost;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.When;
import io.exchangesync.core.port.Hold;
import io.exchangesync.core.port.ItemProblem;
import io.exchangesync.core.port.PendingChange;
import io.exchangesync.core.settings.SettingsParser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What stands between a mistake and many people: the brakes of mails and deletes (I3, I7). */
class GuardsTest {
  private static final int BERIT = 8;
  private static final String BERITS = "berit@fjordline.example";

  private final World world = new World();
  private final MemoryPost post = world.gateway.post();

  GuardsTest() {
    settings(world, Map.of());
  }

  @Test
  void mailsThatAreHeldStaySoInLaterRunsAndListings() {
    linked();
    book(30);
    world.run();
    assertThat(post.sent()).hasSize(20);
    assertThat(openMailHolds()).hasSize(10);

    for (int night = 0; night < 3; night++) {
      world.clock.advance(Duration.ofHours(25));
      listed();
    }
    assertThat(post.sent()).hasSize(20);
    assertThat(openMailHolds()).hasSize(10);
  }

  @Test
  void anEditOfAHeldMeetingDoesNotLetItsMailGo() {
    linked();
    book(21);
    world.run();
    Hold hold = openMailHolds().get(0);
    world.crm.userEdits(hold.recordId(), row -> row.location("Room 2"));
    world.run();
    assertThat(post.sent()).hasSize(20);
    assertThat(openMailHolds()).hasSize(1);

    world.stores.holds().release(hold.id());
    listed();
    assertThat(post.sent()).hasSize(21);
    assertThat(openMailHolds()).isEmpty();
    settle();
    assertThat(post.sent()).hasSize(21);
    assertThat(world.run().quiet()).isTrue();
  }

  @Test
  void aRunThatIsCutIntoSlicesHasOneBudgetOfMails() {
    world.chunk = 100;
    linked();
    for (int i = 0; i < 1100; i++) {
      world.crm.userCreates(World.row("Row " + i));
    }
    for (int i = 0; i < 10; i++) {
      world.crm.userCreates(i < 5 ? booking("First " + i) : World.row("Plain " + i));
    }
    for (int i = 0; i < 5; i++) {
      book(5);
    }
    settings(world, Map.of("brakes.mails-per-run", "7"));
    listed();
    settle();
    assertThat(post.sent()).hasSize(7);
    assertThat(openMailHolds()).hasSize(23);
  }

  @Test
  void whatWaitsCountsWithWhatIsNew() {
    linked();
    book(45);
    world.run();
    assertThat(openMailHolds()).hasSize(25);
    book(1);
    world.run();
    assertThat(post.sent()).hasSize(20);
    assertThat(openMailHolds()).hasSize(26);
  }

  @Test
  void aRunOfItsOwnHasABudgetOfItsOwn() {
    linked();
    book(20);
    world.run();
    book(20);
    world.run();
    assertThat(post.sent()).hasSize(40);
    assertThat(openMailHolds()).isEmpty();
  }

  @Test
  void whatAFirstSynchronizationHadToTryAgainStaysSilent() {
    world.linkColleague(BERIT, BERITS);
    book(1);
    world.gateway.turnAway(1, busy(ItemProblem.Type.RETRIABLE));
    world.run();
    assertThat(mailbox().state()).isEqualTo(Mailbox.State.ACTIVE);
    assertThat(world.box.items()).isEmpty();

    settle();
    assertThat(world.onlyItem().subject()).isEqualTo("Budget 0");
    assertThat(world.gateway.mailbox(BERITS).items()).hasSize(1);
    assertThat(post.sent()).isEmpty();
    assertThat(world.run().quiet()).isTrue();
  }

  @Test
  void itStaysSilentAlsoIfAListingComesBeforeItsTurn() {
    world.linkColleague(BERIT, BERITS);
    book(1);
    world.gateway.turnAway(1, busy(ItemProblem.Type.RETRIABLE));
    world.run();
    listed();
    assertThat(world.onlyItem().subject()).isEqualTo("Budget 0");
    assertThat(post.sent()).isEmpty();
    settle();
    assertThat(post.sent()).isEmpty();
  }

  @Test
  void whatAFirstSynchronizationHeldIsSilentWhenItIsReleased() {
    world.linkColleague(BERIT, BERITS);
    book(1);
    world.gateway.turnAway(1, busy(ItemProblem.Type.FATAL));
    world.run();
    assertThat(mailbox().state()).isEqualTo(Mailbox.State.ACTIVE);
    world.stores.holds().all().forEach(hold -> world.stores.holds().release(hold.id()));
    listed();
    settle();

    assertThat(world.onlyItem().subject()).isEqualTo("Budget 0");
    assertThat(post.sent()).isEmpty();
    book(1);
    settle();
    assertThat(post.sent()).as("what comes later is not silent").hasSize(1);
  }

  @Test
  void manyRowsThatGiveWayToTheirBookingsAreNoDeletes() {
    settings(world, Map.of("brakes.deletes-count", "5", "brakes.deletes-percent", "10"));
    world.gateway.mailbox(BERITS);
    for (int i = 0; i < 12; i++) {
      Instant start = World.START.plus(Duration.ofDays(1 + i));
      When.Timed when = new When.Timed(start, start.plusSeconds(3600), World.OSLO);
      post.invite(
          BERITS, World.item("Plan " + i).with().when(when).build(), List.of(World.ADDRESS));
    }
    settle();
    assertThat(world.crm.diary(World.ASSOCIATE)).hasSize(12);
    int waiting = world.crm.diary(World.ASSOCIATE).get(0).recordId();
    Link link = world.stores.links().liveByRecords(Kind.APPOINTMENT, List.of(waiting)).get(0);
    world.stores.holds().open(List.of(braked(link)));
    int hold = world.stores.holds().all().get(0).id();
    world.stores.holds().release(hold);

    world.linkColleague(BERIT, BERITS);
    settle();
    listed();
    settle();

    assertThat(world.crm.diary(World.ASSOCIATE)).hasSize(12).allMatch(CrmAppointment::bookingChild);
    assertThat(world.box.items()).hasSize(12);
    assertThat(world.stores.holds().all())
        .as("one that waited from before is over with its release")
        .extracting(Hold::state)
        .containsExactly(Hold.State.CLOSED);
    Instant ever = World.START.minus(Duration.ofDays(1));
    assertThat(world.stores.journal().deletesSince(world.mailbox.id(), Kind.APPOINTMENT, ever))
        .isZero();
  }

  private Hold braked(Link link) {
    return new Hold(
        0,
        world.mailbox.id(),
        Kind.APPOINTMENT,
        link.key(),
        link.recordId(),
        Optional.empty(),
        "BRAKE_DELETES",
        "",
        false,
        Hold.State.OPEN,
        world.clock.instant());
  }

  @Test
  void aSeriesDeletedInOutlookKeepsItsPastAndCompletedDates() {
    int series = sixTuesdays();
    world.clock.advance(Duration.ofDays(10));
    CrmAppointment third = dates().get(2);
    world.crm.userEdits(third.recordId(), row -> row.status(3));
    settle();
    world.box.delete(world.onlyItem().version().id());
    assertThat(world.run().counts())
        .containsEntry("DeleteComingInCrm/DELETED_BUT_PAST", 1)
        .doesNotContainKey("DeleteInCrm/DELETED_IN_MAILBOX");

    assertThat(dates())
        .extracting(row -> row.doBy().toLocalDate())
        .containsExactly(
            SeriesSamples.TUESDAY,
            SeriesSamples.TUESDAY.plusWeeks(1),
            SeriesSamples.TUESDAY.plusWeeks(2));
    assertThat(world.crm.rule(series).endDate().toLocalDate())
        .isEqualTo(SeriesSamples.TUESDAY.plusWeeks(2));
    assertThat(world.stores.journal().entries())
        .filteredOn(entry -> entry.reason().equals("DELETED_BUT_PAST"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.before()).contains("2026-12-29"));
    listed();
    assertThat(world.box.items()).as("what stays is not followed").isEmpty();
    assertThat(dates()).hasSize(3);
    assertThat(world.run().quiet()).isTrue();
  }

  @Test
  void theComingDatesOfASeriesThatGoAreKeptInTheJournalAndCountAsADelete() {
    sixTuesdays();
    world.clock.advance(Duration.ofDays(10));
    settle();
    List<Integer> before = dates().stream().map(CrmAppointment::recordId).toList();
    world.box.delete(world.onlyItem().version().id());
    settle();
    List<Integer> left = dates().stream().map(CrmAppointment::recordId).toList();
    List<Integer> gone = before.stream().filter(id -> !left.contains(id)).toList();
    assertThat(gone).isNotEmpty();
    assertThat(world.stores.journal().entries())
        .filteredOn(entry -> entry.reason().equals("DELETED_BUT_PAST"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.before()).contains("\"appointment\":" + gone);
              assertThat(entry.deleted()).as("counted by the brake of deletes").isTrue();
            });
  }

  @Test
  void bySettingASeriesDeletedInOutlookGoesWithItsPast() {
    settings(world, Map.of("delete.past", "delete"));
    sixTuesdays();
    world.clock.advance(Duration.ofDays(10));
    settle();
    world.box.delete(world.onlyItem().version().id());
    assertThat(world.run().counts()).containsEntry("DeleteInCrm/DELETED_IN_MAILBOX", 1);
    assertThat(dates()).isEmpty();
  }

  @Test
  void aDeletedSeriesThatIsBrakedSaysWhatWouldStay() {
    settings(world, Map.of("brakes.deletes-count", "1"));
    sixTuesdays();
    world.clock.advance(Duration.ofDays(10));
    int other = world.crm.userCreates(World.row("Other"));
    settle();
    world.crm.userDeletes(other);
    settle();
    world.box.delete(world.onlyItem().version().id());
    world.run();
    Hold hold = world.stores.holds().active(world.mailbox.id(), Kind.APPOINTMENT).get(0);
    assertThat(hold.reason()).isEqualTo("BRAKE_DELETES");
    assertThat(hold.detail()).contains("past and completed ones stay");
    assertThat(dates()).hasSize(6);

    world.stores.holds().release(hold.id());
    listed();
    assertThat(dates()).hasSize(2);
  }

  @Test
  void anInviteeWhoDeletesASeriesKeepsItsHistory() {
    world.linkColleague(BERIT, BERITS);
    settle();
    post.invite(
        World.ADDRESS,
        SeriesSamples.master(
            "Standup", SeriesSamples.tuesdays(new End.After(4)), LocalTime.of(10, 0)),
        List.of(BERITS));
    settle();
    world.clock.advance(Duration.ofDays(10));
    settle();
    MemoryMailbox berit = world.gateway.mailbox(BERITS);
    berit.delete(berit.items().get(0).version().id());
    settle();
    assertThat(world.crm.diary(BERIT).stream().sorted(Comparator.comparing(CrmAppointment::doBy)))
        .extracting(row -> row.status() == 9)
        .containsExactly(false, false, true, true);
  }

  @Test
  void aCancelledSeriesWithHistoryWaitsForAPerson() {
    world.box.create(ofOutsider(4));
    settle();
    assertThat(dates()).hasSize(4);
    world.clock.advance(Duration.ofDays(10));
    settle();
    world.box.change(world.onlyItem().version().id(), item -> item.meeting(cancelled()));
    assertThat(world.run().counts()).containsEntry("Hold/CANCELLED_IN_PART", 1);
    assertThat(dates()).hasSize(4);
    Hold hold = world.stores.holds().active(world.mailbox.id(), Kind.APPOINTMENT).get(0);
    assertThat(hold.reason()).isEqualTo("CANCELLED_IN_PART");
    assertThat(hold.detail()).contains("release it to delete all of them");

    world.stores.holds().release(hold.id());
    listed();
    assertThat(dates()).isEmpty();
    assertThat(world.stores.holds().active(world.mailbox.id(), Kind.APPOINTMENT)).isEmpty();
    assertThat(world.run().quiet()).isTrue();
  }

  @Test
  void aCancelledSeriesWithoutHistoryGoesAtOnce() {
    world.box.create(ofOutsider(4));
    settle();
    world.box.change(world.onlyItem().version().id(), item -> item.meeting(cancelled()));
    settle();
    assertThat(dates()).isEmpty();
    assertThat(world.stores.holds().all()).isEmpty();
  }

  @Test
  void whatWaitsForItsOrganizerIsLookedAtAfterHalfAMinuteThenEveryTenMinutes() {
    world.linkColleague(BERIT, BERITS);
    settle();
    world.box.create(
        World.item("Plan")
            .with()
            .uid("uid-of-berit")
            .meetingRole(MeetingRole.ATTENDEE)
            .meeting(Optional.of(meeting(BERITS, false)))
            .build());
    assertThat(world.run().counts()).containsEntry("Skip/WAITING_FOR_ORGANIZER", 1);
    assertThat(waitsFor()).isEqualTo(Duration.ofSeconds(30));
    assertThat(world.run().counts()).containsEntry("Skip/WAITING_FOR_ORGANIZER", 1);
    assertThat(waitsFor()).isEqualTo(Duration.ofMinutes(10));
    world.clock.advance(Duration.ofMinutes(8));
    assertThat(world.run().counts()).isEmpty();
    assertThat(world.run().counts()).containsEntry("Skip/WAITING_FOR_ORGANIZER", 1);
    assertThat(waitsFor()).isEqualTo(Duration.ofMinutes(10));
  }

  private Duration waitsFor() {
    List<PendingChange> waiting =
        world.stores.changes().all().stream().filter(change -> change.item().isPresent()).toList();
    assertThat(waiting).hasSize(1);
    return Duration.between(world.clock.instant(), waiting.get(0).notBefore());
  }

  private static MailboxAppointment ofOutsider(int dates) {
    return SeriesSamples.master(
            "Tender", SeriesSamples.tuesdays(new End.After(dates)), LocalTime.of(10, 0))
        .with()
        .uid("uid-outside")
        .meetingRole(MeetingRole.ATTENDEE)
        .meeting(Optional.of(meeting("olga@customer.example", false)))
        .build();
  }

  private Optional<Meeting> cancelled() {
    return Optional.of(meeting("olga@customer.example", true));
  }

  private static Meeting meeting(String organizer, boolean cancelled) {
    return new Meeting(
        new Meeting.Address(organizer, "Olga"),
        List.of(
            new Meeting.Attendee(
                new Meeting.Address(World.ADDRESS, "Anna"),
                Meeting.Part.REQUIRED,
                Meeting.Response.NONE)),
        Meeting.Response.NONE,
        cancelled);
  }

  private int sixTuesdays() {
    int series =
        world.crm.userCreatesSeries(
            World.row("Jour fixe"),
            SeriesSamples.sixTuesdays(),
            IntStream.range(0, 6)
                .mapToObj(week -> SeriesSamples.TUESDAY.plusWeeks(week).atTime(10, 0))
                .toList());
    settle();
    assertThat(world.onlyItem().series()).isPresent();
    return series;
  }

  private List<CrmAppointment> dates() {
    return world.crm.diary(World.ASSOCIATE).stream()
        .sorted(Comparator.comparing(CrmAppointment::doBy))
        .toList();
  }

  private static ItemProblem busy(ItemProblem.Type type) {
    return new ItemProblem(type, "ErrorServerBusy", "busy", Optional.of(Duration.ofMinutes(9)));
  }

  private Mailbox mailbox() {
    return world.stores.mailboxes().byAssociate(World.ASSOCIATE).orElseThrow();
  }

  private void linked() {
    world.linkColleague(BERIT, BERITS);
    settle();
    assertThat(post.sent()).isEmpty();
  }

  private void book(int count) {
    for (int i = 0; i < count; i++) {
      world.crm.userCreates(booking("Budget " + i));
    }
  }

  private static CrmAppointment booking(String title) {
    return World.row(title)
        .with()
        .booking(
            Optional.of(
                new CrmBooking(
                    List.of(new Participant(0, BERIT, 1008, 6, 5, BERITS, "Berit", false)), "")))
        .build();
  }

  private List<Hold> openMailHolds() {
    return world.stores.holds().all().stream()
        .filter(hold -> hold.state() == Hold.State.OPEN)
        .filter(hold -> hold.reason().equals("BRAKE_MAILS"))
        .toList();
  }

  private World.Report listed() {
    world.stores.leases().askFullListing(Kind.APPOINTMENT, List.of(world.mailbox.id()));
    return world.run();
  }

  private void settle() {
    for (int i = 0; i < 4; i++) {
      assertThat(world.run().failures()).isEmpty();
      world.clock.advance(Duration.ofMinutes(10));
    }
  }

  private static void settings(World any, Map<String, String> values) {
    Map<String, String> system = new HashMap<>();
    system.put("crm.visible-for", "direct");
    system.put("invitations", "attendees");
    system.putAll(values);
    any.settings = SettingsParser.parse(system, Map.of());
  }
}

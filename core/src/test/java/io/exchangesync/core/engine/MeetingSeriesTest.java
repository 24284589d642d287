package io.exchangesync.core.engine;

import static io.exchangesync.core.engine.SeriesSamples.ENDLESS;
import static io.exchangesync.core.engine.SeriesSamples.TUESDAY;
import static io.exchangesync.core.engine.SeriesSamples.master;
import static io.exchangesync.core.engine.SeriesSamples.tuesdays;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.memory.MemoryMailbox;
import io.exchangesync.core.memory.MemoryPost;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.CrmTies;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxAppointmentBuilder;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.model.Meeting.Address;
import io.exchangesync.core.model.Meeting.Response;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.plan.Reason;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Series with participants: a master and a row per participant for each date (schema 4.9). */
class MeetingSeriesTest {
  private static final int ANNA = World.ASSOCIATE;
  private static final int BERIT = 8;
  private static final String ANNAS = World.ADDRESS;
  private static final String BERITS = "berit@fjordline.example";
  private static final String OUTSIDER = "olga@customer.example";
  private static final LocalTime TEN = LocalTime.of(10, 0);
  private static final LocalDateTime FIRST = TUESDAY.atTime(TEN);

  private final World world = new World();
  private final SeriesSamples series = new SeriesSamples(world);
  private final MemoryPost post = world.gateway.post();
  private final MemoryMailbox anna = world.box;
  private MemoryMailbox berit;

  @BeforeEach
  void twoMailboxesAreLinked() {
    world.linkColleague(BERIT, BERITS);
    berit = world.gateway.mailbox(BERITS);
    world.crm.addPerson(new Participant(0, 0, 77, 1, 1, OUTSIDER, "Olga", false));
    world.run();
  }

  @Test
  void aSeriesOfOutlookIsAMasterAndARowPerParticipantForEachDate() {
    invite(tuesdays(new End.After(4)));
    settle();

    assertThat(starts(ANNA)).containsExactlyElementsOf(weeks(4));
    assertThat(starts(BERIT)).containsExactlyElementsOf(weeks(4));
    for (CrmAppointment master : world.crm.diary(ANNA)) {
      assertThat(master.ties().motherId()).isEqualTo(master.recordId());
      assertThat(master.booking().orElseThrow().participants())
          .extracting(Participant::email)
          .containsExactlyInAnyOrder(BERITS, OUTSIDER);
      assertThat(master.booking().orElseThrow().eventUid()).isEqualTo(only(anna).uid());
      assertThat(world.crm.diary(BERIT))
          .filteredOn(child -> child.ties().motherId() == master.recordId())
          .singleElement()
          .satisfies(
              child -> {
                assertThat(child.doBy()).isEqualTo(master.doBy());
                assertThat(child.type()).isEqualTo(6);
                assertThat(child.status()).isEqualTo(5);
              });
    }
    assertThat(berit.items()).hasSize(1);
    assertThat(world.stores.links().all()).hasSize(2);
    assertThat(reasons()).contains(Reason.MATCHED_BY_IDENTITY.name());
    assertThat(post.sent()).containsExactly("invited " + BERITS, "invited " + OUTSIDER);
    assertQuiet();
  }

  @Test
  void movedAndDeletedDatesOfTheOrganizerReachEverybodysRows() {
    ItemVersion item = invite(tuesdays(new End.After(4)));
    settle();
    series.userEditsDate(
        item.id(),
        TUESDAY.plusWeeks(1),
        date -> date.when(SeriesSamples.at(TUESDAY.plusWeeks(1).plusDays(1), 14)));
    series.userDeletesDate(item.id(), TUESDAY.plusWeeks(2));
    post.update(ANNAS, item, each -> each);
    settle();

    LocalDateTime moved = FIRST.plusWeeks(1).plusDays(1).plusHours(4);
    assertThat(starts(ANNA)).containsExactly(FIRST, moved, FIRST.plusWeeks(3));
    assertThat(starts(BERIT)).containsExactly(FIRST, moved, FIRST.plusWeeks(3));
    CrmAppointment gone =
        world.crm.diary(BERIT).stream().filter(row -> row.status() == 10).findFirst().orElseThrow();
    assertThat(gone.doBy()).isEqualTo(FIRST.plusWeeks(2));
    assertThat(reasons()).doesNotContain(Reason.OWNED_BY_ORGANIZER.name());
    assertQuiet();
  }

  @Test
  void aDateThatTheOrganizerCancelsIsNoEditOfTheInvitee() {
    ItemVersion item = invite(tuesdays(new End.After(3)));
    settle();
    series.userDeletesDate(item.id(), TUESDAY.plusWeeks(1));
    MailboxAppointment copy = only(berit);
    Optional<Meeting> cancelled =
        copy.meeting().map(m -> new Meeting(m.organizer(), m.attendees(), m.myResponse(), true));
    edits(berit, TUESDAY.plusWeeks(1), one -> one.subject("Canceled: Plan").meeting(cancelled));
    settle();

    assertThat(starts(BERIT)).containsExactly(FIRST, FIRST.plusWeeks(2));
    assertThat(reasons()).doesNotContain(Reason.OWNED_BY_ORGANIZER.name());
    assertQuiet();
  }

  @Test
  void aReplyToTheSeriesIsOneToEachDate() {
    ItemVersion item = invite(tuesdays(new End.After(3)));
    settle();
    reply(item, Response.ACCEPTED);
    settle();
    assertThat(world.crm.diary(BERIT)).allMatch(row -> row.type() == 1 && row.status() == 1);

    reply(item, Response.DECLINED);
    settle();
    assertThat(world.crm.diary(BERIT)).hasSize(3).allMatch(row -> row.status() == 9);
    assertThat(world.crm.diary(ANNA)).hasSize(3);
    assertThat(anna.items()).hasSize(1);
    assertQuiet();
  }

  @Test
  void aReplyInSuperOfficeTravelsToTheItemSilently() {
    invite(tuesdays(new End.After(3)));
    settle();
    post.forget();
    for (CrmAppointment row : world.crm.diary(BERIT)) {
      world.crm.userEdits(row.recordId(), each -> each.type(1).status(1));
    }
    settle();
    assertThat(only(berit).meeting().orElseThrow().myResponse()).isEqualTo(Response.ACCEPTED);

    for (CrmAppointment row : world.crm.diary(BERIT)) {
      world.crm.userEdits(row.recordId(), each -> each.status(9));
    }
    settle();
    assertThat(berit.items()).isEmpty();
    assertThat(post.sent()).isEmpty();
    assertQuiet();
  }

  @Test
  void aSingleDateThatAnInviteeDeletesIsDeclined() {
    ItemVersion item = invite(tuesdays(new End.After(3)));
    settle();
    deletes(berit, TUESDAY.plusWeeks(1));
    settle();

    assertThat(world.crm.diary(BERIT))
        .filteredOn(row -> row.status() == 9)
        .extracting(CrmAppointment::doBy)
        .containsExactly(FIRST.plusWeeks(1));
    assertThat(starts(ANNA)).hasSize(3);
    assertThat(anna.find(item.id()).orElseThrow().series().orElseThrow().deleted()).isEmpty();
    assertThat(reasons()).doesNotContain(Reason.OWNED_BY_ORGANIZER.name());
    assertQuiet();
  }

  @Test
  void aSingleDateThatAnInviteeDeclinesInSuperOfficeLeavesHisCalendar() {
    invite(tuesdays(new End.After(3)));
    settle();
    world.crm.userEdits(row(BERIT, FIRST.plusWeeks(2)).recordId(), each -> each.status(9));
    settle();

    assertThat(only(berit).series().orElseThrow().deleted()).containsExactly(TUESDAY.plusWeeks(2));
    assertThat(only(anna).series().orElseThrow().deleted()).isEmpty();
    assertQuiet();
  }

  @Test
  void anInviteesEditOfOneDateIsPutBackAndHisReminderStays() {
    invite(tuesdays(new End.After(3)));
    settle();
    edits(
        berit,
        TUESDAY.plusWeeks(1),
        one -> one.subject("Mine").reminderSet(true).reminderMinutes(20));
    settle();

    MailboxSeries theirs = only(berit).series().orElseThrow();
    assertThat(theirs.exceptions())
        .allMatch(exception -> exception.content().subject().equals("Plan"));
    assertThat(row(BERIT, FIRST.plusWeeks(1)).title()).isEqualTo("Plan");
    assertThat(row(BERIT, FIRST.plusWeeks(1)).hasAlarm()).isTrue();
    assertThat(row(BERIT, FIRST).hasAlarm()).isFalse();
    assertThat(row(ANNA, FIRST.plusWeeks(1)).title()).isEqualTo("Plan");
    assertThat(reasons()).contains(Reason.OWNED_BY_ORGANIZER.name());
    assertQuiet();
  }

  @Test
  void anEndlessSeriesGrowsForEverybodyWithTheWindow() {
    invite(ENDLESS);
    settle();
    int before = starts(BERIT).size();
    world.clock.advance(Duration.ofDays(21));
    settle();

    assertThat(starts(ANNA).size()).isGreaterThan(before);
    assertThat(starts(BERIT)).isEqualTo(starts(ANNA));
    assertThat(only(berit).series().orElseThrow().recurrence()).isEqualTo(ENDLESS);
    assertThat(only(anna).series().orElseThrow().recurrence()).isEqualTo(ENDLESS);
    assertThat(reasons()).doesNotContain(Reason.OWNED_BY_ORGANIZER.name());
    assertQuiet();
  }

  @Test
  void aCancelledSeriesLeavesEveryMailboxAndColleaguesRowsSaySo() {
    ItemVersion item = invite(tuesdays(new End.After(3)));
    settle();
    post.cancel(ANNAS, item);
    settle();

    assertThat(world.crm.diary(ANNA)).isEmpty();
    assertThat(world.crm.diary(BERIT)).hasSize(3).allMatch(row -> row.status() == 10);
    assertThat(berit.items()).isEmpty();
    assertQuiet();
  }

  @Test
  void participantsWhoAreAddedOrRemovedAreSoOnEachDate() {
    ItemVersion item = invite(tuesdays(new End.After(3)));
    settle();
    post.reinvite(ANNAS, item, List.of(OUTSIDER));
    settle();
    assertThat(world.crm.diary(BERIT)).hasSize(3).allMatch(row -> row.status() == 10);
    assertThat(berit.items()).isEmpty();

    post.reinvite(ANNAS, item, List.of(OUTSIDER, BERITS));
    settle();
    assertThat(world.crm.diary(BERIT)).filteredOn(row -> row.status() == 5).hasSize(3);
    assertThat(berit.items()).hasSize(1);
    assertQuiet();
  }

  @Test
  void aPlainSeriesThatGetsParticipantsBecomesABooking() {
    ItemVersion item = anna.create(master("Plan", tuesdays(new End.After(3)), TEN));
    settle();
    anna.change(item.id(), each -> each.meetingRole(MeetingRole.ORGANIZER).meeting(meeting()));
    post.update(ANNAS, item, each -> each);
    settle();

    assertThat(world.crm.diary(ANNA))
        .allMatch(row -> row.ties().motherId() == row.recordId())
        .hasSize(3);
    assertThat(starts(BERIT)).containsExactlyElementsOf(weeks(3));
    assertQuiet();
  }

  @Test
  void aBookedSeriesOfSuperOfficeIsOneItemPerPersonAndNoMail() {
    book();
    settle();

    assertThat(only(anna).meetingRole()).isEqualTo(MeetingRole.NONE);
    assertThat(only(anna).series()).isPresent();
    assertThat(only(anna).body().content()).contains("Participants: ");
    assertThat(only(berit).subject()).isEqualTo("Budget");
    assertThat(only(berit).series().orElseThrow().recurrence())
        .isEqualTo(only(anna).series().orElseThrow().recurrence());
    assertThat(post.sent()).isEmpty();
    assertQuiet();

    world.crm.userMoves(row(ANNA, FIRST.plusWeeks(1)).recordId(), FIRST.plusWeeks(1).plusHours(3));
    settle();
    assertThat(only(berit).series().orElseThrow().exceptions())
        .extracting(MailboxSeries.Exception::originalDate)
        .containsExactly(TUESDAY.plusWeeks(1));
    assertQuiet();
  }

  @Test
  void aSeriesOfAnOutsiderIsPlainRowsOwnedOutside() {
    anna.create(
        master("Tender", tuesdays(new End.After(3)), TEN)
            .with()
            .uid("uid-outside")
            .meetingRole(MeetingRole.ATTENDEE)
            .meeting(
                Optional.of(
                    new Meeting(
                        new Address(OUTSIDER, "Olga"),
                        List.of(attendee(ANNAS)),
                        Response.NONE,
                        false)))
            .build());
    settle();

    assertThat(world.crm.diary(ANNA))
        .hasSize(3)
        .allMatch(row -> row.ties().motherId() == 0)
        .allMatch(row -> row.ties().ownedExternally() == CrmTies.EXCHANGE)
        .allMatch(row -> row.type() == 1 && row.status() == 1);
    world.crm.userEdits(row(ANNA, FIRST).recordId(), row -> row.title("Mine"));
    settle();
    assertThat(row(ANNA, FIRST).title()).isEqualTo("Tender");
    assertThat(reasons()).contains(Reason.OWNED_BY_ORGANIZER.name());
    assertQuiet();
  }

  @Test
  void aBookedSeriesThatLostItsLinksFindsThemAgain() {
    invite(tuesdays(new End.After(3)));
    book();
    settle();
    world.loseSyncTables();
    world.linkColleague(BERIT, BERITS);
    settle();

    assertThat(anna.items()).hasSize(2);
    assertThat(berit.items()).hasSize(2);
    assertThat(world.crm.records(ANNA)).hasSize(2);
    assertThat(world.crm.records(BERIT)).hasSize(2);
    assertQuiet();
  }

  private ItemVersion invite(Recurrence pattern) {
    return post.invite(ANNAS, master("Plan", pattern, TEN), List.of(BERITS, OUTSIDER));
  }

  private static Optional<Meeting> meeting() {
    return Optional.of(
        new Meeting(
            new Address(ANNAS, "Anna"), List.of(attendee(BERITS)), Response.ORGANIZER, false));
  }

  private static Meeting.Attendee attendee(String address) {
    return new Meeting.Attendee(
        new Address(address, address), Meeting.Part.REQUIRED, Response.NONE);
  }

  private void reply(ItemVersion organizers, Response response) {
    post.reply(BERITS, anna.find(organizers.id()).orElseThrow().uid(), response);
  }

  private void book() {
    CrmBooking booking =
        new CrmBooking(List.of(new Participant(0, BERIT, 1008, 6, 5, BERITS, "Berit", false)), "");
    List<LocalDateTime> starts = new ArrayList<>();
    for (int week = 0; week < 6; week++) {
      starts.add(FIRST.plusWeeks(week));
    }
    world.crm.userCreatesSeries(
        World.row("Budget").with().booking(Optional.of(booking)).build(),
        SeriesSamples.sixTuesdays(),
        starts);
  }

  private void deletes(MemoryMailbox box, LocalDate date) {
    ItemId id = only(box).version().id();
    MailboxSeries now = only(box).series().orElseThrow();
    box.change(
        id,
        item ->
            item.series(
                Optional.of(
                    new MailboxSeries(
                        now.recurrence(), now.exceptions(), java.util.Set.of(date)))));
  }

  private void edits(
      MemoryMailbox box, LocalDate date, UnaryOperator<MailboxAppointmentBuilder> edit) {
    MailboxAppointment item = only(box);
    MailboxSeries now = item.series().orElseThrow();
    MailboxAppointment one =
        edit.apply(
                item.with()
                    .series(Optional.empty())
                    .stamp(Optional.empty())
                    .item(Optional.empty())
                    .when(SeriesSamples.at(item, date)))
            .build();
    box.change(
        item.version().id(),
        each ->
            each.series(
                Optional.of(
                    new MailboxSeries(
                        now.recurrence(),
                        List.of(new MailboxSeries.Exception(date, one)),
                        now.deleted()))));
  }

  private List<LocalDateTime> starts(int associate) {
    return world.crm.diary(associate).stream()
        .filter(row -> row.status() != 10)
        .map(CrmAppointment::doBy)
        .sorted()
        .toList();
  }

  private CrmAppointment row(int associate, LocalDateTime start) {
    return world.crm.diary(associate).stream()
        .filter(row -> row.doBy().equals(start))
        .findFirst()
        .orElseThrow();
  }

  private static List<LocalDateTime> weeks(int count) {
    List<LocalDateTime> weeks = new ArrayList<>();
    for (int week = 0; week < count; week++) {
      weeks.add(FIRST.plusWeeks(week));
    }
    return weeks;
  }

  private List<String> reasons() {
    return world.stores.journal().entries().stream().map(entry -> entry.reason()).toList();
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

  private static MailboxAppointment only(MemoryMailbox box) {
    assertThat(box.items()).hasSize(1);
    return box.items().get(0);
  }
}

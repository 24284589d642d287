package io.exchangesync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.memory.MemoryMailbox;
import io.exchangesync.core.memory.MemoryPost;
import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.model.Meeting.Address;
import io.exchangesync.core.model.Meeting.Attendee;
import io.exchangesync.core.model.Meeting.Part;
import io.exchangesync.core.model.Meeting.Response;
import io.exchangesync.core.settings.KindSettings;
import io.exchangesync.core.settings.MeetingSettings;
import io.exchangesync.core.settings.MeetingSettings.Invitations;
import io.exchangesync.core.settings.SyncSettings;
import io.exchangesync.core.settings.TaskSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A participant is the same one whatever address he is written with, and no mail leaves for it. */
class MeetingIdentityTest {
  private static final int ANNA = World.ASSOCIATE;
  private static final int BERIT = 8;
  private static final String BERITS = "berit@fjordline.example";
  private static final String OLGAS = "olga@customer.example";
  private static final String OLGAS_SECOND = "o.berg@customer.example";
  private static final Participant OLGA =
      new Participant(0, 0, 77, 1, 1, OLGAS, "Olga Berg", false);
  private static final Participant PETER =
      new Participant(0, 0, 78, 1, 1, "peter@customer.example", "Peter Moe", false);
  private static final Participant BERITS_PERSON =
      new Participant(0, BERIT, 1000 + BERIT, 6, 5, BERITS, "A8", false);

  private final World world = new World();
  private final MemoryPost post = world.gateway.post();
  private final MemoryMailbox anna = world.box;

  @BeforeEach
  void bothAreLinkedAndExchangeInvites() {
    world.settings = inviting();
    world.linkColleague(BERIT, BERITS);
    world.crm.userSetsAddresses(OLGA, List.of(OLGAS, OLGAS_SECOND));
    world.crm.userSetsAddresses(PETER, List.of("peter@customer.example"));
    settle();
  }

  @Test
  void anAttendeeWithASecondAddressIsThePersonOnTheBooking() {
    meeting(OLGAS_SECOND);
    assertThat(persons()).containsExactly(77);
    assertThat(attendees()).containsExactly(OLGAS_SECOND);

    editInBoth();
    assertThat(persons()).containsExactly(77);
    assertThat(attendees()).containsExactly(OLGAS_SECOND);
    assertQuiet();
  }

  @Test
  void aChangedFirstAddressInSuperOfficeChangesNoAttendee() {
    int id = booking(OLGA);
    assertThat(attendees()).containsExactly(OLGAS);
    world.crm.userSetsAddresses(OLGA, List.of("new@customer.example", OLGAS));
    assertNothingComesOfIt(id);
  }

  @Test
  void anAddressThatIsGoneFromSuperOfficeChangesNoAttendee() {
    int id = booking(OLGA);
    world.crm.userSetsAddresses(OLGA, List.of("new@customer.example"));
    assertNothingComesOfIt(id);
  }

  @Test
  void anAddressThatMovedToSomebodyElseLeavesTheMeetingAlone() {
    int id = booking(OLGA);
    world.crm.userSetsAddresses(OLGA, List.of("new@customer.example"));
    world.crm.userSetsAddresses(PETER, List.of(OLGAS));
    assertNothingComesOfIt(id);
    assertThat(persons()).containsExactly(77);
  }

  @Test
  void ofSeveralWithOneAddressItIsTheOneOnTheBooking() {
    world.crm.userSetsAddresses(PETER, List.of("office@customer.example"));
    world.crm.userSetsAddresses(OLGA, List.of("office@customer.example"));
    Participant second =
        world.crm.people(List.of("office@customer.example")).values().iterator().next().personId()
                == 77
            ? PETER
            : OLGA;
    int id = booking(second.with("office@customer.example"));
    post.forget();
    anna.change(
        only().version().id(),
        each ->
            each.meeting(
                only()
                    .meeting()
                    .map(
                        m ->
                            new Meeting(
                                m.organizer(),
                                List.of(
                                    new Attendee(
                                        m.attendees().get(0).address(),
                                        Part.REQUIRED,
                                        Response.DECLINED)),
                                m.myResponse(),
                                false))));
    settle();
    assertThat(participants()).extracting(Participant::status).containsExactly(9);
    world.crm.userEdits(id, row -> row.booking(Optional.of(new CrmBooking(List.of(), ""))));
    settle();
    assertThat(only().meeting().orElseThrow().attendees()).isEmpty();
    assertQuiet();
  }

  @Test
  void theCaseOfAnAddressDoesNotMatter() {
    world.crm.userSetsAddresses(OLGA, List.of(OLGAS));
    meeting("Olga@Customer.example");
    assertThat(persons()).containsExactly(77);
    editInBoth();
    assertThat(persons()).containsExactly(77);
    assertThat(attendees()).containsExactly("Olga@Customer.example");
    assertQuiet();
  }

  @Test
  void aColleagueIsInvitedByTheAddressOfHisMailbox() {
    world.crm.userSetsAddresses(BERITS_PERSON, List.of("berit.lund@fjordline.example", BERITS));
    int id = booking(BERITS_PERSON.with("berit.lund@fjordline.example"));
    assertThat(attendees()).containsExactly(BERITS);
    assertThat(world.gateway.mailbox(BERITS).items()).hasSize(1);
    assertThat(world.crm.diary(BERIT)).hasSize(1);
    assertNothingComesOfIt(id);
  }

  @Test
  void aColleagueInvitedByAnotherOfHisAddressesIsTheColleague() {
    world.crm.userSetsAddresses(BERITS_PERSON, List.of("berit.lund@fjordline.example", BERITS));
    meeting("berit.lund@fjordline.example");
    assertThat(world.crm.diary(BERIT)).hasSize(1);
    assertThat(participants()).extracting(Participant::associateId).containsExactly(BERIT);
    editInBoth();
    assertThat(attendees()).containsExactly("berit.lund@fjordline.example");
    assertQuiet();
  }

  @Test
  void whoIsBookedAndInvitedByAnotherAddressIsNotInvitedAgain() {
    meeting(OLGAS_SECOND, "stranger@nowhere.example");
    int id = onlyRow().recordId();
    world.crm.userSetsAddresses(
        PETER, List.of("peter@customer.example", "stranger@nowhere.example"));
    post.forget();
    add(id, PETER);
    assertThat(post.sent()).isEmpty();
    assertThat(attendees()).containsExactly(OLGAS_SECOND, "stranger@nowhere.example");
    assertThat(persons()).containsExactlyInAnyOrder(77, 78);
    assertQuiet();
  }

  @Test
  void aPersonThatReplacesAnotherWithTheSameAddressSendsNothing() {
    int id = booking(OLGA);
    world.crm.userSetsAddresses(OLGA, List.of());
    world.crm.userSetsAddresses(PETER, List.of(OLGAS));
    post.forget();
    world.crm.userEdits(
        id, row -> row.booking(Optional.of(new CrmBooking(List.of(PETER.with(OLGAS)), ""))));
    settle();
    assertThat(post.sent()).isEmpty();
    assertThat(attendees()).containsExactly(OLGAS);
    assertThat(persons()).containsExactly(78);
    assertQuiet();
  }

  @Test
  void aBaseThatHoldsAddressesIsUnderstood() {
    int id = booking(OLGA, BERITS_PERSON);
    oldBases(BERITS + " NONE\n" + OLGAS + " ACCEPTED", BERITS + " NONE\n" + OLGAS + " NONE");
    world.crm.userSetsAddresses(OLGA, List.of(OLGAS_SECOND, OLGAS));
    assertNothingComesOfIt(id);

    add(id, PETER);
    assertThat(post.sent()).contains("invited peter@customer.example");
    assertThat(attendees()).containsExactlyInAnyOrder(BERITS, OLGAS, "peter@customer.example");
  }

  @Test
  void aBaseWithAnAddressThatNobodyHasAnyMoreInvitesNobody() {
    int id = booking(OLGA);
    oldBases(OLGAS + " ACCEPTED", OLGAS + " NONE");
    world.crm.userSetsAddresses(OLGA, List.of("new@customer.example"));
    assertNothingComesOfIt(id);
  }

  @Test
  void aDeletedMeetingWithABaseOfAddressesStaysDeleted() {
    booking(OLGA);
    oldBases(OLGAS + " ACCEPTED", OLGAS + " NONE");
    world.crm.userDeletes(onlyRow().recordId());
    settle();
    assertThat(anna.items()).isEmpty();
    assertThat(world.crm.diary(ANNA)).isEmpty();
  }

  @Test
  void withoutABaseNobodyIsInvitedAndNobodyIsTakenOff() {
    int id = booking(OLGA, BERITS_PERSON);
    world.crm.userEdits(
        id, row -> row.booking(Optional.of(new CrmBooking(plus(row.build(), PETER), ""))));
    anna.change(
        only().version().id(),
        each -> each.meeting(Optional.of(attended(BERITS, "late@customer.example"))));
    world.crm.userSetsAddresses(
        new Participant(0, 0, 79, 1, 1, "late@customer.example", "Late", false),
        List.of("late@customer.example"));
    forgetBases();
    post.forget();
    settle();

    assertThat(post.sent()).isEmpty();
    assertThat(attendees()).containsExactly(BERITS, "late@customer.example");
    assertThat(participants())
        .extracting(Participant::personId)
        .containsExactlyInAnyOrder(77, 1008, 78, 79);
    assertThat(participants()).noneMatch(one -> one.status() == 10);
    assertThat(world.stores.journal().entries().toString()).contains("person:78");
    assertQuiet();
  }

  @Test
  void anAttendeeWithoutAnAddressIsNeverTakenAway() {
    int id = booking(OLGA);
    Attendee hall = new Attendee(new Address("", "The big hall"), Part.REQUIRED, Response.NONE);
    attend(each -> each.add(hall));
    settle();
    assertThat(persons()).containsExactly(77);
    post.forget();
    world.crm.userEdits(id, row -> row.location("upstairs"));
    settle();
    assertThat(only().meeting().orElseThrow().attendees()).contains(hall);
    assertThat(only().location()).isEqualTo("upstairs");

    add(id, PETER);
    assertThat(only().meeting().orElseThrow().attendees()).contains(hall);
    assertThat(attendees()).doesNotContain("peter@customer.example");
    assertThat(world.stores.holds().toString()).isNotEmpty();
  }

  @Test
  void anAttendeeWhomExchangeShowsByAnInnerAddressIsNotTakenOffTheBooking() {
    booking(OLGA, BERITS_PERSON);
    Address inner = new Address("", "A8", "/o=Fjordline/ou=Exchange (X)/cn=Recipients/cn=berit");
    attend(
        each ->
            each.replaceAll(
                one ->
                    one.address().smtp().equals(BERITS)
                        ? new Attendee(inner, Part.REQUIRED, Response.NONE)
                        : one));
    post.forget();
    settle();
    assertThat(participants()).noneMatch(one -> one.status() == 10).hasSize(2);
    assertThat(post.sent()).isEmpty();
    assertQuiet();
  }

  @Test
  void rowsOfThoseWhoAreTakenOffABookingAreInTheJournal() {
    meeting(BERITS, OLGAS);
    List<Participant> before = participants();
    post.reinvite(World.ADDRESS, only().version(), List.of());
    settle();
    String journal = world.stores.journal().entries().toString();
    for (Participant one : before) {
      String kind = one.associateId() != 0 ? "calledOff" : "appointment";
      assertThat(journal).contains("\"" + kind + "\":[" + one.rowId() + "]");
    }
  }

  private void assertNothingComesOfIt(int id) {
    List<Participant> before = participants();
    List<String> invited = attendees();
    post.forget();
    world.crm.userEdits(id, row -> row.hasAlarm(true).alarmMinutes(5));
    settle();
    world.stores.leases().askFullListing(Kind.APPOINTMENT, List.of(world.mailbox.id()));
    settle();
    assertThat(post.sent()).isEmpty();
    assertThat(attendees()).isEqualTo(invited);
    assertThat(participants().stream().map(Participant::rowId))
        .isEqualTo(before.stream().map(Participant::rowId).toList());
    assertThat(participants().stream().map(Participant::status))
        .isEqualTo(before.stream().map(Participant::status).toList());
    assertQuiet();
  }

  private void editInBoth() {
    post.forget();
    anna.change(only().version().id(), each -> each.reminderSet(!only().reminderSet()));
    settle();
    world.crm.userEdits(onlyRow().recordId(), row -> row.priorityId(onlyRow().priorityId()));
    settle();
    assertThat(post.sent()).isEmpty();
  }

  private void meeting(String... attendees) {
    post.invite(World.ADDRESS, World.item("Plan"), List.of(attendees));
    settle();
    post.forget();
  }

  private int booking(Participant... participants) {
    int id =
        world.crm.userCreates(
            World.row("Budget")
                .with()
                .booking(Optional.of(new CrmBooking(List.of(participants), "")))
                .build());
    settle();
    post.forget();
    return id;
  }

  private void add(int id, Participant one) {
    world.crm.userEdits(
        id, row -> row.booking(Optional.of(new CrmBooking(plus(row.build(), one), ""))));
    settle();
  }

  private static List<Participant> plus(CrmAppointment row, Participant one) {
    List<Participant> all = new ArrayList<>(row.booking().orElseThrow().participants());
    all.add(one);
    return all;
  }

  private void attend(java.util.function.Consumer<List<Attendee>> change) {
    Meeting meeting = only().meeting().orElseThrow();
    List<Attendee> attendees = new ArrayList<>(meeting.attendees());
    change.accept(attendees);
    anna.change(
        only().version().id(),
        each ->
            each.meeting(
                Optional.of(
                    new Meeting(meeting.organizer(), attendees, Response.ORGANIZER, false))));
  }

  private static Meeting attended(String... addresses) {
    return new Meeting(
        new Address(World.ADDRESS, ""),
        List.of(addresses).stream()
            .map(each -> new Attendee(new Address(each, each), Part.REQUIRED, Response.NONE))
            .toList(),
        Response.ORGANIZER,
        false);
  }

  /** Both readings as they were stored before participants had identities. */
  private void oldBases(String crm, String mailbox) {
    bases(
        base ->
            new Base(
                base.crm().with(Field.PARTICIPANTS, crm),
                base.mailbox().with(Field.PARTICIPANTS, mailbox),
                base.mappingVersion()));
  }

  private void forgetBases() {
    bases(base -> new Base(FieldValues.none(), FieldValues.none(), 0));
  }

  private void bases(UnaryOperator<Base> change) {
    List<Link> mine =
        world.stores.links().all().stream()
            .filter(link -> link.mailboxId() == world.mailbox.id())
            .map(link -> link.withBase(change.apply(link.base())))
            .toList();
    world.stores.links().save(mine);
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

  private CrmAppointment onlyRow() {
    List<CrmAppointment> rows = world.crm.diary(ANNA);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private List<Participant> participants() {
    return onlyRow().booking().orElseThrow().participants();
  }

  private List<Integer> persons() {
    return participants().stream().map(Participant::personId).toList();
  }

  private MailboxAppointment only() {
    assertThat(anna.items()).hasSize(1);
    return anna.items().get(0);
  }

  private List<String> attendees() {
    assertThat(only().meetingRole()).isEqualTo(MeetingRole.ORGANIZER);
    return only().meeting().orElseThrow().attendees().stream()
        .map(one -> one.address().smtp())
        .toList();
  }

  private static SyncSettings inviting() {
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
            TaskSettings.DEFAULTS, new MeetingSettings(Invitations.ATTENDEES, true, 20), Map.of()));
  }
}

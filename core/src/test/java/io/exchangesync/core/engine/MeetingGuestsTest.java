package io.exchangesync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.memory.MemoryMailbox;
import io.exchangesync.core.memory.MemoryPost;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.model.Meeting.Attendee;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.core.settings.KindSettings;
import io.exchangesync.core.settings.MappingSettings;
import io.exchangesync.core.settings.MappingSettings.PrivateItems;
import io.exchangesync.core.settings.MeetingSettings;
import io.exchangesync.core.settings.MeetingSettings.Invitations;
import io.exchangesync.core.settings.SyncSettings;
import io.exchangesync.core.settings.TaskSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody is taken out of a meeting that becomes private, nor invited because somebody replied. */
class MeetingGuestsTest {
  private static final int ANNA = World.ASSOCIATE;
  private static final int BERIT = 8;
  private static final int ROOM = 9;
  private static final String BERITS = "berit@fjordline.example";
  private static final String ROOMS = "room@fjordline.example";
  private static final String OUTSIDER = "olga@customer.example";
  private static final Map<Integer, String> ADDRESSES = Map.of(BERIT, BERITS, ROOM, ROOMS);

  private final World world = new World();
  private final MemoryPost post = world.gateway.post();
  private final MemoryMailbox anna = world.box;

  @Test
  void aMeetingThatBecomesPrivateInOutlookKeepsEverybody() {
    world.settings = settings(PrivateItems.TIME_ONLY, Invitations.NONE);
    linkAll();
    meeting(BERITS, ROOMS, OUTSIDER);
    sensitivity(Sensitivity.PRIVATE);
    settle();

    assertThat(onlyRow(ANNA).visibility()).isEqualTo(Visibility.OWNER);
    assertThat(emails()).containsExactlyInAnyOrder(BERITS, ROOMS, OUTSIDER);
    assertThat(onlyRow(BERIT).status()).isEqualTo(5);
    assertThat(world.crm.diary(ROOM)).hasSize(1);
    assertThat(post.sent()).isEmpty();
    assertQuiet();
  }

  @Test
  void aMeetingThatBecomesPrivateInSuperOfficeCancelsNobody() {
    world.settings = settings(PrivateItems.TIME_ONLY, Invitations.ATTENDEES);
    linkAll();
    int id = world.crm.userCreates(booking("Budget", BERIT, ROOM));
    settle();
    post.forget();
    world.crm.userEdits(id, row -> row.visibility(Visibility.OWNER));
    settle();

    assertThat(only(anna).sensitivity()).isEqualTo(Sensitivity.PRIVATE);
    assertThat(attendees()).containsExactlyInAnyOrder(BERITS, ROOMS);
    assertThat(post.sent()).noneMatch(mail -> mail.startsWith("cancelled"));
    assertThat(onlyRow(BERIT).status()).isEqualTo(5);
    assertThat(onlyRow(ROOM).status()).isEqualTo(5);
    assertQuiet();
  }

  @Test
  void whoIsAddedBehindTheCurtainJoinsWhenItOpens() {
    world.settings = settings(PrivateItems.TIME_ONLY, Invitations.NONE);
    linkAll();
    ItemVersion item = meeting(BERITS);
    sensitivity(Sensitivity.PRIVATE);
    settle();
    post.reinvite(World.ADDRESS, item, List.of(ROOMS, OUTSIDER));
    settle();
    assertThat(emails()).containsExactly(BERITS);
    assertThat(onlyRow(BERIT).status()).isNotEqualTo(10);

    sensitivity(Sensitivity.NORMAL);
    settle();
    listAgain();
    assertThat(onlyRow(ANNA).visibility()).isEqualTo(Visibility.EVERYONE);
    assertThat(participants().stream().filter(one -> one.status() != 10).map(Participant::email))
        .containsExactlyInAnyOrder(ROOMS, OUTSIDER);
    assertQuiet();
  }

  @Test
  void aPrivateMeetingThatIsDeletedInOutlookDoesNotComeBack() {
    world.settings = settings(PrivateItems.TIME_ONLY, Invitations.NONE);
    linkAll();
    ItemVersion item = meeting(BERITS);
    sensitivity(Sensitivity.PRIVATE);
    settle();
    post.cancel(World.ADDRESS, item);
    settle();

    assertThat(anna.items()).isEmpty();
    assertThat(world.crm.diary(ANNA)).isEmpty();
    assertQuiet();
  }

  @Test
  void aPrivateMeetingThatIsDeletedInSuperOfficeDoesNotComeBack() {
    world.settings = settings(PrivateItems.TIME_ONLY, Invitations.NONE);
    linkAll();
    meeting(OUTSIDER);
    sensitivity(Sensitivity.PRIVATE);
    settle();
    world.crm.userDeletes(onlyRow(ANNA).recordId());
    settle();

    assertThat(anna.items()).isEmpty();
    assertThat(world.crm.diary(ANNA)).isEmpty();
  }

  @Test
  void aReplyAfterASilentFirstSynchronizationInvitesNobody() {
    world.settings = settings(PrivateItems.FULL, Invitations.ATTENDEES);
    world.linkColleague(BERIT, BERITS);
    world.crm.userCreates(booking("Budget", BERIT));
    settle();
    acceptInSuperOffice();

    assertThat(only(anna).meetingRole()).isEqualTo(MeetingRole.NONE);
    assertThat(world.gateway.mailbox(BERITS).items()).hasSize(1);
    assertThat(onlyRow(BERIT).status()).isEqualTo(1);
    assertThat(post.sent()).isEmpty();
    assertQuiet();
  }

  @Test
  void aReplyAfterInvitationsWereTurnedOnInvitesNobody() {
    linkAll();
    world.crm.userCreates(booking("Budget", BERIT));
    settle();
    world.settings = settings(PrivateItems.FULL, Invitations.ATTENDEES);
    acceptInSuperOffice();

    assertThat(only(anna).meetingRole()).isEqualTo(MeetingRole.NONE);
    assertThat(post.sent()).isEmpty();
    assertQuiet();
  }

  @Test
  void whoIsAddedToASilentMeetingIsInvitedAlone() {
    linkAll();
    int id = world.crm.userCreates(booking("Budget", BERIT));
    settle();
    world.settings = settings(PrivateItems.FULL, Invitations.ATTENDEES);
    world.crm.userEdits(
        id,
        row ->
            row.booking(
                Optional.of(
                    new CrmBooking(
                        Stream.concat(participants().stream(), Stream.of(participant(ROOM)))
                            .toList(),
                        ""))));
    settle();

    assertThat(post.sent()).containsExactly("invited " + ROOMS);
    assertThat(attendees()).containsExactly(ROOMS);
    assertThat(emails()).containsExactlyInAnyOrder(BERITS, ROOMS);
    assertThat(onlyRow(BERIT).status()).isEqualTo(5);
    assertQuiet();
  }

  private void linkAll() {
    world.linkColleague(BERIT, BERITS);
    world.linkColleague(ROOM, ROOMS);
    world.crm.addPerson(new Participant(0, 0, 77, 1, 1, OUTSIDER, "Olga", false));
    world.run();
  }

  private ItemVersion meeting(String... attendees) {
    ItemVersion item = post.invite(World.ADDRESS, World.item("Plan"), List.of(attendees));
    settle();
    post.forget();
    return item;
  }

  private void sensitivity(Sensitivity sensitivity) {
    anna.change(only(anna).version().id(), item -> item.sensitivity(sensitivity));
  }

  private void acceptInSuperOffice() {
    world.crm.userEdits(onlyRow(BERIT).recordId(), row -> row.type(1).status(1));
    settle();
    listAgain();
  }

  private void listAgain() {
    world.stores.leases().askFullListing(Kind.APPOINTMENT, List.of(world.mailbox.id()));
    settle();
  }

  private static CrmAppointment booking(String title, int... associates) {
    List<Participant> participants =
        java.util.Arrays.stream(associates).mapToObj(MeetingGuestsTest::participant).toList();
    return World.row(title).with().booking(Optional.of(new CrmBooking(participants, ""))).build();
  }

  private static Participant participant(int associate) {
    String address = ADDRESSES.get(associate);
    return new Participant(0, associate, 1000 + associate, 6, 5, address, "A" + associate, false);
  }

  private static SyncSettings settings(PrivateItems privately, Invitations invitations) {
    SyncSettings s = World.withVisibility(SyncSettings.DEFAULTS);
    return new SyncSettings(
        s.windowBack(),
        s.windowAhead(),
        s.direction(),
        mapping(privately),
        s.filters(),
        s.brakes(),
        s.conflict(),
        s.deletePast(),
        s.visibleFor(),
        new KindSettings(
            TaskSettings.DEFAULTS, new MeetingSettings(invitations, true, 20), Map.of()));
  }

  private static MappingSettings mapping(PrivateItems privately) {
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
        privately,
        s.contacts());
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

  private CrmAppointment onlyRow(int associate) {
    List<CrmAppointment> rows = world.crm.diary(associate);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private List<Participant> participants() {
    return onlyRow(ANNA).booking().orElseThrow().participants();
  }

  private List<String> emails() {
    return participants().stream().map(Participant::email).toList();
  }

  private List<String> attendees() {
    return only(anna).meeting().orElseThrow().attendees().stream()
        .map(Attendee::address)
        .map(each -> each.smtp())
        .toList();
  }

  private static MailboxAppointment only(MemoryMailbox box) {
    assertThat(box.items()).hasSize(1);
    return box.items().get(0);
  }
}

package io.exchangesync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.memory.MemoryMailbox;
import io.exchangesync.core.memory.MemoryPost;
import io.exchangesync.core.model.Body;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.port.CrmCapabilities;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attendees whom SuperOffice does not know are a marked line of its text and of that alone. */
class MeetingOutsidersTest {
  private static final String BERITS = "berit@fjordline.example";
  private static final String STRANGER = "nobody@unknown.example";

  private final World world = new World();
  private final MemoryPost post = world.gateway.post();
  private final MemoryMailbox anna = world.box;

  @BeforeEach
  void linked() {
    world.linkColleague(8, BERITS);
    settle();
  }

  @Test
  void anUnknownAttendeeIsALineOfTextInSuperOfficeAndNowhereInTheMailbox() {
    meeting(BERITS, STRANGER);
    assertThat(text()).contains("Participants: " + STRANGER).contains("[SuperOffice]");
    assertThat(onlyRow().booking().orElseThrow().participants()).hasSize(1);

    world.crm.userEdits(
        onlyRow().recordId(), row -> row.agenda("<p>Bring the plan</p>" + onlyRow().agenda()));
    settle();
    assertThat(item().body().content()).contains("Bring the plan").doesNotContain("Participants");
    assertThat(world.gateway.mailbox(BERITS).items().get(0).body().content())
        .doesNotContain("Participants");
    assertQuiet();
  }

  @Test
  void theLineStaysWhenTheTextIsEditedInOutlook() {
    meeting(STRANGER);
    anna.change(
        item().version().id(),
        each -> each.body(new Body(Body.Format.HTML, "<html><body><p>New text</p></body></html>")));
    settle();
    assertThat(text()).contains("New text").contains("Participants: " + STRANGER);
    assertQuiet();
  }

  @Test
  void theLineGoesWithTheLastUnknownAttendee() {
    meeting(BERITS, STRANGER, "other@unknown.example");
    post.reinvite(World.ADDRESS, item().version(), List.of(BERITS, STRANGER));
    settle();
    assertThat(text()).contains("Participants: " + STRANGER).doesNotContain("other@");
    post.reinvite(World.ADDRESS, item().version(), List.of(BERITS));
    settle();
    assertThat(text()).doesNotContain("Participants").doesNotContain("[SuperOffice]");
    assertQuiet();
  }

  @Test
  void whoIsKnownIsNoLine() {
    world.crm.userSetsAddresses(
        new Participant(0, 0, 77, 1, 1, STRANGER, "Nils", false), List.of(STRANGER));
    meeting(STRANGER);
    assertThat(text()).doesNotContain("Participants");
  }

  @Test
  void whoBecomesKnownLaterJoinsTheBookingAndLeavesTheLine() {
    meeting(STRANGER);
    world.crm.userSetsAddresses(
        new Participant(0, 0, 77, 1, 1, STRANGER, "Nils", false), List.of(STRANGER));
    anna.change(item().version().id(), each -> each.subject("New plan"));
    settle();
    assertThat(text()).doesNotContain("Participants");
    assertThat(onlyRow().booking().orElseThrow().participants())
        .extracting(Participant::personId)
        .containsExactly(77);
    assertQuiet();
  }

  @Test
  void aDeletedMeetingStaysDeletedAlsoWhereAnAttendeeBecameKnown() {
    meeting(STRANGER);
    world.crm.userSetsAddresses(
        new Participant(0, 0, 77, 1, 1, STRANGER, "Nils", false), List.of(STRANGER));
    world.crm.userDeletes(onlyRow().recordId());
    settle();
    assertThat(world.crm.diary(World.ASSOCIATE)).isEmpty();
    assertThat(anna.items()).isEmpty();
  }

  @Test
  void beforeThereWereAgendasTheLineIsLeftOutWhereTheTextHasNoRoom() {
    world.crm.setCapabilities(new CrmCapabilities(false, 350, 254, false));
    String subject = "P".repeat(200);
    post.invite(
        World.ADDRESS,
        World.item(subject).with().body(new Body(Body.Format.TEXT, "b".repeat(120))).build(),
        List.of(STRANGER));
    settle();
    assertThat(onlyRow().title().length()).isLessThanOrEqualTo(350);
    assertThat(item().body().content()).doesNotContain("Participants");
    assertQuiet();
  }

  @Test
  void beforeThereWereAgendasTheLineStandsBelowTheText() {
    world.crm.setCapabilities(new CrmCapabilities(false, 2047, 254, false));
    meeting(STRANGER);
    assertThat(onlyRow().title())
        .startsWith("Plan\n")
        .contains("[SuperOffice]\nParticipants: " + STRANGER + "\n[/SuperOffice]");
    assertThat(item().subject()).isEqualTo("Plan");
    assertThat(item().body().content()).doesNotContain("Participants");
    assertQuiet();
  }

  private void meeting(String... attendees) {
    post.invite(World.ADDRESS, World.item("Plan"), List.of(attendees));
    settle();
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

  private String text() {
    return onlyRow().agenda();
  }

  private CrmAppointment onlyRow() {
    List<CrmAppointment> rows = world.crm.diary(World.ASSOCIATE);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private MailboxAppointment item() {
    assertThat(anna.items()).hasSize(1);
    return anna.items().get(0);
  }
}

package io.exchangesync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.memory.MemoryPost;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.Hold;
import io.exchangesync.core.settings.SettingsParser;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

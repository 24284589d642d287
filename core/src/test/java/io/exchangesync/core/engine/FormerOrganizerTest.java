package io.exchangesync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.plan.Reason;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invitees of somebody who was unlinked after SuperOffice had his booking. */
class FormerOrganizerTest {
  private static final int BERIT = 8;
  private static final String BERITS = "berit@fjordline.example";

  private final World world = new World();
  private Mailbox organizers;

  @BeforeEach
  void theOrganizerIsLinked() {
    organizers = world.linkColleague(BERIT, BERITS);
    world.run();
  }

  @Test
  void aDeliveredItemThatWaitedIsPairedWithItsRow() {
    waitsWhileTheOrganizerIsUnlinked(World.item("Plan"));

    assertThat(world.onlyRow().bookingChild()).isTrue();
    restsWithOneItemOnceHeIsBack();
    assertThat(world.crm.diary(World.ASSOCIATE)).hasSize(1);
  }

  @Test
  void soIsADeliveredSeries() {
    waitsWhileTheOrganizerIsUnlinked(
        SeriesSamples.master(
            "Standup", SeriesSamples.tuesdays(new End.After(4)), LocalTime.of(10, 0)));

    assertThat(world.crm.diary(World.ASSOCIATE))
        .isNotEmpty()
        .hasSameSizeAs(world.crm.diary(BERIT))
        .allMatch(CrmAppointment::bookingChild);
    restsWithOneItemOnceHeIsBack();
    assertThat(world.crm.diary(World.ASSOCIATE)).hasSameSizeAs(world.crm.diary(BERIT));
  }

  private void waitsWhileTheOrganizerIsUnlinked(MailboxAppointment meeting) {
    world.gateway.post().invite(BERITS, meeting, List.of(World.ADDRESS));
    world.gateway.post().forget();
    set(organizers, Mailbox.State.PAUSED);
    assertThat(world.run().counts()).containsEntry("Skip/WAITING_FOR_ORGANIZER", 1);
    set(world.mailbox, Mailbox.State.PAUSED);
    set(organizers, Mailbox.State.ACTIVE);
    assertThat(world.run().counts()).containsEntry("CreateInCrm/NEW_IN_MAILBOX", 1);
    set(world.mailbox, Mailbox.State.ACTIVE);
    set(organizers, Mailbox.State.UNLINKED);
    rounds();

    assertThat(world.box.items()).hasSize(1);
    assertThat(world.stores.journal().entries())
        .extracting(entry -> entry.reason())
        .contains(Reason.MATCHED_BY_IDENTITY.name())
        .doesNotContain(Reason.NEW_IN_CRM.name(), Reason.DELIVERED_BY_EXCHANGE.name());
  }

  private void restsWithOneItemOnceHeIsBack() {
    set(organizers, Mailbox.State.FIRST_LINK);
    rounds();

    assertThat(world.box.items()).hasSize(1);
    assertThat(world.gateway.post().sent()).isEmpty();
    assertThat(world.run().quiet()).isTrue();
  }

  private void set(Mailbox mailbox, Mailbox.State state) {
    world.stores.mailboxes().save(mailbox.withState(state, Optional.empty()));
  }

  private void rounds() {
    for (int i = 0; i < 4; i++) {
      assertThat(world.run().failures()).isEmpty();
      world.clock.advance(Duration.ofMinutes(10));
    }
  }
}

package io.exchangesync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.memory.RefusingCrmGateway;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.model.When;
import io.exchangesync.core.plan.Reason;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.core.port.Hold;
import io.exchangesync.core.port.SyncException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Appointments that SuperOffice's database does not take: they wait, the others go on. */
class RefusedWritesTest {
  private static final String BAD = "thirteenth";

  private final World world = new World();

  @Test
  void anItemWhoseRowIsRefusedWaitsInAHoldAndTheOthersGoOn() {
    refuse(row -> row.title().contains(BAD));
    for (int i = 0; i < 7; i++) {
      world.box.create(item("Good " + i, i));
    }
    world.box.create(item("The " + BAD, 8));
    World.Report report = world.run();

    assertThat(report.failures()).isEmpty();
    assertThat(report.counts())
        .containsEntry("CreateInCrm/NEW_IN_MAILBOX", 7)
        .containsEntry("Hold/REFUSED_BY_DATABASE", 1);
    assertThat(world.crm.diary(World.ASSOCIATE)).hasSize(7);
    Hold hold = onlyHold();
    assertThat(hold.item()).contains(itemCalled("The " + BAD).version().id());
    assertThat(hold.detail()).contains("no_thirteenth").contains("release this hold");
    assertThat(mailbox().state()).isEqualTo(Mailbox.State.ACTIVE);
    assertThat(mailbox().lastProblem().orElseThrow()).contains("one appointment");
    assertThat(world.refusals).singleElement().extracting(Refusal::text).isEqualTo(hold.detail());
  }

  @Test
  void theNextRunDoesNotFailAgain() {
    RefusingCrmGateway crm = refuse(row -> row.title().contains(BAD));
    world.box.create(item("The " + BAD, 1));
    world.box.create(item("Good", 2));
    world.run();
    int asked = crm.asked();

    World.Report second = world.run();
    assertThat(second.failures()).isEmpty();
    assertThat(second.counts()).isEmpty();
    assertThat(crm.asked()).isEqualTo(asked);
    world.stores.leases().askFullListing(Kind.APPOINTMENT, List.of(mailbox().id()));
    assertThat(world.run().counts()).containsEntry("Hold/REFUSED_BY_DATABASE", 1);
    assertThat(onlyHold().state()).isEqualTo(Hold.State.OPEN);
    assertThat(world.box.items()).hasSize(2);
  }

  @Test
  void whatWasRefusedIsTakenOnceItIsCorrected() {
    refuse(row -> row.title().contains(BAD));
    world.box.create(item("The " + BAD, 1));
    world.run();
    world.box.change(
        itemCalled("The " + BAD).version().id(), item -> item.subject("The fourteenth"));
    world.run();

    assertThat(world.onlyRow().title()).isEqualTo("The fourteenth");
    assertThat(world.onlyItem().stamp().orElseThrow().recordId())
        .isEqualTo(world.onlyRow().recordId());
    assertThat(holds()).isEmpty();
    world.box.change(world.onlyItem().version().id(), item -> item.location("Here"));
    world.run();
    assertThat(mailbox().lastProblem()).isEmpty();
  }

  @Test
  void anItemThatWeMadeIsNeitherLostNorDoubledWhenItsStampIsRefused() {
    world.crmSide = new RefusingCrmGateway(world.crm, write -> write instanceof CrmWrite.PutStamp);
    int id = world.crm.userCreates(World.row("Row"));
    world.run();
    assertThat(world.onlyItem().subject()).isEqualTo("Row");
    assertThat(onlyHold().recordId()).isEqualTo(id);

    world.crm.userEdits(id, row -> row.title("Row, changed"));
    world.run();
    assertThat(world.onlyItem().subject()).isEqualTo("Row, changed");
    world.stores.leases().askFullListing(Kind.APPOINTMENT, List.of(mailbox().id()));
    world.run();
    assertThat(world.box.items()).hasSize(1);
    world.crm.userDeletes(id);
    world.run();
    assertThat(world.box.items()).isEmpty();
    assertThat(world.crm.diary(World.ASSOCIATE)).isEmpty();
  }

  @Test
  void anEditThatIsRefusedStaysVisibleUntilItIsTaken() {
    int id = world.crm.userCreates(World.row("Title"));
    world.run();
    boolean[] closed = {true};
    world.crmSide =
        new RefusingCrmGateway(world.crm, write -> closed[0] && write instanceof CrmWrite.Update);
    world.crm.userEdits(id, row -> row.location("CRM room"));
    world.box.change(world.onlyItem().version().id(), item -> item.subject("Outlook title"));
    world.run();
    assertThat(world.onlyRow().title()).isEqualTo("Title");
    assertThat(world.onlyItem().subject()).isEqualTo("Outlook title");
    assertThat(world.onlyItem().location()).isEqualTo("CRM room");
    assertThat(onlyHold().linkKey()).isPositive();

    closed[0] = false;
    world.stores.leases().askFullListing(Kind.APPOINTMENT, List.of(mailbox().id()));
    world.run();
    assertThat(world.onlyRow().title()).isEqualTo("Outlook title");
    assertThat(world.onlyRow().location()).isEqualTo("CRM room");
    assertThat(holds()).isEmpty();
  }

  @Test
  void whatIsReleasedAndRefusedAgainIsOpenAgain() {
    refuse(row -> row.title().contains(BAD));
    world.box.create(item("The " + BAD, 1));
    world.run();
    world.stores.holds().release(onlyHold().id());
    world.stores.leases().askFullListing(Kind.APPOINTMENT, List.of(mailbox().id()));
    world.run();
    assertThat(onlyHold().state()).isEqualTo(Hold.State.OPEN);
  }

  @Test
  void theMessageAboutAPrivateAppointmentQuotesNothing() {
    refuse(row -> row.title().contains(BAD));
    world.box.create(item("The " + BAD, 1).with().sensitivity(Sensitivity.PRIVATE).build());
    world.run();
    assertThat(onlyHold().detail()).contains("SQL state 23513").doesNotContain("no_thirteenth");
  }

  @Test
  void aDatabaseThatTakesNothingIsTheMailboxesTroubleNotEachAppointments() {
    refuse(row -> true);
    for (int i = 0; i < 20; i++) {
      world.box.create(item("Item " + i, i));
    }
    world.chunk = 10;
    World.Report report = world.run();
    assertThat(report.failures())
        .singleElement()
        .isInstanceOf(SyncException.MailboxFatal.class)
        .asString()
        .contains("each of 10 changes");
    assertThat(holds()).isEmpty();
    assertThat(mailbox().state()).isEqualTo(Mailbox.State.FAILED);

    world.crmSide = world.crm;
    world.clock.advance(Duration.ofMinutes(20));
    world.run();
    assertThat(world.crm.diary(World.ASSOCIATE)).hasSize(20);
    assertThat(world.box.items()).hasSize(20);
    assertThat(mailbox().state()).isEqualTo(Mailbox.State.ACTIVE);
  }

  @Test
  void aDatabaseThatGivesUpIsAskedAgainLater() {
    AtomicInteger deadlocks = new AtomicInteger(1);
    world.crmSide =
        new RefusingCrmGateway(
            world.crm,
            write -> {
              if (deadlocks.getAndDecrement() > 0) {
                throw new SyncException.Retriable("deadlock", java.util.Optional.empty(), null);
              }
              return false;
            });
    world.box.create(item("Item", 1));
    assertThat(world.run().failures()).hasSize(1);
    assertThat(world.crm.diary(World.ASSOCIATE)).isEmpty();
    assertThat(holds()).isEmpty();

    assertThat(world.run().failures()).isEmpty();
    assertThat(world.crm.diary(World.ASSOCIATE)).hasSize(1);
    assertThat(world.box.items()).hasSize(1);
    assertThat(mailbox().lastProblem()).isEmpty();
  }

  private RefusingCrmGateway refuse(Predicate<CrmAppointment> which) {
    RefusingCrmGateway crm =
        new RefusingCrmGateway(
            world.crm,
            write ->
                write instanceof CrmWrite.Create create
                    && which.test((CrmAppointment) create.value()));
    world.crmSide = crm;
    return crm;
  }

  private static MailboxAppointment item(String subject, int hour) {
    Instant start = World.START.plus(Duration.ofHours(24 + hour));
    return World.item(subject)
        .with()
        .when(new When.Timed(start, start.plusSeconds(1800), World.OSLO))
        .build();
  }

  private MailboxAppointment itemCalled(String subject) {
    return world.box.items().stream()
        .filter(item -> item.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private List<Hold> holds() {
    return world.stores.holds().active(mailbox().id(), Kind.APPOINTMENT);
  }

  private Hold onlyHold() {
    assertThat(holds()).hasSize(1);
    Hold hold = holds().get(0);
    assertThat(hold.reason()).isEqualTo(Reason.REFUSED_BY_DATABASE.name());
    return hold;
  }

  private Mailbox mailbox() {
    return world.stores.mailboxes().byId(world.mailbox.id()).orElseThrow();
  }
}

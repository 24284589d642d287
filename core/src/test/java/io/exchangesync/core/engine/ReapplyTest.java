package io.exchangesync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.engine.DryRun.Plan;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.settings.SettingsParser;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Changed settings: they hold from then on, and a re-application brings them to what is linked
 * already (sync-rules section 6).
 */
class ReapplyTest {
  private final World world = new World();

  ReapplyTest() {
    settings(Map.of());
  }

  @Test
  void aSettingTouchesOnlyWhatChangesFromThenOn() {
    int first = world.crm.userCreates(World.row("Budget"));
    world.crm.userCreates(World.row("Lunch"));
    world.run();
    settings(Map.of("category.appointment", "fixed:Work"));
    assertThat(listed().quiet()).isTrue();
    assertThat(categories("Budget")).containsExactly("SuperOffice Appointment");

    world.crm.userEdits(first, row -> row.location("Room 2"));
    world.run();
    assertThat(categories("Budget")).containsExactly("Work");
    assertThat(categories("Lunch")).containsExactly("SuperOffice Appointment");
  }

  @Test
  void aReapplicationIsShownAndThenWritesWhatNeitherSideChanged() {
    world.crm.userCreates(World.row("Budget"));
    world.box.create(World.item("Besuch").with().categories(List.of("Red")).build());
    world.run();
    settings(Map.of("category.appointment", "fixed:Work"));
    Plan plan = new DryRun(world.ports()).plan(mailbox(), Kind.APPOINTMENT, RunMode.REAPPLY, 10);
    assertThat(plan.counts()).containsEntry("Align", Map.of("REAPPLIED", 2));
    assertThat(plan.items()).extracting(item -> item.decision().name()).containsOnly("Align");
    assertThat(categories("Budget")).containsExactly("SuperOffice Appointment");

    assertThat(reapplied().counts()).containsEntry("Align/REAPPLIED", 2);
    assertThat(categories("Budget")).containsExactly("Work");
    assertThat(categories("Besuch")).containsExactly("Red", "Work");
    assertThat(world.run().counts()).isEmpty();
    assertThat(reapplied().counts()).containsOnlyKeys("Skip/UNCHANGED");
  }

  @Test
  void theSubjectFormatIsReappliedAndTakenBackWithoutATrace() {
    world.crm.userCreates(World.row("Budget"));
    world.run();
    settings(Map.of("subject.format", "template", "subject.template", "* {text}"));
    reapplied();
    assertThat(world.onlyItem().subject()).isEqualTo("* Budget");
    assertThat(world.onlyRow().title()).isEqualTo("Budget");
    settings(Map.of());
    reapplied();
    assertThat(world.onlyItem().subject()).isEqualTo("Budget");
    assertThat(world.onlyRow().title()).isEqualTo("Budget");
  }

  @Test
  void alarmsThatMayTravelNowAreSetByAReapplication() {
    settings(Map.of("alarm.to-mailbox", "off"));
    world.crm.userCreates(World.row("Budget").with().hasAlarm(true).alarmMinutes(20).build());
    world.run();
    assertThat(world.onlyItem().reminderSet()).isFalse();
    settings(Map.of());
    reapplied();
    assertThat(world.onlyItem().reminderSet()).isTrue();
    assertThat(world.onlyItem().reminderMinutes()).isEqualTo(20);
    assertThat(world.onlyRow().alarmMinutes()).isEqualTo(20);
  }

  @Test
  void anEditMadeMeanwhileSurvivesAReapplication() {
    world.crm.userCreates(World.row("Budget"));
    world.run();
    settings(Map.of("category.appointment", "fixed:Work"));
    world.box.change(world.onlyItem().item().orElseThrow().id(), item -> item.location("Terrace"));
    reapplied();
    assertThat(world.onlyRow().location()).isEqualTo("Terrace");
    assertThat(world.onlyItem().location()).isEqualTo("Terrace");
    assertThat(categories("Budget")).containsExactly("Work");
  }

  @Test
  void aReapplicationThatWasCutGoesOnUntilEverythingIsWritten() {
    world.chunk = 50;
    for (int i = 0; i < 600; i++) {
      world.crm.userCreates(World.row("Row " + i));
    }
    world.run();
    assertThat(world.box.items()).hasSize(600);
    settings(Map.of("category.appointment", "fixed:Work"));
    reapplied();
    assertThat(world.box.items())
        .allSatisfy(item -> assertThat(item.categories()).containsExactly("Work"));
    assertThat(world.run().counts()).isEmpty();
  }

  @Test
  void aReapplicationThatWasCutGoesOnBehindWhatItHasLookedAt() {
    for (int i = 0; i < 1200; i++) {
      world.crm.userCreates(World.row("Row " + i));
    }
    world.run();
    settings(Map.of("category.appointment", "fixed:Work"));
    world.stores.leases().askReapply(Kind.APPOINTMENT, List.of(world.mailbox.id()));
    List<Integer> looked = new ArrayList<>();
    looked.add(slice());
    world.crm.userEdits(world.crm.diary(World.ASSOCIATE).get(0).recordId(), row -> row.title("A"));
    looked.add(slice());
    looked.add(slice());

    assertThat(looked).containsExactly(500, 500, 201);
    assertThat(world.box.items())
        .allSatisfy(item -> assertThat(item.categories()).containsExactly("Work"));
    settings(Map.of("category.appointment", "fixed:Play"));
    world.stores.leases().askReapply(Kind.APPOINTMENT, List.of(world.mailbox.id()));
    assertThat(slice()).as("another one begins with the first pair").isEqualTo(500);
  }

  /** Works on one slice; answers how many things it looked at. */
  private int slice() {
    world.stores.leases().markDue(Kind.APPOINTMENT, List.of(world.mailbox.id()), World.START);
    Claim claim =
        world
            .stores
            .leases()
            .claim(Kind.APPOINTMENT, "node-1", Duration.ofHours(9), List.of())
            .orElseThrow();
    Engine engine = new Engine(world.ports());
    List<Decided> decided = new ArrayList<>();
    try (Slice slice = engine.open(claim, 0)) {
      for (Optional<Candidate> next = slice.next(); next.isPresent(); next = slice.next()) {
        decided.add(new Decided(next.get(), slice.decide(next.get())));
      }
      new ChunkWriter(world.ports()).writeAndEnd(slice, decided);
      engine.giveBack(slice, Duration.ofSeconds(30));
    }
    return decided.size();
  }

  @Test
  void aReapplicationIsNotCutByTime() {
    for (int i = 0; i < 150; i++) {
      world.crm.userCreates(World.row("Row " + i));
    }
    world.run();
    settings(Map.of("category.appointment", "fixed:Work"));
    world.clock.advance(Duration.ofMinutes(10));
    world.stores.leases().askReapply(Kind.APPOINTMENT, List.of(world.mailbox.id()));
    world.stores.leases().markDue(Kind.APPOINTMENT, List.of(world.mailbox.id()), World.START);
    Claim claim =
        world
            .stores
            .leases()
            .claim(Kind.APPOINTMENT, "node-1", Duration.ofHours(9), List.of())
            .orElseThrow();
    int decided = 0;
    try (Slice slice = new Engine(world.ports()).open(claim, 0)) {
      for (Optional<Candidate> next = slice.next(); next.isPresent(); next = slice.next()) {
        slice.decide(next.get());
        decided++;
        world.clock.advance(Duration.ofMinutes(1));
      }
      assertThat(slice.complete()).isTrue();
    }
    assertThat(decided).isEqualTo(150);
  }

  @Test
  void aWindowThatGrowsAddsAndOneThatShrinksDeletesNothingAndKeepsTheLinks() {
    int far = world.crm.userCreates(inDays(60, "Far"));
    world.crm.userCreates(inDays(5, "Near"));
    settings(Map.of("window.ahead", "30"));
    world.run();
    assertThat(world.box.items()).extracting(MailboxAppointment::subject).containsExactly("Near");

    settings(Map.of("window.ahead", "90"));
    assertThat(listed().counts()).containsEntry("CreateInMailbox/NEW_IN_CRM", 1);
    assertThat(world.box.items()).hasSize(2);

    settings(Map.of("window.ahead", "30"));
    assertThat(reapplied().of("DeleteInMailbox")).isZero();
    world.crm.userEdits(far, row -> row.title("Far away"));
    assertThat(world.run().counts()).containsOnlyKeys("Skip/OUTSIDE_WINDOW");
    assertThat(world.box.items())
        .extracting(MailboxAppointment::subject)
        .containsExactlyInAnyOrder("Near", "Far");

    settings(Map.of("window.ahead", "90"));
    listed();
    assertThat(world.box.items())
        .extracting(MailboxAppointment::subject)
        .containsExactlyInAnyOrder("Near", "Far away");
  }

  @Test
  void anItemThatBeginsToMatchAFilterStaysAndIsNotFollowed() {
    int id = world.crm.userCreates(World.row("Budget"));
    world.run();
    settings(Map.of("filter.free", "both"));
    world.crm.userEdits(id, row -> row.freeBusy(1).title("Budget 2"));
    assertThat(reapplied().counts()).containsOnlyKeys("Skip/FILTERED_FREE");
    assertThat(world.onlyItem().subject()).isEqualTo("Budget");
  }

  private static CrmAppointment inDays(int days, String title) {
    LocalDateTime start = LocalDateTime.parse("2026-11-23T10:00:00").plusDays(days);
    return World.row(title)
        .with()
        .doBy(start)
        .activeDate(start)
        .endDate(start.plusHours(1))
        .build();
  }

  private void settings(Map<String, String> values) {
    Map<String, String> system = new HashMap<>(values);
    system.put("crm.visible-for", "direct");
    world.settings = SettingsParser.parse(system, Map.of());
  }

  private World.Report listed() {
    world.stores.leases().askFullListing(Kind.APPOINTMENT, List.of(world.mailbox.id()));
    return world.run();
  }

  private World.Report reapplied() {
    world.stores.leases().askReapply(Kind.APPOINTMENT, List.of(world.mailbox.id()));
    return world.run();
  }

  private Mailbox mailbox() {
    return world.stores.mailboxes().byAssociate(World.ASSOCIATE).orElseThrow();
  }

  private List<String> categories(String subject) {
    return world.box.items().stream()
        .filter(item -> item.subject().equals(subject))
        .findFirst()
        .orElseThrow()
        .categories();
  }
}

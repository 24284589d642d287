package io.exchangesync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.core.memory.MemoryMailboxGateway.Fault;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmTies;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.BusyStatus;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.core.model.When;
import io.exchangesync.core.plan.Decision;
import io.exchangesync.core.plan.Reason;
import io.exchangesync.core.settings.SyncSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The main flow from both sides, in the words of sync-rules sections 5 and 7. */
class EngineTest {
  private final World world = new World();

  @Test
  void aNewRowAppearsInTheMailboxWithBothStamps() {
    int id = world.crm.userCreates(World.row("Lunch with Åse"));
    World.Report report = world.run();

    assertThat(report.counts()).containsEntry("CreateInMailbox/NEW_IN_CRM", 1);
    MailboxAppointment item = world.onlyItem();
    assertThat(item.subject()).isEqualTo("Lunch with Åse");
    assertThat(item.when())
        .isEqualTo(
            new When.Timed(
                Instant.parse("2026-11-24T09:00:00Z"),
                Instant.parse("2026-11-24T10:00:00Z"),
                World.OSLO));
    assertThat(item.stamp().orElseThrow().recordId()).isEqualTo(id);
    assertThat(world.crm.stamps(Kind.APPOINTMENT, World.ASSOCIATE).get(id))
        .isEqualTo(item.stamp().orElseThrow());
  }

  @Test
  void aNewItemAppearsInTheDiaryWithBothStamps() {
    world.box.create(World.item("Besprechung"));
    World.Report report = world.run();

    assertThat(report.counts()).containsEntry("CreateInCrm/NEW_IN_MAILBOX", 1);
    CrmAppointment row = world.onlyRow();
    assertThat(row.title()).isEqualTo("Besprechung");
    assertThat(row.doBy()).isEqualTo("2026-11-24T12:00:00");
    assertThat(world.onlyItem().stamp().orElseThrow().recordId()).isEqualTo(row.recordId());
    assertThat(world.crm.stamps(Kind.APPOINTMENT, World.ASSOCIATE)).containsKey(row.recordId());
  }

  @Test
  void theSecondRunPlansNothing() {
    world.crm.userCreates(World.row("One"));
    world.box.create(World.item("Two"));
    world.run();
    assertThat(world.run().counts()).isEmpty();
    assertThat(world.crm.diary(World.ASSOCIATE)).hasSize(2);
    assertThat(
            new DryRun(world.ports())
                .plan(mailbox(), Kind.APPOINTMENT, RunMode.LISTING, 10)
                .items())
        .isEmpty();
  }

  @Test
  void editsTravelBothWays() {
    int id = world.crm.userCreates(World.row("Old"));
    world.run();
    world.crm.userEdits(id, row -> row.title("New").location("Room 1"));
    world.run();
    assertThat(world.onlyItem().subject()).isEqualTo("New");
    assertThat(world.onlyItem().location()).isEqualTo("Room 1");

    world.box.change(itemId(), item -> item.subject("Newest"));
    world.run();
    assertThat(world.onlyRow().title()).isEqualTo("Newest");
    assertThat(world.onlyRow().location()).isEqualTo("Room 1");
    assertThat(world.run().counts()).isEmpty();
  }

  @Test
  void editsOfDifferentFieldsAreBothKept() {
    int id = world.crm.userCreates(World.row("Title"));
    world.run();
    world.crm.userEdits(id, row -> row.location("CRM room"));
    world.box.change(itemId(), item -> item.subject("Outlook title"));
    World.Report report = world.run();
    assertThat(report.counts()).containsEntry("Align/CHANGED_ON_BOTH", 1);
    assertThat(world.onlyRow().title()).isEqualTo("Outlook title");
    assertThat(world.onlyItem().location()).isEqualTo("CRM room");
  }

  @Test
  void theLosingValueOfAConflictIsInTheJournal() {
    int id = world.crm.userCreates(World.row("Title"));
    world.run();
    world.settings = conflict(SyncSettings.ConflictPolicy.CRM);
    world.crm.userEdits(id, row -> row.title("CRM title"));
    world.box.change(itemId(), item -> item.subject("Outlook title"));
    assertThat(world.run().counts()).containsEntry("Align/CONFLICT_RESOLVED", 1);
    assertThat(world.onlyItem().subject()).isEqualTo("CRM title");
    assertThat(world.onlyRow().title()).isEqualTo("CRM title");
    assertThat(world.stores.journal().entries())
        .anyMatch(entry -> entry.before().contains("Outlook title"));
  }

  @Test
  void theNewestOfTwoEditsIsFoundByTheMeasuredSkewOfTheServersClock() {
    int id = world.crm.userCreates(World.row("Title"));
    world.run();
    world.crm.userEdits(id, row -> row.title("CRM, by our clock later"));
    world.box.change(itemId(), item -> item.subject("Outlook"));
    world.run();
    assertThat(world.onlyItem().subject()).isEqualTo("CRM, by our clock later");

    world.crm.userEdits(id, row -> row.title("CRM"));
    world.box.change(itemId(), item -> item.subject("Outlook, in truth later"));
    world.box.setClockSkew(
        Duration.between(world.onlyItem().lastModified(), world.clock.instant().plusSeconds(60)));
    world.run();
    assertThat(world.onlyRow().title()).isEqualTo("Outlook, in truth later");
  }

  @Test
  void aConflictCanBeHeld() {
    int id = world.crm.userCreates(World.row("Title"));
    world.run();
    world.settings = conflict(SyncSettings.ConflictPolicy.HOLD);
    world.crm.userEdits(id, row -> row.title("CRM title"));
    world.box.change(itemId(), item -> item.subject("Outlook title"));
    assertThat(world.run().counts()).containsEntry("Hold/CONFLICT", 1);
    assertThat(world.onlyRow().title()).isEqualTo("CRM title");
    assertThat(world.onlyItem().subject()).isEqualTo("Outlook title");
    assertThat(world.stores.holds().active(mailbox().id(), Kind.APPOINTMENT)).hasSize(1);
  }

  @Test
  void deletesTravelBothWays() {
    int one = world.crm.userCreates(World.row("One"));
    world.box.create(World.item("Two"));
    world.run();
    world.crm.userDeletes(one);
    assertThat(world.run().counts()).containsEntry("DeleteInMailbox/DELETED_IN_CRM", 1);
    assertThat(world.onlyItem().subject()).isEqualTo("Two");
    assertThat(world.box.deletedItems()).hasSize(1);

    world.box.delete(itemId());
    assertThat(world.run().counts()).containsEntry("DeleteInCrm/DELETED_IN_MAILBOX", 1);
    assertThat(world.crm.diary(World.ASSOCIATE)).isEmpty();
    assertThat(world.stores.journal().entries())
        .anyMatch(
            entry ->
                entry.decision().equals("DeleteInCrm")
                    && entry.before().contains("Two")
                    && entry.before().endsWith(",\"rows\":{\"appointment\":[101]}}"));
  }

  @Test
  void aChangeWinsOverADelete() {
    int one = world.crm.userCreates(World.row("One"));
    world.run();
    world.box.delete(itemId());
    world.crm.userEdits(one, row -> row.location("still wanted"));
    assertThat(world.run().counts()).containsEntry("CreateInMailbox/CHANGE_WINS_OVER_DELETE", 1);
    assertThat(world.onlyItem().location()).isEqualTo("still wanted");

    world.box.change(itemId(), item -> item.subject("from Outlook"));
    world.crm.userDeletes(one);
    assertThat(world.run().counts()).containsEntry("CreateInCrm/CHANGE_WINS_OVER_DELETE", 1);
    assertThat(world.onlyRow().title()).isEqualTo("from Outlook");
    assertThat(world.run().quiet()).isTrue();
  }

  @Test
  void aPastRowIsKeptWhenItsItemIsDeleted() {
    CrmAppointment past =
        World.row("Visit")
            .with()
            .doBy(World.row("").doBy().minusDays(10))
            .activeDate(World.row("").doBy().minusDays(10))
            .endDate(World.row("").endDate().minusDays(10))
            .build();
    world.crm.userCreates(past);
    world.run();
    world.box.delete(itemId());
    assertThat(world.run().counts()).containsEntry("EndLink/KEPT_PAST", 1);
    assertThat(world.onlyRow().title()).isEqualTo("Visit");
    assertThat(world.run().quiet()).isTrue();
    assertThat(world.box.items()).isEmpty();
  }

  @Test
  void outsideTheWindowNothingIsWrittenOrDeleted() {
    CrmAppointment far =
        World.row("Next year")
            .with()
            .doBy(World.row("").doBy().plusDays(300))
            .activeDate(World.row("").doBy().plusDays(300))
            .endDate(World.row("").endDate().plusDays(300))
            .build();
    world.crm.userCreates(far);
    assertThat(world.run().quiet()).isTrue();
    assertThat(world.box.items()).isEmpty();

    int near = world.crm.userCreates(World.row("Near"));
    world.run();
    world.clock.advance(Duration.ofDays(60));
    assertThat(world.run().quiet()).isTrue();
    world.stores.leases().askFullListing(Kind.APPOINTMENT, List.of(mailbox().id()));
    assertThat(world.run().quiet()).isTrue();
    assertThat(world.box.items()).hasSize(1);
    assertThat(world.crm.read(List.of(near))).hasSize(1);
  }

  @Test
  void datesWhoseSeriesIsMissingAreSkippedOnBothSides() {
    world.crm.userCreates(
        World.row("Series").with().ties(new CrmTies(0, 0, 55, 0, 0, false, 0, false)).build());
    world.box.create(World.item("Date").with().type(CalendarItemType.OCCURRENCE).build());
    World.Report report = world.run();
    assertThat(report.counts()).containsEntry("Skip/NOT_YET_SUPPORTED", 2);
    assertThat(report.quiet()).isTrue();
    assertThat(world.stores.holds().active(mailbox().id(), Kind.APPOINTMENT)).isEmpty();
    assertThat(world.onlyItem().stamp()).isEmpty();
  }

  @Test
  void theFirstLinkMatchesBeforeItCreates() {
    world.crm.userCreates(World.row("Budget"));
    MailboxAppointment twin =
        World.item(" budget ")
            .with()
            .when(
                new When.Timed(
                    Instant.parse("2026-11-24T09:00:00Z"),
                    Instant.parse("2026-11-24T10:00:00Z"),
                    World.OSLO))
            .location("Oslo")
            .build();
    world.box.create(twin);
    World.Report report = world.run();
    assertThat(report.counts()).containsEntry("Align/MATCHED_BY_CONTENT", 1);
    assertThat(world.onlyRow().location()).isEqualTo("Oslo");
    assertThat(world.onlyItem().stamp()).isPresent();
    assertThat(world.run().quiet()).isTrue();
  }

  @Test
  void anAllDayItemOfAnotherZoneIsMatchedAtTheBorderOfAGroupToo() {
    world.crm.addOwner(World.ASSOCIATE, ZoneId.of("America/New_York"));
    LocalDate day = LocalDate.parse("2026-11-24");
    for (int i = 0; i < 120; i++) {
      LocalDateTime start = day.minusDays(i % 2).atTime(16, 0).plusMinutes(i);
      world.crm.userCreates(
          World.row("Row " + i)
              .with()
              .doBy(start)
              .activeDate(start)
              .endDate(start.plusMinutes(30))
              .build());
    }
    world.crm.userCreates(
        World.row("Thanksgiving")
            .with()
            .allDay(true)
            .doBy(day.atTime(14, 0))
            .activeDate(day.atTime(14, 0))
            .endDate(day.atTime(22, 0))
            .build());
    world.box.create(World.item("Thanksgiving").with().when(new When.AllDay(day, day)).build());
    World.Report report = world.run();
    assertThat(report.counts())
        .containsEntry("Align/MATCHED_BY_CONTENT", 1)
        .containsEntry("CreateInMailbox/NEW_IN_CRM", 120);
    assertThat(world.box.items()).hasSize(121);
    assertThat(world.crm.diary(World.ASSOCIATE)).hasSize(121);
  }

  @Test
  void anAmbiguousMatchIsHeldNeverGuessed() {
    world.crm.userCreates(World.row("Budget"));
    When.Timed same =
        new When.Timed(
            Instant.parse("2026-11-24T09:00:00Z"),
            Instant.parse("2026-11-24T10:00:00Z"),
            World.OSLO);
    world.box.create(World.item("Budget").with().when(same).build());
    world.box.create(World.item("Budget").with().when(same).build());
    World.Report report = world.run();
    assertThat(report.counts()).containsEntry("Hold/AMBIGUOUS_MATCH", 3);
    assertThat(world.box.items()).hasSize(2);
    assertThat(world.crm.diary(World.ASSOCIATE)).hasSize(1);
  }

  @Test
  void losingAllSyncTablesCreatesNothing() {
    world.crm.userCreates(World.row("One"));
    world.box.create(World.item("Two"));
    world.run();
    world.loseSyncTables();
    World.Report report = world.run();
    assertThat(report.counts()).containsEntry("Align/MATCHED_BY_STAMP", 2);
    assertThat(world.box.items()).hasSize(2);
    assertThat(world.crm.diary(World.ASSOCIATE)).hasSize(2);
  }

  @Test
  void aCopyMadeInOutlookIsANewAppointment() {
    world.crm.userCreates(World.row("Original"));
    world.run();
    world.box.copy(itemId());
    assertThat(world.run().counts()).containsEntry("CreateInCrm/COPY_OF_ITEM", 1);
    assertThat(world.crm.diary(World.ASSOCIATE)).hasSize(2);
    assertThat(
            world.box.items().stream().map(item -> item.stamp().orElseThrow().linkId()).distinct())
        .hasSize(2);
    assertThat(world.run().quiet()).isTrue();
  }

  @Test
  void anItemMovedAwayAndBackKeepsItsRow() {
    int id = world.crm.userCreates(World.row("Moved"));
    world.run();
    MailboxAppointment away = world.box.moveAway(itemId());
    world.box.create(away);
    world.run();
    assertThat(world.onlyRow().recordId()).isEqualTo(id);
    assertThat(world.box.items()).hasSize(1);
    assertThat(world.run().quiet()).isTrue();
  }

  @Test
  void aLostReplyMakesNoDuplicate() {
    world.crm.userCreates(World.row("One"));
    world.run();
    world.crm.userCreates(World.row("Two"));
    world.clock.advance(Duration.ofMinutes(5));
    failNextWrite(Fault.AFTER_EFFECT);
    assertThat(world.run().failures()).hasSize(1);
    world.clock.advance(Duration.ofMinutes(5));
    assertThat(world.run().counts()).containsEntry("Align/MATCHED_BY_STAMP", 1);
    assertThat(world.box.items()).hasSize(2);
    assertThat(world.run().quiet()).isTrue();
  }

  @Test
  void aFailedCommitIsRepairedByRunningAgain() {
    world.run();
    world.crm.userCreates(World.row("One"));
    world.box.create(World.item("Two"));
    assertThatThrownBy(
            () ->
                world.run(
                    step -> {
                      if (step.equals("commit of chunk")) {
                        throw new IllegalStateException("crash");
                      }
                    }))
        .hasMessage("crash");
    world.clock.advance(Duration.ofMinutes(10));
    world.run();
    assertThat(world.box.items()).hasSize(2);
    assertThat(world.crm.diary(World.ASSOCIATE)).hasSize(2);
    assertThat(world.run().quiet()).isTrue();
  }

  @Test
  void tooManyDeletesAreBrakedAndCanBeReleased() {
    for (int i = 0; i < 10; i++) {
      world.crm.userCreates(
          World.row("Row " + i).with().doBy(World.row("").doBy().plusHours(i)).build());
    }
    world.run();
    List<ItemId> ids =
        world.box.items().stream().map(item -> item.version().id()).limit(6).toList();
    ids.forEach(world.box::delete);
    World.Report report = world.run();
    assertThat(report.counts()).containsEntry("Hold/BRAKE_DELETES", 6);
    assertThat(world.crm.diary(World.ASSOCIATE)).hasSize(10);
  }

  @Test
  void aWholeDiaryHandedOverIsBrakedToo() {
    world.crm.addOwner(8);
    for (int i = 0; i < 12; i++) {
      world.crm.userCreates(
          World.row("Row " + i).with().doBy(World.row("").doBy().plusHours(i)).build());
    }
    world.run();
    world
        .crm
        .diary(World.ASSOCIATE)
        .forEach(row -> world.crm.userEdits(row.recordId(), edited -> edited.associateId(8)));
    World.Report report = world.run();
    assertThat(report.of("Hold")).isEqualTo(8);
    assertThat(world.box.items()).hasSize(8);
  }

  @Test
  void unprovedVisibilityHoldsCreatesAndLetsUpdatesGoOn() {
    int id = world.crm.userCreates(World.row("Row"));
    world.run();
    world.settings = SyncSettings.DEFAULTS;
    world.box.create(World.item("From Outlook"));
    world.box.change(
        world.box.items().get(0).version().id(),
        item -> item.subject("Changed").sensitivity(MailboxAppointment.Sensitivity.PRIVATE));
    World.Report report = world.run();
    assertThat(report.counts()).containsEntry("Hold/VISIBLEFOR_UNPROVED", 1);
    CrmAppointment row = world.crm.read(List.of(id)).get(id);
    assertThat(row.title()).isEqualTo("Changed");
    assertThat(row.visibility()).isEqualTo(Visibility.EVERYONE);
    assertThat(world.crm.diary(World.ASSOCIATE)).hasSize(1);
  }

  @Test
  void anEditInTheMailboxSurvivesAUsersEditInTheMiddleOfOurWrite() {
    int id = world.crm.userCreates(World.row("Title"));
    world.run();
    world.box.change(itemId(), item -> item.subject("Outlook title"));
    AtomicBoolean edited = new AtomicBoolean();
    world.run(
        step -> {
          if (step.equals("chunk") && !edited.getAndSet(true)) {
            world.crm.userEdits(id, row -> row.location("CRM room"));
          }
        });
    world.run();
    assertThat(edited).isTrue();
    assertThat(world.onlyRow().title()).isEqualTo("Outlook title");
    assertThat(world.onlyRow().location()).isEqualTo("CRM room");
    assertThat(world.onlyItem().subject()).isEqualTo("Outlook title");
    assertThat(world.onlyItem().location()).isEqualTo("CRM room");
  }

  @Test
  void aRowDeletedInTheMiddleOfOurWriteTakesItsItemAlong() {
    int id = world.crm.userCreates(World.row("Row"));
    AtomicBoolean deleted = new AtomicBoolean();
    world.run(
        step -> {
          if (step.equals("chunk") && !deleted.getAndSet(true)) {
            world.crm.userDeletes(id);
            new ChangeFeed(world.ports()).collect();
          }
        });
    world.run();
    assertThat(world.box.items()).isEmpty();
    assertThat(world.box.deletedItems()).hasSize(1);
  }

  @Test
  void aHeldChangeOfVisibilityIsWrittenOnceItIsAllowed() {
    world.crm.userCreates(World.row("Title"));
    world.run();
    world.settings = SyncSettings.DEFAULTS;
    world.box.change(itemId(), item -> item.sensitivity(Sensitivity.PRIVATE));
    world.run();
    world.stores.leases().askFullListing(Kind.APPOINTMENT, List.of(mailbox().id()));
    world.run();
    assertThat(world.stores.holds().active(mailbox().id(), Kind.APPOINTMENT)).hasSize(1);

    world.settings = World.withVisibility(SyncSettings.DEFAULTS);
    world.stores.leases().askFullListing(Kind.APPOINTMENT, List.of(mailbox().id()));
    world.run();
    assertThat(world.onlyRow().visibility()).isEqualTo(Visibility.OWNER);
    assertThat(world.stores.holds().active(mailbox().id(), Kind.APPOINTMENT)).isEmpty();
  }

  @Test
  void aRowGivenToAnotherAssociateLeavesTheMailboxWithoutACrmDelete() {
    world.crm.addOwner(8);
    int id = world.crm.userCreates(World.row("Handed over"));
    world.run();
    world.crm.userEdits(id, row -> row.associateId(8));
    assertThat(world.run().counts()).containsEntry("DeleteInMailbox/OWNER_CHANGED", 1);
    assertThat(world.box.items()).isEmpty();
    assertThat(world.crm.diary(8)).hasSize(1);
  }

  @Test
  void aVanishedRowIsNotBelievedUntilACompleteListing() {
    int id = world.crm.userCreates(World.row("Row"));
    world.run();
    world.crm.vanishes(id);
    world.box.change(itemId(), item -> item.busyStatus(BusyStatus.BUSY).uid("other"));
    assertThat(world.run().counts()).containsEntry("Skip/UNKNOWN_SIDE", 1);
    assertThat(world.box.items()).hasSize(1);
    world.stores.leases().askFullListing(Kind.APPOINTMENT, List.of(mailbox().id()));
    assertThat(world.run().counts()).containsEntry("DeleteInMailbox/DELETED_IN_CRM", 1);
  }

  @Test
  void anInvalidSyncStateLeadsToAListingNotToCreates() {
    world.crm.userCreates(World.row("Row"));
    world.run();
    world.box.invalidatePositions();
    assertThat(world.run().quiet()).isTrue();
    assertThat(world.crm.diary(World.ASSOCIATE)).hasSize(1);
    assertThat(world.box.items()).hasSize(1);
  }

  @Test
  void explainAnswersForThingsThatWereNeverLinked() {
    int id =
        world.crm.userCreates(
            World.row("Far")
                .with()
                .doBy(World.row("").doBy().plusYears(1))
                .endDate(World.row("").endDate().plusYears(1))
                .build());
    Decision decision =
        new Explainer(world.ports()).explainRecord(mailbox(), Kind.APPOINTMENT, id).decision();
    assertThat(decision).isEqualTo(new Decision.Skip(Reason.OUTSIDE_WINDOW));
  }

  @Test
  void anItemDeletedRightAfterWeMadeItIsADeleteNotAnUnknown() {
    world.run();
    int id = world.crm.userCreates(World.row("Row"));
    World.Report report =
        world.run(
            step -> {
              if (step.equals("end") && !world.box.items().isEmpty()) {
                world.box.delete(world.onlyItem().version().id());
              }
            });
    assertThat(report.of("CreateInMailbox")).isEqualTo(1);
    assertThat(world.run().counts()).containsEntry("DeleteInCrm/DELETED_IN_MAILBOX", 1);
    assertThat(world.crm.read(List.of(id))).isEmpty();
  }

  @Test
  void theMailboxIsActiveAfterItsFirstRun() {
    world.run();
    assertThat(mailbox().state()).isEqualTo(Mailbox.State.ACTIVE);
    assertThat(world.stores.links().page(mailbox().id(), Kind.APPOINTMENT, 0, 10))
        .extracting(Link::state)
        .isEmpty();
  }

  private void failNextWrite(Fault fault) {
    world.gateway.failNextWrite(fault);
  }

  private ItemId itemId() {
    return world.onlyItem().version().id();
  }

  private Mailbox mailbox() {
    return world.stores.mailboxes().byId(world.mailbox.id()).orElseThrow();
  }

  private static SyncSettings conflict(SyncSettings.ConflictPolicy policy) {
    SyncSettings s = World.withVisibility(SyncSettings.DEFAULTS);
    return new SyncSettings(
        s.windowBack(),
        s.windowAhead(),
        s.direction(),
        s.mapping(),
        s.filters(),
        s.brakes(),
        policy,
        s.deletePast(),
        s.visibleFor());
  }
}

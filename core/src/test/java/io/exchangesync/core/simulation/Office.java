package io.exchangesync.core.simulation;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.settings.SyncSettings;
import io.exchangesync.core.settings.SyncSettings.BrakeSettings;
import io.exchangesync.core.settings.SyncSettings.DeletePast;
import io.exchangesync.core.settings.SyncSettings.VisibleForMode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What an administrator does, as the services of the application do it. */
final class Office {
  /** Brakes have tests of their own; here nothing may wait for a person. */
  static final SyncSettings SYSTEM =
      new SyncSettings(
          30,
          120,
          SyncSettings.DEFAULTS.direction(),
          SyncSettings.DEFAULTS.mapping(),
          SyncSettings.DEFAULTS.filters(),
          new BrakeSettings(10_000, 10_000, 10_000),
          SyncSettings.DEFAULTS.conflict(),
          DeletePast.DELETE,
          VisibleForMode.DIRECT);

  private final SimulatedWorld world;

  Office(SimulatedWorld world) {
    this.world = world;
  }

  /** Links an associate, or goes on with the link of before. */
  void link(int associate) {
    String address = Cast.address(associate);
    int known =
        world.stores().mailboxes().page(0, 1000).stream()
            .filter(each -> each.address().equals(address))
            .map(Mailbox::id)
            .findFirst()
            .orElse(0);
    Mailbox linked =
        world
            .stores()
            .mailboxes()
            .save(
                new Mailbox(
                    known,
                    associate,
                    address,
                    Mailbox.BackEnd.EWS,
                    SimulatedWorld.kinds(associate),
                    1,
                    Mailbox.State.FIRST_LINK,
                    Optional.empty(),
                    world.clock.instant()));
    for (Kind kind : SimulatedWorld.kinds(associate)) {
      world.stores().leases().add(linked.id(), kind);
      world.stores().cursors().resetMailbox(linked.id(), kind);
      list(linked.id(), kind);
    }
  }

  void unlink(int associate) {
    Mailbox linked = world.mailbox(associate);
    world.stores().mailboxes().save(linked.withState(Mailbox.State.UNLINKED, Optional.empty()));
  }

  /** Changes settings that call for a comparison of both sides. */
  void set(int associate, UnaryOperator<SyncSettings> change) {
    world.settings(associate, change.apply(world.settings(associate)));
    if (world.linked(associate)) {
      SimulatedWorld.kinds(associate).forEach(kind -> list(world.mailbox(associate).id(), kind));
    }
  }

  void reapply(int associate) {
    for (Kind kind : SimulatedWorld.kinds(associate)) {
      world.stores().leases().askReapply(kind, List.of(world.mailbox(associate).id()));
    }
  }

  private void list(int mailboxId, Kind kind) {
    world.stores().leases().askFullListing(kind, List.of(mailboxId));
    world.stores().leases().markDue(kind, List.of(mailboxId), world.clock.instant());
  }

  static SyncSettings window(SyncSettings s, int back, int ahead) {
    return new SyncSettings(
        back,
        ahead,
        s.direction(),
        s.mapping(),
        s.filters(),
        s.brakes(),
        s.conflict(),
        s.deletePast(),
        s.visibleFor(),
        s.kinds());
  }

  static SyncSettings filters(SyncSettings s, SyncSettings.FilterSettings filters) {
    return new SyncSettings(
        s.windowBack(),
        s.windowAhead(),
        s.direction(),
        s.mapping(),
        filters,
        s.brakes(),
        s.conflict(),
        s.deletePast(),
        s.visibleFor(),
        s.kinds());
  }

  static SyncSettings conflict(SyncSettings s, SyncSettings.ConflictPolicy conflict) {
    return new SyncSettings(
        s.windowBack(),
        s.windowAhead(),
        s.direction(),
        s.mapping(),
        s.filters(),
        s.brakes(),
        conflict,
        s.deletePast(),
        s.visibleFor(),
        s.kinds());
  }

  static SyncSettings contacts(
      SyncSettings s, io.exchangesync.core.settings.ContactSettings contacts) {
    return new SyncSettings(
        s.windowBack(),
        s.windowAhead(),
        s.direction(),
        s.mapping().withContacts(contacts),
        s.filters(),
        s.brakes(),
        s.conflict(),
        s.deletePast(),
        s.visibleFor(),
        s.kinds());
  }
}

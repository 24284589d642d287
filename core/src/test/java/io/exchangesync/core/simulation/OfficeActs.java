package io.exchangesync.core.simulation;

import io.exchangesync.core.settings.SyncSettings.ConflictPolicy;
import java.time.Duration;
import java.util.Map;

/** What administrators do, and what time does. */
final class OfficeActs {
  private OfficeActs() {}

  static Map<String, Act> all() {
    return Map.of(
        "window is set", OfficeActs::window,
        "conflict policy is set", OfficeActs::conflict,
        "hours pass", OfficeActs::hours,
        "days pass", OfficeActs::days,
        "settings are re-applied", OfficeActs::reapply,
        "mailbox is unlinked", OfficeActs::unlink,
        "mailbox is linked again", OfficeActs::relink,
        "sync tables are lost", OfficeActs::lose,
        "positions become invalid", OfficeActs::positions);
  }

  private static int who(Dice dice) {
    return dice.any(Cast.ANNA, Cast.BERIT, Cast.CARL);
  }

  private static void window(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    int ahead = dice.any(20, 60, 120);
    world.tell("window of " + who + " reaches " + ahead + " days");
    world.ledger.narrowed(who);
    world.office.set(who, s -> Office.window(s, s.windowBack(), ahead));
  }

  private static void conflict(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    ConflictPolicy policy =
        dice.any(ConflictPolicy.NEWEST, ConflictPolicy.CRM, ConflictPolicy.MAILBOX);
    world.tell("conflicts of " + who + " go to " + policy);
    world.office.set(who, s -> Office.conflict(s, policy));
  }

  private static void hours(SimulatedWorld world, Dice dice) {
    int hours = 1 + dice.below(9);
    world.tell(hours + " hours pass");
    world.clock.advance(Duration.ofHours(hours));
  }

  private static void days(SimulatedWorld world, Dice dice) {
    int days = 1 + dice.below(3);
    world.tell(days + " days pass");
    world.clock.advance(Duration.ofDays(days));
  }

  private static void reapply(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    if (world.linked(who)) {
      world.tell("settings of " + who + " are re-applied");
      world.office.reapply(who);
    }
  }

  private static void unlink(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    if (world.linked(who) && world.ledger.disturb()) {
      world.tell(who + " is unlinked");
      world.office.unlink(who);
    }
  }

  private static void relink(SimulatedWorld world, Dice dice) {
    Cast.LINKED.stream()
        .filter(who -> !world.linked(who))
        .forEach(
            who -> {
              world.tell(who + " is linked again");
              world.office.link(who);
            });
  }

  private static void lose(SimulatedWorld world, Dice dice) {
    if (dice.oneIn(2) && world.ledger.disturb()) {
      world.tell("all sync tables are lost");
      world.loseSyncTables();
    }
  }

  private static void positions(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    world.tell("positions of " + who + " become invalid");
    world.calendar(who).invalidatePositions();
    world.tasks(who).invalidatePositions();
  }
}

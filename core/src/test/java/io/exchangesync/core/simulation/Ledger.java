package io.exchangesync.core.simulation;

import io.exchangesync.core.simulation.Thing.Edit;
import io.exchangesync.core.simulation.Thing.Shape;
import io.exchangesync.core.simulation.Thing.Side;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the users did; knows nothing of the engine. */
final class Ledger {
  private final Map<String, Thing> things = new LinkedHashMap<>();
  private int epoch;
  private int round;
  private boolean running;

  Thing made(String name, Shape shape, int home) {
    Thing thing = new Thing(name, shape, home);
    things.put(name, thing);
    return thing;
  }

  Collection<Thing> things() {
    return things.values();
  }

  Optional<Thing> find(String name) {
    return Optional.ofNullable(things.get(name));
  }

  /** The thing a title belongs to. */
  Optional<Thing> of(String title) {
    return find(nameIn(title));
  }

  static String nameIn(String title) {
    int space = title.indexOf(' ');
    return space < 0 ? title : title.substring(0, space);
  }

  Edit edit(Side side, int who, char field, String value) {
    return new Edit(side, who, field, value, epoch, round, running ? round + 1 : round);
  }

  /** What users do in the middle of a run, which may have read already what they change. */
  void duringRun(Runnable acts) {
    running = true;
    acts.run();
    running = false;
  }

  private final Set<Integer> narrowed = new HashSet<>();
  private boolean disturbed;

  /**
   * Meetings do not yet survive mailboxes that are unlinked, or sync tables that are lost, while
   * something of them waits (docs/reliability.md): a history has the one or the other.
   */
  boolean meetingsAreSafe() {
    return !disturbed;
  }

  /** The window of an associate became shorter: what lies behind it may be edited for itself. */
  void narrowed(int associate) {
    narrowed.add(associate);
  }

  boolean isNarrowed(int associate) {
    return narrowed.contains(associate);
  }

  /** Links are about to go; false if meetings forbid it. */
  boolean disturb() {
    boolean allowed = things.values().stream().noneMatch(Thing::isMeeting);
    disturbed |= allowed;
    return allowed;
  }

  int epoch() {
    return epoch;
  }

  int round() {
    return round;
  }

  /** A run went over everything. */
  void ran() {
    round++;
  }

  /** Everything came to rest: what was done before is not concurrent with what comes. */
  void rested() {
    epoch++;
  }
}

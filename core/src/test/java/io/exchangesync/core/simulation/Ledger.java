package io.exchangesync.core.simulation;

import io.exchangesync.core.simulation.Thing.Edit;
import io.exchangesync.core.simulation.Thing.Shape;
import io.exchangesync.core.simulation.Thing.Side;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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

package io.exchangesync.core.simulation;

import io.exchangesync.core.engine.Ports;
import io.exchangesync.core.port.SyncException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs of all jobs, with what must hold of each run: nothing vanishes unasked, no mail leaves. */
final class Rounds {
  /** Most runs until everything rests while users only watch. */
  private static final int MOST = 12;

  private final SimulatedWorld world;
  private final Oracle oracle;
  private long run;

  Rounds(SimulatedWorld world, Oracle oracle) {
    this.world = world;
    this.oracle = oracle;
  }

  /** One run in which something goes wrong; afterwards another node goes on. */
  void troubled(Dice dice) {
    troubled(dice, dice.any(Trouble.ANY));
  }

  /** One run in which this goes wrong; afterwards another node goes on. */
  void troubled(Dice dice, Trouble.Sort sort) {
    Trouble trouble = new Trouble(world, sort, dice, () -> meanwhile(sort, dice));
    world.clock.advance(Duration.ofMinutes(1));
    world.tell("  run " + ++run + " with " + sort);
    Oracle.Before before = oracle.look();
    world.post().forget();
    Worker worker = new Worker(world, trouble.around(world.ports()), "node-" + run, run);
    try {
      worker.runAllJobs();
    } catch (Trouble.Crash crashed) {
      recover(dice);
    } catch (SyncException.Retriable outside) {
      world.tell("    outside a mailbox: " + outside.getMessage());
    }
    world.ledger.ran();
    if (sort != Trouble.Sort.USER_INTERFERES) {
      oracle.nothingVanished(before);
      oracle.noMailLeft();
    }
  }

  /** The dead node's leases end by themselves, or the one that starts again ends them. */
  private void recover(Dice dice) {
    if (dice.oneIn(2)) {
      world.stores().leases().releaseAllOf("node-" + run);
    } else {
      world.clock.advance(Duration.ofMinutes(10));
    }
  }

  private void meanwhile(Trouble.Sort sort, Dice dice) {
    if (world.stores().inTransaction()) {
      return;
    }
    if (sort == Trouble.Sort.USER_INTERFERES) {
      world.ledger.duringRun(() -> Script.anyAct(dice).live(world, dice));
      return;
    }
    if (sort == Trouble.Sort.ROW_EDITED_BEFORE_COMMIT) {
      Script.act("row is edited").live(world, dice);
      return;
    }
    world.clock.advance(Duration.ofMinutes(6));
    long paused = run;
    world.tell("    another node runs meanwhile");
    run += 1000;
    new Worker(world, world.ports(), "node-" + run, run).runAllJobs();
    run = paused;
  }

  /** One run of all jobs. */
  Worker run() {
    world.clock.advance(Duration.ofMinutes(1));
    world.tell("  run " + ++run);
    Oracle.Before before = oracle.look();
    world.post().forget();
    Worker worker = new Worker(world, world.ports(), "node-1", run);
    worker.runAllJobs();
    world.ledger.ran();
    oracle.nothingVanished(before);
    oracle.noMailLeft();
    if (!worker.failures().isEmpty()) {
      throw new Violation("a run failed though nothing was wrong: " + worker.failures());
    }
    if (worker.quiet()) {
      world.ledger.rested();
    }
    return worker;
  }

  /**
   * A run at rest reads no item again, unless one waits for somebody: no echo of our own writes.
   */
  void reread() {
    if (!world.stores().changes().all().isEmpty()) {
      return;
    }
    AtomicInteger reads = new AtomicInteger();
    world.clock.advance(Duration.ofMinutes(1));
    Ports counting =
        new Surroundings(world.ports())
            .sessions(
                (mailbox, kind, call) -> {
                  if (call.name().equals("read")) {
                    reads.incrementAndGet();
                  }
                  return call.go();
                })
            .ports();
    new Worker(world, counting, "node-1", ++run).runAllJobs();
    if (reads.get() > 0) {
      throw new Violation("I8: a run at rest reads items again, " + reads + " times");
    }
  }

  /** Runs until nothing happens any more; answers how many runs did something. */
  int settle() {
    Worker last = null;
    for (int working = 0; working < MOST; working++) {
      last = run();
      if (last.quiet()) {
        return working;
      }
      world.clock.advance(Duration.ofMinutes(20));
    }
    throw new Violation("I1: it never comes to rest; the last run: " + last.counts());
  }
}

package io.exchangesync.core.simulation;

import java.time.Duration;

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

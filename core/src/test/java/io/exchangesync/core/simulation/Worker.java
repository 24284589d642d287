package io.exchangesync.core.simulation;

import io.exchangesync.core.engine.ChangeFeed;
import io.exchangesync.core.engine.ChunkWriter;
import io.exchangesync.core.engine.Decided;
import io.exchangesync.core.engine.Engine;
import io.exchangesync.core.engine.LeaseLost;
import io.exchangesync.core.engine.Ports;
import io.exchangesync.core.engine.Slice;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.Journal.Tally;
import io.exchangesync.core.port.SyncException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One node that runs the jobs of all kinds once, as timer, reader, processor and writer of the
 * application do.
 */
final class Worker {
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final int CHUNK = 3;
  private static final int MOST_TURNS = 200;

  private final SimulatedWorld world;
  private final Ports ports;
  private final String node;
  private final long run;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<SyncException> failures = new ArrayList<>();

  Worker(SimulatedWorld world, Ports ports, String node, long run) {
    this.world = world;
    this.ports = ports;
    this.node = node;
    this.run = run;
  }

  /** Whether nothing was written and nothing failed. */
  boolean quiet() {
    return failures.isEmpty()
        && counts.keySet().stream()
            .allMatch(each -> each.contains(" Skip/") || each.contains(" Hold/"));
  }

  Map<String, Integer> counts() {
    return counts;
  }

  List<SyncException> failures() {
    return failures;
  }

  void runAllJobs() {
    ports.work().run(() -> new ChangeFeed(ports).collect());
    for (Kind kind : Kind.values()) {
      run(kind);
    }
  }

  private void run(Kind kind) {
    ports
        .leases()
        .markDue(
            kind,
            Cast.LINKED.stream().filter(world::linked).map(a -> world.mailbox(a).id()).toList(),
            ports.clock().instant());
    Engine engine = new Engine(ports);
    int turns = 0;
    Optional<Claim> claim = claim(kind);
    while (claim.isPresent()) {
      if (++turns > MOST_TURNS) {
        throw new AssertionError("mailboxes are due for ever: " + claim.get());
      }
      work(engine, claim.get());
      claim = claim(kind);
    }
    world
        .stores()
        .journal()
        .counted(run, kind)
        .forEach(
            (Tally tally, Integer n) ->
                counts.put(kind + " " + tally.decision() + "/" + tally.reason(), n));
  }

  private Optional<Claim> claim(Kind kind) {
    return ports.leases().claim(kind, node + "/" + kind, LEASE, List.of());
  }

  private void work(Engine engine, Claim claim) {
    try (Slice slice = engine.open(claim, run)) {
      if (!slice.idle()) {
        write(slice);
      }
      engine.giveBack(slice, Duration.ofSeconds(30));
      slice.failure().ifPresent(failures::add);
    } catch (SyncException e) {
      failures.add(e);
      engine.giveBack(claim, e);
    } catch (LeaseLost lost) {
      world.tell("    " + lost.getMessage());
    }
  }

  /** Odd runs end with their last chunk, even ones behind it: both happen. */
  private void write(Slice slice) {
    ChunkWriter writer = new ChunkWriter(ports);
    List<Decided> chunk = new ArrayList<>();
    Optional<Candidate> next = slice.next();
    while (next.isPresent()) {
      chunk.add(new Decided(next.get(), slice.decide(next.get())));
      if (chunk.size() == CHUNK) {
        writer.write(slice, chunk);
        chunk = new ArrayList<>();
      }
      next = slice.next();
    }
    if (run % 2 == 1) {
      writer.writeAndEnd(slice, chunk);
      return;
    }
    if (!chunk.isEmpty()) {
      writer.write(slice, chunk);
    }
    writer.end(slice);
  }
}

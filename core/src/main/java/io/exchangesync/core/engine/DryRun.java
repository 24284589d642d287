package io.exchangesync.core.engine;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.plan.Decision;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.Journal.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run would do for one mailbox: same reader, same planner, writer left out; writes nothing
 * anywhere.
 */
public final class DryRun {

  /**
   * A plan.
   *
   * @param counts how often each decision and reason occurs, over everything
   * @param items what would be done or held, at most the limit asked for; skipped ones are only
   *     counted
   */
  public record Plan(Map<String, Map<String, Integer>> counts, List<Decided> items) {}

  private final Ports ports;

  public DryRun(Ports ports) {
    this.ports = ports;
  }

  /**
   * Plans one mailbox.
   *
   * @param mode CHANGES needs a position; without one both sides are listed
   * @param limit most items to answer
   */
  public Plan plan(Mailbox mailbox, Kind kind, RunMode mode, int limit) {
    Claim claim =
        new Claim(
            mailbox,
            kind,
            "plan",
            0,
            mode != RunMode.CHANGES,
            ports.cursors().mailboxPosition(mailbox.id(), kind),
            true);
    RunMode effective =
        claim.position().isEmpty() && mode == RunMode.CHANGES ? RunMode.LISTING : mode;
    Map<Tally, Integer> tallies = new java.util.HashMap<>();
    List<Decided> items = new ArrayList<>();
    try (Slice slice = new Engine(ports).open(claim, 0, effective, Slice.Limit.NONE)) {
      Optional<Candidate> next = slice.next();
      while (next.isPresent()) {
        Decision decision = slice.decide(next.get());
        tallies.merge(new Tally(decision.name(), decision.reason().name()), 1, Integer::sum);
        if (items.size() < limit && !(decision instanceof Decision.Skip)) {
          items.add(new Decided(next.get(), decision));
        }
        next = slice.next();
      }
      if (slice.failure().isPresent()) {
        throw slice.failure().get();
      }
      if (slice.agenda().unchanged() > 0) {
        tallies.merge(new Tally("Skip", "UNCHANGED"), slice.agenda().unchanged(), Integer::sum);
      }
    }
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    tallies.forEach(
        (tally, number) ->
            counts
                .computeIfAbsent(tally.decision(), none -> new TreeMap<>())
                .put(tally.reason(), number));
    return new Plan(counts, items);
  }
}

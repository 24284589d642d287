package io.exchangesync.core.engine;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.plan.PlanContext;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.Hold;
import io.exchangesync.core.port.PendingChange;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a first synchronization began sends no mail until it is done, also where it had to be tried
 * again or waited for a person after the mailbox was ready (invariant I7).
 */
final class Silence {
  private static final Duration EVER = Duration.ofDays(3650);
  private static final int ANY = 100_000;

  private final Ports ports;
  private final Claim claim;
  private final Releases releases;
  private final Optional<Supplier<PlanContext>> quietly;
  private final Set<Candidate> silent = Collections.newSetFromMap(new IdentityHashMap<>());
  private Set<Integer> records;
  private Set<ItemId> items;
  private PlanContext quiet;

  /**
   * @param quietly the context in which no mail leaves; empty if the whole slice has it
   */
  Silence(Ports ports, Claim claim, Releases releases, Optional<Supplier<PlanContext>> quietly) {
    this.ports = ports;
    this.claim = claim;
    this.releases = releases;
    this.quietly = quietly;
  }

  /** The context for a candidate whose decision would send mails; empty if it may. */
  Optional<PlanContext> over(Candidate candidate) {
    if (quietly.isEmpty() || !begunSilently(candidate)) {
      return Optional.empty();
    }
    silent.add(candidate);
    return Optional.of(quiet());
  }

  /** The context in which a candidate was decided. */
  PlanContext context(Candidate candidate, PlanContext loud) {
    return silent.contains(candidate) ? quiet() : loud;
  }

  /** Whether what has to be looked at again stays silent. */
  boolean keeps(Candidate candidate) {
    return quietly.isEmpty()
        || silent.contains(candidate)
        || candidate.pending().stream().anyMatch(PendingChange::silent)
        || held(candidate);
  }

  /** What could not be read, as it has to be filed. */
  List<PendingChange> filed(List<PendingChange> again) {
    return quietly.isEmpty() ? again.stream().map(PendingChange::silently).toList() : again;
  }

  private PlanContext quiet() {
    if (quiet == null) {
      quiet = quietly.orElseThrow().get();
    }
    return quiet;
  }

  private boolean begunSilently(Candidate candidate) {
    if (keeps(candidate)) {
      return true;
    }
    if (records == null) {
      records = new HashSet<>();
      items = new HashSet<>();
      ports
          .queue()
          .pending(claim.mailbox().id(), claim.kind(), ports.clock().instant().plus(EVER), ANY)
          .stream()
          .filter(PendingChange::silent)
          .forEach(
              change -> {
                records.add(change.recordId());
                change.item().ifPresent(items::add);
              });
      records.remove(0);
    }
    return records.contains(candidate.recordId())
        || candidate.item().map(ItemVersion::id).filter(items::contains).isPresent();
  }

  private boolean held(Candidate candidate) {
    return releases.of(candidate).filter(Hold::silent).isPresent();
  }
}

package io.exchangesync.batch.work;

import io.exchangesync.core.engine.Engine;
import io.exchangesync.core.engine.Ports;
import io.exchangesync.core.engine.Slice;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.SyncException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Claims one mailbox after the other and hands out its slice.
 *
 * <p>Idle mailboxes are given back at once, without a chunk. What is not known to be committed is
 * due again.
 */
public final class ClaimedMailboxes implements ItemSource {
  static final Duration LEASE = Duration.ofMinutes(5);
  static final Duration LONGEST = Duration.ofMinutes(5);

  private final Ports ports;
  private final Engine engine;
  private final Assignment assignment;
  private final Troubles troubles;
  private final BooleanSupplier stopping;
  private final Set<Integer> remaining;
  private final Instant begun;
  private Optional<Slice> open = Optional.empty();
  private Optional<Item.End> ended = Optional.empty();

  /**
   * @param stopping asked before every claim
   */
  public ClaimedMailboxes(
      Ports ports, Assignment assignment, Troubles troubles, BooleanSupplier stopping) {
    this.ports = ports;
    this.engine = new Engine(ports);
    this.assignment = assignment;
    this.troubles = troubles;
    this.stopping = stopping;
    this.remaining = new HashSet<>(assignment.mailboxes());
    this.begun = ports.clock().instant();
  }

  @Override
  public Optional<Item> next() {
    ended.ifPresent(this::committed);
    ended = Optional.empty();
    if (open.isEmpty()) {
      open = claimNext();
    }
    return open.map(this::item);
  }

  private Item item(Slice slice) {
    Item.End end;
    try {
      Optional<Candidate> candidate = slice.next();
      if (candidate.isPresent()) {
        return new Item.Work(slice, candidate.get(), slice.betweenGroups());
      }
      end = new Item.End(slice, Optional.empty());
    } catch (RuntimeException e) {
      end = new Item.End(slice, Optional.of(Failures.typed(e)));
    }
    open = Optional.empty();
    ended = Optional.of(end);
    return end;
  }

  private Optional<Slice> claimNext() {
    while (mayClaim()) {
      Optional<Claim> claim =
          ports.leases().claim(assignment.kind(), assignment.owner(), LEASE, remaining);
      if (claim.isEmpty()) {
        return Optional.empty();
      }
      Optional<Slice> slice = openSlice(claim.get());
      if (slice.isPresent()) {
        return slice;
      }
    }
    return Optional.empty();
  }

  private boolean mayClaim() {
    boolean late = Duration.between(begun, ports.clock().instant()).compareTo(LONGEST) > 0;
    boolean done = remaining.isEmpty() && !assignment.mailboxes().isEmpty();
    return !late && !done && !stopping.getAsBoolean();
  }

  private Optional<Slice> openSlice(Claim claim) {
    try {
      Slice slice = engine.open(claim, assignment.run());
      if (!slice.idle()) {
        return Optional.of(slice);
      }
      slice.close();
      engine.giveBack(slice, assignment.interval());
      remaining.remove(claim.mailbox().id());
    } catch (RuntimeException e) {
      failed(claim, Failures.typed(e));
    }
    return Optional.empty();
  }

  private void committed(Item.End end) {
    Slice slice = end.slice();
    Optional<SyncException> failure = end.broken().or(slice::failure);
    if (failure.isPresent()) {
      failed(slice, failure.get());
      return;
    }
    slice.close();
    engine.giveBack(slice, assignment.interval());
    if (slice.complete()) {
      remaining.remove(slice.claim().mailbox().id());
    }
  }

  private void failed(Slice slice, SyncException failure) {
    slice.close();
    remaining.remove(slice.claim().mailbox().id());
    troubles.note(assignment.run(), slice.claim(), failure);
    engine.giveBack(slice, failure);
  }

  private void failed(Claim claim, SyncException failure) {
    remaining.remove(claim.mailbox().id());
    troubles.note(assignment.run(), claim, failure);
    engine.giveBack(claim, failure);
  }

  @Override
  public void lost(Slice slice) {
    slice.close();
    open = Optional.empty();
    ended = Optional.empty();
    remaining.remove(slice.claim().mailbox().id());
  }

  @Override
  public void broken(Slice slice, SyncException failure) {
    open = Optional.empty();
    ended = Optional.empty();
    failed(slice, failure);
  }

  @Override
  public void close() {
    Optional<Slice> last = open.or(() -> ended.map(Item.End::slice));
    open = Optional.empty();
    ended = Optional.empty();
    last.ifPresent(
        slice -> {
          slice.close();
          engine.giveBackEarly(slice);
        });
  }
}

package io.exchangesync.core.engine;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Observation;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.PendingChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a chunk has to look at again: entries for the queue, in which a reported delete stays a
 * delete (invariant I3).
 */
final class Retries {
  private final Claim claim;
  private final Instant now;
  private final Predicate<Candidate> silent;
  private final List<PendingChange> entries = new ArrayList<>();

  /**
   * @param silent whether what is looked at again about a candidate sends no mail
   */
  Retries(Claim claim, Instant now, Predicate<Candidate> silent) {
    this.claim = claim;
    this.now = now;
    this.silent = silent;
  }

  List<PendingChange> entries() {
    return entries;
  }

  void addAll(List<PendingChange> more) {
    entries.addAll(more);
  }

  /** The candidate is looked at again, not before a moment. */
  void again(Candidate candidate, Instant notBefore) {
    boolean rowDeleted = candidate.crm() instanceof Observation.Deleted<?>;
    boolean itemDeleted = candidate.mailbox() instanceof Observation.Deleted<?>;
    int recordId = candidate.recordId();
    if (recordId != 0) {
      add(candidate, recordId, Optional.empty(), rowDeleted, notBefore);
    }
    if (recordId == 0 || itemDeleted) {
      candidate
          .item()
          .map(ItemVersion::id)
          .ifPresent(id -> add(candidate, 0, Optional.of(id), itemDeleted, notBefore));
    }
  }

  /** One that waits for somebody else: an item without a link is looked at as an item. */
  void waiting(Candidate candidate, Instant notBefore) {
    boolean ofItem =
        candidate.link().isEmpty() && candidate.mailbox() instanceof Observation.Present<?>;
    if (ofItem) {
      add(candidate, 0, candidate.item().map(ItemVersion::id), false, notBefore);
    } else {
      again(candidate, notBefore);
    }
  }

  /** The item looks for another record. */
  void item(Candidate candidate) {
    add(candidate, 0, candidate.item().map(ItemVersion::id), false, now);
  }

  /** A row that could not be stamped: if it is gone by then, it was deleted. */
  void ifDeleted(Candidate candidate, int recordId) {
    add(candidate, recordId, Optional.empty(), true, now);
  }

  /** A reported delete outlives an answer that could not be had. */
  void keepDeletes(Candidate candidate) {
    for (PendingChange change : candidate.pending()) {
      if (change.deleted()) {
        add(candidate, change.recordId(), change.item(), true, now.plus(CandidateReader.TRY_AGAIN));
      }
    }
  }

  private void add(
      Candidate candidate,
      int recordId,
      Optional<ItemId> item,
      boolean deleted,
      Instant notBefore) {
    PendingChange entry =
        new PendingChange(
            0, claim.mailbox().id(), claim.kind(), recordId, item, deleted, notBefore);
    entries.add(silent.test(candidate) ? entry.silently() : entry);
  }
}

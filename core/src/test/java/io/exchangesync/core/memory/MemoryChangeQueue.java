package io.exchangesync.core.memory;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.ChangeQueue;
import io.exchangesync.core.port.PendingChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Pending changes in memory; filing again gives the entry a new id, so that the older id no longer
 * takes it.
 */
public final class MemoryChangeQueue implements ChangeQueue, Transactional {
  private final TreeMap<Integer, PendingChange> entries = new TreeMap<>();
  private int lastId;

  @Override
  public synchronized void file(List<PendingChange> changes) {
    for (PendingChange change : changes) {
      Optional<PendingChange> there =
          entries.values().stream().filter(e -> sameThing(e, change)).findFirst();
      there.ifPresent(e -> entries.remove(e.id()));
      boolean deleted = change.deleted() || there.map(PendingChange::deleted).orElse(false);
      boolean silent = change.silent() || there.map(PendingChange::silent).orElse(false);
      int id = ++lastId;
      entries.put(
          id,
          new PendingChange(
              id,
              change.mailboxId(),
              change.kind(),
              change.recordId(),
              change.item(),
              deleted,
              silent,
              change.notBefore()));
    }
  }

  @Override
  public synchronized List<PendingChange> pending(
      int mailboxId, Kind kind, Instant now, int limit) {
    return entries.values().stream()
        .filter(e -> e.mailboxId() == mailboxId && e.kind() == kind)
        .filter(e -> !e.notBefore().isAfter(now))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void taken(List<PendingChange> changes) {
    changes.forEach(c -> entries.remove(c.id()));
  }

  /** Every entry of every mailbox, oldest first. */
  public synchronized List<PendingChange> all() {
    return List.copyOf(entries.values());
  }

  @Override
  public synchronized Runnable savepoint() {
    List<PendingChange> then = new ArrayList<>(entries.values());
    return () -> restore(then);
  }

  private synchronized void restore(List<PendingChange> then) {
    entries.clear();
    then.forEach(e -> entries.put(e.id(), e));
  }

  private static boolean sameThing(PendingChange one, PendingChange other) {
    return one.mailboxId() == other.mailboxId()
        && one.kind() == other.kind()
        && one.recordId() == other.recordId()
        && one.item().equals(other.item());
  }
}

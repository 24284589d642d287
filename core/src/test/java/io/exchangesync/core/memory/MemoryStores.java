package io.exchangesync.core.memory;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All stores in memory, with transactions that can be rolled back or made to fail at commit.
 *
 * <p>Leases are never rolled back: claims and releases have transactions of their own. Calls
 * outside a transaction take effect at once. One thread at a time may have a transaction; leases
 * may be used by several.
 */
public final class MemoryStores {
  private final MemoryLinkStore links = new MemoryLinkStore();
  private final MemoryCursorStore cursors = new MemoryCursorStore();
  private final MemoryChangeQueue changes = new MemoryChangeQueue();
  private final MemoryMailboxStore mailboxes = new MemoryMailboxStore();
  private final MemoryJournal journal = new MemoryJournal();
  private final MemoryHoldStore holds = new MemoryHoldStore();
  private final MemoryLeaseStore leases;
  private Optional<List<Runnable>> savepoints = Optional.empty();
  private Optional<RuntimeException> commitFailure = Optional.empty();

  private final List<Transactional> others;

  /**
   * @param others what else takes part in the transactions, such as the CRM side
   */
  public MemoryStores(Clock clock, Transactional... others) {
    this.others = List.of(others);
    leases = new MemoryLeaseStore(Objects.requireNonNull(clock), mailboxes, cursors, changes);
  }

  public MemoryLinkStore links() {
    return links;
  }

  public MemoryCursorStore cursors() {
    return cursors;
  }

  public MemoryChangeQueue changes() {
    return changes;
  }

  public MemoryMailboxStore mailboxes() {
    return mailboxes;
  }

  public MemoryJournal journal() {
    return journal;
  }

  public MemoryHoldStore holds() {
    return holds;
  }

  public MemoryLeaseStore leases() {
    return leases;
  }

  /** Begins a transaction; there is none inside another. */
  public void begin() {
    if (savepoints.isPresent()) {
      throw new IllegalStateException("a transaction is already open");
    }
    savepoints =
        Optional.of(
            Stream.concat(
                    Stream.of(links, cursors, changes, mailboxes, journal, holds), others.stream())
                .map(Transactional::savepoint)
                .toList());
  }

  /** Keeps what was done; after {@link #failNextCommit} puts everything back and throws. */
  public void commit() {
    open();
    Optional<RuntimeException> failure = commitFailure;
    commitFailure = Optional.empty();
    if (failure.isPresent()) {
      rollback();
      throw failure.get();
    }
    savepoints = Optional.empty();
  }

  /** Puts everything back as it was at {@link #begin()}, leases excepted. */
  public void rollback() {
    open().forEach(Runnable::run);
    savepoints = Optional.empty();
  }

  public boolean inTransaction() {
    return savepoints.isPresent();
  }

  /** The next commit rolls back and throws this. */
  public void failNextCommit(RuntimeException failure) {
    commitFailure = Optional.of(failure);
  }

  /** Runs the work in a transaction: commits, or rolls back if it throws. */
  public <T> T transactional(Supplier<T> work) {
    begin();
    T answer;
    try {
      answer = work.get();
    } catch (RuntimeException | Error failure) {
      rollback();
      throw failure;
    }
    commit();
    return answer;
  }

  private List<Runnable> open() {
    return savepoints.orElseThrow(() -> new IllegalStateException("no transaction is open"));
  }
}

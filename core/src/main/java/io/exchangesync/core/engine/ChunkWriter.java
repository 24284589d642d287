package io.exchangesync.core.engine;

import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.core.port.MailboxWrite;
import io.exchangesync.core.port.PendingChange;
import io.exchangesync.core.port.SyncException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Performs the decisions of a chunk: first every write to the mailbox, then rows, links, journal
 * and cursor in the caller's transaction, cursor last (invariant I5).
 *
 * <p>Never throws for one item. A crash between any two steps is repaired by running again.
 */
public final class ChunkWriter {
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final Ports ports;

  public ChunkWriter(Ports ports) {
    this.ports = ports;
  }

  /**
   * Performs one chunk of a slice in the caller's transaction.
   *
   * @throws LeaseLost if another owner has the mailbox: the transaction must be rolled back
   */
  public void write(Slice slice, List<Decided> chunk) {
    write(slice, chunk, Optional::empty);
  }

  /**
   * Performs the last chunk of a slice and ends the slice, in the caller's transaction; whatever is
   * asked of the mailbox is asked before the first row is locked.
   *
   * @throws LeaseLost if another owner has the mailbox: the transaction must be rolled back
   */
  public void writeAndEnd(Slice slice, List<Decided> chunk) {
    end(slice, write(slice, chunk, () -> listen(slice)));
  }

  private Optional<Echo.Heard> write(
      Slice slice, List<Decided> chunk, Supplier<Optional<Echo.Heard>> beforeRows) {
    if (!ports.leases().renew(slice.claim(), LEASE)) {
      throw lost(slice.claim());
    }
    List<Effect> effects = new Effects(ports, slice).of(chunk);
    Map<Effect, Answer<ItemVersion>> remote;
    try {
      remote = writeMailbox(slice, effects);
    } catch (SyncException e) {
      slice.fail(e);
      return Optional.empty();
    }
    Optional<Echo.Heard> heard = beforeRows.get();
    checkLease(slice.claim());
    Map<Effect, CrmOutcome> local = writeCrm(slice, effects, remote);
    Bookkeeping books = new Bookkeeping(ports, slice);
    for (Effect effect : effects) {
      books.enter(
          effect, Optional.ofNullable(remote.get(effect)), Optional.ofNullable(local.get(effect)));
    }
    books.save();
    return heard;
  }

  private Map<Effect, Answer<ItemVersion>> writeMailbox(Slice slice, List<Effect> effects) {
    List<Effect> writing = effects.stream().filter(e -> e.mailbox().isPresent()).toList();
    Map<Effect, Answer<ItemVersion>> answers = new IdentityHashMap<>();
    if (writing.isEmpty()) {
      return answers;
    }
    List<MailboxWrite> writes = writing.stream().map(e -> e.mailbox().orElseThrow()).toList();
    List<Answer<ItemVersion>> given = slice.session().apply(writes);
    for (int i = 0; i < given.size(); i++) {
      MailboxWrite write = writes.get(i);
      given.get(i).result().ifPresent(version -> slice.echo().wrote(write, version));
      answers.put(writing.get(i), given.get(i));
    }
    return answers;
  }

  private Map<Effect, CrmOutcome> writeCrm(
      Slice slice, List<Effect> effects, Map<Effect, Answer<ItemVersion>> remote) {
    List<Effect> writing = new ArrayList<>();
    for (Effect effect : effects) {
      Answer<ItemVersion> answer = remote.get(effect);
      boolean reached = answer == null || answer.failure().isEmpty();
      if (effect.crm().isPresent() && reached) {
        writing.add(effect);
      }
    }
    Map<Effect, CrmOutcome> outcomes = new IdentityHashMap<>();
    if (!writing.isEmpty()) {
      List<CrmWrite> writes = writing.stream().map(e -> e.crm().orElseThrow()).toList();
      List<CrmOutcome> given = new CrmSide(ports, slice.context()).apply(writes);
      for (int i = 0; i < given.size(); i++) {
        outcomes.put(writing.get(i), given.get(i));
      }
    }
    return outcomes;
  }

  /**
   * Ends a slice in the caller's transaction: moves the cursor if everything was done, and says how
   * the mailbox is.
   *
   * @throws LeaseLost if another owner has the mailbox
   */
  public void end(Slice slice) {
    end(slice, listen(slice));
  }

  private void end(Slice slice, Optional<Echo.Heard> heard) {
    Claim claim = slice.claim();
    checkLease(claim);
    ports.queue().file(slice.takeAgain());
    ports.queue().file(missing(claim, heard));
    if (slice.failure().isPresent()) {
      new Engine(ports)
          .afterFailure(claim.mailbox(), slice.failure().get())
          .ifPresent(ports.mailboxStore()::save);
      return;
    }
    if (!slice.complete()) {
      return;
    }
    heard
        .flatMap(Echo.Heard::position)
        .or(slice.agenda()::position)
        .ifPresent(to -> ports.cursors().moveMailbox(claim.mailbox().id(), claim.kind(), to));
    ports.queue().taken(slice.agenda().covered());
    Mailbox active = claim.mailbox().withState(Mailbox.State.ACTIVE, Optional.empty());
    if (!active.equals(claim.mailbox())) {
      ports.mailboxStore().save(active);
    }
    Bookkeeping.countUnchanged(ports, slice);
  }

  /**
   * Hears what our own writes left in the mailbox's changes; empty if nothing was written or the
   * mailbox is silent.
   */
  private static Optional<Echo.Heard> listen(Slice slice) {
    Optional<String> since = slice.agenda().position().or(slice.claim()::position);
    if (slice.failure().isPresent() || slice.echo().silent() || since.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(slice.echo().listen(slice.session(), since.get()));
    } catch (SyncException e) {
      return Optional.empty();
    }
  }

  private List<PendingChange> missing(Claim claim, Optional<Echo.Heard> heard) {
    return heard.map(Echo.Heard::missing).orElse(List.of()).stream()
        .map(
            id ->
                new PendingChange(
                    0,
                    claim.mailbox().id(),
                    claim.kind(),
                    0,
                    Optional.of(id),
                    true,
                    ports.clock().instant()))
        .toList();
  }

  private void checkLease(Claim claim) {
    if (!ports.leases().holds(claim)) {
      throw lost(claim);
    }
  }

  private static LeaseLost lost(Claim claim) {
    return new LeaseLost(claim.mailbox().id(), claim.epoch());
  }
}

package io.exchangesync.core.engine;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.plan.Reason;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.MailboxWrite;
import io.exchangesync.core.port.PendingChange;
import io.exchangesync.core.port.SyncException;
import io.exchangesync.core.port.WriteRefused;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Performs the decisions of a chunk: first every write to the mailbox, then rows, links, journal
 * and cursor in a transaction of their own, cursor last (invariant I5).
 *
 * <p>Never throws for one item; a side that fails ends the slice. A crash between any two steps is
 * repaired by running again.
 */
public final class ChunkWriter {
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final Ports ports;

  public ChunkWriter(Ports ports) {
    this.ports = ports;
  }

  /**
   * Performs one chunk of a slice.
   *
   * @return what the database refused and what waits in holds therefore
   * @throws LeaseLost if another owner has the mailbox: nothing more was written
   */
  public List<Refusal> write(Slice slice, List<Decided> chunk) {
    Optional<List<DatabasePart.Done>> done = perform(slice, chunk);
    return done.isEmpty() ? List.of() : enter(slice, done.get(), () -> {});
  }

  /**
   * Performs the last chunk of a slice and ends the slice; whatever is asked of the mailbox is
   * asked before the first row is locked.
   *
   * @return what the database refused and what waits in holds therefore
   * @throws LeaseLost if another owner has the mailbox: nothing more was written
   */
  public List<Refusal> writeAndEnd(Slice slice, List<Decided> chunk) {
    Optional<List<DatabasePart.Done>> done = perform(slice, chunk);
    Optional<Echo.Heard> heard = listen(slice);
    return enter(slice, done.orElse(List.of()), () -> end(slice, heard));
  }

  /**
   * Ends a slice: moves the cursor if everything was done, and says how the mailbox is.
   *
   * @throws LeaseLost if another owner has the mailbox
   */
  public void end(Slice slice) {
    Optional<Echo.Heard> heard = listen(slice);
    enter(slice, List.of(), () -> end(slice, heard));
  }

  /** The mailbox's part; empty if the mailbox failed. */
  private Optional<List<DatabasePart.Done>> perform(Slice slice, List<Decided> chunk) {
    if (!ports.leases().renew(slice.claim(), LEASE)) {
      throw new LeaseLost(slice.claim().mailbox().id(), slice.claim().epoch());
    }
    try {
      List<Effect> effects = new Effects(ports, slice).of(chunk);
      Map<Effect, Answer<ItemVersion>> answers = writeMailbox(slice, effects);
      reply(slice, effects, answers);
      return Optional.of(
          effects.stream()
              .map(each -> new DatabasePart.Done(each, Optional.ofNullable(answers.get(each))))
              .toList());
    } catch (SyncException e) {
      slice.fail(e);
      return Optional.empty();
    }
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

  /** Replies to meetings, each behind what was written to its item. */
  private void reply(Slice slice, List<Effect> effects, Map<Effect, Answer<ItemVersion>> answers) {
    List<Effect> replying =
        effects.stream()
            .filter(e -> e.reply().isPresent())
            .filter(e -> !answers.containsKey(e) || answers.get(e).failure().isEmpty())
            .toList();
    if (replying.isEmpty()) {
      return;
    }
    List<MailboxWrite> writes =
        replying.stream()
            .<MailboxWrite>map(e -> Replying.write(e, Optional.ofNullable(answers.get(e))))
            .toList();
    List<Answer<ItemVersion>> given = slice.session().apply(writes);
    for (int i = 0; i < given.size(); i++) {
      MailboxWrite write = writes.get(i);
      given.get(i).result().ifPresent(version -> slice.echo().wrote(write, version));
      answers.put(replying.get(i), given.get(i));
    }
  }

  private List<Refusal> enter(Slice slice, List<DatabasePart.Done> done, Runnable last) {
    List<PendingChange> again = slice.takeAgain();
    try {
      return new DatabasePart(ports, slice).write(done, again, last);
    } catch (SyncException e) {
      failed(slice, again, e);
    } catch (WriteRefused e) {
      String what = "SuperOffice's database does not take what is kept about the mailbox: ";
      failed(slice, again, new SyncException.MailboxFatal(what + e.getMessage(), e));
    }
    return List.of();
  }

  private static void failed(Slice slice, List<PendingChange> again, SyncException e) {
    slice.giveBackAgain(again);
    if (slice.failure().isEmpty()) {
      slice.fail(e);
    }
  }

  private void end(Slice slice, Optional<Echo.Heard> heard) {
    Claim claim = slice.claim();
    ports.queue().file(filed(claim, heard));
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
    Mailbox active = claim.mailbox().withState(Mailbox.State.ACTIVE, trouble(slice));
    if (!active.equals(claim.mailbox())) {
      ports.mailboxStore().save(active);
    }
    Bookkeeping.countUnchanged(ports, slice);
  }

  /** What of a mailbox that works the database does not take; asked only if there may be such. */
  private Optional<String> trouble(Slice slice) {
    Claim claim = slice.claim();
    if (slice.refused() == 0 && claim.mailbox().lastProblem().isEmpty()) {
      return Optional.empty();
    }
    long held =
        ports.holds().active(claim.mailbox().id(), claim.kind()).stream()
            .filter(hold -> hold.reason().equals(Reason.REFUSED_BY_DATABASE.name()))
            .count();
    return held == 0
        ? Optional.empty()
        : Optional.of(
            "SuperOffice's database refused "
                + (held == 1 ? "one appointment" : held + " appointments")
                + "; the holds (reason "
                + Reason.REFUSED_BY_DATABASE
                + ") say which and why. Everything else is synchronized.");
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

  private List<PendingChange> filed(Claim claim, Optional<Echo.Heard> heard) {
    return Stream.concat(
            heard.map(Echo.Heard::missing).orElse(List.of()).stream()
                .map(id -> change(claim, id, true)),
            heard.map(Echo.Heard::goingOn).orElse(List.of()).stream()
                .map(id -> change(claim, id, false)))
        .toList();
  }

  private PendingChange change(Claim claim, ItemId item, boolean deleted) {
    return new PendingChange(
        0,
        claim.mailbox().id(),
        claim.kind(),
        0,
        Optional.of(item),
        deleted,
        ports.clock().instant());
  }
}

package io.exchangesync.core.engine;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.plan.Decision;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.core.port.PendingChange;
import io.exchangesync.core.port.SyncException;
import io.exchangesync.core.port.WriteRefused;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Rows, links, journal, holds and queue of a chunk whose mailbox part is done: all in one
 * transaction, or, if the database refuses that, each effect in one of its own.
 *
 * <p>The first statement of every transaction is the lease check (invariant I11). What is refused
 * alone gets a hold; nothing is asked of the mailbox again.
 */
final class DatabasePart {
  /** From so many on, a chunk of which nothing is taken is not the fault of its appointments. */
  static final int NOT_THE_ROWS = 5;

  private final Ports ports;
  private final Slice slice;

  /** An effect and what the mailbox answered; empty if it was not asked. */
  record Done(Effect effect, Optional<Answer<ItemVersion>> remote) {

    boolean writesRow() {
      return effect.crm().isPresent()
          && remote.map(answer -> answer.failure().isEmpty()).orElse(true);
    }

    /** The item as it is now. */
    Optional<ItemId> item() {
      return remote.flatMap(Answer::result).or(effect.candidate()::item).map(ItemVersion::id);
    }
  }

  DatabasePart(Ports ports, Slice slice) {
    this.ports = ports;
    this.slice = slice;
  }

  /**
   * Writes a chunk and what ends with it.
   *
   * @param again what has to be looked at again although the mailbox did not answer
   * @param last behind everything else, in the same or in the last transaction
   * @return what was refused
   * @throws SyncException if nothing more can be written now
   * @throws LeaseLost if another owner has the mailbox
   */
  List<Refusal> write(List<Done> chunk, List<PendingChange> again, Runnable last) {
    try {
      inTransaction(
          () -> {
            enter(chunk, again);
            last.run();
          });
      return List.of();
    } catch (WriteRefused refused) {
      return oneByOne(chunk, again, last, refused);
    }
  }

  private List<Refusal> oneByOne(
      List<Done> chunk, List<PendingChange> again, Runnable last, WriteRefused whole) {
    inTransaction(() -> ports.queue().file(again));
    List<Done> refused = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    for (Done done : chunk) {
      try {
        inTransaction(() -> enter(List.of(done), List.of()));
      } catch (WriteRefused why) {
        refused.add(done);
        refusals.add(Refusal.of(done.effect(), done.item(), why));
      }
    }
    checkThatSomethingIsTaken(chunk, refusals, whole);
    for (int i = 0; i < refused.size(); i++) {
      hold(refused.get(i), refusals.get(i));
    }
    slice.refused(refusals.size());
    inTransaction(last);
    return refusals;
  }

  private void checkThatSomethingIsTaken(
      List<Done> chunk, List<Refusal> refusals, WriteRefused whole) {
    long writing = chunk.stream().filter(done -> acts(done.effect().decision())).count();
    if (refusals.size() >= NOT_THE_ROWS && refusals.size() >= writing) {
      throw new SyncException.MailboxFatal(
          "SuperOffice's database refused each of "
              + refusals.size()
              + " changes ("
              + whole.code()
              + "); the first: "
              + refusals.get(0).text(),
          whole);
    }
  }

  private static boolean acts(Decision decision) {
    return !(decision instanceof Decision.Skip) && !(decision instanceof Decision.Hold);
  }

  /** What of the finding should be what is refused is left out: first the link, then the images. */
  private void hold(Done done, Refusal refusal) {
    Bookkeeping held = new Bookkeeping(ports, slice);
    held.refused(done.effect(), refusal);
    Bookkeeping told = new Bookkeeping(ports, slice);
    told.refused(done.effect(), refusal);
    told.tell(done.effect(), refusal.text());
    Bookkeeping kept = new Bookkeeping(ports, slice);
    kept.refused(done.effect(), refusal);
    kept.tell(done.effect(), refusal.text());
    kept.keepPair(done.effect(), done.remote());
    firstTaken(List.of(kept, told, held));
  }

  private void firstTaken(List<Bookkeeping> ways) {
    for (Bookkeeping way : ways.subList(0, ways.size() - 1)) {
      try {
        inTransaction(way::save);
        return;
      } catch (WriteRefused next) {
        continue;
      }
    }
    inTransaction(ways.get(ways.size() - 1)::save);
  }

  private void enter(List<Done> chunk, List<PendingChange> again) {
    List<Outcomes> outcomes = writeRows(chunk);
    Bookkeeping books = new Bookkeeping(ports, slice);
    for (int i = 0; i < chunk.size(); i++) {
      Done done = chunk.get(i);
      int before = books.links();
      books.enter(done.effect(), done.remote(), outcomes.get(i).row());
      if (outcomes.get(i).warning().orElse(null) instanceof CrmOutcome.Written warned) {
        books.warned(done.effect().candidate(), before, warned);
      }
    }
    books.again(again);
    books.save();
  }

  /** What became of an effect's row, and of a warning that was written beside. */
  private record Outcomes(Optional<CrmOutcome> row, Optional<CrmOutcome> warning) {}

  private List<Outcomes> writeRows(List<Done> chunk) {
    Cautions cautions = new Cautions(slice);
    List<CrmWrite> writes = new ArrayList<>();
    List<Optional<CrmWrite>> rows = new ArrayList<>();
    List<Optional<CrmWrite>> warnings = new ArrayList<>();
    for (Done done : chunk) {
      Optional<CrmWrite> row =
          done.effect()
              .crm()
              .filter(write -> done.writesRow())
              .map(write -> cautions.cleared(done, write));
      boolean columns = row.filter(write -> !(write instanceof CrmWrite.PutStamp)).isPresent();
      Optional<CrmWrite> warning = columns ? Optional.empty() : cautions.of(done);
      rows.add(row);
      warnings.add(warning);
      row.ifPresent(writes::add);
      warning.ifPresent(writes::add);
    }
    List<CrmOutcome> given =
        writes.isEmpty() ? List.of() : new CrmSide(ports, slice.context()).apply(writes);
    List<Outcomes> outcomes = new ArrayList<>(chunk.size());
    Iterator<CrmOutcome> next = given.iterator();
    for (int i = 0; i < chunk.size(); i++) {
      outcomes.add(
          new Outcomes(
              rows.get(i).map(write -> next.next()), warnings.get(i).map(write -> next.next())));
    }
    return outcomes;
  }

  private void inTransaction(Runnable work) {
    ports
        .work()
        .run(
            () -> {
              checkLease();
              work.run();
              return slice;
            });
  }

  private void checkLease() {
    Claim claim = slice.claim();
    if (!ports.leases().holds(claim)) {
      throw new LeaseLost(claim.mailbox().id(), claim.epoch());
    }
  }
}

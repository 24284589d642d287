package io.exchangesync.batch.work;

import io.exchangesync.core.engine.Decided;
import io.exchangesync.core.engine.DryRun;
import io.exchangesync.core.engine.Ports;
import io.exchangesync.core.engine.RunMode;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.Journal.Tally;
import io.exchangesync.core.port.SyncException;
import java.util.HashMap;
import java.util.Map;

/** Decides what happens to an item; writes nothing. */
public final class Decider {
  /** Stands before the decision in the counts of a dry run. */
  public static final String WOULD = "Would";

  private final Ports ports;
  private final Kind kind;
  private final RunMode mode;

  /**
   * @param mode how mailboxes of a dry run are read
   */
  public Decider(Ports ports, Kind kind, RunMode mode) {
    this.ports = ports;
    this.kind = kind;
    this.mode = mode;
  }

  public Outcome decide(Item item) {
    if (item instanceof Item.Work work) {
      return new Outcome.Planned(
          work.slice(), new Decided(work.candidate(), work.slice().decide(work.candidate())));
    }
    if (item instanceof Item.End end) {
      return new Outcome.Ended(end.slice(), end.broken());
    }
    Mailbox mailbox = ((Item.Look) item).mailbox();
    return new Outcome.Looked(mailbox, look(mailbox));
  }

  private Map<Tally, Integer> look(Mailbox mailbox) {
    Map<Tally, Integer> tallies = new HashMap<>();
    try {
      new DryRun(ports)
          .plan(mailbox, kind, mode, 0)
          .counts()
          .forEach(
              (decision, reasons) ->
                  reasons.forEach(
                      (reason, n) -> tallies.put(new Tally(WOULD + decision, reason), n)));
    } catch (RuntimeException e) {
      SyncException failure = Failures.typed(e);
      tallies.put(new Tally(WOULD + RunCounts.FAIL, RunCounts.reason(failure)), 1);
    }
    return tallies;
  }
}

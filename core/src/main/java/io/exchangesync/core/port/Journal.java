package io.exchangesync.core.port;

import io.exchangesync.core.model.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What was done, kept for explain, undo and the brakes; written in the transaction of what it
 * tells.
 */
public interface Journal {

  void append(List<JournalEntry> entries);

  /**
   * Adds to the counts of a run: every candidate counts once, skipped ones included (invariant
   * I12).
   */
  void count(long run, int mailboxId, Kind kind, Map<Tally, Integer> tallies);

  /** How many deletes (either side) were made for a mailbox and kind since a moment. */
  int deletesSince(int mailboxId, Kind kind, Instant since);

  /**
   * How many mails left for a mailbox and kind in a run, and since a moment in any run.
   *
   * @param since later than now = in that run only
   */
  int mails(int mailboxId, Kind kind, long run, Instant since);

  /**
   * How often each of these links was written (either side) since a moment; a link that was not is
   * absent.
   */
  Map<Integer, Integer> writesSince(Collection<Integer> linkKeys, Instant since);

  /**
   * One line of a run's counts.
   *
   * @param decision name of the decision type
   * @param reason name of the reason code
   */
  record Tally(String decision, String reason) {}
}

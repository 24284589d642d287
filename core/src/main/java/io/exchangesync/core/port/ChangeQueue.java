package io.exchangesync.core.port;

import io.exchangesync.core.model.Kind;
import java.time.Instant;
import java.util.List;

/**
 * What was seen and not yet worked on (table exsync_change); an entry leaves only with the work it
 * asked for.
 */
public interface ChangeQueue {

  /**
   * Files entries; one that is already there for the same record or item is merged (a delete stays
   * a delete, what is silent stays silent).
   */
  void file(List<PendingChange> changes);

  /** Entries that may be taken at {@code now}, oldest first. */
  List<PendingChange> pending(int mailboxId, Kind kind, Instant now, int limit);

  /**
   * Removes entries whose work is done, in the caller's transaction; entries filed again meanwhile
   * stay.
   */
  void taken(List<PendingChange> changes);
}

package io.exchangesync.batch.work;

import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.SyncException;

/**
 * Where failures of whole mailboxes are written down.
 *
 * <p>In a transaction of its own: claims read the mailbox rows while the chunk's transaction is
 * still open.
 */
public interface Troubles {

  /** Counts the failure in the run and shows it on the mailbox. */
  void note(long run, Claim claim, SyncException failure);
}

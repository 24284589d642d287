package io.exchangesync.batch.work;

import io.exchangesync.core.engine.LeaseLost;
import io.exchangesync.core.engine.Refusal;
import io.exchangesync.core.model.Mailbox;

/** What happened while a chunk was written that somebody should read about. */
public interface WriterNews {

  /** Another owner has the mailbox; the slice was dropped. */
  void lost(LeaseLost lost);

  /** The database does not take one appointment; it waits in a hold. */
  void refused(Mailbox mailbox, Refusal refusal);
}

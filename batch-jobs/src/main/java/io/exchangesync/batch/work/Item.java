package io.exchangesync.batch.work;

import io.exchangesync.core.engine.Slice;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.port.SyncException;
import java.util.Optional;

/** What the reader hands to the processor. */
public sealed interface Item {

  /** Whether the chunk ends behind this item. */
  boolean endsChunk();

  /**
   * A candidate of a slice.
   *
   * @param endsChunk the last of a group: what was read in one batch a side is written in one
   */
  record Work(Slice slice, Candidate candidate, boolean endsChunk) implements Item {}

  /**
   * The end of a slice, so that the writer moves the cursor with the slice's last chunk.
   *
   * @param broken why the slice can't go on although neither side reported a failure; empty if it
   *     came to its regular end
   */
  record End(Slice slice, Optional<SyncException> broken) implements Item {
    @Override
    public boolean endsChunk() {
      return true;
    }
  }

  /** A mailbox to be planned without writing. */
  record Look(Mailbox mailbox) implements Item {
    @Override
    public boolean endsChunk() {
      return true;
    }
  }
}

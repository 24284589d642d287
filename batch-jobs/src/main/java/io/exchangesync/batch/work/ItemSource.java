package io.exchangesync.batch.work;

import io.exchangesync.core.engine.Slice;
import java.util.Optional;

/** Where a worker's items come from; one per partition, used by one thread. */
public interface ItemSource {

  /**
   * The next item; empty when there is nothing more to do. A call behind an item that ended its
   * chunk tells that the chunk is committed.
   */
  Optional<Item> next();

  /** Another owner has the mailbox: the rest of the slice is dropped. */
  void lost(Slice slice);

  /** The chunk could not be written and will be rolled back: its lease row may still be locked. */
  void broken();

  /** Ends the work, whether it is done or not. */
  void close();
}

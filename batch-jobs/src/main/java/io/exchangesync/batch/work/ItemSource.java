package io.exchangesync.batch.work;

import io.exchangesync.core.engine.Slice;
import io.exchangesync.core.port.SyncException;
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

  /**
   * The chunk could not be written, and nothing of it is locked: the rest of the slice is dropped.
   */
  void broken(Slice slice, SyncException failure);

  /** Ends the work, whether it is done or not. */
  void close();
}

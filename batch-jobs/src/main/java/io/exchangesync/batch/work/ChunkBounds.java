package io.exchangesync.batch.work;

import io.exchangesync.core.engine.Engine;
import java.util.Optional;

/** Where a chunk ends: after one group of items, or with an item that ends its slice. */
public final class ChunkBounds {
  private int items;
  private boolean reached;

  /** Forgets the chunk before. */
  public void begin() {
    items = 0;
    reached = false;
  }

  /**
   * @param item empty = there is nothing more to do
   */
  public void handedOut(Optional<Item> item) {
    items++;
    reached = items >= Engine.GROUP || item.map(Item::endsChunk).orElse(true);
  }

  public boolean reached() {
    return reached;
  }
}

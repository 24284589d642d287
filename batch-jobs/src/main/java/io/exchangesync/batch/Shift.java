package io.exchangesync.batch;

import io.exchangesync.batch.work.ChunkBounds;
import io.exchangesync.batch.work.ItemSource;
import jakarta.batch.runtime.context.StepContext;

/** What the parts of one partition share: the source of items and where the chunk ends. */
record Shift(ItemSource source, ChunkBounds bounds) {

  /** The shift of the partition this context belongs to. */
  static Shift of(StepContext context) {
    return (Shift) context.getTransientUserData();
  }
}

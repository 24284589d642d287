package io.exchangesync.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractCheckpointAlgorithm;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * Ends a chunk after one group of items, or at the end of a slice: a chunk never spans two
 * mailboxes.
 */
@Named
@Dependent
public class SliceCheckpoint extends AbstractCheckpointAlgorithm {
  @Inject private StepContext step;

  @Inject
  @BatchProperty(name = "timeout")
  private String timeout;

  /** Transaction time-out of a chunk in seconds. */
  @Override
  public int checkpointTimeout() {
    return Integer.parseInt(timeout);
  }

  @Override
  public void beginCheckpoint() {
    Shift.of(step).bounds().begin();
  }

  @Override
  public boolean isReadyToCheckpoint() {
    return Shift.of(step).bounds().reached();
  }
}

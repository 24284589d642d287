package io.exchangesync.batch;

import io.exchangesync.batch.work.Assignment;
import io.exchangesync.batch.work.ChunkBounds;
import io.exchangesync.batch.work.ClaimedMailboxes;
import io.exchangesync.batch.work.Item;
import io.exchangesync.batch.work.ItemSource;
import io.exchangesync.batch.work.PlannedMailboxes;
import io.exchangesync.batch.work.Troubles;
import io.exchangesync.core.engine.Ports;
import io.exchangesync.core.model.Kind;
import io.exchangesync.ejb.engine.PollInterval;
import io.exchangesync.ejb.node.NodeIdentity;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Claims mailboxes and reads candidates from both sides.
 *
 * <p>There is no checkpoint: what was done is known by leases and cursors.
 */
@Named
@Dependent
public class MailboxReader extends AbstractItemReader {
  @Inject private Ports ports;
  @Inject private Troubles troubles;
  @Inject private PollInterval interval;
  @Inject private NodeIdentity node;
  @Inject private JobContext job;
  @Inject private StepContext step;

  @Inject
  @BatchProperty(name = "kind")
  private String kind;

  @Inject
  @BatchProperty(name = "worker")
  private String worker;

  @Inject
  @BatchProperty(name = "mailboxes")
  private String mailboxes;

  @Inject
  @BatchProperty(name = "dryRun")
  private String dryRun;

  @Override
  public void open(Serializable checkpoint) {
    step.setTransientUserData(new Shift(source(), new ChunkBounds()));
  }

  private ItemSource source() {
    List<Integer> ids = RunRequest.ids(mailboxes);
    if (RunRequest.Effect.of(dryRun) == RunRequest.Effect.DRY_RUN) {
      return new PlannedMailboxes(ports.mailboxStore(), ids, this::stopping);
    }
    String owner = node.worker(job.getExecutionId() + "-" + worker);
    Assignment assignment =
        new Assignment(job.getExecutionId(), Kind.valueOf(kind), owner, ids, interval.current());
    return new ClaimedMailboxes(ports, assignment, troubles, this::stopping);
  }

  private boolean stopping() {
    return job.getBatchStatus() == BatchStatus.STOPPING;
  }

  @Override
  public Object readItem() {
    Shift shift = Shift.of(step);
    Optional<Item> item = shift.source().next();
    shift.bounds().handedOut(item);
    return item.orElse(null);
  }

  @Override
  public void close() {
    if (Shift.of(step) != null) {
      Shift.of(step).source().close();
    }
  }
}

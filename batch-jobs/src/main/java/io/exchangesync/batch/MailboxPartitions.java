package io.exchangesync.batch;

import io.exchangesync.core.model.Kind;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * As many workers as there are mailboxes to work on, at most the job's share of the batch threads.
 *
 * <p>A restart maps anew: what is left to do is known by leases and cursors.
 */
@Named
@Dependent
public class MailboxPartitions implements PartitionMapper {
  @Inject private RunPreparation preparation;

  @Inject
  @BatchProperty(name = "kind")
  private String kind;

  @Inject
  @BatchProperty(name = "threads")
  private String threads;

  @Inject
  @BatchProperty(name = "mailboxes")
  private String mailboxes;

  @Inject
  @BatchProperty(name = "mode")
  private String mode;

  @Inject
  @BatchProperty(name = "dryRun")
  private String dryRun;

  @Override
  public PartitionPlan mapPartitions() {
    RunRequest request =
        new RunRequest(
            RunRequest.ids(mailboxes), RunRequest.Mode.of(mode), RunRequest.Effect.of(dryRun));
    RunPreparation.Extent extent = preparation.prepare(Kind.valueOf(kind), request);
    int workers = Math.max(1, Math.min(Integer.parseInt(threads), extent.size()));
    PartitionPlan plan = new PartitionPlanImpl();
    plan.setPartitions(workers);
    plan.setThreads(workers);
    plan.setPartitionsOverride(true);
    plan.setPartitionProperties(shares(extent.mailboxes(), workers));
    return plan;
  }

  private static Properties[] shares(List<Integer> mailboxes, int workers) {
    Properties[] shares = new Properties[workers];
    for (int worker = 0; worker < workers; worker++) {
      List<Integer> share = new ArrayList<>();
      for (int i = worker; i < mailboxes.size(); i += workers) {
        share.add(mailboxes.get(i));
      }
      shares[worker] = new Properties();
      shares[worker].setProperty("worker", worker + "of" + workers);
      shares[worker].setProperty("share", RunRequest.text(share));
    }
    return shares;
  }
}

package io.exchangesync.batch.control;

import io.exchangesync.batch.BatchMessages;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Properties;

/**
 * Puts executions right that were cut off by the end of their server: the dead one becomes FAILED,
 * a new one goes on.
 *
 * <p>Executions of nodes that live are left alone.
 */
@ApplicationScoped
public class JobRecovery {
  @Inject private RunningJobs running;

  /** Restarts what was cut off; one that was about to stop is stopped again. */
  public void recover() {
    JobOperator operator = BatchRuntime.getJobOperator();
    for (String job : operator.getJobNames()) {
      running.orphans(job).forEach(orphan -> recover(operator, orphan));
    }
  }

  private void recover(JobOperator operator, JobExecution orphan) {
    boolean wasStopping = orphan.getBatchStatus() == BatchStatus.STOPPING;
    String node = orphan.getJobParameters().getProperty(RunningJobs.NODE);
    try {
      long restarted = operator.restart(orphan.getExecutionId(), running.here(new Properties()));
      BatchMessages.LOG.orphanRestarted(
          orphan.getExecutionId(), orphan.getJobName(), node, restarted);
      if (wasStopping) {
        operator.stop(restarted);
      }
    } catch (BatchRuntimeException e) {
      BatchMessages.LOG.orphanLeft(orphan.getExecutionId(), orphan.getJobName(), e.toString());
    }
  }
}

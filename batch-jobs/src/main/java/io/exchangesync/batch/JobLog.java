package io.exchangesync.batch;

import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Logs when a job begins and ends. */
@Named
@Dependent
public class JobLog implements JobListener {
  @Inject private JobContext job;
  private long begun;

  @Override
  public void beforeJob() {
    begun = System.nanoTime();
    BatchMessages.LOG.jobBegins(
        job.getJobName(),
        job.getExecutionId(),
        BatchRuntime.getJobOperator().getParameters(job.getExecutionId()).toString());
  }

  @Override
  public void afterJob() {
    BatchMessages.LOG.jobEnded(
        job.getJobName(),
        job.getExecutionId(),
        job.getBatchStatus().name(),
        (System.nanoTime() - begun) / 1_000_000);
  }
}

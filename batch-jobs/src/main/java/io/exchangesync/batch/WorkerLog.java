package io.exchangesync.batch;

import jakarta.batch.api.listener.AbstractStepListener;
import jakarta.batch.runtime.Metric;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Logs what the workers of a step did together. */
@Named
@Dependent
public class WorkerLog extends AbstractStepListener {
  @Inject private JobContext job;
  @Inject private StepContext step;

  @Override
  public void afterStep() {
    BatchMessages.LOG.workDone(
        job.getExecutionId(),
        metric(Metric.MetricType.READ_COUNT),
        metric(Metric.MetricType.COMMIT_COUNT),
        metric(Metric.MetricType.ROLLBACK_COUNT));
  }

  private long metric(Metric.MetricType type) {
    for (Metric metric : step.getMetrics()) {
      if (metric.getType() == type) {
        return metric.getValue();
      }
    }
    return 0;
  }
}

package io.exchangesync.batch.control;

import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.Metric;
import jakarta.batch.runtime.StepExecution;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * An execution as it is now.
 *
 * @param parameters what it was asked to do, and the node it runs on
 */
public record ExecutionView(
    long id,
    String job,
    BatchStatus status,
    Instant created,
    Optional<Instant> started,
    Optional<Instant> ended,
    Map<String, String> parameters,
    List<Step> steps) {

  /**
   * A step of an execution.
   *
   * @param result what the step says of itself; empty while it runs or if it says nothing
   * @param metrics counts by the names of {@link Metric.MetricType}, over all partitions
   */
  public record Step(
      String name, BatchStatus status, Optional<String> result, Map<String, Long> metrics) {
    static Step of(StepExecution step) {
      Map<String, Long> metrics = new TreeMap<>();
      for (Metric metric : step.getMetrics()) {
        metrics.put(metric.getType().name(), metric.getValue());
      }
      BatchStatus status = step.getBatchStatus();
      Optional<String> result =
          Optional.ofNullable(step.getExitStatus()).filter(told -> !told.equals(status.name()));
      return new Step(step.getStepName(), status, result, metrics);
    }
  }

  public ExecutionView {
    parameters = Map.copyOf(parameters);
    steps = List.copyOf(steps);
  }

  static ExecutionView of(JobExecution execution, List<StepExecution> steps) {
    return new ExecutionView(
        execution.getExecutionId(),
        execution.getJobName(),
        execution.getBatchStatus(),
        execution.getCreateTime().toInstant(),
        Optional.ofNullable(execution.getStartTime()).map(Date::toInstant),
        Optional.ofNullable(execution.getEndTime()).map(Date::toInstant),
        map(execution.getJobParameters()),
        steps.stream().map(Step::of).toList());
  }

  private static Map<String, String> map(Properties properties) {
    Map<String, String> map = new TreeMap<>();
    if (properties != null) {
      properties.stringPropertyNames().forEach(name -> map.put(name, properties.getProperty(name)));
    }
    return map;
  }
}

package io.exchangesync.batch.control;

import io.exchangesync.batch.RunRequest;
import io.exchangesync.ejb.node.JobGate;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.JobInstance;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds the job operator for timers and admin API, so that the console shows each job where it is
 * deployed.
 *
 * <p>A job that takes whatever is due runs once at a time on all nodes together; runs of given
 * mailboxes may stand beside it, and leases keep them apart.
 */
@Stateless
public class JobControl {
  @Inject private JobGate gate;
  @Inject private RunningJobs running;
  @Inject private ChangeCollector collector;

  /** Names of the jobs. */
  public Set<String> names() {
    return new TreeSet<>(operator().getJobNames());
  }

  /**
   * Starts a job. What SuperOffice has logged until now belongs to its work, whether timers run or
   * not.
   *
   * @return id of the execution
   * @throws JobRefused.UnknownJob if there is no such job
   * @throws JobRefused.AlreadyRunning if a run of whatever is due is on its way
   * @throws JobRefused.TakesNoParameters if the job does the same in every run
   */
  public long start(String job, RunRequest request) {
    known(job);
    if (job.equals(Housekeeping.JOB) && !request.equals(RunRequest.DUE)) {
      throw new JobRefused.TakesNoParameters(job);
    }
    if (request.effect() == RunRequest.Effect.WRITE) {
      collector.collect();
    }
    return begin(job, request);
  }

  /** The same for the timers, which have collected what SuperOffice logged. */
  public long startDue(String job) {
    return begin(job, RunRequest.DUE);
  }

  private long begin(String job, RunRequest request) {
    if (request.general()) {
      refuseASecond(job);
    }
    return operator().start(job, running.here(request.toParameters()));
  }

  /** Asks an execution to stop; it ends with its present chunk, on whichever node it runs. */
  public void stop(long id) {
    attempt(id, "stopped", () -> operator().stop(id));
  }

  /**
   * Goes on where a stopped or failed execution ended.
   *
   * @return id of the new execution
   */
  public long restart(long id) {
    JobExecution execution = existing(id);
    if (general(execution)) {
      refuseASecond(execution.getJobName());
    }
    long[] restarted = new long[1];
    attempt(
        id,
        "restarted",
        () -> restarted[0] = operator().restart(id, running.here(new Properties())));
    return restarted[0];
  }

  /** Gives an execution that ended up for good: it can't be restarted any more. */
  public void abandon(long id) {
    attempt(id, "abandoned", () -> operator().abandon(id));
  }

  /** The newest executions of a job, newest first. */
  public List<ExecutionView> executions(String job, int limit) {
    known(job);
    List<ExecutionView> views = new ArrayList<>();
    for (JobInstance instance : instances(job, limit)) {
      for (JobExecution execution : operator().getJobExecutions(instance)) {
        views.add(view(execution));
      }
    }
    views.sort((a, b) -> Long.compare(b.id(), a.id()));
    return views.stream().limit(limit).toList();
  }

  private static List<JobInstance> instances(String job, int limit) {
    try {
      return operator().getJobInstances(job, 0, limit);
    } catch (NoSuchJobException neverStarted) {
      return List.of();
    }
  }

  public Optional<ExecutionView> execution(long id) {
    try {
      return Optional.of(view(existing(id)));
    } catch (JobRefused.UnknownExecution e) {
      return Optional.empty();
    }
  }

  /** Whether a run of whatever is due is on its way, on any node. */
  public boolean running(String job) {
    return running.running(job).stream().anyMatch(JobControl::general);
  }

  private void refuseASecond(String job) {
    gate.enter(job);
    running.running(job).stream()
        .filter(JobControl::general)
        .findFirst()
        .ifPresent(
            execution -> {
              throw new JobRefused.AlreadyRunning(job, execution.getExecutionId());
            });
  }

  private static boolean general(JobExecution execution) {
    Properties parameters = execution.getJobParameters();
    return parameters == null
        || RunRequest.ids(parameters.getProperty(RunRequest.MAILBOXES, "")).isEmpty();
  }

  private void known(String job) {
    if (!names().contains(job)) {
      throw new JobRefused.UnknownJob(job);
    }
  }

  private static JobExecution existing(long id) {
    try {
      return operator().getJobExecution(id);
    } catch (NoSuchJobExecutionException | NoSuchJobException e) {
      throw new JobRefused.UnknownExecution(id, e);
    }
  }

  private static void attempt(long id, String wish, Runnable action) {
    existing(id);
    try {
      action.run();
    } catch (BatchRuntimeException e) {
      throw new JobRefused.WrongState(id, wish, e);
    }
  }

  private static ExecutionView view(JobExecution execution) {
    return ExecutionView.of(execution, operator().getStepExecutions(execution.getExecutionId()));
  }

  private static JobOperator operator() {
    return BatchRuntime.getJobOperator();
  }
}

package io.exchangesync.batch.control;

import io.exchangesync.ejb.node.NodeIdentity;
import io.exchangesync.ejb.node.NodeLife;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * Tells executions that run from those that a dead server left unfinished in the job repository.
 *
 * <p>An execution carries the node and the start of the node it runs on as job parameters.
 */
@ApplicationScoped
public class RunningJobs {
  static final String NODE = "node";
  static final String BOOT = "boot";

  @Inject private NodeIdentity node;
  @Inject private NodeLife nodes;

  /** Executions of a job that the repository takes for unfinished. */
  List<JobExecution> unfinished(String job) {
    JobOperator operator = BatchRuntime.getJobOperator();
    List<Long> ids;
    try {
      ids = operator.getRunningExecutions(job);
    } catch (NoSuchJobException neverStarted) {
      return List.of();
    }
    return ids.stream().map(operator::getJobExecution).toList();
  }

  /** Executions of a job that really run, here or on another node. */
  public List<JobExecution> running(String job) {
    Set<String> alive = Set.copyOf(nodes.alive());
    return unfinished(job).stream().filter(execution -> lives(execution, alive)).toList();
  }

  /** Executions of a job that nobody works on any more. */
  List<JobExecution> orphans(String job) {
    Set<String> alive = Set.copyOf(nodes.alive());
    return unfinished(job).stream().filter(execution -> !lives(execution, alive)).toList();
  }

  /** An execution without a node was started from the server's console, here. */
  private boolean lives(JobExecution execution, Set<String> alive) {
    Properties parameters = execution.getJobParameters();
    String owner = parameters == null ? null : parameters.getProperty(NODE);
    if (owner == null) {
      return true;
    }
    return owner.equals(node.name())
        ? node.boot().equals(parameters.getProperty(BOOT))
        : alive.contains(owner);
  }

  /** Adds what says where an execution runs. */
  Properties here(Properties parameters) {
    parameters.setProperty(NODE, node.name());
    parameters.setProperty(BOOT, node.boot());
    return parameters;
  }
}

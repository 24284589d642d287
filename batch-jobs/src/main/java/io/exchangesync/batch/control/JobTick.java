package io.exchangesync.batch.control;

import io.exchangesync.batch.RunRequest;
import io.exchangesync.core.engine.Ports;
import io.exchangesync.core.model.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * What happens when a job's timer fires: changes are collected, and the job starts if work is due.
 */
@ApplicationScoped
public class JobTick {
  /** Jobs that are started when mailboxes are due, by name. */
  static final Map<String, Kind> JOBS =
      Map.of(
          "appointments", Kind.APPOINTMENT,
          "tasks", Kind.TASK,
          "contacts", Kind.CONTACT,
          "selections", Kind.SELECTION);

  @Inject private ChangeCollector collector;
  @Inject private JobControl control;
  @Inject private Ports ports;

  /**
   * Starts the job if a mailbox is due and the job does not run.
   *
   * @throws JobRefused.AlreadyRunning if another node was quicker
   */
  public void tick(String job) {
    collector.collect();
    if (ports.leases().countDue(JOBS.get(job)) > 0 && !control.running(job)) {
      control.start(job, RunRequest.DUE);
    }
  }
}

package io.exchangesync.batch.control;

import io.exchangesync.core.engine.Ports;
import io.exchangesync.core.model.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * What happens at a tick of the timers: changes are collected once, and each job starts if work is
 * due.
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

  /** Reads SuperOffice's change log, once for all jobs of a tick. */
  public void collect() {
    collector.collect();
  }

  /**
   * Starts the job if a mailbox is due and the job does not run.
   *
   * @throws JobRefused.AlreadyRunning if another node was quicker
   */
  public void start(String job) {
    if (ports.leases().countDue(JOBS.get(job)) > 0 && !control.running(job)) {
      control.startDue(job);
    }
  }
}

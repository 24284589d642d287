package io.exchangesync.batch.control;

import io.exchangesync.batch.BatchMessages;
import io.exchangesync.ejb.store.HistoryPruning;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/**
 * Forgets job executions after a week: every node asks once an hour, the second one finds nothing.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Housekeeping {
  static final Duration KEPT = Duration.ofDays(7);

  @Inject private HistoryPruning history;

  @Schedule(hour = "*", minute = "17", persistent = false)
  void forget() {
    try {
      int jobs = history.executionsEndedBefore(Instant.now().minus(KEPT));
      BatchMessages.LOG.executionsForgotten(jobs, KEPT.toDays());
    } catch (RuntimeException e) {
      BatchMessages.LOG.timerFailed("housekeeping", e.toString());
    }
  }
}

package io.exchangesync.batch.keeping;

import io.exchangesync.batch.BatchMessages;
import io.exchangesync.core.settings.SettingKey;
import io.exchangesync.ejb.store.HistoryPruning;
import io.exchangesync.ejb.store.SettingStore;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;

/** Step of housekeeping: what is old enough is forgotten, a bounded number of rows at a time. */
@Named
@Dependent
public class ForgottenHistory extends AbstractBatchlet {
  /** How long the batch runtime's executions are kept. */
  static final Duration EXECUTIONS_KEPT = Duration.ofDays(7);

  @Inject private HistoryPruning history;
  @Inject private SettingStore settings;
  private volatile boolean stopped;

  @Override
  public String process() {
    Instant now = Instant.now();
    Instant kept = now.minus(retention());
    String told =
        "journal %d, holds %d, executions %d, counts %d, changes %d"
            .formatted(
                all(() -> history.journalBefore(kept)),
                all(() -> history.closedHoldsBefore(kept)),
                all(() -> history.executionsEndedBefore(now.minus(EXECUTIONS_KEPT))),
                all(history::countsOfForgottenRuns),
                all(history::changesOfNobody));
    BatchMessages.LOG.keptHouse("history", told);
    return told;
  }

  private Duration retention() {
    SettingKey key = SettingKey.JOURNAL_RETENTION_DAYS;
    String days = settings.on(SettingStore.SYSTEM).getOrDefault(key.key(), key.defaultValue());
    return Duration.ofDays(Long.parseLong(days.trim()));
  }

  /** Forgets until nothing is left to forget; answers how much it was. */
  private int all(IntSupplier some) {
    int sum = 0;
    int last = 1;
    while (last > 0 && !stopped) {
      last = some.getAsInt();
      sum += last;
    }
    return sum;
  }

  @Override
  public void stop() {
    stopped = true;
  }
}

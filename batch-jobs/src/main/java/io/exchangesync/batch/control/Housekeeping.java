package io.exchangesync.batch.control;

import io.exchangesync.batch.BatchMessages;
import io.exchangesync.core.settings.DailyTime;
import io.exchangesync.ejb.store.ScheduleStore;
import io.exchangesync.ejb.store.SettingStore;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Starts job housekeeping once a day at {@code housekeeping.at}, on whichever node looks first.
 *
 * <p>Every node looks every five minutes, so that a run that was missed is made up for and a
 * changed time holds at once.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Housekeeping {
  /** Name of the job. */
  public static final String JOB = "housekeeping";

  /** The one interval it has. */
  public static final Duration INTERVAL = Duration.ofDays(1);

  @Inject private JobControl control;
  @Inject private ScheduleStore schedule;
  @Inject private SettingStore settings;
  private final Instant boot = Instant.now();

  @Schedule(hour = "*", minute = "*/5", persistent = false)
  void look() {
    try {
      boolean on =
          schedule.of(JOB).filter(plan -> plan.timer() == ScheduleStore.Timer.ON).isPresent();
      if (on && !schedule.paused() && due() && !control.running(JOB)) {
        control.startDue(JOB);
      }
    } catch (JobRefused.AlreadyRunning anotherNodeWasQuicker) {
      BatchMessages.LOG.debug(anotherNodeWasQuicker.getMessage());
    } catch (RuntimeException e) {
      BatchMessages.LOG.timerFailed(JOB, e.toString());
    }
  }

  private boolean due() {
    Optional<Instant> last =
        control.executions(JOB, 1).stream().findFirst().map(ExecutionView::created);
    return DailyTime.ofHousekeeping(settings.on(SettingStore.SYSTEM))
        .due(last, boot, Instant.now());
  }
}

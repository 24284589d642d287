package io.exchangesync.batch.control;

import io.exchangesync.batch.BatchMessages;
import io.exchangesync.ejb.node.NodeLife;
import io.exchangesync.ejb.store.ScheduleStore;
import io.exchangesync.ejb.store.ScheduleStore.Schedule;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Starts jobs when work is due, and only then.
 *
 * <p>Every timer fires once and is set anew behind its work, so that a changed interval holds from
 * the next time on and a slow tick never overtakes itself. What an earlier life left unfinished is
 * put right before the first job starts.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class SyncTimers {
  private static final String RECOVERY = "recovery";
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration INTERVAL = Duration.ofSeconds(10);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

  @Resource private TimerService timers;
  @Inject private NodeLife node;
  @Inject private ScheduleStore schedule;
  @Inject private JobRecovery recovery;
  @Inject private JobTick tick;
  private final Set<String> failing = ConcurrentHashMap.newKeySet();

  @PostConstruct
  void start() {
    node.alive();
    JobTick.JOBS.keySet().forEach(this::scheduled);
    set(RECOVERY, SOON);
  }

  /** The job's schedule; the default is stored where there is none. */
  private Schedule scheduled(String job) {
    return schedule
        .of(job)
        .orElseGet(
            () -> {
              Schedule byDefault = new Schedule(job, ScheduleStore.Timer.ON, INTERVAL);
              schedule.save(byDefault);
              return byDefault;
            });
  }

  @Timeout
  void fired(Timer timer) {
    String name = (String) timer.getInfo();
    if (name.equals(RECOVERY)) {
      recover();
    } else {
      tick(name);
    }
  }

  private void recover() {
    try {
      recovery.recover();
    } catch (RuntimeException e) {
      BatchMessages.LOG.timerFailed(RECOVERY, e.toString());
      set(RECOVERY, TRY_AGAIN);
      return;
    }
    JobTick.JOBS.keySet().forEach(job -> set(job, SOON));
  }

  private void tick(String job) {
    Duration next = TRY_AGAIN;
    try {
      Schedule plan = scheduled(job);
      next = plan.interval();
      if (plan.timer() == ScheduleStore.Timer.ON && !schedule.paused()) {
        tick.tick(job);
      }
      if (failing.remove(job)) {
        BatchMessages.LOG.timerRecovered(job);
      }
    } catch (JobRefused.AlreadyRunning anotherNodeWasQuicker) {
      failing.remove(job);
    } catch (RuntimeException e) {
      if (failing.add(job)) {
        BatchMessages.LOG.timerFailed(job, e.toString());
      }
    } finally {
      set(job, next);
    }
  }

  private void set(String name, Duration in) {
    timers.createSingleActionTimer(in.toMillis(), new TimerConfig(name, false));
  }
}

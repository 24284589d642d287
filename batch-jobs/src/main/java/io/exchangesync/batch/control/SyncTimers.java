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
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Starts jobs when work is due, and only then.
 *
 * <p>The timer fires once and is set anew behind its work, so that a changed interval holds from
 * the next time on and a slow tick never overtakes itself. What an earlier life left unfinished is
 * put right before the first job starts.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class SyncTimers {
  private static final String RECOVERY = "recovery";
  private static final String TICK = "tick";
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration INTERVAL = Duration.ofSeconds(10);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

  @Resource private TimerService timers;
  @Inject private NodeLife node;
  @Inject private ScheduleStore schedule;
  @Inject private JobRecovery recovery;
  @Inject private JobTick tick;
  private final Set<String> failing = new HashSet<>();
  private Timetable timetable;

  @PostConstruct
  void start() {
    node.alive();
    JobTick.JOBS.keySet().forEach(job -> scheduled(job, INTERVAL));
    scheduled(Housekeeping.JOB, Housekeeping.INTERVAL);
    set(RECOVERY, SOON);
  }

  /** The job's schedule; the default is stored where there is none. */
  private Schedule scheduled(String job, Duration byDefault) {
    return schedule
        .of(job)
        .orElseGet(
            () -> {
              Schedule fresh = new Schedule(job, ScheduleStore.Timer.ON, byDefault);
              schedule.save(fresh);
              return fresh;
            });
  }

  @Timeout
  void fired(Timer timer) {
    if (timer.getInfo().equals(RECOVERY)) {
      recover();
    } else {
      tick();
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
    timetable = new Timetable(JobTick.JOBS.keySet(), Instant.now().plus(SOON));
    set(TICK, SOON);
  }

  /** One timer at a time: nothing else touches the timetable. */
  private void tick() {
    List<String> due = timetable.due(Instant.now());
    Map<String, Duration> next = new HashMap<>();
    try {
      List<Schedule> plans = due.stream().map(job -> scheduled(job, INTERVAL)).toList();
      plans.forEach(plan -> next.put(plan.job(), plan.interval()));
      List<Schedule> on =
          plans.stream().filter(plan -> plan.timer() == ScheduleStore.Timer.ON).toList();
      if (!on.isEmpty() && !schedule.paused()) {
        tick.collect();
        on.forEach(plan -> guarded(plan.job(), () -> tick.start(plan.job())));
      }
      recovered(TICK);
    } catch (RuntimeException e) {
      failed(TICK, e);
    } finally {
      Instant now = Instant.now();
      due.forEach(job -> timetable.set(job, now.plus(next.getOrDefault(job, TRY_AGAIN))));
      set(TICK, timetable.pause(now));
    }
  }

  /** What fails for one job leaves the others alone. */
  private void guarded(String job, Runnable start) {
    try {
      start.run();
      recovered(job);
    } catch (JobRefused.AlreadyRunning anotherNodeWasQuicker) {
      failing.remove(job);
    } catch (RuntimeException e) {
      failed(job, e);
    }
  }

  private void failed(String timer, RuntimeException e) {
    if (failing.add(timer)) {
      BatchMessages.LOG.timerFailed(timer, e.toString());
    }
  }

  private void recovered(String timer) {
    if (failing.remove(timer)) {
      BatchMessages.LOG.timerRecovered(timer);
    }
  }

  private void set(String name, Duration in) {
    timers.createSingleActionTimer(in.toMillis(), new TimerConfig(name, false));
  }
}

package io.exchangesync.ejb.admin;

import io.exchangesync.ejb.store.ScheduleStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** When jobs start by themselves. */
@Stateless
public class ScheduleService {
  @Inject ScheduleStore store;

  /** Whether anything starts by itself. */
  public enum All {
    RUNNING,
    PAUSED
  }

  /** The switch of everything, and the timers that were ever set. */
  public record Schedules(All all, List<ScheduleStore.Schedule> jobs) {
    public Schedules {
      jobs = List.copyOf(jobs);
    }
  }

  public Schedules get() {
    return new Schedules(store.paused() ? All.PAUSED : All.RUNNING, store.all());
  }

  /** Sets the switch of everything and the timers that are named; others stay. */
  public Schedules put(Schedules wanted) {
    if (wanted.all() == All.PAUSED) {
      store.pauseAll();
    } else {
      store.resumeAll();
    }
    wanted.jobs().forEach(store::save);
    return get();
  }
}

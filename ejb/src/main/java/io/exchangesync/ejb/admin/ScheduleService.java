package io.exchangesync.ejb.admin;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** When jobs start by themselves: row {@code *} of exsync_schedule switches all of them. */
@Stateless
public class ScheduleService {
  private static final String ALL = "*";

  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  /**
   * The timers of all jobs.
   *
   * @param paused nothing starts by itself, whatever the jobs say
   */
  public record Schedule(boolean paused, List<JobTimer> jobs) {
    public Schedule {
      jobs = List.copyOf(jobs);
    }

    /** For the audit. */
    @Override
    public String toString() {
      return (paused ? "all paused" : "running")
          + jobs.stream()
              .map(
                  job ->
                      ", %s %s every %d s"
                          .formatted(job.job(), job.enabled() ? "on" : "off", job.intervalSeconds()))
              .collect(Collectors.joining());
    }
  }

  /** One job's timer. */
  public record JobTimer(String job, boolean enabled, int intervalSeconds) {}

  /** Timers that were ever set, by job; a job without one has the usual interval. */
  public Schedule get() {
    List<?> rows =
        em.createNativeQuery(
                "select job, enabled, interval_seconds from {h-schema}exsync_schedule order by job")
            .getResultList();
    boolean paused = false;
    List<JobTimer> jobs = new ArrayList<>();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      boolean enabled = ((Number) row[1]).intValue() != 0;
      if (ALL.equals(row[0])) {
        paused = !enabled;
      } else {
        jobs.add(new JobTimer((String) row[0], enabled, ((Number) row[2]).intValue()));
      }
    }
    return new Schedule(paused, jobs);
  }

  /** Sets the switch of all and the timers that are named; others stay. */
  public Schedule put(Schedule wanted) {
    set(new JobTimer(ALL, !wanted.paused(), 1));
    wanted.jobs().forEach(this::set);
    return get();
  }

  private void set(JobTimer timer) {
    String set =
        "update {h-schema}exsync_schedule set enabled = :enabled, interval_seconds = :seconds"
            + " where job = :job";
    String add =
        "insert into {h-schema}exsync_schedule (enabled, interval_seconds, job)"
            + " values (:enabled, :seconds, :job)";
    if (run(set, timer) == 0) {
      run(add, timer);
    }
  }

  private int run(String sql, JobTimer timer) {
    return em.createNativeQuery(sql)
        .setParameter("enabled", timer.enabled() ? 1 : 0)
        .setParameter("seconds", timer.intervalSeconds())
        .setParameter("job", timer.job())
        .executeUpdate();
  }
}

package io.exchangesync.ejb.store;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** When jobs run by themselves; pausing everything leaves each job's own schedule as it is. */
@Stateless
public class ScheduleStore {
  private static final String ALL = "*";

  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  /** For the container. */
  public ScheduleStore() {}

  public ScheduleStore(EntityManager em) {
    this.em = em;
  }

  /** Schedules that were set, by job name; what nobody set runs by the job's own default. */
  public List<Schedule> all() {
    List<ScheduleRow> rows =
        em.createQuery(
                "select s from ScheduleRow s where s.job <> :all order by s.job", ScheduleRow.class)
            .setParameter("all", ALL)
            .getResultList();
    rows.forEach(em::detach);
    return rows.stream().map(ScheduleStore::schedule).toList();
  }

  public Optional<Schedule> of(String job) {
    return all().stream().filter(s -> s.job().equals(job)).findFirst();
  }

  public void save(Schedule schedule) {
    if (schedule.job().equals(ALL)) {
      throw new IllegalArgumentException("* is no job");
    }
    write(schedule.job(), schedule.timer(), Math.toIntExact(schedule.interval().toSeconds()));
  }

  /** Whether everything is paused. */
  public boolean paused() {
    return em.createQuery(
                "select count(s) from ScheduleRow s where s.job = :all and s.enabled = 0",
                Long.class)
            .setParameter("all", ALL)
            .getSingleResult()
        > 0;
  }

  public void pauseAll() {
    write(ALL, Timer.OFF, 0);
  }

  public void resumeAll() {
    write(ALL, Timer.ON, 0);
  }

  private void write(String job, Timer timer, int seconds) {
    ScheduleRow row = em.find(ScheduleRow.class, job);
    boolean fresh = row == null;
    if (fresh) {
      row = new ScheduleRow();
      row.job = job;
    }
    row.enabled = (short) (timer == Timer.ON ? 1 : 0);
    row.intervalSeconds = seconds;
    if (fresh) {
      em.persist(row);
    }
    em.flush();
    em.detach(row);
  }

  private static Schedule schedule(ScheduleRow row) {
    return new Schedule(
        row.job, row.enabled != 0 ? Timer.ON : Timer.OFF, Duration.ofSeconds(row.intervalSeconds));
  }

  /** Whether a job starts by itself. */
  public enum Timer {
    ON,
    OFF
  }

  /**
   * How one job runs by itself.
   *
   * @param interval between two starts; whole seconds
   */
  public record Schedule(String job, Timer timer, Duration interval) {
    public Schedule {
      Objects.requireNonNull(job);
      Objects.requireNonNull(timer);
      if (interval.toSeconds() < 1) {
        throw new IllegalArgumentException("an interval is at least a second");
      }
    }
  }
}

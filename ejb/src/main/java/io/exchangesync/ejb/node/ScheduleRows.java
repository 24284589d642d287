package io.exchangesync.ejb.node;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;

/** When jobs are started: interval and switch of each, and the switch of all (row {@code *}). */
@Stateless
public class ScheduleRows {
  /** How often a job looks for work if nobody said otherwise. */
  public static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(10);

  private static final String ALL = "*";

  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  /**
   * When a job is started.
   *
   * @param on whether neither the job nor everything is switched off
   */
  public record Plan(boolean on, Duration interval) {}

  public Plan plan(String job) {
    boolean on = true;
    Duration interval = DEFAULT_INTERVAL;
    for (Object found : rows(job)) {
      Object[] row = (Object[]) found;
      on &= ((Number) row[1]).intValue() != 0;
      if (!ALL.equals(row[0])) {
        interval = Duration.ofSeconds(Math.max(1, ((Number) row[2]).intValue()));
      }
    }
    return new Plan(on, interval);
  }

  private List<?> rows(String job) {
    return em.createNativeQuery(
            "select job, enabled, interval_seconds from {h-schema}exsync_schedule"
                + " where job = :job or job = :all")
        .setParameter("job", job)
        .setParameter("all", ALL)
        .getResultList();
  }

  /** Adds the row of a job that has none, switched on. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void add(String job) {
    em.createNativeQuery(
            "insert into {h-schema}exsync_schedule (job, enabled, interval_seconds)"
                + " values (:job, 1, :seconds)")
        .setParameter("job", job)
        .setParameter("seconds", DEFAULT_INTERVAL.toSeconds())
        .executeUpdate();
  }
}

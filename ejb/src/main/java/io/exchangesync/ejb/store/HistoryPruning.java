package io.exchangesync.ejb.store;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** Forgets history that is old enough; what it removes can no longer be explained or undone. */
@Stateless
public class HistoryPruning {
  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  /** For the container. */
  public HistoryPruning() {}

  public HistoryPruning(EntityManager em) {
    this.em = em;
  }

  /** Removes journal entries older than a moment; answers how many. */
  public int journalBefore(Instant moment) {
    return em.createQuery("delete from JournalRow j where j.at < :moment")
        .setParameter("moment", moment)
        .executeUpdate();
  }

  /** Removes the counts of runs before a job execution; answers how many lines. */
  public int countsOfRunsBefore(long run) {
    return em.createNativeQuery("delete from {h-schema}exsync_run_count where run_id < :run")
        .setParameter("run", Math.toIntExact(run))
        .executeUpdate();
  }

  /**
   * Removes job executions that ended before a moment from the batch runtime's repository, steps
   * and partitions with them, and the counts of their runs; answers how many jobs. One that never
   * ended stays.
   */
  public int executionsEndedBefore(Instant moment) {
    int jobs =
        em.createNativeQuery(
                "delete from {h-schema}JOB_INSTANCE where exists (select 1 from"
                    + " {h-schema}JOB_EXECUTION e where e.JOBINSTANCEID ="
                    + " {h-schema}JOB_INSTANCE.JOBINSTANCEID) and not exists (select 1 from"
                    + " {h-schema}JOB_EXECUTION e where e.JOBINSTANCEID ="
                    + " {h-schema}JOB_INSTANCE.JOBINSTANCEID"
                    + " and (e.ENDTIME is null or e.ENDTIME >= :moment))")
            .setParameter("moment", moment)
            .executeUpdate();
    Object oldest =
        em.createNativeQuery("select min(e.JOBEXECUTIONID) from {h-schema}JOB_EXECUTION e")
            .getSingleResult();
    if (oldest != null) {
      countsOfRunsBefore(((Number) oldest).longValue());
    }
    return jobs;
  }
}

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
}

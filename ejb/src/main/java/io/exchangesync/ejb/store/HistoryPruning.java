package io.exchangesync.ejb.store;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;

/**
 * Forgets history that is old enough; what it removes can no longer be explained or undone.
 *
 * <p>The batch runtime's own tables are named without a schema, as the runtime names them: they are
 * in the default schema of the connection, not beside the sync tables.
 *
 * <p>Each call removes a bounded number of rows in a transaction of its own and answers how many,
 * so that nobody waits for it: call it again until it finds nothing.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class HistoryPruning {
  /** Most rows of one call; of executions fewer, because steps and partitions go with them. */
  static final int AT_ONCE = 1000;

  static final int EXECUTIONS_AT_ONCE = 100;

  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  /** For the container. */
  public HistoryPruning() {}

  public HistoryPruning(EntityManager em) {
    this.em = em;
  }

  /**
   * Removes the first journal entries, as far as they are older than a moment. Their keys grow with
   * time, so that no index by age is needed.
   */
  public int journalBefore(Instant moment) {
    return em.createNativeQuery(
            "delete from {h-schema}exsync_journal where happened_at < :moment"
                + " and exsync_journal_id in (select top ("
                + AT_ONCE
                + ") exsync_journal_id from {h-schema}exsync_journal order by exsync_journal_id)")
        .setParameter("moment", moment)
        .executeUpdate();
  }

  /** Removes holds that are closed and began before a moment. */
  public int closedHoldsBefore(Instant moment) {
    return delete(AT_ONCE, "{h-schema}exsync_hold where state = 'CLOSED' and held_since < :moment")
        .setParameter("moment", moment)
        .executeUpdate();
  }

  /**
   * Removes what waits for mailboxes that are not linked or for kinds that are not ticked: both are
   * listed completely when they come back.
   */
  public int changesOfNobody() {
    return delete(
            AT_ONCE,
            "{h-schema}exsync_change where not exists (select 1 from {h-schema}exsync_mailbox m"
                + " where m.exsync_mailbox_id = {h-schema}exsync_change.mailbox_id"
                + " and m.state <> 'UNLINKED'"
                + " and m.kinds like '%' + {h-schema}exsync_change.kind + '%')")
        .executeUpdate();
  }

  /** Removes counts of runs that the batch runtime knows no more. */
  public int countsOfForgottenRuns() {
    Object oldest =
        em.createNativeQuery("select min(e.JOBEXECUTIONID) from JOB_EXECUTION e").getSingleResult();
    return oldest == null ? 0 : countsOfRunsBefore(((Number) oldest).longValue());
  }

  /** Removes the counts of runs before a job execution. */
  int countsOfRunsBefore(long run) {
    return delete(AT_ONCE, "{h-schema}exsync_run_count where run_id < :run")
        .setParameter("run", Math.toIntExact(run))
        .executeUpdate();
  }

  /**
   * Removes job executions that ended before a moment from the batch runtime's repository, steps
   * and partitions with them. One that never ended stays.
   */
  public int executionsEndedBefore(Instant moment) {
    return delete(
            EXECUTIONS_AT_ONCE,
            "JOB_INSTANCE where exists (select 1 from"
                + " JOB_EXECUTION e where e.JOBINSTANCEID ="
                + " JOB_INSTANCE.JOBINSTANCEID) and not exists (select 1 from"
                + " JOB_EXECUTION e where e.JOBINSTANCEID ="
                + " JOB_INSTANCE.JOBINSTANCEID"
                + " and (e.ENDTIME is null or e.ENDTIME >= :moment))")
        .setParameter("moment", moment)
        .executeUpdate();
  }

  private Query delete(int most, String what) {
    return em.createNativeQuery("delete top (" + most + ") from " + what);
  }
}

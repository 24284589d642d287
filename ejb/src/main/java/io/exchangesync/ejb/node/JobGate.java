package io.exchangesync.ejb.node;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Lets one caller at a time through, on whichever node: a row is locked until the caller's
 * transaction ends.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class JobGate {
  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  /**
   * For whoever looks whether a job runs, and starts it if not.
   *
   * @throws IllegalStateException if the job has no row in the schedule
   */
  public void enter(String job) {
    int rows =
        em.createNativeQuery(
                "update {h-schema}exsync_schedule set enabled = enabled where job = :job")
            .setParameter("job", job)
            .executeUpdate();
    if (rows == 0) {
      throw new IllegalStateException("the schedule has no row for " + job);
    }
  }

  /** For whoever reads SuperOffice's change log. */
  public void enterChangeLog() {
    em.createNativeQuery("update {h-schema}exsync_cursor set kind = kind where mailbox_id = 0")
        .executeUpdate();
  }
}

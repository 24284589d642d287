package io.exchangesync.ejb.admin;

import io.exchangesync.core.port.Hold;
import io.exchangesync.ejb.store.HoldDesk;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;

/** Holds page by page. */
@Stateless
class HoldPages {
  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  @Inject HoldDesk desk;

  /**
   * Holds in one state by id.
   *
   * @param mailboxId 0 = of every mailbox
   */
  List<Hold> page(int mailboxId, Hold.State state, int after, int limit) {
    Query query =
        em.createNativeQuery(
                "select exsync_hold_id from {h-schema}exsync_hold where state = :state"
                    + " and exsync_hold_id > :after"
                    + (mailboxId == 0 ? "" : " and mailbox_id = :mailbox")
                    + " order by exsync_hold_id offset 0 rows fetch next :limit rows only")
            .setParameter("state", state.name())
            .setParameter("after", after)
            .setParameter("limit", limit);
    if (mailboxId != 0) {
      query.setParameter("mailbox", mailboxId);
    }
    List<?> ids = query.getResultList();
    return ids.stream().flatMap(id -> desk.byId(((Number) id).intValue()).stream()).toList();
  }
}

package io.exchangesync.ejb.store;

import io.exchangesync.core.port.Hold;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** What an administrator may do with a hold; only an open one can be released. */
@Stateless
public class HoldDesk {
  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  /** For the container. */
  protected HoldDesk() {}

  public HoldDesk(EntityManager em) {
    this.em = em;
  }

  public Optional<Hold> byId(int id) {
    HoldRow row = em.find(HoldRow.class, id);
    if (row == null) {
      return Optional.empty();
    }
    em.detach(row);
    return Optional.of(row.toHold());
  }

  /**
   * Lets the next decision that meets the hold be carried out, once.
   *
   * @return false if the hold is not open (any more)
   */
  public boolean release(int id) {
    return move(id, Hold.State.RELEASED);
  }

  /**
   * Closes an open hold without carrying anything out.
   *
   * @return false if the hold is not open (any more)
   */
  public boolean close(int id) {
    return move(id, Hold.State.CLOSED);
  }

  private boolean move(int id, Hold.State state) {
    return em.createQuery(
                "update HoldRow h set h.state = :state where h.id = :id and h.state = :open")
            .setParameter("state", state.name())
            .setParameter("id", id)
            .setParameter("open", Hold.State.OPEN.name())
            .executeUpdate()
        == 1;
  }
}

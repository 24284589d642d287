package io.exchangesync.ejb.store;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.Hold;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Holds as administrators see and settle them; only an open one can be released or closed. */
@Stateless
public class HoldDesk {
  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  /** For the container. */
  public HoldDesk() {}

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
   * Holds by id, a page at a time.
   *
   * @param after id after which the page begins; 0 = from the start
   */
  public List<Hold> page(Filter filter, int after, int limit) {
    Conditions conditions =
        new Conditions()
            .and("h.id > :after", "after", Optional.of(after))
            .and("h.mailboxId = :mailbox", "mailbox", filter.mailboxId())
            .and("h.kind = :kind", "kind", filter.kind().map(Kind::name))
            .and("h.reason = :reason", "reason", filter.reason())
            .and("h.state = :state", "state", filter.state().map(Hold.State::name));
    List<HoldRow> rows =
        conditions
            .bind(
                em.createQuery(
                    "select h from HoldRow h" + conditions.where() + " order by h.id",
                    HoldRow.class))
            .setMaxResults(limit)
            .getResultList();
    rows.forEach(em::detach);
    return rows.stream().map(HoldRow::toHold).toList();
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

  /** What is wanted; empty = any. */
  public record Filter(
      Optional<Integer> mailboxId,
      Optional<Kind> kind,
      Optional<String> reason,
      Optional<Hold.State> state) {
    public static final Filter OPEN =
        new Filter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Hold.State.OPEN));
  }
}

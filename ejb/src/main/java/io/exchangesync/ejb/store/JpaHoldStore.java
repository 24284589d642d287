package io.exchangesync.ejb.store;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.Hold;
import io.exchangesync.core.port.HoldStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds in exsync_hold; only the owner of the mailbox's lease opens and closes them. */
@Stateless
public class JpaHoldStore implements HoldStore {
  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  @Inject private Keys keys;

  /** For the container. */
  public JpaHoldStore() {}

  public JpaHoldStore(EntityManager em, Keys keys) {
    this.em = em;
    this.keys = keys;
  }

  @Override
  public List<Hold> active(int mailboxId, Kind kind) {
    List<HoldRow> rows = activeRows(mailboxId, kind);
    rows.forEach(em::detach);
    return rows.stream().map(HoldRow::toHold).toList();
  }

  @Override
  public void open(List<Hold> holds) {
    Map<Place, List<HoldRow>> active = new HashMap<>();
    for (Hold hold : holds) {
      List<HoldRow> rows =
          active.computeIfAbsent(
              new Place(hold.mailboxId(), hold.kind()), p -> activeRows(p.mailboxId(), p.kind()));
      Optional<HoldRow> there = rows.stream().filter(r -> r.toHold().sameThingAs(hold)).findFirst();
      if (there.isPresent()) {
        there.get().take(there.get().toHold().broughtUpToDate(hold));
      } else {
        HoldRow row = HoldRow.of(hold.opened(keys.reserve("exsync_hold", 1)));
        em.persist(row);
        rows.add(row);
      }
    }
    em.flush();
    active.values().forEach(rows -> rows.forEach(em::detach));
  }

  @Override
  public void close(List<Hold> holds) {
    for (List<Integer> slice : Slices.of(holds.stream().map(Hold::id).toList())) {
      em.createQuery("update HoldRow h set h.state = :closed where h.id in :slice")
          .setParameter("closed", Hold.State.CLOSED.name())
          .setParameter("slice", slice)
          .executeUpdate();
    }
  }

  private List<HoldRow> activeRows(int mailboxId, Kind kind) {
    return new java.util.ArrayList<>(
        em.createQuery(
                "select h from HoldRow h where h.mailboxId = :mailbox and h.kind = :kind"
                    + " and h.state in :states order by h.id",
                HoldRow.class)
            .setParameter("mailbox", mailboxId)
            .setParameter("kind", kind.name())
            .setParameter("states", List.of(Hold.State.OPEN.name(), Hold.State.RELEASED.name()))
            .getResultList());
  }

  private record Place(int mailboxId, Kind kind) {}
}

package io.exchangesync.ejb.store;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.ChangeQueue;
import io.exchangesync.core.port.PendingChange;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pending changes in exsync_change; an entry filed again gets a new id, so that the older id no
 * longer takes it.
 */
@Stateless
public class JpaChangeQueue implements ChangeQueue {
  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  @Inject private Keys keys;

  /** For the container. */
  public JpaChangeQueue() {}

  public JpaChangeQueue(EntityManager em, Keys keys) {
    this.em = em;
    this.keys = keys;
  }

  @Override
  public void file(List<PendingChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    Map<Thing, PendingChange> there = there(changes);
    Map<Thing, PendingChange> merged = new LinkedHashMap<>();
    for (PendingChange change : changes) {
      Thing thing = Thing.of(change);
      boolean deleted = change.deleted() || deleted(there, thing) || deleted(merged, thing);
      boolean silent = change.silent() || silent(there, thing) || silent(merged, thing);
      merged.remove(thing);
      merged.put(thing, merged(change, deleted, silent));
    }
    delete(there.values().stream().map(PendingChange::id).toList());
    insert(merged.values());
  }

  @Override
  public List<PendingChange> pending(int mailboxId, Kind kind, Instant now, int limit) {
    List<ChangeRow> rows =
        em.createQuery(
                "select c from ChangeRow c where c.mailboxId = :mailbox and c.kind = :kind"
                    + " and c.notBefore <= :now order by c.id",
                ChangeRow.class)
            .setParameter("mailbox", mailboxId)
            .setParameter("kind", kind.name())
            .setParameter("now", now)
            .setMaxResults(limit)
            .getResultList();
    rows.forEach(em::detach);
    return rows.stream().map(ChangeRow::toChange).toList();
  }

  @Override
  public void taken(List<PendingChange> changes) {
    delete(changes.stream().map(PendingChange::id).toList());
  }

  private Map<Thing, PendingChange> there(List<PendingChange> changes) {
    List<Integer> records =
        changes.stream().map(PendingChange::recordId).filter(r -> r != 0).toList();
    List<String> items =
        changes.stream()
            .map(PendingChange::item)
            .flatMap(Optional::stream)
            .map(ItemId::hash)
            .toList();
    List<PendingChange> found = new ArrayList<>();
    Slices.of(records).forEach(slice -> found.addAll(find("c.recordId in :slice", slice)));
    Slices.of(items).forEach(slice -> found.addAll(find("c.itemHash in :slice", slice)));
    List<Thing> wanted = changes.stream().map(Thing::of).distinct().toList();
    Map<Thing, PendingChange> there = new LinkedHashMap<>();
    found.forEach(c -> there.put(Thing.of(c), c));
    there.keySet().retainAll(new java.util.HashSet<>(wanted));
    return there;
  }

  private List<PendingChange> find(String condition, List<?> slice) {
    List<ChangeRow> rows =
        em.createQuery("select c from ChangeRow c where " + condition, ChangeRow.class)
            .setParameter("slice", slice)
            .getResultList();
    rows.forEach(em::detach);
    return rows.stream().map(ChangeRow::toChange).toList();
  }

  private void delete(List<Integer> ids) {
    for (List<Integer> slice : Slices.of(ids)) {
      em.createQuery("delete from ChangeRow c where c.id in :slice")
          .setParameter("slice", slice)
          .executeUpdate();
    }
  }

  private void insert(Collection<PendingChange> changes) {
    int next = keys.reserve("exsync_change", changes.size());
    List<List<Object>> rows = new ArrayList<>(changes.size());
    for (PendingChange change : changes) {
      rows.add(ChangeRow.of(change, next++).values());
    }
    ChangeRow.INSERTS.insert(em, rows);
  }

  private static boolean deleted(Map<Thing, PendingChange> changes, Thing thing) {
    return changes.containsKey(thing) && changes.get(thing).deleted();
  }

  private static boolean silent(Map<Thing, PendingChange> changes, Thing thing) {
    return changes.containsKey(thing) && changes.get(thing).silent();
  }

  private static PendingChange merged(PendingChange change, boolean deleted, boolean silent) {
    return new PendingChange(
        change.id(),
        change.mailboxId(),
        change.kind(),
        change.recordId(),
        change.item(),
        deleted,
        silent,
        change.notBefore());
  }

  private record Thing(int mailboxId, Kind kind, int recordId, Optional<ItemId> item) {
    static Thing of(PendingChange change) {
      return new Thing(change.mailboxId(), change.kind(), change.recordId(), change.item());
    }
  }
}

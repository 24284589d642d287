package io.exchangesync.ejb.store;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.port.LinkStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Links in exsync_link; unique indexes refuse a second live link of a record or item. */
@Stateless
public class JpaLinkStore implements LinkStore {
  private static final String OF_MAILBOX =
      "select l from LinkRow l where l.mailboxId = :mailbox and l.kind = :kind and ";

  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  @Inject private Keys keys;

  /** For the container. */
  public JpaLinkStore() {}

  public JpaLinkStore(EntityManager em, Keys keys) {
    this.em = em;
    this.keys = keys;
  }

  @Override
  public List<Link> byRecords(int mailboxId, Kind kind, Collection<Integer> recordIds) {
    return inSlices(recordIds, () -> ofMailbox("l.recordId in :slice", mailboxId, kind));
  }

  @Override
  public List<Link> byItems(int mailboxId, Kind kind, Collection<ItemId> items) {
    return inSlices(
        items.stream().map(ItemId::hash).toList(),
        () -> ofMailbox("l.itemHash in :slice", mailboxId, kind));
  }

  @Override
  public List<Link> byLinkIds(Collection<String> linkIds) {
    return inSlices(
        linkIds.stream().map(ItemId::sha256).toList(),
        () -> em.createQuery("select l from LinkRow l where l.linkHash in :slice", LinkRow.class));
  }

  @Override
  public List<Link> liveByRecords(Kind kind, Collection<Integer> recordIds) {
    List<Link> found =
        new ArrayList<>(inSlices(recordIds, () -> live("l.recordId in :slice", kind)));
    List<Integer> byRow = new LinkRows(em).linksWith(recordIds);
    found.addAll(inSlices(byRow, () -> live("l.id in :slice", kind)));
    return found.stream().distinct().toList();
  }

  private TypedQuery<LinkRow> live(String condition, Kind kind) {
    return em.createQuery(
            "select l from LinkRow l where l.kind = :kind and l.state = :live and " + condition,
            LinkRow.class)
        .setParameter("kind", kind.name())
        .setParameter("live", Link.State.LIVE.name());
  }

  @Override
  public Optional<Link> byKey(int key) {
    return links(
            em.createQuery("select l from LinkRow l where l.id = :id", LinkRow.class)
                .setParameter("id", key))
        .stream()
        .findFirst();
  }

  @Override
  public List<Link> page(int mailboxId, Kind kind, int after, int limit) {
    return links(
        ofMailbox("l.id > :after order by l.id", mailboxId, kind)
            .setParameter("after", after)
            .setMaxResults(limit));
  }

  @Override
  public int countLive(int mailboxId, Kind kind) {
    return em.createQuery(
            "select count(l) from LinkRow l"
                + " where l.mailboxId = :mailbox and l.kind = :kind and l.liveItem = 0",
            Long.class)
        .setParameter("mailbox", mailboxId)
        .setParameter("kind", kind.name())
        .getSingleResult()
        .intValue();
  }

  /** Ended links are written before live ones, and updates before inserts, to make room. */
  @Override
  public List<Link> save(List<Link> links) {
    Map<Integer, LinkRow> rows = stored(links);
    List<Integer> hadRows =
        rows.values().stream().filter(row -> row.furtherRows > 0).map(row -> row.id).toList();
    update(links, rows, l -> l.state() != Link.State.LIVE);
    update(links, rows, l -> l.state() == Link.State.LIVE);
    List<Link> saved = insert(links);
    new LinkRows(em).replace(saved, hadRows);
    rows.values().forEach(em::detach);
    return saved;
  }

  private Map<Integer, LinkRow> stored(List<Link> links) {
    List<Integer> ids = links.stream().map(Link::key).filter(k -> k != 0).toList();
    Map<Integer, LinkRow> rows = new HashMap<>();
    for (List<Integer> slice : Slices.of(ids)) {
      em.createQuery("select l from LinkRow l where l.id in :slice", LinkRow.class)
          .setParameter("slice", slice)
          .getResultList()
          .forEach(row -> rows.put(row.id, row));
    }
    return rows;
  }

  private void update(List<Link> links, Map<Integer, LinkRow> rows, Predicate<Link> which) {
    for (Link link : links) {
      if (link.key() != 0 && which.test(link)) {
        LinkRow row = rows.get(link.key());
        if (row == null) {
          throw new IllegalStateException("there is no link " + link.key());
        }
        row.take(link);
      }
    }
    em.flush();
  }

  private List<Link> insert(List<Link> links) {
    int count = (int) links.stream().filter(l -> l.key() == 0).count();
    int next = count == 0 ? 0 : keys.reserve("exsync_link", count);
    List<Link> saved = new ArrayList<>();
    List<List<Object>> inserted = new ArrayList<>();
    for (Link link : links) {
      if (link.key() == 0) {
        LinkRow row = LinkRow.of(link, next++);
        inserted.add(row.values());
        saved.add(link.withKey(row.id));
      } else {
        saved.add(link);
      }
    }
    LinkRow.INSERTS.insert(em, inserted);
    return List.copyOf(saved);
  }

  private TypedQuery<LinkRow> ofMailbox(String condition, int mailboxId, Kind kind) {
    return em.createQuery(OF_MAILBOX + condition, LinkRow.class)
        .setParameter("mailbox", mailboxId)
        .setParameter("kind", kind.name());
  }

  private <T> List<Link> inSlices(
      Collection<T> values, java.util.function.Supplier<TypedQuery<LinkRow>> query) {
    List<Link> found = new ArrayList<>();
    for (List<T> slice : Slices.of(values)) {
      found.addAll(links(query.get().setParameter("slice", slice)));
    }
    return List.copyOf(found);
  }

  private List<Link> links(TypedQuery<LinkRow> query) {
    List<LinkRow> rows = query.getResultList();
    rows.forEach(em::detach);
    return new LinkRows(em).links(rows);
  }
}

package io.exchangesync.core.memory;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.port.LinkStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Links in memory; refuses a second live link of a record or item, as the database does. */
public final class MemoryLinkStore implements LinkStore, Transactional {
  private final TreeMap<Integer, Link> byKey = new TreeMap<>();
  private int lastKey;

  @Override
  public List<Link> byRecords(int mailboxId, Kind kind, Collection<Integer> recordIds) {
    Set<Integer> wanted = Set.copyOf(recordIds);
    return find(l -> of(l, mailboxId, kind) && wanted.contains(l.recordId()));
  }

  @Override
  public List<Link> byItems(int mailboxId, Kind kind, Collection<ItemId> items) {
    Set<ItemId> wanted = Set.copyOf(items);
    return find(
        l ->
            of(l, mailboxId, kind)
                && l.item().map(ItemVersion::id).filter(wanted::contains).isPresent());
  }

  @Override
  public List<Link> byLinkIds(Collection<String> linkIds) {
    Set<String> wanted = Set.copyOf(linkIds);
    return find(l -> wanted.contains(l.linkId()));
  }

  @Override
  public List<Link> liveByRecords(Kind kind, Collection<Integer> recordIds) {
    Set<Integer> wanted = Set.copyOf(recordIds);
    return find(
        l ->
            live(l)
                && l.kind() == kind
                && (wanted.contains(l.recordId())
                    || l.recordKeys().rows().stream().anyMatch(wanted::contains)));
  }

  @Override
  public List<Link> byUids(Kind kind, Collection<String> uids) {
    Set<String> wanted = Set.copyOf(uids);
    return find(l -> live(l) && l.kind() == kind && !l.uid().isEmpty() && wanted.contains(l.uid()));
  }

  @Override
  public Optional<Link> byKey(int key) {
    return Optional.ofNullable(byKey.get(key));
  }

  @Override
  public List<Link> page(int mailboxId, Kind kind, int after, int limit) {
    return find(l -> l.key() > after && of(l, mailboxId, kind)).stream().limit(limit).toList();
  }

  @Override
  public int countLive(int mailboxId, Kind kind) {
    return find(l -> live(l) && of(l, mailboxId, kind)).size();
  }

  @Override
  public List<Link> save(List<Link> links) {
    Runnable restore = savepoint();
    List<Link> saved = new ArrayList<>();
    for (Link link : links) {
      saved.add(store(link));
    }
    for (Link link : saved) {
      if (find(other -> collides(other, link)).size() > 1) {
        restore.run();
        throw new IllegalStateException("a second live link for the record or item of " + link);
      }
    }
    return List.copyOf(saved);
  }

  /** Every link of every mailbox, by key. */
  public List<Link> all() {
    return List.copyOf(byKey.values());
  }

  @Override
  public Runnable savepoint() {
    TreeMap<Integer, Link> then = new TreeMap<>(byKey);
    return () -> {
      byKey.clear();
      byKey.putAll(then);
    };
  }

  private Link store(Link link) {
    if (link.key() != 0 && !byKey.containsKey(link.key())) {
      throw new IllegalStateException("there is no link " + link.key());
    }
    Link stored =
        link.key() != 0
            ? link
            : new Link(
                ++lastKey,
                link.linkId(),
                link.mailboxId(),
                link.kind(),
                link.recordId(),
                link.item(),
                link.uid(),
                link.crmVersion(),
                link.recordKeys(),
                link.base(),
                link.state());
    byKey.put(stored.key(), stored);
    return stored;
  }

  private static boolean collides(Link one, Link other) {
    boolean sameRecord = one.recordId() != 0 && one.recordId() == other.recordId();
    Optional<ItemId> item = one.item().map(ItemVersion::id);
    boolean sameItem = item.isPresent() && item.equals(other.item().map(ItemVersion::id));
    return live(one)
        && live(other)
        && of(one, other.mailboxId(), other.kind())
        && (sameRecord || sameItem);
  }

  private static boolean live(Link link) {
    return link.state() == Link.State.LIVE;
  }

  private static boolean of(Link link, int mailboxId, Kind kind) {
    return link.mailboxId() == mailboxId && link.kind() == kind;
  }

  private List<Link> find(Predicate<Link> wanted) {
    return byKey.values().stream().filter(wanted).toList();
  }
}

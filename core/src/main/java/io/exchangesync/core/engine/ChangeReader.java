package io.exchangesync.core.engine;

import io.exchangesync.core.engine.Ref.Side;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.plan.Match;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.ItemHead;
import io.exchangesync.core.port.MailboxChanges;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.PendingChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds candidates by asking both sides what changed.
 *
 * <p>The mailbox's changes are read to their end before anything is created there, so that an item
 * we made in a run that crashed is adopted, never copied (invariant I5). An item that still has the
 * change key of our own write is no change.
 */
final class ChangeReader {
  static final int PENDING_AT_ONCE = 500;

  private final Ports ports;
  private final MailboxSession session;
  private final Claim claim;
  private final int groupSize;

  ChangeReader(Ports ports, MailboxSession session, Claim claim, int groupSize) {
    this.ports = ports;
    this.session = session;
    this.claim = claim;
    this.groupSize = groupSize;
  }

  Agenda read() {
    int mailboxId = claim.mailbox().id();
    Map<ItemId, ItemHead> present = new LinkedHashMap<>();
    Set<ItemId> deleted = new HashSet<>();
    String position = drain(present, deleted);
    List<PendingChange> pending =
        claim.pending()
            ? ports
                .queue()
                .pending(mailboxId, claim.kind(), ports.clock().instant(), PENDING_AT_ONCE)
            : List.of();
    Map<Integer, PendingChange> records = new LinkedHashMap<>();
    Map<ItemId, PendingChange> items = new LinkedHashMap<>();
    for (PendingChange change : pending) {
      if (change.item().isPresent()) {
        items.put(change.item().get(), change);
      } else {
        records.put(change.recordId(), change);
      }
    }
    boolean moved = !claim.position().equals(Optional.of(position));
    if (present.isEmpty() && deleted.isEmpty() && pending.isEmpty()) {
      return new Agenda(List.of(), Optional.empty(), 0, false, List.of());
    }
    List<Ref> refs = join(present, deleted, records, items);
    return new Agenda(
        Groups.deletionsLast(refs, groupSize),
        moved ? Optional.of(position) : Optional.empty(),
        0,
        false,
        List.of());
  }

  private String drain(Map<ItemId, ItemHead> present, Set<ItemId> deleted) {
    Optional<String> since = claim.position();
    while (true) {
      MailboxChanges page = session.changes(since);
      page.present().forEach(head -> present.put(head.version().id(), head));
      page.present().forEach(head -> deleted.remove(head.version().id()));
      page.deleted().forEach(present::remove);
      deleted.addAll(page.deleted());
      if (page.complete()) {
        return page.next();
      }
      since = Optional.of(page.next());
    }
  }

  private List<Ref> join(
      Map<ItemId, ItemHead> present,
      Set<ItemId> deleted,
      Map<Integer, PendingChange> records,
      Map<ItemId, PendingChange> items) {
    int mailboxId = claim.mailbox().id();
    Set<ItemId> asked = new HashSet<>(present.keySet());
    asked.addAll(deleted);
    asked.addAll(items.keySet());
    Map<ItemId, Link> byItem = new HashMap<>();
    ports.links().byItems(mailboxId, claim.kind(), asked).stream()
        .filter(link -> link.state() != Link.State.CLOSED)
        .forEach(link -> byItem.put(link.item().map(ItemVersion::id).orElseThrow(), link));
    Map<Integer, Link> byRecord = new HashMap<>();
    ports.links().byRecords(mailboxId, claim.kind(), records.keySet()).stream()
        .filter(link -> link.state() != Link.State.CLOSED)
        .forEach(link -> byRecord.put(link.recordId(), link));

    Joined joined = new Joined();
    List<ItemHead> unlinked = new ArrayList<>();
    Set<ItemId> taken = passOn(present, byItem, joined);
    for (ItemHead head : present.values()) {
      Link link = byItem.get(head.version().id());
      if (link == null && !taken.contains(head.version().id())) {
        unlinked.add(head);
      } else if (link != null
          && !taken.contains(head.version().id())
          && !link.item().equals(Optional.of(head.version()))) {
        joined.add(link, Optional.of(head.version()), Side.READ, Side.READ, Optional.empty());
      }
    }
    StampResolver resolver =
        new StampResolver(ports, mailboxId, claim.mailbox().associateId(), claim.kind(), session);
    resolver.resolve(unlinked, deleted, items).forEach(joined::add);
    for (ItemId id : deleted) {
      Optional.ofNullable(byItem.get(id))
          .filter(link -> !joined.has(link))
          .ifPresent(
              link -> joined.add(link, link.item(), Side.READ, Side.DELETED, Optional.empty()));
    }
    items.forEach(
        (id, change) -> {
          Link link = byItem.get(id);
          Side mailbox = change.deleted() ? Side.GONE_IF_MISSING : Side.READ;
          if (link != null) {
            joined.add(link, link.item(), Side.READ, mailbox, Optional.of(change));
          } else if (!present.containsKey(id)) {
            joined.add(Ref.ofItem(new ItemVersion(id, ""), Match.NONE, List.of(change)));
          }
        });
    records.forEach(
        (recordId, change) -> {
          Link link = byRecord.get(recordId);
          if (link != null) {
            Side crm = change.deleted() ? Side.GONE_IF_MISSING : Side.READ;
            joined.add(link, link.item(), crm, Side.READ, Optional.of(change));
          } else {
            joined.addRecord(recordId, change);
          }
        });
    return joined.refs();
  }

  /**
   * Links of recurring tasks that a finished occurrence takes over; answers the items concerned.
   */
  private Set<ItemId> passOn(
      Map<ItemId, ItemHead> present, Map<ItemId, Link> byItem, Joined joined) {
    FinishedOccurrences finished = FinishedOccurrences.among(claim.kind(), present.values());
    Set<ItemId> taken = new HashSet<>();
    for (ItemHead task : present.values()) {
      Optional<Link> link = Optional.ofNullable(byItem.get(task.version().id()));
      Optional<ItemHead> successor = link.flatMap(known -> finished.successor(known, task));
      if (successor.isPresent()) {
        ItemVersion item = successor.get().version();
        joined.add(link.get(), Optional.of(item), Side.READ, Side.READ, Optional.empty());
        joined.add(Ref.ofItem(task.version(), Match.NEXT_OCCURRENCE, List.of()));
        taken.add(item.id());
        taken.add(task.version().id());
      }
    }
    return taken;
  }

  /** References under construction: one per link, one per record. */
  private static final class Joined {
    private final Map<Integer, Ref> byLink = new LinkedHashMap<>();
    private final Map<Integer, Ref> byRecord = new LinkedHashMap<>();
    private final List<Ref> others = new ArrayList<>();

    boolean has(Link link) {
      return byLink.containsKey(link.key());
    }

    void add(Ref ref) {
      if (ref.link().filter(link -> link.state() == Link.State.LIVE).isPresent()) {
        byLink.put(ref.link().get().key(), ref);
      } else if (ref.recordId() != 0) {
        byRecord.put(ref.recordId(), ref);
      } else {
        others.add(ref);
      }
    }

    void add(
        Link link,
        Optional<ItemVersion> item,
        Side crm,
        Side mailbox,
        Optional<PendingChange> change) {
      Ref known = byLink.get(link.key());
      if (known == null) {
        byLink.put(
            link.key(),
            Ref.ofLink(link, item, crm, mailbox, change.map(List::of).orElse(List.of())));
        return;
      }
      List<PendingChange> pending = new ArrayList<>(known.pending());
      change.ifPresent(pending::add);
      byLink.put(
          link.key(),
          new Ref(
              known.link(),
              known.recordId(),
              known.item(),
              stronger(known.crm(), crm),
              stronger(known.mailbox(), mailbox),
              known.match(),
              pending));
    }

    void addRecord(int recordId, PendingChange change) {
      Ref stamped = byRecord.get(recordId);
      if (stamped == null) {
        byRecord.put(recordId, Ref.ofRecord(recordId, List.of(change)));
        return;
      }
      List<PendingChange> pending = new ArrayList<>(stamped.pending());
      pending.add(change);
      byRecord.put(
          recordId,
          new Ref(
              stamped.link(),
              recordId,
              stamped.item(),
              stamped.crm(),
              stamped.mailbox(),
              stamped.match(),
              pending));
    }

    List<Ref> refs() {
      return Stream.of(byLink.values(), byRecord.values(), others)
          .flatMap(java.util.Collection::stream)
          .toList();
    }

    private static Side stronger(Side one, Side other) {
      return one == Side.READ ? other : one;
    }
  }
}

package io.exchangesync.core.engine;

import io.exchangesync.core.engine.Ref.Side;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.SeriesKey;
import io.exchangesync.core.model.When;
import io.exchangesync.core.plan.Match;
import io.exchangesync.core.plan.PlanContext;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.CrmHead;
import io.exchangesync.core.port.ItemHead;
import io.exchangesync.core.port.MailboxChanges;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.PendingChange;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds candidates by listing both sides completely and joining them: first link, full comparison,
 * rebuild.
 *
 * <p>Only heads are kept; contents are read group by group. Things without a link stand in one
 * group with everything else of the same day, so that a match can be found and an ambiguity seen.
 */
final class ListingReader {
  private static final int LINKS_AT_ONCE = 1000;
  private static final Duration SHORTEST_DAY = Duration.ofHours(23);

  /** The group of all series, whose heads on both sides may name different dates. */
  private static final LocalDate SERIES = LocalDate.MIN;

  private final Ports ports;
  private final MailboxSession session;
  private final Claim claim;
  private final PlanContext context;
  private final ZoneId baseZone;
  private final int groupSize;
  private final List<Ref> goingOn = new ArrayList<>();
  private int unchanged;
  private int everyPairBehind = Integer.MAX_VALUE;

  ListingReader(
      Ports ports, MailboxSession session, Claim claim, PlanContext context, int groupSize) {
    this.ports = ports;
    this.session = session;
    this.claim = claim;
    this.context = context;
    this.baseZone = ports.crm().referenceData().baseZone();
    this.groupSize = groupSize;
  }

  /**
   * Linked pairs that did not change are looked at as well.
   *
   * @param behind key of the link behind which they are; 0 = all of them
   */
  ListingReader lookingAtEveryPair(int behind) {
    everyPairBehind = behind;
    return this;
  }

  Agenda read() {
    List<PendingChange> covered =
        claim.pending()
            ? ports
                .queue()
                .pending(
                    claim.mailbox().id(),
                    claim.kind(),
                    ports.clock().instant(),
                    ChangeReader.PENDING_AT_ONCE)
            : List.of();
    Map<ItemId, ItemHead> items = new LinkedHashMap<>();
    String position = listMailbox(items);
    Map<Integer, CrmHead> rows = new LinkedHashMap<>();
    new CrmSide(ports, context).list().forEach(head -> rows.put(head.recordId(), head));
    FinishedOccurrences finished = FinishedOccurrences.among(claim.kind(), items.values());
    Map<Integer, Ref> followed = followLinks(items, rows, finished);
    Set<Integer> stamped = new HashSet<>();
    List<Ref> fresh = stampedOrNew(items, stamped);
    stamped.forEach(rows::remove);
    List<List<Ref>> groups = new ArrayList<>();
    List<Ref> refs = new ArrayList<>();
    for (Ref ref : fresh.stream().filter(known -> known.recordId() != 0).toList()) {
      refs.add(ref.link().map(Link::key).map(followed::remove).map(ref::movedFrom).orElse(ref));
    }
    refs.addAll(followed.values());
    if (context.kind() == Kind.SELECTION) {
      refs.addAll(held(refs, rows.keySet()));
      return new Agenda(
          SelectionOrder.of(refs, rows.keySet(), groupSize),
          Optional.of(position),
          unchanged,
          true,
          covered);
    }
    List<Ref> unlinked = fresh.stream().filter(ref -> ref.recordId() == 0).toList();
    groups.addAll(
        context.kind() == Kind.CONTACT
            ? new ContactGroups(new CrmSide(ports, context), session, groupSize)
                .of(unlinked, rows.keySet())
            : byDay(unlinked, items, rows));
    refs.addAll(goingOn);
    List<List<Ref>> linked = Groups.deletionsLast(refs, groupSize);
    List<List<Ref>> all = new ArrayList<>();
    linked.stream().filter(group -> group.stream().noneMatch(Ref::atTheEnd)).forEach(all::add);
    all.addAll(groups);
    linked.stream().filter(group -> group.stream().anyMatch(Ref::atTheEnd)).forEach(all::add);
    return new Agenda(all, Optional.of(position), unchanged, true, covered);
  }

  /** What waits in a hold is looked at again, because the hold may be over. */
  private List<Ref> held(Collection<Ref> known, Set<Integer> unlinked) {
    Set<Integer> seen = new HashSet<>(unlinked);
    known.forEach(ref -> seen.add(ref.recordId()));
    return ports.holds().active(claim.mailbox().id(), claim.kind()).stream()
        .filter(hold -> hold.recordId() != 0 && seen.add(hold.recordId()))
        .map(
            hold ->
                ports
                    .links()
                    .byKey(hold.linkKey())
                    .filter(link -> link.state() == Link.State.LIVE)
                    .map(link -> Ref.ofLink(link, link.item(), Side.READ, Side.READ, List.of()))
                    .orElseGet(() -> Ref.ofRecord(hold.recordId(), List.of())))
        .toList();
  }

  private String listMailbox(Map<ItemId, ItemHead> items) {
    Optional<String> since = Optional.empty();
    while (true) {
      MailboxChanges page = session.changes(since);
      page.present().forEach(head -> items.put(head.version().id(), head));
      page.deleted().forEach(items::remove);
      if (page.complete()) {
        return page.next();
      }
      since = Optional.of(page.next());
    }
  }

  /**
   * Takes linked items and rows out of the two listings; answers what has to be looked at, by link.
   */
  private Map<Integer, Ref> followLinks(
      Map<ItemId, ItemHead> items, Map<Integer, CrmHead> rows, FinishedOccurrences finished) {
    Map<Integer, Ref> refs = new LinkedHashMap<>();
    int after = 0;
    while (true) {
      List<Link> page =
          ports.links().page(claim.mailbox().id(), claim.kind(), after, LINKS_AT_ONCE);
      for (Link link : page) {
        after = link.key();
        if (link.state() != Link.State.CLOSED) {
          follow(link, items, rows, finished).ifPresent(ref -> refs.put(link.key(), ref));
        }
      }
      if (page.size() < LINKS_AT_ONCE) {
        return refs;
      }
    }
  }

  private Optional<Ref> follow(
      Link link,
      Map<ItemId, ItemHead> items,
      Map<Integer, CrmHead> rows,
      FinishedOccurrences finished) {
    ItemHead linked = link.item().map(ItemVersion::id).map(items::remove).orElse(null);
    ItemHead item =
        Optional.ofNullable(linked).flatMap(task -> finished.successor(link, task)).orElse(linked);
    if (item != linked) {
      items.remove(item.version().id());
      goingOn.add(Ref.ofItem(linked.version(), Match.NEXT_OCCURRENCE, List.of()));
    }
    CrmHead row = rows.remove(link.recordId());
    if (link.state() == Link.State.LET_GO) {
      return Optional.empty();
    }
    boolean sameItem = item != null && link.item().equals(Optional.of(item.version()));
    boolean sameRow = row != null && link.crmVersion().equals(row.version());
    boolean asked = link.key() > everyPairBehind;
    if (sameItem && sameRow && !asked && !context.mapping().stale(link.base())) {
      unchanged++;
      return Optional.empty();
    }
    Side mailbox = item == null ? Side.GONE_IF_MISSING : Side.READ;
    Side crm = row == null ? Side.GONE_IF_MISSING : Side.READ;
    Optional<ItemVersion> seen = item == null ? link.item() : Optional.of(item.version());
    return Optional.of(Ref.ofLink(link, seen, crm, mailbox, List.of()));
  }

  /** Unlinked items that may concern the window: adopted by stamp, moved, copies or new. */
  private List<Ref> stampedOrNew(Map<ItemId, ItemHead> items, Set<Integer> stampedRecords) {
    List<ItemHead> unlinked = items.values().stream().filter(this::mayBeInWindow).toList();
    StampResolver resolver =
        new StampResolver(
            ports, claim.mailbox().id(), claim.mailbox().associateId(), claim.kind(), session);
    List<Ref> refs = resolver.resolve(unlinked, Set.of(), Map.of());
    refs.stream().map(Ref::recordId).filter(id -> id != 0).forEach(stampedRecords::add);
    return refs;
  }

  /**
   * A series' head knows its first date only; a task's head with an end is completed, whenever it
   * would have been due.
   */
  private boolean mayBeInWindow(ItemHead head) {
    if (head.start().isEmpty() || head.end().isEmpty()) {
      return true;
    }
    boolean series = head.type() == CalendarItemType.MASTER;
    When.Timed span = new When.Timed(head.start().get(), head.end().get(), ZoneId.of("UTC"));
    boolean begun =
        claim.kind() == Kind.TASK
            || !span.firstDay(span.zone()).isAfter(context.window().to().plusDays(1));
    return begun
        && (series || !span.lastDay(span.zone()).isBefore(context.window().from().minusDays(1)));
  }

  /**
   * Whether both together are one group: of two sides none has more than its half, so that the
   * requests are full ones.
   */
  private boolean fits(List<Ref> group, List<Ref> day) {
    long items =
        Stream.of(group, day).flatMap(List::stream).filter(ref -> ref.item().isPresent()).count();
    long rows = group.size() + day.size() - items;
    boolean oneSided = items == 0 || rows == 0;
    return oneSided ? items + rows <= groupSize : Math.max(items, rows) <= groupSize / 2;
  }

  private List<List<Ref>> byDay(
      List<Ref> unlinked, Map<ItemId, ItemHead> items, Map<Integer, CrmHead> rows) {
    TreeMap<LocalDate, List<Ref>> days = new TreeMap<>();
    Set<LocalDate> joined = new HashSet<>();
    for (Ref ref : unlinked) {
      ItemHead head = items.get(ref.item().orElseThrow().id());
      LocalDate day = head.type() == CalendarItemType.MASTER ? SERIES : day(head, joined);
      days.computeIfAbsent(day, none -> new ArrayList<>()).add(ref);
    }
    for (CrmHead head : rows.values()) {
      LocalDate day =
          SeriesKey.isSeries(head.recordId())
              ? SERIES
              : head.doBy()
                  .atZone(baseZone)
                  .withZoneSameInstant(context.owner().zone())
                  .toLocalDate();
      days.computeIfAbsent(day, none -> new ArrayList<>())
          .add(Ref.ofRecord(head.recordId(), List.of()));
    }
    List<List<Ref>> groups = new ArrayList<>();
    List<Ref> group = new ArrayList<>();
    for (Map.Entry<LocalDate, List<Ref>> day : days.entrySet()) {
      boolean full = !group.isEmpty() && !fits(group, day.getValue());
      if (full && !joined.contains(day.getKey())) {
        groups.add(List.copyOf(group));
        group.clear();
      }
      group.addAll(day.getValue());
    }
    if (!group.isEmpty()) {
      groups.add(List.copyOf(group));
    }
    return groups;
  }

  /**
   * The day of an item. One that may be all day long and begins at no midnight of the owner was
   * made in another zone, which the head does not tell: it stands at the nearest midnight, and the
   * days around stay in one group with it.
   *
   * @param joined gets the days that are not separated from the day before
   */
  private LocalDate day(ItemHead head, Set<LocalDate> joined) {
    if (head.start().isEmpty()) {
      return context.window().from();
    }
    LocalDateTime start = head.start().get().atZone(context.owner().zone()).toLocalDateTime();
    boolean wholeDays =
        head.end().isEmpty()
            || Duration.between(head.start().get(), head.end().get()).compareTo(SHORTEST_DAY) >= 0;
    if (!wholeDays || start.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return start.toLocalDate();
    }
    LocalDate nearest = start.plusHours(12).toLocalDate();
    joined.add(nearest);
    joined.add(nearest.plusDays(1));
    return nearest;
  }
}

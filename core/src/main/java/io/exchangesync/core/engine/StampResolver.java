package io.exchangesync.core.engine;

import io.exchangesync.core.engine.Ref.Side;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.Member;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.plan.Match;
import io.exchangesync.core.port.ItemHead;
import io.exchangesync.core.port.ItemProblem;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.PendingChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says what an item without a link of its own is: ours to adopt, moved, a copy, or new.
 *
 * <p>A stamp is never evidence of a delete; a second item with the same stamp is a copy
 * (architecture, Correctness 1).
 */
final class StampResolver {
  private final Ports ports;
  private final int mailboxId;
  private final int associateId;
  private final Kind kind;
  private final MailboxSession session;

  StampResolver(Ports ports, int mailboxId, int associateId, Kind kind, MailboxSession session) {
    this.ports = ports;
    this.mailboxId = mailboxId;
    this.associateId = associateId;
    this.kind = kind;
    this.session = session;
  }

  /**
   * One reference per head; of several with one stamp a recurring task comes last, because what it
   * was is kept by the item of its own that left it.
   *
   * @param heads items that no link names
   * @param gone items that are known to have left the folder
   */
  List<Ref> resolve(List<ItemHead> heads, Set<ItemId> gone, Map<ItemId, PendingChange> pending) {
    Map<String, Link> byLinkId =
        ports
            .links()
            .byLinkIds(
                heads.stream()
                    .flatMap(head -> head.stamp().stream())
                    .filter(this::ours)
                    .map(Stamp::linkId)
                    .collect(Collectors.toSet()))
            .stream()
            .filter(link -> link.mailboxId() == mailboxId && link.kind() == kind)
            .collect(
                Collectors.toMap(
                    Link::linkId,
                    link -> link,
                    (first, second) -> first.state() == Link.State.LIVE ? first : second));
    Set<Integer> paired = paired(heads, byLinkId.keySet());
    Set<ItemId> missing = missing(byLinkId.values(), gone);
    Set<String> taken = new HashSet<>();
    Set<ItemId> leftBehind = FinishedOccurrences.among(kind, heads).ofClosed(byLinkId, heads);
    List<Ref> refs = new ArrayList<>();
    List<ItemHead> sorted = new ArrayList<>(heads);
    if (kind == Kind.TASK) {
      sorted.sort(Comparator.comparing(head -> head.type() == CalendarItemType.MASTER));
    }
    for (ItemHead head : sorted) {
      List<PendingChange> done =
          Optional.ofNullable(pending.get(head.version().id())).map(List::of).orElse(List.of());
      boolean again =
          head.stamp().filter(stamp -> again(stamp, byLinkId.keySet(), paired)).isPresent();
      refs.add(
          again
              ? Ref.ofItem(head.version(), Match.COPY, done)
              : resolve(head, byLinkId, missing, taken, leftBehind, done));
    }
    return refs;
  }

  private Ref resolve(
      ItemHead head,
      Map<String, Link> byLinkId,
      Set<ItemId> missing,
      Set<String> taken,
      Set<ItemId> leftBehind,
      List<PendingChange> pending) {
    ItemVersion item = head.version();
    Optional<Stamp> stamp = head.stamp().filter(this::ours);
    if (stamp.isEmpty()) {
      return Ref.ofItem(item, head.stamp().isPresent() ? Match.COPY : Match.NONE, pending);
    }
    if (leftBehind.contains(item.id())) {
      return Ref.ofItem(item, Match.COPY, pending);
    }
    boolean first = taken.add(stamp.get().linkId());
    Link link = byLinkId.get(stamp.get().linkId());
    if (!first) {
      return Ref.ofItem(item, Match.COPY, pending);
    }
    if (link == null) {
      return Ref.stamped(item, recordId(stamp.get()), Optional.empty(), pending);
    }
    if (link.state() != Link.State.LIVE) {
      return Ref.stamped(item, link.recordId(), Optional.of(link), pending);
    }
    boolean moved = link.item().map(ItemVersion::id).filter(missing::contains).isPresent();
    return moved
        ? Ref.ofLink(link, Optional.of(item), Side.READ, Side.READ, pending)
        : Ref.ofItem(item, Match.COPY, pending);
  }

  /** Records with an item of their own, of those that stamps without a link name. */
  private Set<Integer> paired(List<ItemHead> heads, Set<String> known) {
    Set<Integer> records =
        heads.stream()
            .flatMap(head -> head.stamp().stream())
            .filter(stamp -> ours(stamp) && !known.contains(stamp.linkId()))
            .map(Stamp::recordId)
            .collect(Collectors.toSet());
    return records.isEmpty() || kind == Kind.SELECTION
        ? Set.of()
        : ports.links().byRecords(mailboxId, kind, records).stream()
            .filter(link -> link.state() == Link.State.LIVE)
            .map(Link::recordId)
            .collect(Collectors.toSet());
  }

  /** An owner that had lost the mailbox made the item once more: its record has another one. */
  private boolean again(Stamp stamp, Set<String> known, Set<Integer> paired) {
    return ours(stamp) && !known.contains(stamp.linkId()) && paired.contains(stamp.recordId());
  }

  /** Keys of members may be others since the stamp was written: the link id tells the member. */
  private int recordId(Stamp stamp) {
    return kind == Kind.SELECTION
        ? Member.ofLinkId(stamp.linkId())
            .map(member -> ports.memberKeys().of(List.of(member)).get(member))
            .orElse(stamp.recordId())
        : stamp.recordId();
  }

  /**
   * Which items of these links do not exist any more; asks the mailbox about those not known to be
   * gone.
   */
  private Set<ItemId> missing(Iterable<Link> links, Set<ItemId> gone) {
    Set<ItemId> missing = new HashSet<>();
    List<ItemId> ask = new ArrayList<>();
    for (Link link : links) {
      link.item()
          .map(ItemVersion::id)
          .ifPresent(
              id -> {
                if (gone.contains(id)) {
                  missing.add(id);
                } else if (link.state() == Link.State.LIVE) {
                  ask.add(id);
                }
              });
    }
    if (!ask.isEmpty()) {
      var answers = session.read(ask);
      Map<ItemId, Optional<ItemProblem>> problems = new HashMap<>();
      for (int i = 0; i < ask.size(); i++) {
        problems.put(ask.get(i), answers.get(i).failure());
      }
      problems.forEach(
          (id, problem) -> {
            if (problem.filter(p -> p.type() == ItemProblem.Type.NOT_FOUND).isPresent()) {
              missing.add(id);
            }
          });
    }
    return missing;
  }

  private boolean ours(Stamp stamp) {
    return stamp.installationId().equals(ports.installationId())
        && stamp.kind() == kind
        && stamp.associateId() == associateId;
  }
}

package io.exchangesync.core.engine;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.CrmChanges;
import io.exchangesync.core.port.CrmTouch;
import io.exchangesync.core.port.LogPosition;
import io.exchangesync.core.port.PendingChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads SuperOffice's change log once for the installation and files what it says per mailbox.
 *
 * <p>Entries and the log position are written in the caller's transaction, so that nothing is
 * forgotten (invariant I5).
 */
public final class ChangeFeed {
  /** Kinds whose records are rows of the appointment table. */
  private static final Set<Kind> FOLLOW_UPS = EnumSet.of(Kind.APPOINTMENT, Kind.TASK);

  private static final int MAILBOXES_AT_ONCE = 500;

  private final Ports ports;
  private final SelectionWatch selections;

  public ChangeFeed(Ports ports) {
    this.ports = ports;
    this.selections = new SelectionWatch(ports);
  }

  /**
   * Files what is new in the log and marks the mailboxes due; answers how many entries were filed.
   */
  public int collect() {
    selections.look(() -> mailboxByAssociate().values());
    Optional<LogPosition> known = ports.cursors().logPosition();
    if (known.isEmpty()) {
      ports.cursors().moveLog(ports.crm().logEnd());
      return 0;
    }
    CrmChanges changes = ports.crm().changesSince(known.get());
    if (changes.touches().stream().anyMatch(touch -> touch.kind() == Kind.SELECTION)) {
      selections.lookNow(() -> mailboxByAssociate().values());
    }
    List<PendingChange> filed = entries(changes.touches());
    if (!filed.isEmpty()) {
      ports.queue().file(filed);
      Map<Kind, Set<Integer>> due = new EnumMap<>(Kind.class);
      filed.forEach(
          change ->
              due.computeIfAbsent(change.kind(), none -> new HashSet<>()).add(change.mailboxId()));
      due.forEach((kind, ids) -> ports.leases().markDue(kind, ids, ports.clock().instant()));
    }
    if (!changes.next().equals(known.get())) {
      ports.cursors().moveLog(changes.next());
    }
    return filed.size();
  }

  private List<PendingChange> entries(List<CrmTouch> touches) {
    if (touches.isEmpty()) {
      return List.of();
    }
    Map<Integer, Mailbox> mailboxByAssociate = mailboxByAssociate();
    Set<Integer> recordIds = new HashSet<>();
    List<CrmTouch> followUps =
        touches.stream().filter(touch -> FOLLOW_UPS.contains(touch.kind())).toList();
    followUps.forEach(touch -> recordIds.add(touch.recordId()));
    List<Link> appointments = new ArrayList<>();
    Instant now = ports.clock().instant();
    Map<Entry, Boolean> entries = new LinkedHashMap<>();
    for (Kind kind : FOLLOW_UPS) {
      Map<Integer, List<Link>> linked = linked(kind, recordIds);
      if (kind == Kind.APPOINTMENT) {
        linked.values().forEach(appointments::addAll);
      }
      for (CrmTouch touch : followUps) {
        boolean deleted = touch.change() == CrmTouch.Change.DELETED;
        for (Link link : linked.getOrDefault(touch.recordId(), List.of())) {
          entries.merge(
              new Entry(link.mailboxId(), kind, link.recordId()), deleted, Boolean::logicalOr);
        }
        Mailbox owners = mailboxByAssociate.get(touch.associateId());
        if (owners != null && !deleted && kind == touch.kind()) {
          entries.putIfAbsent(new Entry(owners.id(), kind, touch.recordId()), false);
        }
      }
    }
    List<PendingChange> filed = new ArrayList<>();
    entries.entrySet().stream()
        .map(
            entry ->
                new PendingChange(
                    0,
                    entry.getKey().mailboxId(),
                    entry.getKey().kind(),
                    entry.getKey().recordId(),
                    Optional.empty(),
                    entry.getValue(),
                    now))
        .forEach(filed::add);
    filed.addAll(new PersonFeed(ports, mailboxByAssociate).entries(touches, appointments));
    return filed;
  }

  private record Entry(int mailboxId, Kind kind, int recordId) {}

  /**
   * Live links by what was touched: the record itself, or one of its rows. What happened to a row
   * of a series shows when the series is read; it is gone only if that finds nothing.
   */
  private Map<Integer, List<Link>> linked(Kind kind, Set<Integer> touched) {
    Map<Integer, List<Link>> linked = new HashMap<>();
    for (Link link : ports.links().liveByRecords(kind, touched)) {
      Set<Integer> keys = new HashSet<>(link.recordKeys().rows());
      keys.add(link.recordId());
      keys.retainAll(touched);
      keys.forEach(key -> linked.computeIfAbsent(key, none -> new ArrayList<>()).add(link));
    }
    return linked;
  }

  private Map<Integer, Mailbox> mailboxByAssociate() {
    Map<Integer, Mailbox> byAssociate = new HashMap<>();
    int after = 0;
    while (true) {
      List<Mailbox> page = ports.mailboxStore().page(after, MAILBOXES_AT_ONCE);
      for (Mailbox mailbox : page) {
        after = mailbox.id();
        if (mailbox.state() != Mailbox.State.UNLINKED) {
          byAssociate.put(mailbox.associateId(), mailbox);
        }
      }
      if (page.size() < MAILBOXES_AT_ONCE) {
        return byAssociate;
      }
    }
  }
}

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
    touches.stream()
        .filter(touch -> FOLLOW_UPS.contains(touch.kind()))
        .forEach(touch -> recordIds.add(touch.recordId()));
    Map<Kind, Map<Integer, Set<Integer>>> linked = new EnumMap<>(Kind.class);
    List<Link> appointments = new ArrayList<>();
    for (Kind kind : FOLLOW_UPS) {
      for (Link link : ports.links().liveByRecords(kind, recordIds)) {
        linked
            .computeIfAbsent(kind, none -> new HashMap<>())
            .computeIfAbsent(link.recordId(), none -> new HashSet<>())
            .add(link.mailboxId());
        if (kind == Kind.APPOINTMENT) {
          appointments.add(link);
        }
      }
    }
    Instant now = ports.clock().instant();
    List<PendingChange> entries = new ArrayList<>();
    for (CrmTouch touch : touches) {
      if (FOLLOW_UPS.contains(touch.kind())) {
        followUp(touch, mailboxByAssociate, linked, now).forEach(entries::add);
      }
    }
    entries.addAll(new PersonFeed(ports, mailboxByAssociate).entries(touches, appointments));
    return entries;
  }

  private static List<PendingChange> followUp(
      CrmTouch touch,
      Map<Integer, Mailbox> mailboxByAssociate,
      Map<Kind, Map<Integer, Set<Integer>>> linked,
      Instant now) {
    boolean deleted = touch.change() == CrmTouch.Change.DELETED;
    Mailbox owners = mailboxByAssociate.get(touch.associateId());
    List<PendingChange> entries = new ArrayList<>();
    for (Kind kind : FOLLOW_UPS) {
      Set<Integer> mailboxes =
          new HashSet<>(
              linked.getOrDefault(kind, Map.of()).getOrDefault(touch.recordId(), Set.of()));
      if (owners != null && !deleted && kind == touch.kind()) {
        mailboxes.add(owners.id());
      }
      for (int mailboxId : mailboxes) {
        entries.add(
            new PendingChange(
                0, mailboxId, kind, touch.recordId(), Optional.empty(), deleted, now));
      }
    }
    return entries;
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

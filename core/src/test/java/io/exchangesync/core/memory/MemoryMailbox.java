package io.exchangesync.core.memory;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointmentBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * One calendar in memory, as its owner sees it; every write takes the next number, which is also
 * its change key. Thread-safe.
 */
public final class MemoryMailbox {
  /** When an item was first and last written, or when it left. */
  record Trace(ItemId id, long created, long last) {}

  private final Map<ItemId, MailboxAppointment> items = new LinkedHashMap<>();
  private final Map<ItemId, Trace> present = new LinkedHashMap<>();
  private final Map<ItemId, Trace> gone = new LinkedHashMap<>();
  private final List<MailboxAppointment> deletedItems = new ArrayList<>();
  private long clock;
  private int positionsEpoch = 1;
  private Duration clockSkew = Duration.ZERO;

  /** What has to be added to the times of this mailbox's server to get ours. */
  public synchronized Duration clockSkew() {
    return clockSkew;
  }

  public synchronized void setClockSkew(Duration skew) {
    clockSkew = skew;
  }

  /** Puts a new item into the calendar, with whatever stamp it carries. */
  public synchronized ItemVersion create(MailboxAppointment value) {
    ItemId id = new ItemId(UUID.randomUUID().toString());
    String uid = value.uid().isEmpty() ? "uid-" + id.value() : value.uid();
    long now = ++clock;
    present.put(id, new Trace(id, now, now));
    return store(id, now, value.with().uid(uid));
  }

  /** Changes an item whatever its change key. */
  public synchronized ItemVersion change(
      ItemId id, UnaryOperator<MailboxAppointmentBuilder> change) {
    MailboxAppointment old = find(id).orElseThrow();
    long now = ++clock;
    present.put(id, new Trace(id, present.get(id).created(), now));
    return store(id, now, change.apply(old.with()));
  }

  /** Moves an item to Deleted Items. */
  public synchronized void delete(ItemId id) {
    deletedItems.add(moveAway(id));
  }

  /** Moves an item to another folder; answers what it held. */
  public synchronized MailboxAppointment moveAway(ItemId id) {
    MailboxAppointment old = find(id).orElseThrow();
    gone.put(id, new Trace(id, present.remove(id).created(), ++clock));
    items.remove(id);
    return old;
  }

  /** Copies an item as Outlook does: another id, the same properties, the stamp included. */
  public synchronized ItemVersion copy(ItemId id) {
    return create(find(id).orElseThrow());
  }

  /** From now on no position given out before is accepted. */
  public synchronized void invalidatePositions() {
    positionsEpoch++;
  }

  public synchronized Optional<MailboxAppointment> find(ItemId id) {
    return Optional.ofNullable(items.get(id));
  }

  /** What the calendar holds, oldest first. */
  public synchronized List<MailboxAppointment> items() {
    return List.copyOf(items.values());
  }

  /** What was moved to Deleted Items, oldest first. */
  public synchronized List<MailboxAppointment> deletedItems() {
    return List.copyOf(deletedItems);
  }

  synchronized long clock() {
    return clock;
  }

  synchronized int positionsEpoch() {
    return positionsEpoch;
  }

  synchronized List<Trace> presentSince(long position) {
    return present.values().stream().filter(t -> t.last() > position).toList();
  }

  /** Items that were there at the position and are not any more. */
  synchronized List<Trace> goneSince(long position) {
    return gone.values().stream()
        .filter(t -> t.last() > position && t.created() <= position)
        .toList();
  }

  private ItemVersion store(ItemId id, long now, MailboxAppointmentBuilder value) {
    ItemVersion version = new ItemVersion(id, "ck" + now);
    Instant modified = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(now);
    items.put(id, value.item(Optional.of(version)).lastModified(modified).build());
    return version;
  }
}

package io.exchangesync.core.memory;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.port.ItemHead;
import io.exchangesync.core.port.MailboxWrite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/**
 * One folder in memory, as its owner sees it; every write takes the next number, which is also its
 * change key. Thread-safe.
 */
public abstract class MemoryFolder<I extends MailboxItem> {
  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

  private Duration clockSkew = Duration.ZERO;

  /** What has to be added to the times of this mailbox's server to get ours. */
  public synchronized Duration clockSkew() {
    return clockSkew;
  }

  public synchronized void setClockSkew(Duration skew) {
    clockSkew = skew;
  }

  /** When an item was first and last written, or when it left. */
  record Trace(ItemId id, long created, long last) {}

  private final Map<ItemId, I> items = new LinkedHashMap<>();
  private final Map<ItemId, Trace> present = new LinkedHashMap<>();
  private final Map<ItemId, Trace> gone = new LinkedHashMap<>();
  private final List<I> deletedItems = new ArrayList<>();
  private long clock;
  private int positionsEpoch = 1;
  private LongFunction<String> ids = now -> UUID.randomUUID().toString();
  private LongFunction<Instant> times = now -> BEGINNING.plusSeconds(now);

  /**
   * From now on ids follow from a name and times from a clock, so that a history can be replayed.
   */
  synchronized void replayable(String name, Clock time) {
    ids = now -> name + now;
    times = now -> time.instant();
  }

  /** The value as the server stores it. */
  protected abstract I stored(I value, ItemVersion version, Instant modified);

  /** What a listing tells of an item. */
  protected abstract ItemHead head(I item);

  /** The stored item with what differs between the two; empty if nothing does. */
  protected abstract Optional<UnaryOperator<I>> patch(I before, I after);

  /** What of a value is written without a mail. */
  protected I sent(I value) {
    return value;
  }

  /** Puts a new item into the folder, with whatever stamp it carries. */
  public synchronized ItemVersion create(I value) {
    long now = ++clock;
    ItemId id = new ItemId(ids.apply(now));
    present.put(id, new Trace(id, now, now));
    return store(id, now, value);
  }

  /** Changes an item whatever its change key. */
  public synchronized ItemVersion replace(ItemId id, UnaryOperator<I> change) {
    I old = find(id).orElseThrow();
    long now = ++clock;
    present.put(id, new Trace(id, present.get(id).created(), now));
    return store(id, now, change.apply(old));
  }

  /** A change by the gateway; answers the id that the server answers. */
  synchronized ItemVersion update(ItemId id, UnaryOperator<I> change) {
    return replace(id, change);
  }

  /** Notes the owner's reply to a meeting. */
  synchronized ItemVersion reply(MailboxWrite.Reply reply) {
    throw new IllegalArgumentException("nobody replies to such items: " + reply.version());
  }

  /** Moves an item to Deleted Items. */
  public synchronized void delete(ItemId id) {
    deletedItems.add(moveAway(id));
  }

  /** Moves an item to another folder; answers what it held. */
  public synchronized I moveAway(ItemId id) {
    I old = find(id).orElseThrow();
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

  public synchronized Optional<I> find(ItemId id) {
    return Optional.ofNullable(items.get(id));
  }

  /** What the folder holds, oldest first. */
  public synchronized List<I> items() {
    return List.copyOf(items.values());
  }

  /** What was moved to Deleted Items, oldest first. */
  public synchronized List<I> deletedItems() {
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

  private ItemVersion store(ItemId id, long now, I value) {
    ItemVersion version = new ItemVersion(id, "ck" + now);
    items.put(id, stored(value, version, times.apply(now)));
    return version;
  }
}

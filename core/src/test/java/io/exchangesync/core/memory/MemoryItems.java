package io.exchangesync.core.memory;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Items of one kind in memory: what changed and what left since a position of their clock. */
abstract class MemoryItems<T extends MailboxItem> {
  final Map<ItemId, T> items = new LinkedHashMap<>();
  private final Map<ItemId, Long> changed = new HashMap<>();
  private final Map<ItemId, Long> gone = new HashMap<>();
  private final String prefix;
  private long clock;
  private int writes;

  /**
   * @param prefix of the ids of its items
   */
  MemoryItems(String prefix) {
    this.prefix = prefix;
  }

  /** The value as the server keeps it. */
  abstract T stored(T value, ItemVersion version, Instant at);

  public synchronized void userDeletes(ItemId id) {
    delete(id);
  }

  /** How many writes came through sessions so far. */
  public synchronized int writes() {
    return writes;
  }

  synchronized ItemVersion create(T value) {
    return store(new ItemId(prefix + ++clock), value);
  }

  synchronized ItemVersion store(ItemId id, T value) {
    ItemVersion version = new ItemVersion(id, "key-" + ++clock);
    Instant at = Instant.parse("2026-11-23T09:00:00Z").plusSeconds(clock);
    items.put(id, stored(value, version, at));
    changed.put(id, clock);
    return version;
  }

  synchronized void delete(ItemId id) {
    items.remove(id);
    gone.put(id, ++clock);
  }

  synchronized void countWrite() {
    writes++;
  }

  synchronized Optional<T> find(ItemId id) {
    return Optional.ofNullable(items.get(id));
  }

  synchronized List<T> presentSince(long position) {
    List<T> present = new ArrayList<>();
    items.forEach(
        (id, item) -> {
          if (changed.get(id) > position) {
            present.add(item);
          }
        });
    return present;
  }

  /** Items that left; one that came and went since the position is not told. */
  synchronized List<ItemId> goneSince(long position) {
    List<ItemId> left = new ArrayList<>();
    gone.forEach(
        (id, at) -> {
          if (at > position && position > 0) {
            left.add(id);
          }
        });
    return left;
  }

  synchronized long clock() {
    return clock;
  }
}

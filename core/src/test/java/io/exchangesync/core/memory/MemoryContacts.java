package io.exchangesync.core.memory;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxContact;
import io.exchangesync.core.model.MailboxContactBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The contacts of one mailbox in memory: what the user in Outlook sees and does. */
public final class MemoryContacts {
  private final Map<ItemId, MailboxContact> items = new LinkedHashMap<>();
  private final Map<ItemId, Long> changed = new HashMap<>();
  private final Map<ItemId, Long> gone = new HashMap<>();
  private long clock;
  private int writes;

  /** What the user sees. */
  public synchronized List<MailboxContact> items() {
    return List.copyOf(items.values());
  }

  /** The user makes a contact; answers what is stored. */
  public synchronized MailboxContact userCreates(MailboxContact value) {
    return items.get(create(value).id());
  }

  /** The user edits a contact. */
  public synchronized void userEdits(ItemId id, UnaryOperator<MailboxContactBuilder> edit) {
    store(id, edit.apply(items.get(id).with()).build());
  }

  public synchronized void userDeletes(ItemId id) {
    delete(id);
  }

  /** How many writes came through sessions so far. */
  public synchronized int writes() {
    return writes;
  }

  synchronized ItemVersion create(MailboxContact value) {
    ItemId id = new ItemId("contact-" + ++clock);
    return store(id, value);
  }

  synchronized ItemVersion store(ItemId id, MailboxContact value) {
    ItemVersion version = new ItemVersion(id, "key-" + ++clock);
    items.put(
        id,
        value
            .with()
            .item(Optional.of(version))
            .lastModified(Instant.parse("2026-11-23T09:00:00Z").plusSeconds(clock))
            .build());
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

  synchronized Optional<MailboxContact> find(ItemId id) {
    return Optional.ofNullable(items.get(id));
  }

  synchronized List<MailboxContact> presentSince(long position) {
    List<MailboxContact> present = new ArrayList<>();
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

package io.exchangesync.core.memory;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.MailboxMember;
import io.exchangesync.core.model.MailboxSelection;
import io.exchangesync.core.model.MailboxSelection.Shape;
import io.exchangesync.core.model.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Folders, groups and contacts in folders of one mailbox in memory. */
public final class MemorySelections {
  private final Map<ItemId, MailboxItem> items = new LinkedHashMap<>();
  private final Map<ItemId, Long> changed = new HashMap<>();
  private final Map<ItemId, Long> gone = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private long clock;
  private long era;
  private int writes;

  /** Folders and groups that the user sees. */
  public synchronized List<MailboxSelection> shown() {
    return items.values().stream()
        .filter(MailboxSelection.class::isInstance)
        .map(MailboxSelection.class::cast)
        .toList();
  }

  /** Contacts in the folder of a selection that the user sees. */
  public synchronized List<MailboxMember> contactsOf(int selectionId) {
    return items.values().stream()
        .filter(MailboxMember.class::isInstance)
        .map(MailboxMember.class::cast)
        .filter(member -> member.selectionId() == selectionId)
        .toList();
  }

  /** The user puts a contact into a folder. */
  public synchronized void userPuts(MailboxMember member) {
    create(member);
  }

  public synchronized void userEdits(ItemId id, UnaryOperator<MailboxItem> edit) {
    store(id, edit.apply(items.get(id)));
  }

  public synchronized void userDeletes(ItemId id) {
    delete(id);
  }

  /** The user deletes a folder with everything in it. */
  public synchronized void userDeletesFolder(int selectionId) {
    contactsOf(selectionId).forEach(member -> delete(member.version().id()));
    folder(selectionId).ifPresent(folder -> delete(folder.version().id()));
    era++;
  }

  /** How many writes came through sessions so far. */
  public synchronized int writes() {
    return writes;
  }

  /** A folder of the user that no session lists has this name. */
  public synchronized void takeName(String name) {
    taken.add(name);
  }

  public synchronized void freeNames() {
    taken.clear();
  }

  synchronized boolean isTaken(String name) {
    return taken.contains(name);
  }

  synchronized Optional<MailboxSelection> folder(int selectionId) {
    return shown().stream()
        .filter(shown -> shown.shape() == Shape.FOLDER)
        .filter(shown -> shown.stamp().map(Stamp::recordId).equals(Optional.of(selectionId)))
        .findFirst();
  }

  synchronized ItemVersion create(MailboxItem value) {
    return store(new ItemId("selected-" + ++clock), value);
  }

  synchronized ItemVersion store(ItemId id, MailboxItem value) {
    ItemVersion version = new ItemVersion(id, "key-" + ++clock);
    items.put(id, stored(value, version));
    changed.put(id, clock);
    return version;
  }

  private MailboxItem stored(MailboxItem value, ItemVersion version) {
    if (value instanceof MailboxMember member) {
      return member.withContact(
          member
              .contact()
              .with()
              .item(Optional.of(version))
              .lastModified(Instant.parse("2026-11-23T09:00:00Z").plusSeconds(clock))
              .build());
    }
    return ((MailboxSelection) value).withItem(version);
  }

  synchronized void delete(ItemId id) {
    items.remove(id);
    gone.put(id, ++clock);
  }

  synchronized void countWrite() {
    writes++;
  }

  synchronized Optional<MailboxItem> find(ItemId id) {
    return Optional.ofNullable(items.get(id));
  }

  synchronized List<MailboxItem> presentSince(long position) {
    List<MailboxItem> present = new ArrayList<>();
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

  /** Grows when a folder is deleted: positions from before are not accepted any more. */
  synchronized long era() {
    return era;
  }
}

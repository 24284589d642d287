package io.exchangesync.simulator.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/** The items of one folder and the traces of those that went, in the order they came into it. */
final class FolderItems {
  private final NavigableMap<Long, Item> items = new TreeMap<>();
  private final NavigableMap<Long, Tombstone> gone = new TreeMap<>();
  private long lastChange;

  void put(Item item) {
    items.put(item.created(), item);
    lastChange = Math.max(lastChange, item.modified());
  }

  void remove(Tombstone tombstone) {
    items.remove(tombstone.created());
    gone.put(tombstone.created(), tombstone);
    lastChange = Math.max(lastChange, tombstone.deleted());
  }

  List<Item> all() {
    return List.copyOf(items.values());
  }

  int size() {
    return items.size();
  }

  List<Tombstone> tombstones() {
    return List.copyOf(gone.values());
  }

  /** The next page of the round that the state stands in, of at most max changes. */
  ItemChanges changes(UUID mailbox, long folder, SyncState state, long now, int max) {
    SyncState round =
        state.betweenRounds() ? new SyncState(mailbox, folder, state.base(), now, 0) : state;
    if (lastChange <= round.base()) {
      return new ItemChanges(List.of(), between(round, round.top()), ItemChanges.Completeness.LAST);
    }
    List<ItemChanges.Change> page = new ArrayList<>();
    long cursor = round.cursor();
    NavigableMap<Long, Object> ahead = new TreeMap<>(items.tailMap(cursor, false));
    ahead.putAll(gone.tailMap(cursor, false));
    for (Map.Entry<Long, Object> entry : ahead.entrySet()) {
      ItemChanges.Change change = change(entry.getValue(), round);
      if (change == null) {
        continue;
      }
      if (page.size() == max) {
        return new ItemChanges(
            page,
            new SyncState(mailbox, folder, round.base(), round.top(), cursor),
            ItemChanges.Completeness.MORE);
      }
      page.add(change);
      cursor = entry.getKey();
    }
    return new ItemChanges(page, between(round, round.top()), ItemChanges.Completeness.LAST);
  }

  private static ItemChanges.Change change(Object entry, SyncState round) {
    if (entry instanceof Item item) {
      if (item.modified() <= round.base() || item.created() > round.top()) {
        return null;
      }
      return item.created() > round.base()
          ? new ItemChanges.Created(item)
          : new ItemChanges.Updated(item);
    }
    Tombstone tombstone = (Tombstone) entry;
    boolean known = tombstone.created() <= round.base();
    boolean inRound = tombstone.deleted() > round.base() && tombstone.deleted() <= round.top();
    return known && inRound ? new ItemChanges.Deleted(tombstone.number()) : null;
  }

  private static SyncState between(SyncState round, long base) {
    return new SyncState(round.mailbox(), round.folder(), base, base, 0);
  }
}

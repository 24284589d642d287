package io.exchangesync.simulator.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One mailbox: its folders and items. Every change takes the next counter value and is in the
 * journal before it is visible to the caller's answer.
 */
public final class MailboxStore {
  private final Consumer<Entry> journal;
  private final FolderTree folders = new FolderTree();
  private final Map<Long, Item> items = new HashMap<>();
  private final Map<Long, FolderItems> contents = new HashMap<>();
  private MailboxInfo info;
  private long counter;

  MailboxStore(MailboxInfo info, Consumer<Entry> journal) {
    this.info = info;
    this.journal = journal;
  }

  public synchronized MailboxInfo info() {
    return info;
  }

  public UUID guid() {
    return UUID.fromString(info().guid());
  }

  /** Changes who may open the mailbox. */
  public synchronized void updateInfo(UnaryOperator<MailboxInfo> change) {
    info = change.apply(info);
    journal.accept(new Entry.MailboxPut(info));
  }

  public synchronized Folder createFolder(
      Optional<Folder> parent,
      String displayName,
      String folderClass,
      Optional<String> distinguished) {
    long number = ++counter;
    long above = parent.map(Folder::number).orElse(number);
    Folder folder =
        new Folder(
            number, above, displayName, folderClass, distinguished, number, number, Map.of());
    journal.accept(new Entry.FolderPut(info.guid(), folder));
    apply(folder);
    return folder;
  }

  /** Replaces a folder by what the change makes of it. */
  public synchronized Optional<Folder> updateFolder(long number, UnaryOperator<Folder> change) {
    Optional<Folder> after =
        folders.get(number).map(before -> change.apply(before).asOf(counter + 1));
    after.ifPresent(
        folder -> {
          journal.accept(new Entry.FolderPut(info.guid(), folder));
          apply(folder);
        });
    return after;
  }

  /** Deletes a folder for good with all that is in it and below it. */
  public synchronized void deleteFolder(Folder top) {
    for (Folder folder : folders.branch(top)) {
      FolderTombstone gone = new FolderTombstone(folder.number(), folder.created(), counter + 1);
      journal.accept(new Entry.FolderGone(info.guid(), gone));
      apply(gone);
    }
  }

  /** Whether a folder is another one or lies below it. */
  public synchronized boolean isWithin(Folder folder, Folder top) {
    return folders.branch(top).stream().anyMatch(f -> f.number() == folder.number());
  }

  public synchronized Optional<Folder> folder(long number) {
    return folders.get(number);
  }

  public synchronized Optional<Folder> distinguished(String name) {
    return folders.distinguished(name);
  }

  public synchronized List<Folder> folders() {
    return List.copyOf(folders.all());
  }

  public synchronized int itemCount(Folder folder) {
    return contents(folder.number()).size();
  }

  public synchronized Optional<Item> item(long number) {
    return Optional.ofNullable(items.get(number));
  }

  public synchronized List<Item> items(Folder folder) {
    return contents(folder.number()).all();
  }

  public synchronized Item createItem(Folder folder, Map<String, Value> properties) {
    long number = ++counter;
    Item item = new Item(number, folder.number(), number, number, properties, Map.of());
    journal.accept(new Entry.ItemPut(info.guid(), item));
    apply(item);
    return item;
  }

  /**
   * Replaces an item by what the change makes of its newest version.
   *
   * @throws io.exchangesync.simulator.soap.EwsError what the change throws; then nothing happens
   */
  public synchronized Optional<Item> updateItem(
      long number, Function<Item, Map<String, Value>> change) {
    Item before = items.get(number);
    if (before == null) {
      return Optional.empty();
    }
    Item after = before.withProperties(change.apply(before), counter + 1);
    journal.accept(new Entry.ItemPut(info.guid(), after));
    apply(after);
    return Optional.of(after);
  }

  /**
   * Replaces an item by what the change makes of its newest version, and puts what it splits off
   * beside it in the same step.
   *
   * @return the new item if there is one, else the changed one
   * @throws io.exchangesync.simulator.soap.EwsError what the change throws; then nothing happens
   */
  public synchronized Optional<Item> splitItem(long number, Function<Item, Split> change) {
    Item before = items.get(number);
    if (before == null) {
      return Optional.empty();
    }
    Split split = change.apply(before);
    Item kept = before.withProperties(split.kept(), counter + 1);
    long fresh = counter + 2;
    Optional<Item> beside =
        split
            .beside()
            .map(props -> new Item(fresh, before.folder(), fresh, fresh, props, Map.of()));
    List<Item> written = beside.map(item -> List.of(kept, item)).orElse(List.of(kept));
    journal.accept(new Entry.ItemsPut(info.guid(), written));
    written.forEach(this::apply);
    return beside.or(() -> Optional.of(kept));
  }

  /** Moves an item: the same properties under a new number. */
  public synchronized Optional<Item> moveItem(long number, Folder to) {
    Item before = items.get(number);
    if (before == null) {
      return Optional.empty();
    }
    long fresh = counter + 1;
    Item after = new Item(fresh, to.number(), fresh, fresh, before.properties(), Map.of());
    Tombstone gone = tombstone(before, fresh + 1);
    journal.accept(new Entry.ItemMoved(info.guid(), after, gone));
    apply(after);
    apply(gone);
    return Optional.of(after);
  }

  public synchronized boolean deleteItem(long number) {
    Item item = items.get(number);
    if (item == null) {
      return false;
    }
    Tombstone gone = tombstone(item, counter + 1);
    journal.accept(new Entry.ItemGone(info.guid(), gone));
    apply(gone);
    return true;
  }

  /** The next page of changes of a folder; without a state everything is new. */
  public synchronized ItemChanges itemChanges(Folder folder, Optional<SyncState> state, int max) {
    SyncState from = state.orElseGet(() -> SyncState.initial(guid(), folder.number()));
    return contents(folder.number()).changes(guid(), folder.number(), from, counter, max);
  }

  /** Folders made or changed since the state, the root excepted. */
  public synchronized List<Folder> folderChanges(Optional<SyncState> state) {
    long base = state.map(SyncState::base).orElse(0L);
    return folders.changedSince(base);
  }

  /** Folders that went since the state. */
  public synchronized List<FolderTombstone> foldersGone(Optional<SyncState> state) {
    return folders.goneSince(state.map(SyncState::base).orElse(0L));
  }

  /** The state of the folder hierarchy as it is now. */
  public synchronized SyncState hierarchyState() {
    return new SyncState(guid(), 0, counter, counter, 0);
  }

  /** Whether this mailbox wrote the state for that folder (0: the hierarchy). */
  public synchronized boolean owns(SyncState state, long folder) {
    return state.mailbox().equals(guid()) && state.folder() == folder && state.top() <= counter;
  }

  synchronized void replay(Entry entry) {
    if (entry instanceof Entry.MailboxPut put) {
      info = put.info();
    } else if (entry instanceof Entry.FolderPut put) {
      apply(put.folder());
    } else if (entry instanceof Entry.FolderGone gone) {
      apply(gone.tombstone());
    } else if (entry instanceof Entry.ItemPut put) {
      apply(put.item());
    } else if (entry instanceof Entry.ItemsPut put) {
      put.items().forEach(this::apply);
    } else if (entry instanceof Entry.ItemMoved moved) {
      apply(moved.after());
      apply(moved.before());
    } else if (entry instanceof Entry.ItemGone gone) {
      apply(gone.tombstone());
    }
  }

  /** The least entries that give this state again. */
  synchronized List<Entry> snapshot() {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry.MailboxPut(info));
    folders.all().forEach(f -> entries.add(new Entry.FolderPut(info.guid(), f)));
    items.values().forEach(i -> entries.add(new Entry.ItemPut(info.guid(), i)));
    for (FolderItems folder : contents.values()) {
      folder.tombstones().forEach(t -> entries.add(new Entry.ItemGone(info.guid(), t)));
    }
    folders.tombstones().forEach(t -> entries.add(new Entry.FolderGone(info.guid(), t)));
    return entries;
  }

  private static Tombstone tombstone(Item item, long deleted) {
    return new Tombstone(item.number(), item.folder(), item.created(), deleted);
  }

  private void apply(Folder folder) {
    folders.put(folder);
    counter = Math.max(counter, Math.max(folder.number(), folder.modified()));
  }

  private void apply(FolderTombstone tombstone) {
    folders.remove(tombstone);
    contents.remove(tombstone.number());
    items.values().removeIf(item -> item.folder() == tombstone.number());
    counter = Math.max(counter, tombstone.deleted());
  }

  private void apply(Item item) {
    items.put(item.number(), item);
    contents(item.folder()).put(item);
    counter = Math.max(counter, item.modified());
  }

  private void apply(Tombstone tombstone) {
    items.remove(tombstone.number());
    contents(tombstone.folder()).remove(tombstone);
    counter = Math.max(counter, tombstone.deleted());
  }

  private FolderItems contents(long folder) {
    return contents.computeIfAbsent(folder, n -> new FolderItems());
  }
}

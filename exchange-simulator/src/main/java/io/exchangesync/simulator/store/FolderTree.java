package io.exchangesync.simulator.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The folders of one mailbox and the traces of those that went. */
final class FolderTree {
  private final Map<Long, Folder> folders = new TreeMap<>();
  private final Map<Long, FolderTombstone> gone = new TreeMap<>();

  void put(Folder folder) {
    folders.put(folder.number(), folder);
  }

  void remove(FolderTombstone tombstone) {
    folders.remove(tombstone.number());
    gone.put(tombstone.number(), tombstone);
  }

  Optional<Folder> get(long number) {
    return Optional.ofNullable(folders.get(number));
  }

  Optional<Folder> distinguished(String name) {
    return folders.values().stream()
        .filter(f -> f.distinguished().filter(name::equals).isPresent())
        .findFirst();
  }

  Collection<Folder> all() {
    return folders.values();
  }

  Collection<FolderTombstone> tombstones() {
    return gone.values();
  }

  /** The folder and all below it, the deepest first. */
  List<Folder> branch(Folder top) {
    List<Folder> branch = new ArrayList<>(List.of(top));
    for (int i = 0; i < branch.size(); i++) {
      long above = branch.get(i).number();
      folders.values().stream()
          .filter(f -> f.parent() == above && !f.isRoot())
          .forEach(branch::add);
    }
    Collections.reverse(branch);
    return branch;
  }

  /** Folders made or changed behind the counter value, the root excepted. */
  List<Folder> changedSince(long base) {
    return folders.values().stream().filter(f -> f.modified() > base && !f.isRoot()).toList();
  }

  /** Folders that were there at the counter value and went behind it. */
  List<FolderTombstone> goneSince(long base) {
    return gone.values().stream().filter(t -> t.created() <= base && t.deleted() > base).toList();
  }
}

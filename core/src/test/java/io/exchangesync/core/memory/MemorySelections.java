package io.exchangesync.core.memory;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.MailboxMember;
import io.exchangesync.core.model.MailboxSelection;
import io.exchangesync.core.model.MailboxSelection.Shape;
import io.exchangesync.core.model.Stamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Folders, groups and contacts in folders of one mailbox in memory. */
public final class MemorySelections extends MemoryItems<MailboxItem> {
  private final Set<String> taken = new HashSet<>();
  private final Set<ItemId> undeletable = new HashSet<>();
  private long era;

  public MemorySelections() {
    super("selected-");
  }

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

  /** The user deletes a folder with everything in it. */
  public synchronized void userDeletesFolder(int selectionId) {
    contactsOf(selectionId).forEach(member -> delete(member.version().id()));
    folder(selectionId).ifPresent(folder -> delete(folder.version().id()));
    era++;
  }

  /** A folder of the user that no session lists has this name. */
  public synchronized void takeName(String name) {
    taken.add(name);
  }

  public synchronized void freeNames() {
    taken.clear();
  }

  /** The server never deletes this item, as one that a retention hold keeps. */
  public synchronized void refuseToDelete(ItemId id) {
    undeletable.add(id);
  }

  public synchronized void refuseToDeleteNothing() {
    undeletable.clear();
  }

  synchronized boolean isUndeletable(ItemId id) {
    return undeletable.contains(id);
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

  @Override
  MailboxItem stored(MailboxItem value, ItemVersion version, Instant at) {
    return value instanceof MailboxMember member
        ? member.withContact(
            member.contact().with().item(Optional.of(version)).lastModified(at).build())
        : ((MailboxSelection) value).withItem(version);
  }

  /** Grows when a folder is deleted: positions from before are not accepted any more. */
  synchronized long era() {
    return era;
  }
}

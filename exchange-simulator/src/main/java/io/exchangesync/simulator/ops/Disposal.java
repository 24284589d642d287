package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.store.Folder;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxStore;

/** Where deleted folders and the items of emptied ones go. */
enum Disposal {
  /** Nowhere. */
  HARD_DELETE,
  /** Items into the recoverable items, folders nowhere. */
  SOFT_DELETE,
  MOVE_TO_DELETED_ITEMS;

  static Disposal named(String name) {
    return switch (name) {
      case "HardDelete" -> HARD_DELETE;
      case "SoftDelete" -> SOFT_DELETE;
      case "MoveToDeletedItems" -> MOVE_TO_DELETED_ITEMS;
      default -> throw SoapFault.schema("The 'DeleteType' attribute is invalid: '" + name + "'.");
    };
  }

  /** What lies in Deleted Items already goes for good. */
  void folder(MailboxStore mailbox, Folder folder) {
    Folder trash = mailbox.distinguished("deleteditems").orElseThrow();
    if (this == MOVE_TO_DELETED_ITEMS && !mailbox.isWithin(folder, trash)) {
      mailbox.updateFolder(folder.number(), f -> f.below(trash));
    } else {
      mailbox.deleteFolder(folder);
    }
  }

  void item(MailboxStore mailbox, Item item) {
    switch (this) {
      case HARD_DELETE -> mailbox.deleteItem(item.number());
      case SOFT_DELETE ->
          mailbox.moveItem(
              item.number(), mailbox.distinguished("recoverableitemsdeletions").orElseThrow());
      case MOVE_TO_DELETED_ITEMS ->
          mailbox.moveItem(item.number(), mailbox.distinguished("deleteditems").orElseThrow());
    }
  }
}

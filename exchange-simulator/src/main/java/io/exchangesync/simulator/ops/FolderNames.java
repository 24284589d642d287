package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.store.MailboxStore;

/** Keeps the names of the folders beside each other different. */
final class FolderNames {
  private FolderNames() {}

  /**
   * @param parent the number of the folder above
   * @throws EwsError ErrorFolderExists when a folder there has the name
   */
  static void checkFree(MailboxStore mailbox, long parent, String name) {
    boolean taken =
        mailbox.folders().stream()
            .anyMatch(f -> f.parent() == parent && f.displayName().equalsIgnoreCase(name));
    if (taken) {
      throw new EwsError("ErrorFolderExists", "A folder with the specified name already exists.");
    }
  }
}

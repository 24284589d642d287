package io.exchangesync.simulator.store;

import java.util.List;
import java.util.Optional;

/** The folders every mailbox is born with. */
final class StandardFolders {
  private record Standard(String name, String displayName, String folderClass) {}

  private static final List<Standard> BELOW_TOP =
      List.of(
          new Standard("calendar", "Calendar", "IPF.Appointment"),
          new Standard("contacts", "Contacts", "IPF.Contact"),
          new Standard("deleteditems", "Deleted Items", "IPF.Note"),
          new Standard("drafts", "Drafts", "IPF.Note"),
          new Standard("inbox", "Inbox", "IPF.Note"),
          new Standard("journal", "Journal", "IPF.Journal"),
          new Standard("junkemail", "Junk Email", "IPF.Note"),
          new Standard("notes", "Notes", "IPF.StickyNote"),
          new Standard("outbox", "Outbox", "IPF.Note"),
          new Standard("sentitems", "Sent Items", "IPF.Note"),
          new Standard("tasks", "Tasks", "IPF.Task"));

  private StandardFolders() {}

  static void create(MailboxStore mailbox) {
    Folder root = mailbox.createFolder(Optional.empty(), "root", "", Optional.of("root"));
    Folder top =
        make(mailbox, root, new Standard("msgfolderroot", "Top of Information Store", "IPF.Note"));
    BELOW_TOP.forEach(standard -> make(mailbox, top, standard));
    make(mailbox, root, new Standard("searchfolders", "Finder", "IPF.Note"));
    Folder recoverable =
        make(mailbox, root, new Standard("recoverableitemsroot", "Recoverable Items", "IPF.Note"));
    make(mailbox, recoverable, new Standard("recoverableitemsdeletions", "Deletions", "IPF.Note"));
  }

  private static Folder make(MailboxStore mailbox, Folder parent, Standard standard) {
    return mailbox.createFolder(
        Optional.of(parent),
        standard.displayName(),
        standard.folderClass(),
        Optional.of(standard.name()));
  }
}

package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.store.Folder;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import io.exchangesync.simulator.store.MailboxStore;

/** Empties folders of their items and, if wanted, of the folders below; calendars are refused. */
final class EmptyFolder implements Operation {
  @Override
  public String name() {
    return "EmptyFolder";
  }

  @Override
  public void answer(Call call) {
    Disposal disposal = Disposal.named(call.requiredAttribute("DeleteType"));
    boolean deep = Boolean.parseBoolean(call.requiredAttribute("DeleteSubFolders"));
    Responses.batch(
        call.out(),
        name(),
        Dom.children(call.required("FolderIds")),
        "",
        id -> {
          call.failIfTold();
          FolderRef ref = FolderRef.of(call, id, Right.WRITE);
          if (ref.folder().folderClass().equals("IPF.Appointment")) {
            throw new EwsError("ErrorCannotEmptyFolder", "A calendar cannot be emptied.");
          }
          MailboxStore mailbox = ref.mailbox();
          mailbox.items(ref.folder()).forEach(item -> disposal.item(mailbox, item));
          if (deep) {
            mailbox.folders().stream()
                .filter(f -> isBelow(f, ref.folder()))
                .forEach(f -> disposal.folder(mailbox, f));
          }
        });
  }

  private static boolean isBelow(Folder folder, Folder parent) {
    return folder.parent() == parent.number() && !folder.isRoot();
  }
}

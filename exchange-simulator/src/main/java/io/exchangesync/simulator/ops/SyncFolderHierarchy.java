package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.soap.XmlOut;
import io.exchangesync.simulator.store.Folder;
import io.exchangesync.simulator.store.FolderTombstone;
import io.exchangesync.simulator.store.Ids;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import io.exchangesync.simulator.store.MailboxStore;
import io.exchangesync.simulator.store.SyncState;
import java.util.List;
import java.util.Optional;

/** Tells which folders were made or changed since a sync state. */
final class SyncFolderHierarchy implements Operation {
  @Override
  public String name() {
    return "SyncFolderHierarchy";
  }

  @Override
  public void answer(Call call) {
    FolderWriter writer = FolderWriter.of(call);
    Responses.single(call.out(), name(), "", () -> changes(call, writer));
  }

  private static void changes(Call call, FolderWriter writer) {
    MailboxStore mailbox =
        call.child("SyncFolderId")
            .map(id -> FolderRef.in(call, id, Right.READ).mailbox())
            .orElseGet(() -> call.access().open(call.access().own(), Right.READ));
    Optional<SyncState> state =
        Dom.text(call.operation(), "SyncState")
            .filter(text -> !text.isBlank())
            .map(text -> SyncFolderItems.state(text, mailbox, 0));
    SyncState next = mailbox.hierarchyState();
    List<Folder> changed = mailbox.folderChanges(state);
    XmlOut out = call.out();
    out.text("m:SyncState", next.encode());
    out.text("m:IncludesLastFolderInRange", "true").open("m:Changes");
    for (Folder folder : changed) {
      boolean known = state.filter(s -> folder.created() <= s.base()).isPresent();
      String change = known ? "t:Update" : "t:Create";
      out.open(change);
      writer.write(mailbox, folder);
      out.close(change);
    }
    for (FolderTombstone gone :
        state.isEmpty() ? List.<FolderTombstone>of() : mailbox.foldersGone(state)) {
      out.open("t:Delete")
          .empty("t:FolderId", "Id", Ids.folder(mailbox.info().guid(), gone.number()))
          .close("t:Delete");
    }
    out.close("m:Changes");
  }
}

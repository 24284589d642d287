package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.store.Folder;
import io.exchangesync.simulator.store.MailboxInfo.Right;

/** Moves folders within their mailbox; they keep their ids. */
final class MoveFolder implements Operation {
  @Override
  public String name() {
    return "MoveFolder";
  }

  @Override
  public void answer(Call call) {
    FolderWriter writer = FolderWriter.idOnly(call);
    Responses.batch(
        call.out(),
        name(),
        Dom.children(call.required("FolderIds")),
        "<m:Folders/>",
        id -> {
          call.failIfTold();
          FolderRef to = FolderRef.in(call, call.required("ToFolderId"), Right.WRITE);
          FolderRef ref = FolderRef.of(call, id, Right.WRITE);
          check(ref, to);
          Folder moved =
              ref.mailbox()
                  .updateFolder(ref.folder().number(), folder -> folder.below(to.folder()))
                  .orElseThrow(EwsError::folderNotFound);
          call.out().open("m:Folders");
          writer.write(ref.mailbox(), moved);
          call.out().close("m:Folders");
        });
  }

  private static void check(FolderRef ref, FolderRef to) {
    if (ref.folder().distinguished().isPresent()) {
      throw new EwsError("ErrorMoveDistinguishedFolder", "Distinguished folders cannot be moved.");
    }
    if (to.mailbox() != ref.mailbox()) {
      throw new EwsError(
          "ErrorCrossMailboxMoveCopy", "Folders cannot be moved into another mailbox here.");
    }
    if (ref.mailbox().isWithin(to.folder(), ref.folder())) {
      throw new EwsError("ErrorMoveCopyFailed", "A folder cannot be moved into itself.");
    }
    FolderNames.checkFree(ref.mailbox(), to.folder().number(), ref.folder().displayName());
  }
}

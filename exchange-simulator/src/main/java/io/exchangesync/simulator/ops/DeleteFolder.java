package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.store.MailboxInfo.Right;

/** Deletes folders with all that is in them, or moves them into Deleted Items. */
final class DeleteFolder implements Operation {
  @Override
  public String name() {
    return "DeleteFolder";
  }

  @Override
  public void answer(Call call) {
    Disposal disposal = Disposal.named(call.requiredAttribute("DeleteType"));
    Responses.batch(
        call.out(),
        name(),
        Dom.children(call.required("FolderIds")),
        "",
        id -> {
          call.failIfTold();
          FolderRef ref = FolderRef.of(call, id, Right.WRITE);
          if (ref.folder().distinguished().isPresent()) {
            throw new EwsError(
                "ErrorDeleteDistinguishedFolder", "Distinguished folders cannot be deleted.");
          }
          disposal.folder(ref.mailbox(), ref.folder());
        });
  }
}

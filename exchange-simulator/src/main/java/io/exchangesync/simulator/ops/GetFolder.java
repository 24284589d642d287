package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.store.MailboxInfo.Right;

/** Answers what folders are, by id or by distinguished name. */
final class GetFolder implements Operation {
  @Override
  public String name() {
    return "GetFolder";
  }

  @Override
  public void answer(Call call) {
    FolderWriter writer = FolderWriter.of(call);
    Responses.batch(
        call.out(),
        name(),
        Dom.children(call.required("FolderIds")),
        "<m:Folders/>",
        id -> {
          call.failIfTold();
          FolderRef ref = FolderRef.of(call, id, Right.READ);
          call.out().open("m:Folders");
          writer.write(ref.mailbox(), ref.folder());
          call.out().close("m:Folders");
        });
  }
}

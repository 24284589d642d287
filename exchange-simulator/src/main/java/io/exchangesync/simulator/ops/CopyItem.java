package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.fields.ItemKind;
import io.exchangesync.simulator.fields.ItemWriter;
import io.exchangesync.simulator.fields.Shape;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxInfo.Right;

/** Copies items within their mailbox, with all properties and attachments. */
final class CopyItem implements Operation {
  @Override
  public String name() {
    return "CopyItem";
  }

  @Override
  public void answer(Call call) {
    ItemWriter writer = call.writer(Shape.idOnly());
    Responses.batch(
        call.out(),
        name(),
        Dom.children(call.required("ItemIds")),
        "<m:Items/>",
        id -> {
          call.beginItem();
          FolderRef to = FolderRef.in(call, call.required("ToFolderId"), Right.WRITE);
          ItemRef ref = ItemRef.of(call, id, Right.READ);
          if (to.mailbox() != ref.mailbox()) {
            throw new EwsError(
                "ErrorCrossMailboxMoveCopy", "Items cannot be copied into another mailbox here.");
          }
          Item copy = ref.mailbox().createItem(to.folder(), ref.item().properties());
          String element = "t:" + ItemKind.of(copy).element();
          call.out().open("m:Items").open(element);
          writer.id(ref.mailbox().info(), copy);
          call.out().close(element).close("m:Items");
        });
  }
}

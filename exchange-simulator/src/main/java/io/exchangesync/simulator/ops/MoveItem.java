package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.fields.ItemKind;
import io.exchangesync.simulator.fields.ItemWriter;
import io.exchangesync.simulator.fields.Shape;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxInfo.Right;

/** Moves items within their mailbox; each gets a new id. */
final class MoveItem implements Operation {
  @Override
  public String name() {
    return "MoveItem";
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
          ItemRef ref = ItemRef.of(call, id, Right.WRITE);
          if (ref.occurrence().isPresent()) {
            throw new EwsError(
                "ErrorCalendarCannotMoveOrCopyOccurrence",
                "Moving or copying an occurrence is not possible.");
          }
          if (to.mailbox() != ref.mailbox()) {
            throw new EwsError(
                "ErrorCrossMailboxMoveCopy", "Items cannot be moved into another mailbox here.");
          }
          Item moved =
              ref.mailbox()
                  .moveItem(ref.item().number(), to.folder())
                  .orElseThrow(EwsError::itemNotFound);
          String element = "t:" + ItemKind.of(moved).element();
          call.out().open("m:Items").open(element);
          writer.id(ref.mailbox().info(), moved);
          call.out().close(element).close("m:Items");
        });
  }
}

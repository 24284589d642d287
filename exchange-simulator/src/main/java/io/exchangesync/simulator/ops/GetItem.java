package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.fields.ItemWriter;
import io.exchangesync.simulator.fields.Shape;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.store.MailboxInfo.Right;

/** Answers items by id, with a result for each. */
final class GetItem implements Operation {
  @Override
  public String name() {
    return "GetItem";
  }

  @Override
  public void answer(Call call) {
    Shape shape = Shape.parse(call.required("ItemShape"), Shape.Purpose.GET_ITEM);
    ItemWriter writer = call.writer(shape);
    Responses.batch(
        call.out(),
        name(),
        Dom.children(call.required("ItemIds")),
        "<m:Items/>",
        id -> {
          call.beginItem();
          ItemRef ref = ItemRef.of(call, id, Right.READ);
          call.out().open("m:Items");
          writer.write(ref.mailbox().info(), ref.item());
          call.out().close("m:Items");
        });
  }
}

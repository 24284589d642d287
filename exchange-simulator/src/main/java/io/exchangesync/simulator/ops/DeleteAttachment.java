package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.store.Ids;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import io.exchangesync.simulator.store.Value;
import java.util.HashMap;
import java.util.Map;

/** Takes files off their item; each gives the item a new change key, which the answer tells. */
final class DeleteAttachment implements Operation {
  @Override
  public String name() {
    return "DeleteAttachment";
  }

  @Override
  public void answer(Call call) {
    Responses.batch(
        call.out(),
        name(),
        Dom.children(call.required("AttachmentIds")),
        "",
        id -> {
          call.beginItem();
          AttachmentRef ref = AttachmentRef.of(call, id, Right.WRITE);
          ItemRef parent = ref.parent();
          Item item =
              parent
                  .mailbox()
                  .updateItem(
                      parent.item().number(),
                      newest -> {
                        Map<String, Value> properties = new HashMap<>(newest.properties());
                        ref.attachment().removeFrom(properties);
                        Stamps.modified(call, properties);
                        return properties;
                      })
                  .orElseThrow(EwsError::itemNotFound);
          String root = Ids.item(parent.mailbox().info().guid(), item.number());
          String key = Ids.changeKey(item.modified());
          call.out().empty("m:RootItemId", "RootItemId", root, "RootItemChangeKey", key);
        });
  }
}

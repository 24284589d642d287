package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.attachments.Attachment;
import io.exchangesync.simulator.attachments.AttachmentXml;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import io.exchangesync.simulator.store.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.w3c.dom.Element;

/** Attaches files to an item; each gives the item a new change key, which the answer tells. */
final class CreateAttachment implements Operation {
  @Override
  public String name() {
    return "CreateAttachment";
  }

  @Override
  public void answer(Call call) {
    Element parent = call.required("ParentItemId");
    Responses.batch(
        call.out(),
        name(),
        Dom.children(call.required("Attachments")),
        "<m:Attachments/>",
        element -> {
          call.beginItem();
          ItemRef ref = ItemRef.byId(call, parent, Right.WRITE);
          Attachment file = Attachment.read(element, call.nowText());
          AtomicReference<Attachment> added = new AtomicReference<>();
          Item item =
              ref.mailbox()
                  .updateItem(
                      ref.item().number(),
                      newest -> {
                        Map<String, Value> properties = new HashMap<>(newest.properties());
                        added.set(file.addTo(properties));
                        Stamps.modified(call, properties);
                        return properties;
                      })
                  .orElseThrow(EwsError::itemNotFound);
          call.out().open("m:Attachments");
          AttachmentXml.write(
              call.out(), ref.mailbox().info(), item, added.get(), AttachmentXml.Part.ID_WITH_ROOT);
          call.out().close("m:Attachments");
        });
  }
}

package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.fields.ItemKind;
import io.exchangesync.simulator.fields.ItemWriter;
import io.exchangesync.simulator.fields.Shape;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import io.exchangesync.simulator.store.Value;
import java.util.HashMap;
import java.util.Map;
import org.w3c.dom.Element;

/** Changes items field by field; a stale change key is a conflict, never an overwrite. */
final class UpdateItem implements Operation {
  @Override
  public String name() {
    return "UpdateItem";
  }

  @Override
  public void answer(Call call) {
    ItemWriter writer = call.writer(Shape.idOnly());
    ConflictResolution resolution =
        ConflictResolution.named(call.requiredAttribute("ConflictResolution"));
    Responses.batch(
        call.out(),
        name(),
        Dom.children(call.required("ItemChanges"), "ItemChange"),
        "<m:Items/>",
        change -> {
          call.beginItem();
          Element id =
              Dom.children(change).stream()
                  .findFirst()
                  .orElseThrow(() -> SoapFault.schema("'ItemChange' is empty."));
          ItemRef ref = ItemRef.of(call, id, Right.WRITE);
          Item item = update(call, ref, change, resolution);
          String element = "t:" + ItemKind.of(item).element();
          call.out().open("m:Items").open(element);
          writer.id(ref.mailbox().info(), ref.in(item));
          call.out().close(element).close("m:Items");
          call.out().open("m:ConflictResults").text("t:Count", "0").close("m:ConflictResults");
        });
  }

  private static Item update(
      Call call, ItemRef ref, Element change, ConflictResolution resolution) {
    ItemKind kind = ItemKind.of(ref.item());
    Invitations invitations =
        Invitations.forKind(
            kind,
            call.attribute("SendMeetingInvitationsOrCancellations"),
            "ErrorSendMeetingInvitationsOrCancellationsRequired");
    Changes changes = Changes.read(Dom.required(change, "Updates"), kind, call.zone());
    if (kind == ItemKind.TASK) {
      return TaskWrites.update(call, ref, changes, resolution);
    }
    if (kind == ItemKind.CALENDAR_ITEM) {
      return CalendarWrites.update(call, ref, changes, resolution, invitations);
    }
    return ref.mailbox()
        .updateItem(
            ref.item().number(),
            newest -> {
              resolution.check(newest, ref.version(), changes.keys());
              Map<String, Value> properties = new HashMap<>(newest.properties());
              changes.applyTo(properties);
              KindRules.change(call, kind, newest.properties(), properties);
              Stamps.modified(call, properties);
              return properties;
            })
        .orElseThrow(EwsError::itemNotFound);
  }
}

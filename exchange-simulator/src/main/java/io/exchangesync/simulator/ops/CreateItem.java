package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.attachments.AttachmentXml;
import io.exchangesync.simulator.fields.ItemKind;
import io.exchangesync.simulator.fields.ItemReader;
import io.exchangesync.simulator.fields.ItemWriter;
import io.exchangesync.simulator.fields.Shape;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.store.Folder;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import io.exchangesync.simulator.store.MailboxStore;
import io.exchangesync.simulator.store.Value;
import java.util.HashMap;
import java.util.Map;
import org.w3c.dom.Element;

/** Makes items; calendar items demand a word on invitations. */
final class CreateItem implements Operation {
  @Override
  public String name() {
    return "CreateItem";
  }

  @Override
  public void answer(Call call) {
    ItemWriter writer = call.writer(Shape.idOnly());
    Responses.batch(
        call.out(),
        name(),
        Dom.children(call.required("Items")),
        "<m:Items/>",
        element -> {
          call.beginItem();
          if (MeetingReplies.isReply(element)) {
            MeetingReplies.answer(call, element);
            return;
          }
          ItemKind kind =
              ItemKind.ofElement(element.getLocalName())
                  .filter(known -> !known.isMeetingMessage())
                  .orElseThrow(
                      () ->
                          new EwsError(
                              "ErrorInvalidRequest",
                              "This server keeps no items of the kind " + element.getLocalName()));
          FolderRef target = target(call, kind);
          Item item = create(call, target, kind, element);
          call.out().open("m:Items").open("t:" + kind.element());
          writer.id(target.mailbox().info(), item);
          AttachmentXml.write(
              call.out(), target.mailbox().info(), item, AttachmentXml.Part.ID_WITH_ROOT);
          call.out().close("t:" + kind.element()).close("m:Items");
        });
  }

  private static Item create(Call call, FolderRef target, ItemKind kind, Element element) {
    Invitations invitations =
        Invitations.forKind(
            kind, call.attribute("SendMeetingInvitations"), "ErrorSendMeetingInvitationsRequired");
    Map<String, Value> properties = new HashMap<>(new ItemReader(kind, call.zone()).read(element));
    properties.putIfAbsent("item:ItemClass", Value.of(kind.itemClass()));
    properties.putIfAbsent("item:Subject", Value.of(""));
    properties.putIfAbsent("item:Sensitivity", Value.of("Normal"));
    properties.putIfAbsent("item:Importance", Value.of("Normal"));
    properties.put("item:DateTimeCreated", Value.of(call.nowText()));
    Stamps.modified(call, properties);
    if (kind == ItemKind.CALENDAR_ITEM) {
      return CalendarWrites.create(call, target, invitations, properties);
    }
    KindRules.complete(call, kind, properties);
    return target.mailbox().createItem(target.folder(), properties);
  }

  private static FolderRef target(Call call, ItemKind kind) {
    FolderRef target =
        call.child("SavedItemFolderId")
            .map(id -> FolderRef.in(call, id, Right.WRITE))
            .orElseGet(() -> standard(call, kind));
    if (kind == ItemKind.CALENDAR_ITEM
        && !target.folder().folderClass().equals(kind.folderClass())) {
      throw new EwsError(
          "ErrorCannotCreateCalendarItemInNonCalendarFolder",
          "Calendar items can only be created in calendar folders.");
    }
    KindRules.checkFolder(kind, target.folder());
    return target;
  }

  private static FolderRef standard(Call call, ItemKind kind) {
    MailboxStore own = call.access().open(call.access().own(), Right.WRITE);
    Folder folder = own.distinguished(kind.defaultFolder()).orElseThrow();
    return new FolderRef(own, folder);
  }
}

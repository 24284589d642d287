package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.attachments.Attachment;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.store.Ids;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import org.w3c.dom.Element;

/** An attachment that a request names, in an item the caller may open. */
record AttachmentRef(ItemRef parent, Attachment attachment) {

  /**
   * @param element AttachmentId
   * @throws EwsError when there is no such attachment or the right is missing
   */
  static AttachmentRef of(Call call, Element element, Right right) {
    Ids.AttachmentId id =
        Ids.decodeAttachment(element.getAttribute("Id"))
            .orElseThrow(
                () -> new EwsError("ErrorInvalidAttachmentId", "The attachment id is invalid."));
    ItemRef parent = ItemRef.byId(call, id.item(), Dom.attribute(element, "ChangeKey"), right);
    return new AttachmentRef(
        parent, Attachment.find(parent.item(), id.number()).orElseThrow(EwsError::itemNotFound));
  }
}

package io.exchangesync.simulator.attachments;

import io.exchangesync.simulator.soap.XmlOut;
import io.exchangesync.simulator.store.Ids;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxInfo;
import java.util.List;

/** Attachments as answers carry them. */
public final class AttachmentXml {
  /** How much of an attachment an answer carries. */
  public enum Part {
    /** Its id and the version of the item that has it. */
    ID_WITH_ROOT,
    /** All but the content. */
    DESCRIPTION,
    /** All. */
    CONTENT
  }

  private AttachmentXml() {}

  /** The element Attachments of an item; nothing when it has none. */
  public static void write(XmlOut out, MailboxInfo mailbox, Item item, Part part) {
    List<Attachment> all = Attachment.all(item);
    if (!all.isEmpty()) {
      out.open("t:Attachments");
      all.forEach(attachment -> write(out, mailbox, item, attachment, part));
      out.close("t:Attachments");
    }
  }

  /** The element FileAttachment. */
  public static void write(
      XmlOut out, MailboxInfo mailbox, Item item, Attachment attachment, Part part) {
    String id = Ids.attachment(mailbox.guid(), item.number(), attachment.number());
    out.open("t:FileAttachment");
    if (part == Part.ID_WITH_ROOT) {
      String root = Ids.item(mailbox.guid(), item.number());
      String key = Ids.changeKey(item.modified());
      out.empty("t:AttachmentId", "Id", id, "RootItemId", root, "RootItemChangeKey", key);
    } else {
      out.empty("t:AttachmentId", "Id", id);
      description(out, attachment);
    }
    if (part == Part.CONTENT) {
      out.text("t:Content", attachment.base64());
    }
    out.close("t:FileAttachment");
  }

  private static void description(XmlOut out, Attachment attachment) {
    List<String> names = List.of("Name", "ContentType", "ContentId", "ContentLocation");
    for (int i = 0; i < names.size(); i++) {
      if (!attachment.texts().get(i).isEmpty()) {
        out.text("t:" + names.get(i), attachment.texts().get(i));
      }
    }
    out.text("t:Size", Integer.toString(attachment.size()));
    out.text("t:LastModifiedTime", attachment.texts().get(6));
    out.text("t:IsInline", attachment.texts().get(4));
    out.text("t:IsContactPhoto", Boolean.toString(attachment.isPhoto()));
  }
}

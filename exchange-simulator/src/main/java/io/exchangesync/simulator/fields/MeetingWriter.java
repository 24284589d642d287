package io.exchangesync.simulator.fields;

import io.exchangesync.simulator.soap.XmlOut;
import io.exchangesync.simulator.store.MailboxInfo;
import io.exchangesync.simulator.store.Value;

/** Writes what meeting messages have of their own: their people and the item they are about. */
record MeetingWriter(ItemWriter writer, ItemView view) {

  void write(Field field) {
    String element = "t:" + field.element();
    XmlOut out = writer.out();
    switch (field.uri()) {
      case MeetingFields.ASSOCIATED -> {
        if (view.item().get(field.uri()).orElse(null) instanceof Value.Texts id) {
          out.empty(element, "Id", id.texts().get(0), "ChangeKey", id.texts().get(1));
        }
      }
      case MeetingFields.TO -> {
        MailboxInfo owner = view.mailbox();
        out.open(element);
        writer.mailbox(owner.displayName(), owner.smtp());
        out.close(element);
      }
      default -> {
        out.open(element);
        writer.mailbox(text("message:FromName"), text("message:FromSmtp"));
        out.close(element);
      }
    }
  }

  private String text(String key) {
    return view.item().text(key).orElse("");
  }
}

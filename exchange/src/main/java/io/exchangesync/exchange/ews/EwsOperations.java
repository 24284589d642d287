package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.port.MailboxWrite;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * The requests of a calendar session, in the words of the messages schema.
 *
 * <p>Whatever could send mail says SendToNone (invariant I7).
 */
final class EwsOperations {
  /** Largest MaxChangesReturned that the schema allows. */
  static final int PAGE = 512;

  private static final String NO_MAIL = "SendToNone";

  private final Optional<String> delegatedMailbox;

  /**
   * @param delegatedMailbox address that folder ids must name; empty if the calendar is that of the
   *     (impersonated) account
   */
  EwsOperations(Optional<String> delegatedMailbox) {
    this.delegatedMailbox = delegatedMailbox;
  }

  EwsOperation getCalendar() {
    return new EwsOperation(
        "GetFolder",
        xml -> {
          xml.message("FolderShape").type("BaseShape", "IdOnly").end();
          xml.message("FolderIds");
          calendar(xml);
          xml.end();
        });
  }

  EwsOperation syncCalendar(Optional<String> since) {
    return new EwsOperation(
        "SyncFolderItems",
        xml -> {
          shape(xml, ItemReader.HEAD);
          xml.message("SyncFolderId");
          calendar(xml);
          xml.end();
          if (since.isPresent()) {
            xml.message("SyncState", since.get());
          }
          xml.message("MaxChangesReturned", Integer.toString(PAGE));
        });
  }

  EwsOperation get(List<ItemId> ids, List<Property> properties) {
    return new EwsOperation(
        "GetItem",
        xml -> {
          shape(xml, properties);
          xml.message("ItemIds");
          for (ItemId id : ids) {
            xml.type("ItemId").attribute("Id", id.value()).end();
          }
          xml.end();
        });
  }

  EwsOperation create(List<MailboxAppointment> values, ZoneId mailboxZone) {
    return new EwsOperation(
        "CreateItem",
        xml -> {
          xml.attribute("SendMeetingInvitations", NO_MAIL);
          xml.message("SavedItemFolderId");
          calendar(xml);
          xml.end().message("Items");
          for (MailboxAppointment value : values) {
            xml.type("CalendarItem");
            for (Optional<ItemFields.Element> field :
                ItemFields.all(value, mailboxZone).asMap().values()) {
              if (field.isPresent()) {
                field.get().writeTo(xml);
              }
            }
            xml.end();
          }
          xml.end();
        });
  }

  /** Fails an item whose change key is old: NeverOverwrite. */
  EwsOperation update(List<MailboxWrite.Update> updates, ZoneId mailboxZone) {
    return new EwsOperation(
        "UpdateItem",
        xml -> {
          xml.attribute("ConflictResolution", "NeverOverwrite");
          xml.attribute("MessageDisposition", "SaveOnly");
          xml.attribute("SendMeetingInvitationsOrCancellations", NO_MAIL);
          xml.message("ItemChanges");
          for (MailboxWrite.Update update : updates) {
            xml.type("ItemChange");
            itemId(xml, update.before().version());
            changes(
                xml,
                ItemFields.differing(
                    (MailboxAppointment) update.before(),
                    (MailboxAppointment) update.after(),
                    mailboxZone));
            xml.end();
          }
          xml.end();
        });
  }

  /** Moves items to Deleted Items, whatever their change key: the server ignores it here. */
  EwsOperation delete(List<ItemVersion> versions) {
    return new EwsOperation(
        "DeleteItem",
        xml -> {
          xml.attribute("DeleteType", "MoveToDeletedItems");
          xml.attribute("SendMeetingCancellations", NO_MAIL);
          xml.message("ItemIds");
          for (ItemVersion version : versions) {
            itemId(xml, version);
          }
          xml.end();
        });
  }

  private void calendar(EwsXml xml) throws XMLStreamException {
    xml.type("DistinguishedFolderId").attribute("Id", "calendar");
    if (delegatedMailbox.isPresent()) {
      xml.type("Mailbox").type("EmailAddress", delegatedMailbox.get()).end();
    }
    xml.end();
  }

  private static void changes(EwsXml xml, ItemFields fields) throws XMLStreamException {
    xml.type("Updates");
    for (Map.Entry<Property, Optional<ItemFields.Element>> field : fields.asMap().entrySet()) {
      xml.type(field.getValue().isPresent() ? "SetItemField" : "DeleteItemField");
      field.getKey().writePath(xml);
      if (field.getValue().isPresent()) {
        xml.type("CalendarItem");
        field.getValue().get().writeTo(xml);
        xml.end();
      }
      xml.end();
    }
    xml.end();
  }

  private static void itemId(EwsXml xml, ItemVersion version) throws XMLStreamException {
    xml.type("ItemId")
        .attribute("Id", version.id().value())
        .attribute("ChangeKey", version.changeKey())
        .end();
  }

  private static void shape(EwsXml xml, List<Property> properties) throws XMLStreamException {
    xml.message("ItemShape").type("BaseShape", "IdOnly");
    if (!properties.isEmpty()) {
      xml.type("AdditionalProperties");
      for (Property property : properties) {
        property.writePath(xml);
      }
      xml.end();
    }
    xml.end();
  }
}

package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.port.MailboxWrite;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * The requests of a session with one folder, in the words of the messages schema.
 *
 * <p>Whatever could send mail says SendToNone (invariant I7); of a recurring task only the current
 * occurrence is deleted.
 */
final class EwsOperations {
  /** Largest MaxChangesReturned that the schema allows. */
  static final int PAGE = 512;

  private static final String NO_MAIL = "SendToNone";

  private final ItemCodec codec;
  private final Optional<String> delegatedMailbox;

  /**
   * @param delegatedMailbox address that folder ids must name; empty if the folder is that of the
   *     (impersonated) account
   */
  EwsOperations(ItemCodec codec, Optional<String> delegatedMailbox) {
    this.codec = codec;
    this.delegatedMailbox = delegatedMailbox;
  }

  EwsOperation getFolder() {
    return new EwsOperation(
        "GetFolder",
        xml -> {
          xml.message("FolderShape").type("BaseShape", "IdOnly").end();
          xml.message("FolderIds");
          folder(xml);
          xml.end();
        });
  }

  EwsOperation syncFolder(Optional<String> since) {
    return new EwsOperation(
        "SyncFolderItems",
        xml -> {
          shape(xml, codec.headProperties());
          xml.message("SyncFolderId");
          folder(xml);
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

  EwsOperation create(List<MailboxItem> values) {
    return new EwsOperation(
        "CreateItem",
        xml -> {
          xml.attribute("SendMeetingInvitations", NO_MAIL);
          xml.message("SavedItemFolderId");
          folder(xml);
          xml.end().message("Items");
          for (MailboxItem value : values) {
            xml.type(codec.element(value));
            for (Optional<FieldSet.Element> field :
                codec.fields(Optional.empty(), value).asMap().values()) {
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
  EwsOperation update(List<MailboxWrite.Update> updates) {
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
            changes(xml, update);
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
          xml.attribute("AffectedTaskOccurrences", "SpecifiedOccurrenceOnly");
          xml.message("ItemIds");
          for (ItemVersion version : versions) {
            itemId(xml, version);
          }
          xml.end();
        });
  }

  private void folder(EwsXml xml) throws XMLStreamException {
    xml.type("DistinguishedFolderId").attribute("Id", codec.folder());
    if (delegatedMailbox.isPresent()) {
      xml.type("Mailbox").type("EmailAddress", delegatedMailbox.get()).end();
    }
    xml.end();
  }

  private void changes(EwsXml xml, MailboxWrite.Update update) throws XMLStreamException {
    FieldSet fields = codec.fields(Optional.of(update.before()), update.after());
    xml.type("Updates");
    for (Map.Entry<Property, Optional<FieldSet.Element>> field : fields.asMap().entrySet()) {
      xml.type(field.getValue().isPresent() ? "SetItemField" : "DeleteItemField");
      field.getKey().writePath(xml);
      if (field.getValue().isPresent()) {
        xml.type(codec.element(update.after()));
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

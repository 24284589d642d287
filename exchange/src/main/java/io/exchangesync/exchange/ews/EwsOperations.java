package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.port.MailboxWrite;
import io.exchangesync.core.port.MailboxWrite.Mails;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * The requests of a session with one folder, in the words of the messages schema.
 *
 * <p>Whatever could send mail says SendToNone unless the write asks for mails (invariant I7).
 */
final class EwsOperations {
  /** What is deleted of a recurring task; means nothing to other items. */
  enum TaskOccurrences {
    CURRENT("SpecifiedOccurrenceOnly"),
    ALL("AllOccurrences");

    private final String written;

    TaskOccurrences(String written) {
      this.written = written;
    }
  }

  /** Largest MaxChangesReturned that the schema allows. */
  static final int PAGE = 512;

  private final ItemCodec codec;
  private final EwsOperation.Content folder;

  /**
   * @param delegatedMailbox address that folder ids must name; empty if the folder is that of the
   *     (impersonated) account
   */
  EwsOperations(ItemCodec codec, Optional<String> delegatedMailbox) {
    this(codec, xml -> defaultFolder(xml, codec.folder(), delegatedMailbox));
  }

  /**
   * @param folder writes the id of the folder
   */
  EwsOperations(ItemCodec codec, EwsOperation.Content folder) {
    this.codec = codec;
    this.folder = folder;
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

  EwsOperation create(List<MailboxItem> values, Mails mails) {
    return new EwsOperation(
        "CreateItem",
        xml -> {
          xml.attribute("SendMeetingInvitations", toAll(mails));
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
  EwsOperation update(List<MailboxWrite.Update> updates, Mails mails) {
    return new EwsOperation(
        "UpdateItem",
        xml -> {
          xml.attribute("ConflictResolution", "NeverOverwrite");
          xml.attribute("MessageDisposition", "SaveOnly");
          xml.attribute("SendMeetingInvitationsOrCancellations", toChanged(mails));
          xml.message("ItemChanges");
          for (MailboxWrite.Update update : updates) {
            xml.type("ItemChange");
            itemId(xml, update.before().version());
            updates(
                xml,
                codec.element(update.after()),
                codec.fields(Optional.of(update.before()), update.after()));
            xml.end();
          }
          xml.end();
        });
  }

  /** Moves items to Deleted Items, whatever their change key: the server ignores it here. */
  EwsOperation delete(List<ItemVersion> versions, TaskOccurrences affected, Mails mails) {
    return new EwsOperation(
        "DeleteItem",
        xml -> {
          xml.attribute("DeleteType", "MoveToDeletedItems");
          xml.attribute("SendMeetingCancellations", toAll(mails));
          xml.attribute("AffectedTaskOccurrences", affected.written);
          xml.message("ItemIds");
          for (ItemVersion version : versions) {
            itemId(xml, version);
          }
          xml.end();
        });
  }

  void folder(EwsXml xml) throws XMLStreamException {
    folder.writeTo(xml);
  }

  private static void defaultFolder(EwsXml xml, String id, Optional<String> mailbox)
      throws XMLStreamException {
    xml.type("DistinguishedFolderId").attribute("Id", id);
    if (mailbox.isPresent()) {
      xml.type("Mailbox").type("EmailAddress", mailbox.get()).end();
    }
    xml.end();
  }

  /** How CreateItem and DeleteItem say who is told. */
  static String toAll(Mails mails) {
    return switch (mails) {
      case NONE -> "SendToNone";
      case SEND -> "SendToAllAndSaveCopy";
    };
  }

  /** How UpdateItem says who is told. */
  static String toChanged(Mails mails) {
    return switch (mails) {
      case NONE -> "SendToNone";
      case SEND -> "SendToChangedAndSaveCopy";
    };
  }

  static void updates(EwsXml xml, String element, FieldSet fields) throws XMLStreamException {
    xml.type("Updates");
    for (Map.Entry<Property, Optional<FieldSet.Element>> field : fields.asMap().entrySet()) {
      xml.type(change(field.getKey(), field.getValue().isPresent()));
      field.getKey().writePath(xml);
      if (field.getValue().isPresent()) {
        xml.type(element);
        field.getValue().get().writeTo(xml);
        xml.end();
      }
      xml.end();
    }
    xml.end();
  }

  private static String change(Property property, boolean present) {
    if (!present) {
      return "DeleteItemField";
    }
    return property instanceof Property.Appended ? "AppendToItemField" : "SetItemField";
  }

  static void itemId(EwsXml xml, ItemVersion version) throws XMLStreamException {
    xml.type("ItemId")
        .attribute("Id", version.id().value())
        .attribute("ChangeKey", version.changeKey())
        .end();
  }

  static void shape(EwsXml xml, List<Property> properties) throws XMLStreamException {
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

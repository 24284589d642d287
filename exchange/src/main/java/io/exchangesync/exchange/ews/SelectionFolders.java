package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxSelection;
import io.exchangesync.core.model.MailboxSelection.Shape;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.ItemProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folders of selections below the default contacts folder, known by our stamp; as items their
 * ids begin with a word of their own.
 */
final class SelectionFolders {
  private static final String PREFIX = "folder:";
  private static final String NAME = "folder:DisplayName";
  private static final List<String> COUNTS = List.of("TotalCount", "ChildFolderCount");

  private final EwsService service;
  private final EwsOperation.Content contactsFolder;
  private final OurStamps ours;

  /**
   * @param contactsFolder writes the id of the default contacts folder
   * @param ours whose stamps make a folder ours
   */
  SelectionFolders(EwsService service, EwsOperation.Content contactsFolder, OurStamps ours) {
    this.service = service;
    this.contactsFolder = contactsFolder;
    this.ours = ours;
  }

  static boolean isFolder(ItemId id) {
    return id.value().startsWith(PREFIX);
  }

  /** The id as Exchange knows it. */
  static String plain(ItemId id) {
    return id.value().substring(PREFIX.length());
  }

  /** Folders with a stamp for this associate by selection; of two with the same stamp one. */
  Map<Integer, MailboxSelection> find() {
    XmlElement page = EwsMessages.single(EwsCall.send(service, below(contactsFolder))).xml();
    Map<Integer, MailboxSelection> found = new HashMap<>();
    for (XmlElement folder :
        page.child("RootFolder")
            .flatMap(root -> root.child("Folders"))
            .map(XmlElement::children)
            .orElse(List.of())) {
      MailboxSelection read = read(folder);
      read.stamp()
          .filter(ours::include)
          .ifPresent(stamp -> found.putIfAbsent(stamp.recordId(), read));
    }
    return found;
  }

  /** Whether nothing at all is in a folder of ours, of whatever kind, and no folder either. */
  boolean isEmpty(MailboxSelection folder) {
    EwsOperation get =
        new EwsOperation(
            "GetFolder",
            xml -> {
              xml.message("FolderShape").type("BaseShape", "IdOnly").type("AdditionalProperties");
              for (String count : COUNTS) {
                new Property.Schema("folder:" + count).writePath(xml);
              }
              xml.end().end();
              xml.message("FolderIds");
              of(folder).writeTo(xml);
              xml.end();
            });
    XmlElement found = EwsMessages.single(EwsCall.send(service, get)).xml();
    return COUNTS.stream()
        .allMatch(count -> found.find(count).map(XmlElement::text).equals(Optional.of("0")));
  }

  private static EwsOperation below(EwsOperation.Content parent) {
    return new EwsOperation(
        "FindFolder",
        xml -> {
          xml.attribute("Traversal", "Shallow");
          xml.message("FolderShape").type("BaseShape", "IdOnly").type("AdditionalProperties");
          new Property.Schema(NAME).writePath(xml);
          Property.STAMP.writePath(xml);
          xml.end().end();
          xml.message("ParentFolderIds");
          parent.writeTo(xml);
          xml.end();
        });
  }

  private static MailboxSelection read(XmlElement folder) {
    return new MailboxSelection(
        Optional.of(version(folder)),
        Shape.FOLDER,
        folder.text("DisplayName").map(Values::lines).orElse(""),
        List.of(),
        ItemParts.stamp(folder),
        Instant.EPOCH);
  }

  private static ItemVersion version(XmlElement folder) {
    XmlElement id =
        folder.child("FolderId").orElseThrow(() -> new Values.Unknown("folder", folder.name()));
    return new ItemVersion(
        new ItemId(PREFIX + id.attribute("Id").orElseThrow(() -> new Values.Unknown("id", "none"))),
        id.attribute("ChangeKey").orElse(""));
  }

  /** A name that another folder has already is a problem that only a person can solve. */
  Answer<ItemVersion> create(MailboxSelection value) {
    return answer(
        new EwsOperation(
            "CreateFolder",
            xml -> {
              xml.message("ParentFolderId");
              contactsFolder.writeTo(xml);
              xml.end();
              xml.message("Folders").type("ContactsFolder").type("DisplayName", value.name());
              if (value.stamp().isPresent()) {
                stamp(xml, value.stamp().get());
              }
              xml.end().end();
            }));
  }

  private static void stamp(EwsXml xml, Stamp stamp) throws javax.xml.stream.XMLStreamException {
    xml.type("ExtendedProperty");
    Property.STAMP.writePath(xml);
    xml.type("Value", stamp.encoded()).end();
  }

  Answer<ItemVersion> update(MailboxSelection before, MailboxSelection after) {
    List<EwsOperation.Content> changes = new ArrayList<>();
    if (!before.name().equals(after.name())) {
      changes.add(
          xml -> {
            xml.type("SetFolderField");
            new Property.Schema(NAME).writePath(xml);
            xml.type("ContactsFolder").type("DisplayName", after.name()).end().end();
          });
    }
    if (!before.stamp().equals(after.stamp())) {
      changes.add(
          xml -> {
            xml.type(after.stamp().isPresent() ? "SetFolderField" : "DeleteFolderField");
            Property.STAMP.writePath(xml);
            if (after.stamp().isPresent()) {
              xml.type("ContactsFolder");
              stamp(xml, after.stamp().get());
              xml.end();
            }
            xml.end();
          });
    }
    return changes.isEmpty()
        ? new Answer.Ok<>(before.version())
        : answer(updateFolder(before, changes));
  }

  private static EwsOperation updateFolder(
      MailboxSelection before, List<EwsOperation.Content> changes) {
    return new EwsOperation(
        "UpdateFolder",
        xml -> {
          xml.message("FolderChanges").type("FolderChange");
          folderId(xml, before.version());
          xml.type("Updates");
          for (EwsOperation.Content change : changes) {
            change.writeTo(xml);
          }
          xml.end().end().end();
        });
  }

  Answer<ItemVersion> delete(ItemVersion folder) {
    EwsOperation delete =
        new EwsOperation(
            "DeleteFolder",
            xml -> {
              xml.attribute("DeleteType", "MoveToDeletedItems").message("FolderIds");
              folderId(xml, folder);
              xml.end();
            });
    return EwsMessages.answers(
            EwsCall.send(service, delete),
            List.of(folder),
            ItemProblem.Type.RETRIABLE,
            message -> folder)
        .get(0);
  }

  /** Writes the id of a folder of ours. */
  static EwsOperation.Content of(MailboxSelection folder) {
    return xml -> xml.type("FolderId").attribute("Id", plain(folder.version().id())).end();
  }

  private static void folderId(EwsXml xml, ItemVersion folder)
      throws javax.xml.stream.XMLStreamException {
    xml.type("FolderId")
        .attribute("Id", plain(folder.id()))
        .attribute("ChangeKey", folder.changeKey())
        .end();
  }

  private Answer<ItemVersion> answer(EwsOperation write) {
    return EwsMessages.answers(
            EwsCall.send(service, write),
            List.of(write),
            ItemProblem.Type.RETRIABLE,
            message ->
                version(
                    message
                        .xml()
                        .child("Folders")
                        .flatMap(folders -> folders.children().stream().findFirst())
                        .orElseThrow(() -> new Values.Unknown("answer", "no folder"))))
        .get(0);
  }
}

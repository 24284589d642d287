package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.auth.Access;
import io.exchangesync.simulator.fields.ExtendedPath;
import io.exchangesync.simulator.fields.ExtendedProperty;
import io.exchangesync.simulator.fields.ItemView;
import io.exchangesync.simulator.fields.Oddities;
import io.exchangesync.simulator.fields.PropertyPath;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.soap.Version;
import io.exchangesync.simulator.soap.XmlOut;
import io.exchangesync.simulator.store.Folder;
import io.exchangesync.simulator.store.Ids;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxInfo;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import io.exchangesync.simulator.store.MailboxStore;
import io.exchangesync.simulator.store.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * Writes folders in the order of the schema.
 *
 * @param base the base shape
 * @param uris what is asked for by name
 * @param extended the extended properties asked for
 * @param access whose rights are told
 */
record FolderWriter(
    XmlOut out,
    String base,
    Set<String> uris,
    List<ExtendedPath> extended,
    Version version,
    Access access) {
  private static final MailboxInfo NOBODY = new MailboxInfo("", "", "", "", Set.of(), Map.of());
  private static final Set<String> DEFAULT =
      Set.of(
          "folder:DisplayName",
          "folder:TotalCount",
          "folder:ChildFolderCount",
          "folder:UnreadCount");

  static FolderWriter of(Call call) {
    Element shape = call.required("FolderShape");
    Set<String> uris =
        Dom.child(shape, "AdditionalProperties").stream()
            .flatMap(additional -> Dom.children(additional, "FieldURI").stream())
            .map(uri -> uri.getAttribute("FieldURI"))
            .collect(Collectors.toSet());
    String base = Dom.required(shape, "BaseShape").getTextContent();
    if (!Set.of("IdOnly", "Default", "AllProperties").contains(base)) {
      throw SoapFault.schema("The 'BaseShape' element is invalid: '" + base + "'.");
    }
    List<ExtendedPath> extended =
        Dom.child(shape, "AdditionalProperties").stream()
            .flatMap(additional -> Dom.children(additional, "ExtendedFieldURI").stream())
            .map(uri -> (ExtendedPath) PropertyPath.parse(uri))
            .toList();
    return new FolderWriter(
        call.out(), base, uris, extended, call.request().version(), call.access());
  }

  static FolderWriter idOnly(Call call) {
    return new FolderWriter(
        call.out(), "IdOnly", Set.of(), List.of(), call.request().version(), call.access());
  }

  /** A folder as restrictions see it: its name, its class and its extended properties. */
  static ItemView view(Folder folder) {
    Map<String, Value> properties = new HashMap<>(folder.extended());
    properties.put("folder:DisplayName", Value.of(folder.displayName()));
    properties.put("folder:FolderClass", Value.of(folder.folderClass()));
    Item item =
        new Item(
            folder.number(),
            folder.parent(),
            folder.created(),
            folder.modified(),
            properties,
            Map.of());
    return new ItemView(NOBODY, item);
  }

  void write(MailboxStore mailbox, Folder folder) {
    String element = "t:" + element(folder);
    String guid = mailbox.info().guid();
    out.open(element);
    id("t:FolderId", guid, folder.number(), folder.modified());
    if (wants("folder:ParentFolderId")) {
      id("t:ParentFolderId", guid, folder.parent(), folder.parent());
    }
    if (wants("folder:FolderClass") && !folder.folderClass().isEmpty()) {
      out.text("t:FolderClass", folder.folderClass());
    }
    text("folder:DisplayName", folder.displayName());
    text("folder:TotalCount", Integer.toString(mailbox.itemCount(folder)));
    text("folder:ChildFolderCount", Integer.toString(children(mailbox, folder)));
    for (ExtendedPath path : extended) {
      Value value = folder.extended().get(path.key());
      if (value != null) {
        ExtendedProperty.write(out, path, value, Oddities.NONE);
      }
    }
    if (wants("folder:EffectiveRights")) {
      rights(mailbox, folder);
    }
    if (version.includes(Version.EXCHANGE_2013)) {
      folder.distinguished().ifPresent(name -> text("folder:DistinguishedFolderId", name));
    }
    if (element.equals("t:Folder")) {
      text("folder:UnreadCount", "0");
    }
    out.close(element);
  }

  private void rights(MailboxStore mailbox, Folder folder) {
    String write = String.valueOf(access.may(mailbox, folder, Right.WRITE));
    out.open("t:EffectiveRights");
    for (String right :
        List.of("CreateAssociated", "CreateContents", "CreateHierarchy", "Delete", "Modify")) {
      out.text("t:" + right, write);
    }
    out.text("t:Read", String.valueOf(access.may(mailbox, folder, Right.READ)));
    out.text("t:ViewPrivateItems", String.valueOf(access.seesPrivateItems(mailbox, folder)));
    out.close("t:EffectiveRights");
  }

  private static String element(Folder folder) {
    return switch (folder.folderClass()) {
      case "IPF.Appointment" -> "CalendarFolder";
      case "IPF.Contact" -> "ContactsFolder";
      case "IPF.Task" -> "TasksFolder";
      default -> "Folder";
    };
  }

  private static int children(MailboxStore mailbox, Folder folder) {
    return (int)
        mailbox.folders().stream()
            .filter(f -> f.parent() == folder.number() && !f.isRoot())
            .count();
  }

  private void text(String uri, String value) {
    if (wants(uri)) {
      out.text("t:" + uri.substring("folder:".length()), value);
    }
  }

  private void id(String element, String guid, long number, long version) {
    out.empty(element, "Id", Ids.folder(guid, number), "ChangeKey", Ids.changeKey(version));
  }

  private boolean wants(String uri) {
    return base.equals("AllProperties")
        || base.equals("Default") && DEFAULT.contains(uri)
        || uris.contains(uri);
  }
}

package io.exchangesync.simulator;

import static io.exchangesync.simulator.EwsClient.all;
import static io.exchangesync.simulator.EwsClient.codes;
import static io.exchangesync.simulator.EwsClient.text;
import static io.exchangesync.simulator.Requests.get;
import static io.exchangesync.simulator.Requests.sync;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.simulator.Requests.Id;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class FoldersTest extends RunningSimulator {
  private static final String CONTACTS = "<t:DistinguishedFolderId Id='contacts'/>";
  private static final String TRASH = "<t:DistinguishedFolderId Id='deleteditems'/>";

  @Test
  void foldersAreRenamedAndMovedKeepingTheirIds() {
    String folder = create(CONTACTS, "ContactsFolder", "Selection", "");
    String state = text(anna.call(hierarchy("")), "SyncState");
    assertThat(codes(anna.call(rename(folder, "Customers")))).containsExactly("NoError");
    Element renamed = anna.call(hierarchy(state));
    assertThat(all(renamed, "Update")).hasSize(1);
    assertThat(text(renamed, "DisplayName")).isEqualTo("Customers");
    assertThat(text(renamed, "FolderClass")).isEqualTo("IPF.Contact");
    anna.call(
        "<m:MoveFolder><m:ToFolderId><t:DistinguishedFolderId Id='msgfolderroot'/></m:ToFolderId>"
            + "<m:FolderIds>"
            + folder
            + "</m:FolderIds></m:MoveFolder>");
    Element moved = anna.call(hierarchy(text(renamed, "SyncState")));
    assertThat("<t:FolderId Id='" + id(moved) + "'/>").isEqualTo(folder);
    create(CONTACTS, "ContactsFolder", "Other", "");
    String inner = create(folder, "ContactsFolder", "Inner", "");
    assertThat(codes(anna.call(rename(inner, "INNER")))).containsExactly("NoError");
    assertThat(
            codes(
                anna.call(
                    "<m:MoveFolder><m:ToFolderId>"
                        + inner
                        + "</m:ToFolderId><m:FolderIds>"
                        + folder
                        + "</m:FolderIds></m:MoveFolder>")))
        .containsExactly("ErrorMoveCopyFailed");
  }

  @Test
  void deletedFoldersGoWithTheirItemsAndTheHierarchyTells() {
    String folder = create(CONTACTS, "ContactsFolder", "Selection", "");
    String inner = create(folder, "ContactsFolder", "Inner", "");
    Id contact = contactIn(inner);
    String state = text(anna.call(hierarchy("")), "SyncState");
    assertThat(codes(anna.call(delete("MoveToDeletedItems", folder)))).containsExactly("NoError");
    Element moved = anna.call(hierarchy(state));
    assertThat(all(moved, "Update")).hasSize(1);
    assertThat(codes(anna.call(get("IdOnly", "", contact)))).containsExactly("NoError");
    assertThat(codes(anna.call(delete("MoveToDeletedItems", folder)))).containsExactly("NoError");
    Element gone = anna.call(hierarchy(text(moved, "SyncState")));
    assertThat(all(gone, "Delete")).hasSize(2);
    assertThat(codes(anna.call(get("IdOnly", "", contact)))).containsExactly("ErrorItemNotFound");
    assertThat(codes(anna.call(sync(folder, "", 10)))).containsExactly("ErrorSyncFolderNotFound");
    assertThat(all(anna.call(hierarchy(text(gone, "SyncState"))), "Delete")).isEmpty();
    assertThat(codes(anna.call(delete("HardDelete", CONTACTS))))
        .containsExactly("ErrorDeleteDistinguishedFolder");
  }

  @Test
  void eachFolderHasItsOwnChanges() {
    String folder = create(CONTACTS, "ContactsFolder", "Selection", "");
    contactIn(folder);
    assertThat(all(anna.call(sync(folder, "", 10)), "Create")).hasSize(1);
    assertThat(all(anna.call(sync(CONTACTS, "", 10)), "Create")).isEmpty();
  }

  @Test
  void foldersAreEmptied() {
    String folder = create(CONTACTS, "ContactsFolder", "Selection", "");
    Id contact = contactIn(folder);
    contactIn(create(folder, "ContactsFolder", "Inner", ""));
    assertThat(codes(anna.call(empty(folder)))).containsExactly("NoError");
    assertThat(codes(anna.call(get("IdOnly", "", contact)))).containsExactly("ErrorItemNotFound");
    assertThat(all(anna.call(sync(TRASH, "", 10)), "Create")).hasSize(1);
    assertThat(text(anna.call(getFolder(folder, "")), "ChildFolderCount")).isEqualTo("0");
    assertThat(codes(anna.call(empty("<t:DistinguishedFolderId Id='calendar'/>"))))
        .containsExactly("ErrorCannotEmptyFolder");
  }

  @Test
  void copiesHaveIdsOfTheirOwn() {
    Id contact = contactIn(CONTACTS);
    String folder = create(CONTACTS, "ContactsFolder", "Selection", "");
    Element copied =
        anna.call(
            "<m:CopyItem><m:ToFolderId>"
                + folder
                + "</m:ToFolderId><m:ItemIds><t:ItemId Id='"
                + contact.id()
                + "'/></m:ItemIds></m:CopyItem>");
    assertThat(Id.in(copied).id()).isNotEqualTo(contact.id());
    assertThat(codes(anna.call(get("IdOnly", "", contact, Id.in(copied)))))
        .containsExactly("NoError", "NoError");
  }

  @Test
  void foldersCarryStamps() {
    String stamp =
        "<t:ExtendedProperty>"
            + Requests.STAMP
            + "<t:Value>selection-7</t:Value></t:ExtendedProperty>";
    String folder = create(CONTACTS, "ContactsFolder", "Selection", stamp);
    assertThat(text(anna.call(getFolder(folder, Requests.STAMP)), "Value"))
        .isEqualTo("selection-7");
    String change =
        Requests.change(
            "SetFolderField", "ContactsFolder", Requests.STAMP, stamp.replace("-7", "-8"));
    assertThat(codes(anna.call(update(folder, change)))).containsExactly("NoError");
    assertThat(text(anna.call(getFolder(folder, Requests.STAMP)), "Value"))
        .isEqualTo("selection-8");
  }

  @Test
  void namesAreResolvedAmongContactsToo() {
    anna.call(
        Requests.create(
            "<t:Contact><t:DisplayName>Eva Lund</t:DisplayName><t:EmailAddresses>"
                + "<t:Entry Key='EmailAddress1'>eva@lund.example</t:Entry></t:EmailAddresses>"
                + "</t:Contact><t:DistributionList><t:DisplayName>Lund customers</t:DisplayName>"
                + "</t:DistributionList>"));
    Element both = anna.call(resolve("lund", "ActiveDirectoryContacts"));
    assertThat(all(both, "MailboxType"))
        .extracting(Element::getTextContent)
        .containsExactly("Contact", "PrivateDL");
    assertThat(text(both, "FileAs")).isEqualTo("Eva Lund");
    assertThat(text(anna.call(resolve("eva@lund.example", "Contacts")), "MailboxType"))
        .isEqualTo("Contact");
    assertThat(codes(anna.call(resolve("eva", "ActiveDirectory"))))
        .containsExactly("ErrorNameResolutionNoResults");
    assertThat(codes(bo.call(resolve("eva", "ContactsActiveDirectory"))))
        .containsExactly("ErrorNameResolutionNoResults");
  }

  @Test
  void foldersAreFoundByNameAndStamp() {
    String stamp =
        "<t:ExtendedProperty>" + Requests.STAMP + "<t:Value>s-7</t:Value></t:ExtendedProperty>";
    create(CONTACTS, "ContactsFolder", "Selection", stamp);
    create(CONTACTS, "ContactsFolder", "Other", "");
    assertThat(text(anna.call(findFolders(Requests.STAMP, "s-7")), "DisplayName"))
        .isEqualTo("Selection");
    assertThat(
            text(
                anna.call(findFolders("<t:FieldURI FieldURI='folder:DisplayName'/>", "other")),
                "DisplayName"))
        .isEqualTo("Other");
  }

  private static String findFolders(String path, String value) {
    return "<m:FindFolder Traversal='Deep'><m:FolderShape><t:BaseShape>Default</t:BaseShape>"
        + "</m:FolderShape><m:Restriction><t:IsEqualTo>"
        + path
        + "<t:FieldURIOrConstant><t:Constant Value='"
        + value
        + "'/></t:FieldURIOrConstant></t:IsEqualTo></m:Restriction><m:ParentFolderIds>"
        + "<t:DistinguishedFolderId Id='msgfolderroot'/></m:ParentFolderIds></m:FindFolder>";
  }

  private static String resolve(String entry, String scope) {
    return "<m:ResolveNames ReturnFullContactData='true' SearchScope='"
        + scope
        + "'><m:UnresolvedEntry>"
        + entry
        + "</m:UnresolvedEntry></m:ResolveNames>";
  }

  private Id contactIn(String folder) {
    Element made =
        anna.call(
            "<m:CreateItem><m:SavedItemFolderId>"
                + folder
                + "</m:SavedItemFolderId><m:Items><t:Contact/></m:Items></m:CreateItem>");
    return Id.in(made);
  }

  private String create(String parent, String element, String name, String more) {
    Element made =
        anna.call(
            "<m:CreateFolder><m:ParentFolderId>"
                + parent
                + "</m:ParentFolderId><m:Folders><t:"
                + element
                + "><t:DisplayName>"
                + name
                + "</t:DisplayName>"
                + more
                + "</t:"
                + element
                + "></m:Folders></m:CreateFolder>");
    return "<t:FolderId Id='" + id(made) + "'/>";
  }

  private static String rename(String folder, String name) {
    return update(
        folder,
        Requests.change(
            "SetFolderField",
            "ContactsFolder",
            "<t:FieldURI FieldURI='folder:DisplayName'/>",
            "<t:DisplayName>" + name + "</t:DisplayName>"));
  }

  private static String update(String folder, String updates) {
    return "<m:UpdateFolder><m:FolderChanges><t:FolderChange>"
        + folder
        + "<t:Updates>"
        + updates
        + "</t:Updates></t:FolderChange></m:FolderChanges></m:UpdateFolder>";
  }

  private static String delete(String type, String folder) {
    return "<m:DeleteFolder DeleteType='"
        + type
        + "'><m:FolderIds>"
        + folder
        + "</m:FolderIds></m:DeleteFolder>";
  }

  private static String empty(String folder) {
    return "<m:EmptyFolder DeleteType='MoveToDeletedItems' DeleteSubFolders='true'><m:FolderIds>"
        + folder
        + "</m:FolderIds></m:EmptyFolder>";
  }

  private static String getFolder(String folder, String additional) {
    return "<m:GetFolder><m:FolderShape><t:BaseShape>AllProperties</t:BaseShape>"
        + (additional.isEmpty() ? "" : Requests.additional(additional))
        + "</m:FolderShape><m:FolderIds>"
        + folder
        + "</m:FolderIds></m:GetFolder>";
  }

  private static String hierarchy(String state) {
    return "<m:SyncFolderHierarchy><m:FolderShape><t:BaseShape>AllProperties</t:BaseShape>"
        + "</m:FolderShape>"
        + (state.isEmpty() ? "" : "<m:SyncState>" + state + "</m:SyncState>")
        + "</m:SyncFolderHierarchy>";
  }

  private static String id(Element answer) {
    return all(answer, "FolderId").get(0).getAttribute("Id");
  }
}

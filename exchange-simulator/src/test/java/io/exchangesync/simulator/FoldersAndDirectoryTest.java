package io.exchangesync.simulator;

import static io.exchangesync.simulator.EwsClient.all;
import static io.exchangesync.simulator.EwsClient.codes;
import static io.exchangesync.simulator.EwsClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class FoldersAndDirectoryTest extends RunningSimulator {
  private static final String SHAPE =
      "<m:FolderShape><t:BaseShape>AllProperties</t:BaseShape></m:FolderShape>";

  @Test
  void distinguishedFoldersAreThere() {
    Element answer =
        anna.call(
            "<m:GetFolder>"
                + SHAPE
                + "<m:FolderIds><t:DistinguishedFolderId Id='calendar'/>"
                + "<t:DistinguishedFolderId Id='tasks'/><t:DistinguishedFolderId Id='contacts'/>"
                + "<t:DistinguishedFolderId Id='root'/><t:DistinguishedFolderId Id='voicemail'/>"
                + "</m:FolderIds></m:GetFolder>");
    assertThat(codes(answer))
        .containsExactly("NoError", "NoError", "NoError", "NoError", "ErrorFolderNotFound");
    assertThat(text(all(answer, "CalendarFolder").get(0), "FolderClass"))
        .isEqualTo("IPF.Appointment");
    assertThat(all(answer, "TasksFolder")).hasSize(1);
    assertThat(all(answer, "ContactsFolder")).hasSize(1);
  }

  @Test
  void foldersAreMadeFoundAndTold() {
    Element before = anna.call(hierarchy(""));
    assertThat(all(before, "Create")).hasSizeGreaterThan(10);
    String state = text(before, "SyncState");
    Element made = anna.call(create("Projects"));
    String id = all(made, "FolderId").get(0).getAttribute("Id");
    assertThat(codes(anna.call(create("projects")))).containsExactly("ErrorFolderExists");
    Element below =
        anna.call(
            "<m:FindFolder Traversal='Shallow'>"
                + SHAPE
                + "<m:ParentFolderIds>"
                + "<t:DistinguishedFolderId Id='calendar'/></m:ParentFolderIds></m:FindFolder>");
    assertThat(text(below, "DisplayName")).isEqualTo("Projects");
    Element changes = anna.call(hierarchy(state));
    assertThat(all(changes, "FolderId")).hasSize(1);
    assertThat(all(changes, "FolderId").get(0).getAttribute("Id")).isEqualTo(id);
    assertThat(codes(anna.call(hierarchy("nonsense"))))
        .containsExactly("ErrorInvalidSyncStateData");
  }

  @Test
  void foldersAreFoundAllTheWayDown() {
    anna.call(create("Projects"));
    Element deep =
        anna.call(
            "<m:FindFolder Traversal='Deep'>"
                + SHAPE
                + "<m:ParentFolderIds>"
                + "<t:DistinguishedFolderId Id='root'/></m:ParentFolderIds></m:FindFolder>");
    assertThat(all(deep, "DisplayName"))
        .extracting(Element::getTextContent)
        .contains("Top of Information Store", "Calendar", "Projects", "Deletions");
  }

  @Test
  void namesAndAddressesAreResolved() {
    assertThat(text(anna.call(resolve("bo@example.com")), "Name")).isEqualTo("Bo Dahl");
    assertThat(text(all(anna.call(resolve("berg")), "Mailbox").get(0), "EmailAddress"))
        .isEqualTo("anna@example.com");
    Element several = anna.call(resolve("b"));
    assertThat(codes(several)).containsExactly("ErrorNameResolutionMultipleResults");
    assertThat(all(several, "Resolution")).hasSize(2);
    assertThat(codes(anna.call(resolve("nobody@example.com"))))
        .containsExactly("ErrorNameResolutionNoResults");
  }

  @Test
  void timeZonesComeWithTheirRules() {
    Element zones =
        anna.call(
            "<m:GetServerTimeZones ReturnFullTimeZoneData='true'><m:Ids>"
                + "<t:Id>W. Europe Standard Time</t:Id><t:Id>Tokyo Standard Time</t:Id></m:Ids>"
                + "</m:GetServerTimeZones>");
    assertThat(all(zones, "TimeZoneDefinition")).hasSize(2);
    assertThat(all(zones, "RecurringDayTransition")).hasSize(2);
    assertThat(all(zones, "Period"))
        .extracting(p -> p.getAttribute("Bias"))
        .containsExactlyInAnyOrder("-PT1H", "-PT2H", "-PT9H");
    Element names = anna.call("<m:GetServerTimeZones ReturnFullTimeZoneData='false'/>");
    assertThat(all(names, "TimeZoneDefinition")).hasSizeGreaterThan(130);
    anna.call("<m:GetServerTimeZones ReturnFullTimeZoneData='true'/>");
  }

  private static String create(String name) {
    return "<m:CreateFolder><m:ParentFolderId><t:DistinguishedFolderId Id='calendar'/>"
        + "</m:ParentFolderId><m:Folders><t:CalendarFolder><t:DisplayName>"
        + name
        + "</t:DisplayName></t:CalendarFolder></m:Folders></m:CreateFolder>";
  }

  private static String hierarchy(String state) {
    return "<m:SyncFolderHierarchy>"
        + SHAPE
        + (state.isEmpty() ? "" : "<m:SyncState>" + state + "</m:SyncState>")
        + "</m:SyncFolderHierarchy>";
  }

  private static String resolve(String entry) {
    return "<m:ResolveNames ReturnFullContactData='true'><m:UnresolvedEntry>"
        + entry
        + "</m:UnresolvedEntry></m:ResolveNames>";
  }
}

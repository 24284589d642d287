package io.exchangesync.simulator;

import static io.exchangesync.simulator.EwsClient.all;
import static io.exchangesync.simulator.EwsClient.codes;
import static io.exchangesync.simulator.EwsClient.text;
import static io.exchangesync.simulator.Requests.change;
import static io.exchangesync.simulator.Requests.create;
import static io.exchangesync.simulator.Requests.created;
import static io.exchangesync.simulator.Requests.find;
import static io.exchangesync.simulator.Requests.get;
import static io.exchangesync.simulator.Requests.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.simulator.Requests.Id;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class DistributionListsTest extends RunningSimulator {

  @Test
  void membersAreAddedAndRemovedOneByOne() {
    Id id = created(anna, list(member("One", "one@x.example") + member("Two", "two@x.example")));
    anna.call(
        update(
            id,
            "AlwaysOverwrite",
            change(
                "AppendToItemField",
                "DistributionList",
                "<t:FieldURI FieldURI='distributionlist:Members'/>",
                "<t:Members>" + member("Three", "three@x.example") + "</t:Members>")));
    assertThat(names(id)).containsExactly("One", "Two", "Three");
    String key = all(read(id), "Member").get(1).getAttribute("Key");
    assertThat(codes(anna.call(update(id, "AlwaysOverwrite", remove(key)))))
        .containsExactly("NoError");
    assertThat(names(id)).containsExactly("One", "Three");
    assertThat(codes(anna.call(update(id, "AlwaysOverwrite", remove(key)))))
        .containsExactly("ErrorDistributionListMemberNotExist");
  }

  @Test
  void membersThatAreContactsAndListsAreNamedByTheirItems() {
    Id eva =
        created(
            anna,
            "<t:Contact><t:DisplayName>Eva Lund</t:DisplayName><t:EmailAddresses>"
                + "<t:Entry Key='EmailAddress1'>eva@x.example</t:Entry></t:EmailAddresses></t:Contact>");
    Id inner = created(anna, list(member("One", "one@x.example")));
    Id outer =
        created(
            anna,
            list(
                byItem("Contact", eva)
                    + byItem("PrivateDL", inner)
                    + byItem("Contact", new Id(eva.id().replace('A', 'B'), ""))));
    Element read = read(outer);
    assertThat(all(read, "MailboxType"))
        .extracting(Element::getTextContent)
        .containsExactly("Contact", "PrivateDL", "OneOff");
    assertThat(all(read, "Name"))
        .extracting(Element::getTextContent)
        .startsWith("Eva Lund", "Group");
    assertThat(all(read, "EmailAddress").get(0).getTextContent()).isEqualTo("eva@x.example");
    assertThat(all(read, "Status"))
        .extracting(Element::getTextContent)
        .containsExactly("Normal", "Normal", "Demoted");
  }

  @Test
  void aMemberOfNothingIsRefused() {
    String nothing = "<t:Member><t:Mailbox><t:Name>Nobody</t:Name></t:Mailbox></t:Member>";
    assertThat(codes(anna.call(create(list(nothing)))))
        .containsExactly("ErrorMissingInformationEmailAddress");
  }

  @Test
  void listsAreFoundWithoutTheirMembersAndExpandedWithThem() {
    Id id = created(anna, list(member("One", "one@x.example")));
    Element found =
        anna.call(
            find("<t:DistinguishedFolderId Id='contacts'/>", "")
                .replace("IdOnly", "AllProperties"));
    assertThat(text(found, "DisplayName")).isEqualTo("Group");
    assertThat(all(found, "Members")).isEmpty();
    Element expanded = anna.call(expand(id));
    assertThat(text(expanded, "EmailAddress")).isEqualTo("one@x.example");
    assertThat(all(expanded, "DLExpansion").get(0).getAttribute("TotalItemsInView")).isEqualTo("1");
    assertThat(codes(anna.call(expand(created(anna, "<t:Contact/>")))))
        .containsExactly("ErrorInvalidItemForOperationExpandDL");
    assertThat(codes(bo.call(expand(id)))).containsExactly("ErrorAccessDenied");
  }

  @Test
  void groupsOfTheDirectoryAreExpandedLevelByLevelAndFoundByName() {
    simulator.addGroup("sales@example.com", "Sales", List.of("anna@example.com", "bo@example.com"));
    simulator.addGroup(
        "everybody@example.com",
        "Everybody",
        List.of("Sales@example.com", "guest@elsewhere.example"));
    Element expanded = anna.call(expandGroup("Everybody@example.com"));
    assertThat(all(expanded, "EmailAddress"))
        .extracting(Element::getTextContent)
        .containsExactly("sales@example.com", "guest@elsewhere.example");
    assertThat(all(expanded, "MailboxType"))
        .extracting(Element::getTextContent)
        .containsExactly("PublicDL", "Mailbox");
    assertThat(all(anna.call(expandGroup("sales@example.com")), "Name"))
        .extracting(Element::getTextContent)
        .containsExactly("Anna Berg", "Bo Dahl");
    assertThat(codes(anna.call(expandGroup("nobody@example.com"))))
        .containsExactly("ErrorNameResolutionNoResults");
    Element resolved =
        anna.call(
            "<m:ResolveNames ReturnFullContactData='true'><m:UnresolvedEntry>Every"
                + "</m:UnresolvedEntry></m:ResolveNames>");
    assertThat(text(resolved, "MailboxType")).isEqualTo("PublicDL");
    assertThat(text(resolved, "DisplayName")).isEqualTo("Everybody");
  }

  private static String expandGroup(String smtp) {
    return "<m:ExpandDL><m:Mailbox><t:EmailAddress>"
        + smtp
        + "</t:EmailAddress></m:Mailbox></m:ExpandDL>";
  }

  private static String expand(Id id) {
    return "<m:ExpandDL><m:Mailbox><t:MailboxType>PrivateDL</t:MailboxType><t:ItemId Id='"
        + id.id()
        + "'/></m:Mailbox></m:ExpandDL>";
  }

  private static String remove(String key) {
    return "<t:DeleteItemField><t:IndexedFieldURI FieldURI='distributionlist:Members:Member'"
        + " FieldIndex='"
        + key
        + "'/></t:DeleteItemField>";
  }

  private static String list(String members) {
    return "<t:DistributionList><t:DisplayName>Group</t:DisplayName><t:Members>"
        + members
        + "</t:Members></t:DistributionList>";
  }

  private static String member(String name, String smtp) {
    return "<t:Member><t:Mailbox><t:Name>"
        + name
        + "</t:Name><t:EmailAddress>"
        + smtp
        + "</t:EmailAddress><t:RoutingType>SMTP</t:RoutingType>"
        + "<t:MailboxType>OneOff</t:MailboxType></t:Mailbox></t:Member>";
  }

  private static String byItem(String type, Id id) {
    return "<t:Member><t:Mailbox><t:MailboxType>"
        + type
        + "</t:MailboxType><t:ItemId Id='"
        + id.id()
        + "'/></t:Mailbox></t:Member>";
  }

  private List<String> names(Id id) {
    return all(read(id), "Name").stream().map(Element::getTextContent).toList();
  }

  private Element read(Id id) {
    return anna.call(get("AllProperties", "", id));
  }
}

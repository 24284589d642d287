package io.exchangesync.simulator;

import static io.exchangesync.simulator.EwsClient.all;
import static io.exchangesync.simulator.EwsClient.codes;
import static io.exchangesync.simulator.EwsClient.text;
import static io.exchangesync.simulator.Requests.additional;
import static io.exchangesync.simulator.Requests.change;
import static io.exchangesync.simulator.Requests.create;
import static io.exchangesync.simulator.Requests.created;
import static io.exchangesync.simulator.Requests.get;
import static io.exchangesync.simulator.Requests.set;
import static io.exchangesync.simulator.Requests.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.simulator.Requests.Id;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class ContactsTest extends RunningSimulator {
  private static final String NAME =
      "<t:GivenName>Hans</t:GivenName><t:MiddleName>J</t:MiddleName>"
          + "<t:CompanyName>Acme</t:CompanyName>";
  private static final String TAIL = "<t:Surname>Berg</t:Surname>";

  @ParameterizedTest
  @CsvSource({
    "LastCommaFirst, 'Berg, Hans J'",
    "FirstSpaceLast, Hans J Berg",
    "Company, Acme",
    "LastFirst, BergHans J",
    "LastSpaceFirst, Berg Hans J",
    "DisplayName, Hans J Berg",
    "LastName, Berg"
  })
  void theNameAContactIsFiledAsFollowsItsMapping(String mapping, String fileAs) {
    Id id =
        created(
            anna,
            "<t:Contact><t:FileAsMapping>"
                + mapping
                + "</t:FileAsMapping>"
                + NAME
                + TAIL
                + "</t:Contact>");
    assertThat(text(read(id), "FileAs")).isEqualTo(fileAs);
    assertThat(text(read(id), "Subject")).isEqualTo("Hans J Berg");
  }

  @Test
  void namesThatTheServerMadeFollowTheirPartsAndOthersDoNot() {
    Id made = created(anna, "<t:Contact>" + NAME + TAIL + "</t:Contact>");
    Id named =
        created(
            anna,
            "<t:Contact><t:FileAs>Boss</t:FileAs><t:DisplayName>The boss</t:DisplayName>"
                + NAME
                + TAIL
                + "</t:Contact>");
    String surname = set("Contact", "contacts:Surname", "<t:Surname>Dahl</t:Surname>");
    anna.call(update(made, "AlwaysOverwrite", surname));
    anna.call(update(named, "AlwaysOverwrite", surname));
    assertThat(text(read(made), "FileAs")).isEqualTo("Dahl, Hans J");
    assertThat(text(read(made), "DisplayName")).isEqualTo("Hans J Dahl");
    assertThat(text(read(made), "Subject")).isEqualTo("Hans J Dahl");
    assertThat(text(read(named), "FileAs")).isEqualTo("Boss");
    assertThat(text(read(named), "FileAsMapping")).isEqualTo("None");
    assertThat(text(read(named), "DisplayName")).isEqualTo("The boss");
  }

  @Test
  void oneEntryIsSetAndDeletedByItsIndexedPath() {
    Id id =
        created(
            anna,
            "<t:Contact>"
                + emails(
                    "<t:Entry Key='EmailAddress1' Name='Hans' RoutingType='SMTP'>h@a.example</t:Entry>"
                        + "<t:Entry Key='EmailAddress2'>h@b.example</t:Entry>")
                + "</t:Contact>");
    Element first = all(read(id), "Entry").get(0);
    assertThat(first.getAttribute("Name")).isEqualTo("Hans");
    anna.call(
        update(
            id,
            "AlwaysOverwrite",
            delete("contacts:EmailAddress", "EmailAddress1")
                + change(
                    "SetItemField",
                    "Contact",
                    path("contacts:EmailAddress", "EmailAddress3"),
                    emails("<t:Entry Key='EmailAddress3' Name='Third'>h@c.example</t:Entry>"))
                + change(
                    "SetItemField",
                    "Contact",
                    path("contacts:PhysicalAddress:City", "Home"),
                    "<t:PhysicalAddresses><t:Entry Key='Home'><t:City>Oslo</t:City></t:Entry>"
                        + "</t:PhysicalAddresses>")));
    Element contact = read(id);
    assertThat(all(contact, "Entry"))
        .extracting(e -> e.getAttribute("Key") + " " + e.getTextContent())
        .containsExactly("EmailAddress2 h@b.example", "EmailAddress3 h@c.example", "Home Oslo");
    Element one =
        anna.call(get("IdOnly", additional(path("contacts:EmailAddress", "EmailAddress3")), id));
    assertThat(text(one, "Entry")).isEqualTo("h@c.example");
  }

  @Test
  void anUpdateThatNamesAnotherEntryThanItCarriesIsRefused() {
    Id id = created(anna, "<t:Contact/>");
    String wrong =
        change(
            "SetItemField",
            "Contact",
            path("contacts:PhoneNumber", "HomePhone"),
            "<t:PhoneNumbers><t:Entry Key='Pager'>1</t:Entry></t:PhoneNumbers>");
    assertThat(codes(anna.call(update(id, "AlwaysOverwrite", wrong))))
        .containsExactly("ErrorUpdatePropertyMismatch");
    String whole =
        set(
            "Contact",
            "contacts:PhoneNumbers",
            "<t:PhoneNumbers><t:Entry Key='Pager'>1</t:Entry></t:PhoneNumbers>");
    assertThat(codes(anna.call(update(id, "AlwaysOverwrite", whole))))
        .containsExactly("ErrorInvalidPropertySet");
  }

  @Test
  void theMapiNameOfAnAddressShowsAndDeletesIt() {
    String mapi =
        "<t:ExtendedFieldURI DistinguishedPropertySetId='Address' PropertyId='32899'"
            + " PropertyType='String'/>";
    Id id =
        created(
            anna,
            "<t:Contact>"
                + emails("<t:Entry Key='EmailAddress1'>h@a.example</t:Entry>")
                + "</t:Contact>");
    assertThat(text(anna.call(get("IdOnly", additional(mapi), id)), "Value"))
        .isEqualTo("h@a.example");
    anna.call(update(id, "AlwaysOverwrite", "<t:DeleteItemField>" + mapi + "</t:DeleteItemField>"));
    assertThat(all(read(id), "Entry")).isEmpty();
  }

  @Test
  void anAttachmentGivesItsItemANewChangeKeyThatTheAnswerTells() {
    Id id = created(anna, "<t:Contact/>");
    Element made = anna.call(attach(id, "cGljdHVyZQ=="));
    Element attachment = all(made, "AttachmentId").get(0);
    assertThat(attachment.getAttribute("RootItemId")).isEqualTo(id.id());
    String key = attachment.getAttribute("RootItemChangeKey");
    assertThat(key).isNotEqualTo(id.changeKey());
    Element contact = read(id);
    assertThat(Id.in(contact).changeKey()).isEqualTo(key);
    assertThat(text(contact, "HasPicture")).isEqualTo("true");
    String ids =
        "<m:AttachmentIds><t:AttachmentId Id='"
            + attachment.getAttribute("Id")
            + "'/></m:AttachmentIds>";
    assertThat(text(anna.call("<m:GetAttachment>" + ids + "</m:GetAttachment>"), "Content"))
        .isEqualTo("cGljdHVyZQ==");
    Element gone = anna.call("<m:DeleteAttachment>" + ids + "</m:DeleteAttachment>");
    assertThat(all(gone, "RootItemId").get(0).getAttribute("RootItemChangeKey")).isNotEqualTo(key);
    assertThat(text(read(id), "HasPicture")).isEqualTo("false");
    anna.call(attach(id, "YW5vdGhlcg=="));
    assertThat(codes(anna.call("<m:GetAttachment>" + ids + "</m:GetAttachment>")))
        .containsExactly("ErrorItemNotFound");
    assertThat(codes(bo.call("<m:GetAttachment>" + ids + "</m:GetAttachment>")))
        .containsExactly("ErrorAccessDenied");
  }

  @Test
  void contactsStandInContactFoldersOnly() {
    String inTasks =
        "<m:CreateItem><m:SavedItemFolderId><t:DistinguishedFolderId Id='tasks'/>"
            + "</m:SavedItemFolderId><m:Items><t:Contact/></m:Items></m:CreateItem>";
    assertThat(codes(anna.call(inTasks)))
        .containsExactly("ErrorCannotCreateContactInNonContactFolder");
    assertThat(codes(anna.call(create("<t:DistributionList/>")))).containsExactly("NoError");
  }

  private static String attach(Id id, String base64) {
    return "<m:CreateAttachment><m:ParentItemId Id='"
        + id.id()
        + "'/><m:Attachments><t:FileAttachment><t:Name>me.jpg</t:Name>"
        + "<t:IsContactPhoto>true</t:IsContactPhoto><t:Content>"
        + base64
        + "</t:Content></t:FileAttachment></m:Attachments></m:CreateAttachment>";
  }

  private static String emails(String entries) {
    return "<t:EmailAddresses>" + entries + "</t:EmailAddresses>";
  }

  private static String path(String uri, String index) {
    return "<t:IndexedFieldURI FieldURI='" + uri + "' FieldIndex='" + index + "'/>";
  }

  private static String delete(String uri, String index) {
    return "<t:DeleteItemField>" + path(uri, index) + "</t:DeleteItemField>";
  }

  private Element read(Id id) {
    return anna.call(get("AllProperties", "", id));
  }
}

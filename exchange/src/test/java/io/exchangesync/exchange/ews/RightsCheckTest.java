package io.exchangesync.exchange.ews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.SyncException;
import io.exchangesync.exchange.ews.MailboxRight.Allowed;
import io.exchangesync.exchange.ews.MailboxRight.Thing;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The administrator is told what can be read and written in a mailbox, and what mends the rest. */
class RightsCheckTest {
  private static final String DEPUTY = "deputy@example.com";

  private final SimulatorFixture fixture = SimulatorFixture.basic(Access.IMPERSONATION);
  private final Mailbox mailbox = fixture.newMailbox();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void impersonationMayDoWhatTheOwnerMay() {
    SignIn service = new SignIn.Basic(SimulatorFixture.SERVICE, SimulatorFixture.PASSWORD);
    List<MailboxRight> rights = rights(service, Access.IMPERSONATION);
    assertThat(rights).extracting(MailboxRight::thing).containsExactly(Thing.values());
    assertThat(rights).extracting(MailboxRight::write).containsOnly(Allowed.YES);
    assertThat(rights).allSatisfy(right -> assertThat(right.shell()).isEmpty());
  }

  @Test
  void aDelegateWhoReadsTheCalendarOnlyIsToldWhatIsMissing() {
    fixture
        .simulator()
        .delegate(mailbox.address(), DEPUTY, "IPF.Appointment", EnumSet.of(Right.READ));
    Map<Thing, MailboxRight> rights = byThing(delegate());
    assertThat(rights.get(Thing.CALENDAR).read()).isEqualTo(Allowed.YES);
    assertThat(rights.get(Thing.CALENDAR).write()).isEqualTo(Allowed.NO);
    assertThat(rights.get(Thing.CALENDAR).shell())
        .containsExactly(
            "Add-MailboxPermission -Identity '"
                + mailbox.address()
                + "' -User 'deputy@example.com' -AccessRights FullAccess -InheritanceType All"
                + " -AutoMapping $false");
    assertThat(rights.get(Thing.TASKS).read()).isEqualTo(Allowed.NO);
    assertThat(rights.get(Thing.CONTACTS).text()).isEqualTo("Contacts can't be read.");
  }

  @Test
  void aDelegateWhoDoesNotSeePrivateItemsIsToldHowToSeeThem() {
    fixture.simulator().delegate(mailbox.address(), DEPUTY, EnumSet.of(Right.READ, Right.WRITE));
    Map<Thing, MailboxRight> rights = byThing(delegate());
    assertThat(rights.get(Thing.CALENDAR).write()).isEqualTo(Allowed.YES);
    assertThat(rights.get(Thing.PRIVATE_ITEMS).read()).isEqualTo(Allowed.NO);
    assertThat(rights.get(Thing.PRIVATE_ITEMS).shell())
        .singleElement()
        .asString()
        .contains("CanViewPrivateItems");
  }

  @Test
  void whatExchangeDoesNotTellCanNotBeKnown() {
    try (StubServer server = new StubServer()) {
      for (int i = 0; i < Thing.values().length; i++) {
        server.thenMessages(
            "GetFolder",
            "<m:GetFolderResponseMessage ResponseClass=\"Success\"><m:ResponseCode>NoError"
                + "</m:ResponseCode><m:Folders><t:CalendarFolder/></m:Folders>"
                + "</m:GetFolderResponseMessage>");
      }
      List<MailboxRight> rights =
          RightsCheck.run(server.connection(StubServer.BASIC, Access.DELEGATION), "a@b.example");
      assertThat(rights).extracting(MailboxRight::read).containsOnly(Allowed.UNKNOWN);
      assertThat(rights.get(0).text()).startsWith("It can't be known");
    }
  }

  @Test
  void anApostropheInAnAddressDoesNotEndTheQuotedValue() {
    EwsConnection connection =
        EwsConnection.of(
            fixture.simulator().url(), new SignIn.Basic("o'neil", "x"), Access.DELEGATION);
    assertThat(ShellLines.access(connection, "a'; Remove-Mailbox 'b"))
        .singleElement()
        .asString()
        .contains("-Identity 'a''; Remove-Mailbox ''b'", "-User 'o''neil'");
  }

  @Test
  void anApplicationIsGivenItsRoleWithTheMailboxAsScope() {
    SignIn.TokenSupplier tokens =
        new SignIn.TokenSupplier() {
          @Override
          public String token() {
            return "t";
          }

          @Override
          public Optional<String> clientId() {
            return Optional.of("client-1");
          }
        };
    EwsConnection connection =
        EwsConnection.of(
            fixture.simulator().url(), new SignIn.Bearer(tokens), Access.IMPERSONATION);
    assertThat(ShellLines.access(connection, "a@b.example"))
        .containsExactly(
            "New-ServicePrincipal -AppId 'client-1' -ObjectId (Get-MgServicePrincipal -Filter"
                + " 'appId eq ''client-1''').Id -DisplayName 'ExchangeSync'",
            "New-ManagementScope -Name 'ExchangeSync mailboxes' -RecipientRestrictionFilter"
                + " 'PrimarySmtpAddress -eq ''a@b.example'''",
            "New-ManagementRoleAssignment -Name 'ExchangeSync access' -Role 'Application"
                + " EWS.AccessAsApp' -App 'client-1' -CustomResourceScope 'ExchangeSync"
                + " mailboxes'");
  }

  @Test
  void aMailboxThatCanNotBeOpenedIsAFailureAndNotALackOfRights() {
    SignIn wrong = new SignIn.Basic(SimulatorFixture.SERVICE, "wrong");
    assertThatThrownBy(() -> rights(wrong, Access.IMPERSONATION))
        .isInstanceOf(SyncException.MailboxFatal.class);
  }

  private List<MailboxRight> delegate() {
    return rights(new SignIn.Basic(DEPUTY, SimulatorFixture.PASSWORD), Access.DELEGATION);
  }

  private List<MailboxRight> rights(SignIn signIn, Access access) {
    return RightsCheck.run(
        EwsConnection.of(fixture.simulator().url(), signIn, access), mailbox.address());
  }

  private static Map<Thing, MailboxRight> byThing(List<MailboxRight> rights) {
    return Map.of(
        Thing.CALENDAR, rights.get(0),
        Thing.TASKS, rights.get(1),
        Thing.CONTACTS, rights.get(2),
        Thing.PRIVATE_ITEMS, rights.get(3));
  }
}

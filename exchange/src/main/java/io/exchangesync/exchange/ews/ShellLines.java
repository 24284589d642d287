package io.exchangesync.exchange.ews;

import java.util.List;
import java.util.Optional;

/**
 * Lines of the Exchange Management Shell, or of Exchange Online PowerShell, that give a connection
 * its rights in one mailbox. Values are quoted, so that an address can't be a command.
 */
final class ShellLines {
  private static final String ACCOUNT = "the service account";
  private static final String CLIENT = "the client id of the application";

  private ShellLines() {}

  /** Lets the connection work in the mailbox by the way it is set to. */
  static List<String> access(EwsConnection connection, String mailbox) {
    return switch (connection.access()) {
      case IMPERSONATION ->
          connection.signIn() instanceof SignIn.Bearer bearer
              ? application(bearer.tokens().clientId().orElse(CLIENT), mailbox)
              : role(connection, mailbox);
      case DELEGATION -> fullAccess(connection, mailbox);
      case OWN_MAILBOX -> List.of();
    };
  }

  /** Lets a delegate see private items of the calendar. */
  static List<String> privateItems(EwsConnection connection, String mailbox) {
    return List.of(
        "Set-MailboxFolderPermission -Identity "
            + quoted(mailbox + ":\\Calendar")
            + " -User "
            + quoted(account(connection))
            + " -AccessRights Editor -SharingPermissionFlags Delegate,CanViewPrivateItems");
  }

  private static List<String> role(EwsConnection connection, String mailbox) {
    return List.of(
        scope(mailbox),
        "New-ManagementRoleAssignment -Name 'ExchangeSync impersonation' -Role"
            + " ApplicationImpersonation -User "
            + quoted(account(connection))
            + " -CustomRecipientWriteScope 'ExchangeSync mailboxes'");
  }

  private static List<String> application(String client, String mailbox) {
    return List.of(
        "New-ServicePrincipal -AppId "
            + quoted(client)
            + " -ObjectId (Get-MgServicePrincipal -Filter "
            + quoted("appId eq " + quoted(client))
            + ").Id -DisplayName 'ExchangeSync'",
        scope(mailbox),
        "New-ManagementRoleAssignment -Name 'ExchangeSync access' -Role 'Application"
            + " EWS.AccessAsApp' -App "
            + quoted(client)
            + " -CustomResourceScope 'ExchangeSync mailboxes'");
  }

  private static String scope(String mailbox) {
    return "New-ManagementScope -Name 'ExchangeSync mailboxes' -RecipientRestrictionFilter "
        + quoted("PrimarySmtpAddress -eq " + quoted(mailbox));
  }

  private static List<String> fullAccess(EwsConnection connection, String mailbox) {
    return List.of(
        "Add-MailboxPermission -Identity "
            + quoted(mailbox)
            + " -User "
            + quoted(account(connection))
            + " -AccessRights FullAccess -InheritanceType All -AutoMapping $false");
  }

  private static String account(EwsConnection connection) {
    return Optional.of(connection.signIn())
        .filter(SignIn.Basic.class::isInstance)
        .map(signIn -> ((SignIn.Basic) signIn).user())
        .orElse(ACCOUNT);
  }

  private static String quoted(String value) {
    return "'" + value.replaceAll("['\u2018-\u201B]", "''") + "'";
  }
}

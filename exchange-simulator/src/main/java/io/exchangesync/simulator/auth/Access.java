package io.exchangesync.simulator.auth;

import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.store.Folder;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import io.exchangesync.simulator.store.MailboxInfo.Role;
import io.exchangesync.simulator.store.MailboxStore;
import io.exchangesync.simulator.store.Store;
import java.util.Optional;

/** Decides which mailboxes one request may open, as itself, by impersonation or as delegate. */
public final class Access {
  private final Store store;
  private final String caller;
  private final Optional<MailboxStore> own;

  private Access(Store store, String caller, Optional<MailboxStore> own) {
    this.store = store;
    this.caller = caller;
    this.own = own;
  }

  /**
   * @param impersonated the address in the header ExchangeImpersonation
   * @throws SoapFault when the caller may not impersonate, or the mailbox does not exist
   */
  public static Access of(Store store, Caller caller, Optional<String> impersonated) {
    if (impersonated.isEmpty()) {
      return new Access(store, caller.name(), caller.mailbox());
    }
    if (!caller.roles().contains(Role.IMPERSONATION)) {
      throw new SoapFault(
          "ErrorImpersonateUserDenied",
          "The account does not have permission to impersonate the requested user.");
    }
    MailboxStore mailbox =
        store
            .mailbox(impersonated.get())
            .orElseThrow(
                () ->
                    new SoapFault(
                        "ErrorNonExistentMailbox",
                        "The SMTP address has no mailbox associated with it."));
    return new Access(store, mailbox.info().smtp(), Optional.of(mailbox));
  }

  /** The address the request acts for: for statistics and fault rules. */
  public String actsFor() {
    return caller;
  }

  public Store store() {
    return store;
  }

  /** The caller's own mailbox, or the one impersonated; an application alone has none. */
  public Optional<MailboxStore> owner() {
    return own;
  }

  /**
   * The caller's own mailbox.
   *
   * @throws EwsError ErrorMissingEmailAddress for an application that impersonates nobody
   */
  public MailboxStore own() {
    return own.orElseThrow(
        () ->
            new EwsError(
                "ErrorMissingEmailAddress",
                "When making a request as an account that does not have a mailbox, you must"
                    + " specify the mailbox primary SMTP address for any distinguished folder"
                    + " Ids."));
  }

  /**
   * @throws EwsError ErrorNonExistentMailbox or ErrorAccessDenied
   */
  public MailboxStore open(String smtp, Right right) {
    return open(store.mailbox(smtp).orElseThrow(EwsError::nonExistentMailbox), right);
  }

  /**
   * @throws EwsError ErrorAccessDenied when the right is missing in all of the mailbox's folders
   */
  public MailboxStore open(MailboxStore mailbox, Right right) {
    if (!owns(mailbox) && !mailbox.info().rightsAnywhere(caller).contains(right)) {
      throw EwsError.accessDenied();
    }
    return mailbox;
  }

  /**
   * @throws EwsError ErrorAccessDenied when the right is missing in the folder
   */
  public Folder open(MailboxStore mailbox, Folder folder, Right right) {
    if (!may(mailbox, folder, right)) {
      throw EwsError.accessDenied();
    }
    return folder;
  }

  public boolean may(MailboxStore mailbox, Folder folder, Right right) {
    return owns(mailbox) || mailbox.info().rights(caller, folder.folderClass()).contains(right);
  }

  public boolean seesPrivateItems(MailboxStore mailbox, Folder folder) {
    return may(mailbox, folder, Right.VIEW_PRIVATE_ITEMS);
  }

  private boolean owns(MailboxStore mailbox) {
    return own.isPresent() && own.get() == mailbox;
  }
}

package io.exchangesync.ejb.admin;

import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.MailboxStore;
import io.exchangesync.exchange.ews.EwsConnection;
import io.exchangesync.exchange.ews.EwsConnections;
import io.exchangesync.exchange.ews.MailboxRight;
import io.exchangesync.exchange.ews.RightsCheck;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** What the product may do in a linked mailbox, as Exchange tells it now; reads only. */
@Stateless
public class RightsService {
  @Inject MailboxStore mailboxes;
  @Inject EwsConnections connections;

  /**
   * The rights in the folders that are synchronized, with the lines that mend what is missing.
   *
   * @throws AdminException.NotFound if the mailbox does not exist
   * @throws AdminException.Conflict if its connection is not set up
   * @throws AdminException.SideFailed if Exchange can't be asked
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public List<MailboxRight> of(int mailboxId) {
    Mailbox mailbox =
        mailboxes
            .byId(mailboxId)
            .orElseThrow(
                () -> new AdminException.NotFound("There is no mailbox " + mailboxId + "."));
    return AdminException.talking(
        () -> {
          EwsConnection connection =
              connections
                  .of(mailbox)
                  .orElseThrow(
                      () ->
                          new AdminException.Conflict(
                              "Connection " + mailbox.connection() + " is not set up."));
          return RightsCheck.run(connection, mailbox.address());
        });
  }
}

package io.exchangesync.core.port;

import io.exchangesync.core.model.Mailbox;

/** The mailbox side: where sessions with mailboxes come from. Thread-safe. */
public interface MailboxGateway {

  /**
   * Opens a session with one mailbox. Does not talk to the server.
   *
   * @throws SyncException.MailboxFatal if no connection is set up for the mailbox
   */
  MailboxSession open(Mailbox mailbox);
}

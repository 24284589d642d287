package io.exchangesync.core.port;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;

/** The mailbox side: where sessions with mailboxes come from. Thread-safe. */
public interface MailboxGateway {

  /**
   * Opens a session with one mailbox's default folder of a kind. Does not talk to the server.
   *
   * @throws SyncException.MailboxFatal if no connection is set up for the mailbox
   */
  MailboxSession open(Mailbox mailbox, Kind kind);

  /** Opens a session with the mailbox's default calendar. */
  default MailboxSession open(Mailbox mailbox) {
    return open(mailbox, Kind.APPOINTMENT);
  }
}

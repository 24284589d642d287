package io.exchangesync.core.port;

import io.exchangesync.core.model.Mailbox;
import java.util.List;
import java.util.Optional;

/** The linked mailboxes; at most one per associate is not UNLINKED. */
public interface MailboxStore {

  Optional<Mailbox> byId(int id);

  Optional<Mailbox> byAssociate(int associateId);

  /** Linked mailboxes by id, a page at a time; UNLINKED ones included. */
  List<Mailbox> page(int after, int limit);

  /** Inserts a mailbox with id 0, updates the others; answers it with its id. */
  Mailbox save(Mailbox mailbox);
}

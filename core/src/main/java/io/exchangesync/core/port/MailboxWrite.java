package io.exchangesync.core.port;

import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxItem;

/** One write to a mailbox. None of them ever sends a mail (invariant I7). */
public sealed interface MailboxWrite {

  /** Creates the item with everything it carries, its stamp included. */
  record Create(MailboxItem value) implements MailboxWrite {}

  /**
   * Writes what differs between the two, on the condition that the item still has the change key of
   * {@code before}.
   *
   * <p>Properties that do not differ are not sent; a stamp that is only in {@code before} is
   * removed.
   */
  record Update(MailboxItem before, MailboxItem after) implements MailboxWrite {}

  /** Moves the item to Deleted Items, on the condition that it still has this change key. */
  record Delete(ItemVersion version) implements MailboxWrite {}
}

package io.exchangesync.core.model;

import java.time.Instant;
import java.util.Optional;

/** One item of a mailbox as the engine sees it, whatever its kind. */
public sealed interface MailboxItem
    permits MailboxEntry, MailboxContact, MailboxSelection, MailboxMember {

  /** Id and change key; empty only on an item that is still to be created. */
  Optional<ItemVersion> item();

  /** Id and change key of an item that was read. */
  default ItemVersion version() {
    return item().orElseThrow(() -> new IllegalStateException("the item is not stored yet"));
  }

  /** What people know it by; "" if it has no subject. */
  String subject();

  /** UID as the server gives it; "" if unknown or if the kind has none. */
  String uid();

  /** Our stamp, if the item carries one. */
  Optional<Stamp> stamp();

  /** LastModifiedTime; Instant.EPOCH if the server gave none. */
  Instant lastModified();

  /** Whether the text must be kept from everybody but administrators (invariant I10). */
  boolean confidential();

  /** The same item carrying this stamp, or none. */
  MailboxItem withStamp(Optional<Stamp> stamp);
}

package io.exchangesync.core.port;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that has to be looked at and no run has taken yet: a record the change log named, or an
 * item to try again.
 *
 * @param id key of the entry; 0 until filed
 * @param recordId CRM record; 0 if the entry is about a mailbox item
 * @param item mailbox item to read again
 * @param deleted the change log has a delete for the record
 * @param silent begun by a first synchronization: it sends no mail until it is done (invariant I7)
 * @param notBefore when it may be taken [UTC]
 */
public record PendingChange(
    int id,
    int mailboxId,
    Kind kind,
    int recordId,
    Optional<ItemId> item,
    boolean deleted,
    boolean silent,
    Instant notBefore) {
  /** One that may send mails. */
  public PendingChange(
      int id,
      int mailboxId,
      Kind kind,
      int recordId,
      Optional<ItemId> item,
      boolean deleted,
      Instant notBefore) {
    this(id, mailboxId, kind, recordId, item, deleted, false, notBefore);
  }

  /** The same as part of a first synchronization. */
  public PendingChange silently() {
    return new PendingChange(id, mailboxId, kind, recordId, item, deleted, true, notBefore);
  }

  public PendingChange {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(item);
    Objects.requireNonNull(notBefore);
  }
}

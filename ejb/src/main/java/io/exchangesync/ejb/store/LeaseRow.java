package io.exchangesync.ejb.store;

import io.exchangesync.core.model.Kind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * One row of exsync_lease, for reading; leases are written by {@link JpaLeaseStore} in SQL only.
 */
@Entity
@IdClass(MailboxKindKey.class)
@Table(name = "exsync_lease")
class LeaseRow {
  @Id
  @Column(name = "mailbox_id")
  int mailboxId;

  @Id
  @Column(name = "kind")
  String kind;

  @Column(name = "due")
  Instant due;

  @Column(name = "owner")
  String owner;

  @Column(name = "lease_until")
  Instant until;

  @Column(name = "listing_asked")
  int listingAsked;

  @Column(name = "listing_done")
  int listingDone;

  MailboxQueries.LeaseState toState() {
    return new MailboxQueries.LeaseState(
        Kind.valueOf(kind),
        due,
        Optional.ofNullable(owner),
        Optional.ofNullable(until),
        listingAsked > listingDone);
  }
}

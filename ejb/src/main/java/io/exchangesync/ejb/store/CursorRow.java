package io.exchangesync.ejb.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/**
 * One row of exsync_cursor; mailbox 0 without kind is the position in SuperOffice's change log,
 * empty until it was read for the first time.
 */
@Entity
@IdClass(MailboxKindKey.class)
@Table(name = "exsync_cursor")
class CursorRow {
  @Id
  @Column(name = "mailbox_id")
  int mailboxId;

  @Id
  @Column(name = "kind")
  String kind;

  @Column(name = "sync_position")
  String position;
}

package io.exchangesync.ejb.store;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.PendingChange;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One row of exsync_change. */
@Entity
@Table(name = "exsync_change")
class ChangeRow {
  static final RowInserts INSERTS =
      new RowInserts(
          "exsync_change",
          List.of(
              "exsync_change_id",
              "mailbox_id",
              "kind",
              "record_id",
              "item_id",
              "item_hash",
              "deleted",
              "not_before",
              "silent"),
          Set.of());

  @Id
  @Column(name = "exsync_change_id")
  int id;

  @Column(name = "mailbox_id")
  int mailboxId;

  @Column(name = "kind")
  String kind;

  @Column(name = "record_id")
  int recordId;

  @Column(name = "item_id")
  String itemId;

  @Column(name = "item_hash")
  String itemHash;

  @Column(name = "deleted")
  short deleted;

  @Column(name = "not_before")
  Instant notBefore;

  @Column(name = "silent")
  short silent;

  /** In the order of the columns of {@link #INSERTS}. */
  List<Object> values() {
    return List.of(id, mailboxId, kind, recordId, itemId, itemHash, deleted, notBefore, silent);
  }

  static ChangeRow of(PendingChange change, int id) {
    ChangeRow row = new ChangeRow();
    row.id = id;
    row.mailboxId = change.mailboxId();
    row.kind = change.kind().name();
    row.recordId = change.recordId();
    row.itemId = change.item().map(ItemId::value).orElse("");
    row.itemHash = change.item().map(ItemId::hash).orElse("");
    row.deleted = (short) (change.deleted() ? 1 : 0);
    row.notBefore = change.notBefore();
    row.silent = (short) (change.silent() ? 1 : 0);
    return row;
  }

  PendingChange toChange() {
    return new PendingChange(
        id,
        mailboxId,
        Kind.valueOf(kind),
        recordId,
        itemId.isEmpty() ? Optional.empty() : Optional.of(new ItemId(itemId)),
        deleted != 0,
        silent != 0,
        notBefore);
  }
}

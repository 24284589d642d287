package io.exchangesync.ejb.store;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.Hold;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** One row of exsync_hold. */
@Entity
@Table(name = "exsync_hold")
class HoldRow {
  @Id
  @Column(name = "exsync_hold_id")
  int id;

  @Column(name = "mailbox_id")
  int mailboxId;

  @Column(name = "kind")
  String kind;

  @Column(name = "link_key")
  int linkKey;

  @Column(name = "record_id")
  int recordId;

  @Column(name = "item_id")
  String itemId;

  @Column(name = "reason")
  String reason;

  @Column(name = "detail")
  String detail;

  @Column(name = "confidential")
  short confidential;

  @Column(name = "silent")
  short silent;

  @Column(name = "state")
  String state;

  @Column(name = "held_since")
  Instant since;

  static HoldRow of(Hold hold) {
    HoldRow row = new HoldRow();
    row.id = hold.id();
    row.mailboxId = hold.mailboxId();
    row.kind = hold.kind().name();
    row.since = hold.since();
    row.take(hold);
    return row;
  }

  /** Takes over what may change while a hold lasts. */
  void take(Hold hold) {
    linkKey = hold.linkKey();
    recordId = hold.recordId();
    itemId = hold.item().map(ItemId::value).orElse("");
    reason = hold.reason();
    detail = hold.detail();
    confidential = (short) (hold.confidential() ? 1 : 0);
    silent = (short) (hold.silent() ? 1 : 0);
    state = hold.state().name();
  }

  Hold toHold() {
    return new Hold(
        id,
        mailboxId,
        Kind.valueOf(kind),
        linkKey,
        recordId,
        itemId.isEmpty() ? Optional.empty() : Optional.of(new ItemId(itemId)),
        reason,
        detail,
        confidential != 0,
        silent != 0,
        Hold.State.valueOf(state),
        since);
  }
}

package io.exchangesync.ejb.store;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.JournalEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One row of exsync_journal. */
@Entity
@Table(name = "exsync_journal")
class JournalRow {
  static final short WROTE = 1;
  static final short DELETED = 2;

  static final RowInserts INSERTS =
      new RowInserts(
          "exsync_journal",
          List.of(
              "exsync_journal_id",
              "run_id",
              "mailbox_id",
              "kind",
              "link_key",
              "record_id",
              "item_id",
              "item_hash",
              "decision",
              "reason",
              "effect",
              "before_image",
              "after_image",
              "error_text",
              "confidential",
              "happened_at",
              "mails"),
          Set.of("error_text"));

  @Id
  @Column(name = "exsync_journal_id")
  int id;

  @Column(name = "run_id")
  int runId;

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

  @Column(name = "item_hash")
  String itemHash;

  @Column(name = "decision")
  String decision;

  @Column(name = "reason")
  String reason;

  @Column(name = "effect")
  short effect;

  @Column(name = "before_image")
  String before;

  @Column(name = "after_image")
  String after;

  @Column(name = "error_text")
  String error;

  @Column(name = "confidential")
  short confidential;

  @Column(name = "happened_at")
  Instant at;

  @Column(name = "mails")
  int mails;

  /** In the order of the columns of {@link #INSERTS}. */
  List<Object> values() {
    return List.of(
        id,
        runId,
        mailboxId,
        kind,
        linkKey,
        recordId,
        itemId,
        itemHash,
        decision,
        reason,
        effect,
        before,
        after,
        Optional.ofNullable(error).orElse(""),
        confidential,
        at,
        mails);
  }

  static JournalRow of(JournalEntry entry, int id) {
    JournalRow row = new JournalRow();
    row.id = id;
    row.runId = Math.toIntExact(entry.run());
    row.mailboxId = entry.mailboxId();
    row.kind = entry.kind().name();
    row.linkKey = entry.linkKey();
    row.recordId = entry.recordId();
    row.itemId = entry.item().map(ItemId::value).orElse("");
    row.itemHash = entry.item().map(ItemId::hash).orElse("");
    row.decision = entry.decision();
    row.reason = entry.reason();
    row.effect = entry.deleted() ? DELETED : entry.wrote() ? WROTE : 0;
    row.before = entry.before();
    row.after = entry.after();
    row.error = entry.error().orElse(null);
    row.confidential = (short) (entry.confidential() ? 1 : 0);
    row.at = entry.at();
    row.mails = entry.mails();
    return row;
  }

  JournalEntry toEntry() {
    return new JournalEntry(
        runId,
        mailboxId,
        Kind.valueOf(kind),
        linkKey,
        recordId,
        itemId.isEmpty() ? Optional.empty() : Optional.of(new ItemId(itemId)),
        decision,
        reason,
        before,
        after,
        Optional.ofNullable(error),
        mails,
        confidential != 0,
        at);
  }
}

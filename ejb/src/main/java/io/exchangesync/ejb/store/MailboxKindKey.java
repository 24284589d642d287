package io.exchangesync.ejb.store;

import java.io.Serializable;
import java.util.Objects;

/** Key of what exists once per mailbox and kind. */
class MailboxKindKey implements Serializable {
  private static final long serialVersionUID = 1L;

  int mailboxId;
  String kind;

  MailboxKindKey() {}

  MailboxKindKey(int mailboxId, String kind) {
    this.mailboxId = mailboxId;
    this.kind = kind;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MailboxKindKey that
        && mailboxId == that.mailboxId
        && Objects.equals(kind, that.kind);
  }

  @Override
  public int hashCode() {
    return Objects.hash(mailboxId, kind);
  }
}

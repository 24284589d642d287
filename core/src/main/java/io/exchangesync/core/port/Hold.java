package io.exchangesync.core.port;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A link, record, item or mailbox that waits for a person.
 *
 * @param id key; 0 until opened
 * @param linkKey 0 if there is no link
 * @param recordId 0 if there is no record
 * @param reason name of the reason code
 * @param detail in plain words: what, where, what to do
 * @param confidential the detail may tell of a private item: it is shown to administrators only
 *     (invariant I10)
 * @param silent opened by a first synchronization: what it waits for sends no mail (invariant I7)
 */
public record Hold(
    int id,
    int mailboxId,
    Kind kind,
    int linkKey,
    int recordId,
    Optional<ItemId> item,
    String reason,
    String detail,
    boolean confidential,
    boolean silent,
    State state,
    Instant since) {

  /** One whose decision may send mails when it is released. */
  public Hold(
      int id,
      int mailboxId,
      Kind kind,
      int linkKey,
      int recordId,
      Optional<ItemId> item,
      String reason,
      String detail,
      boolean confidential,
      State state,
      Instant since) {
    this(
        id,
        mailboxId,
        kind,
        linkKey,
        recordId,
        item,
        reason,
        detail,
        confidential,
        false,
        state,
        since);
  }

  /** Where the hold stands. */
  public enum State {
    OPEN,
    /** An administrator let it go: the next decision that meets it is carried out, once. */
    RELEASED,
    CLOSED
  }

  public Hold {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(item);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(detail);
    Objects.requireNonNull(state);
    Objects.requireNonNull(since);
  }

  /**
   * Both are about the same link, record or item of a mailbox, or, if they are about the mailbox as
   * a whole, have the same reason.
   */
  public boolean sameThingAs(Hold other) {
    if (mailboxId != other.mailboxId || kind != other.kind) {
      return false;
    }
    if (ofWholeMailbox() || other.ofWholeMailbox()) {
      return ofWholeMailbox() && other.ofWholeMailbox() && reason.equals(other.reason);
    }
    return linkKey != 0 && linkKey == other.linkKey
        || recordId != 0 && recordId == other.recordId
        || item.isPresent() && item.equals(other.item);
  }

  /**
   * This hold as a newer finding describes it; it stays released while the reason is the same, so
   * that an administrator's decision made meanwhile is not lost.
   */
  public Hold broughtUpToDate(Hold newer) {
    boolean stillReleased = state == State.RELEASED && reason.equals(newer.reason);
    return new Hold(
        id,
        mailboxId,
        kind,
        newer.linkKey != 0 ? newer.linkKey : linkKey,
        newer.recordId != 0 ? newer.recordId : recordId,
        newer.item.or(() -> item),
        newer.reason,
        newer.detail,
        newer.confidential,
        silent || newer.silent,
        stillReleased ? State.RELEASED : State.OPEN,
        since);
  }

  /** This hold, open under a key. */
  public Hold opened(int key) {
    return new Hold(
        key,
        mailboxId,
        kind,
        linkKey,
        recordId,
        item,
        reason,
        detail,
        confidential,
        silent,
        State.OPEN,
        since);
  }

  public Hold withState(State newState) {
    return new Hold(
        id,
        mailboxId,
        kind,
        linkKey,
        recordId,
        item,
        reason,
        detail,
        confidential,
        silent,
        newState,
        since);
  }

  private boolean ofWholeMailbox() {
    return linkKey == 0 && recordId == 0 && item.isEmpty();
  }
}

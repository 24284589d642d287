package io.exchangesync.core.port;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.plan.Reason;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that was done, or could not be done, with its before-image.
 *
 * @param run id of the job execution; 0 outside a job
 * @param linkKey key of the link; 0 if there is none
 * @param decision name of the decision type
 * @param reason name of the reason code
 * @param before JSON of what was replaced or deleted, for undo; "" if nothing was
 * @param after JSON of what was written; "" if nothing was
 * @param error what went wrong, in plain words
 * @param mails mails that Exchange sent because of it
 * @param confidential the item was private: its text is shown to administrators only (invariant
 *     I10)
 */
public record JournalEntry(
    long run,
    int mailboxId,
    Kind kind,
    int linkKey,
    int recordId,
    Optional<ItemId> item,
    String decision,
    String reason,
    String before,
    String after,
    Optional<String> error,
    int mails,
    boolean confidential,
    Instant at) {
  private static final Set<String> DATES_WENT =
      Set.of(Reason.TURNED_INTO_SINGLE.name(), Reason.DELETED_BUT_PAST.name());

  /** One because of which no mail left. */
  public JournalEntry(
      long run,
      int mailboxId,
      Kind kind,
      int linkKey,
      int recordId,
      Optional<ItemId> item,
      String decision,
      String reason,
      String before,
      String after,
      Optional<String> error,
      boolean confidential,
      Instant at) {
    this(
        run,
        mailboxId,
        kind,
        linkKey,
        recordId,
        item,
        decision,
        reason,
        before,
        after,
        error,
        0,
        confidential,
        at);
  }

  public JournalEntry {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(item);
    Objects.requireNonNull(decision);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
    Objects.requireNonNull(error);
    Objects.requireNonNull(at);
  }

  /** Something was written on either side: there is an image of it, and no error. */
  public boolean wrote() {
    return error.isEmpty() && !(before.isEmpty() && after.isEmpty());
  }

  /**
   * Something was deleted on either side: only the image of what was there is left, or a series
   * lost its dates. A row in whose place the row of its booking stands is none.
   */
  public boolean deleted() {
    boolean dates = DATES_WENT.contains(reason);
    return error.isEmpty()
        && !before.isEmpty()
        && (after.isEmpty() || dates)
        && !reason.equals(Reason.REPLACED_BY_BOOKING.name());
  }
}

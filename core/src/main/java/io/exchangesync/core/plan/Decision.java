package io.exchangesync.core.plan;

import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.MailboxItem;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What to do with one candidate. Each decision has a reason, also one that does nothing (invariant
 * I12).
 */
public sealed interface Decision {

  Reason reason();

  /** Name of the decision in journal and API. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** Nothing is written on either side. */
  record Skip(Reason reason, String detail) implements Decision {
    public Skip(Reason reason) {
      this(reason, "");
    }
  }

  /** A person has to decide; nothing is written. */
  record Hold(Reason reason, String detail) implements Decision {}

  /** Writes a new item; the row stays as it is but for its stamp. */
  record CreateInMailbox(Reason reason, CrmRecord row, MailboxItem item) implements Decision {}

  /** Writes a new row; the item stays as it is but for its stamp. */
  record CreateInCrm(Reason reason, MailboxItem item, CrmRecord row) implements Decision {}

  /**
   * Brings two existing halves together: makes or keeps the link and writes what the merge demands.
   *
   * @param crmAfter the row to write; equal to the row read if nothing is to be written
   * @param mailboxAfter the item to write; equal to the item read if nothing is to be written
   * @param lost values that lost a conflict, by field; they go to the journal (invariant I2)
   * @param held a part that was left out and waits for a person
   */
  record Align(
      Reason reason,
      CrmRecord crmBefore,
      CrmRecord crmAfter,
      MailboxItem mailboxBefore,
      MailboxItem mailboxAfter,
      Map<Field, String> lost,
      Optional<Reason> held)
      implements Decision {
    public Align {
      Objects.requireNonNull(crmBefore);
      Objects.requireNonNull(crmAfter);
      Objects.requireNonNull(mailboxBefore);
      Objects.requireNonNull(mailboxAfter);
      lost = Map.copyOf(lost);
    }

    public boolean writesCrm() {
      return !crmAfter.equals(crmBefore);
    }

    public boolean writesMailbox() {
      return !mailboxAfter.equals(mailboxBefore);
    }
  }

  /** Moves the item to Deleted Items and closes the link. */
  record DeleteInMailbox(Reason reason, MailboxItem item) implements Decision {}

  /** Deletes the rows by sync-rules 7a and closes the link. */
  record DeleteInCrm(Reason reason, CrmRecord row) implements Decision {}

  /**
   * Deletes the coming dates of a series, of which others are past or completed, ends its rule
   * there and lets the link go.
   *
   * @param after the series with what stays
   */
  record DeleteComingInCrm(Reason reason, CrmRecord row, CrmRecord after) implements Decision {}

  /**
   * Notes in a participant's row that its owner does not come, and lets the link go; never deletes
   * the row.
   *
   * @param after the row with status 9
   */
  record DeclineInCrm(Reason reason, CrmRecord row, CrmRecord after) implements Decision {}

  /** Ends the link without writing to either side; {@code forGood} false keeps it as let go. */
  record EndLink(Reason reason, Ending ending) implements Decision {}

  /** How a link ends. */
  enum Ending {
    /** Both halves are gone: a tombstone. */
    CLOSED,
    /** One half stays and is not followed any more. */
    LET_GO
  }
}

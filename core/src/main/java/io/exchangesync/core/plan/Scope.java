package io.exchangesync.core.plan;

import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.MailboxItem;
import java.util.Optional;
import java.util.Set;

/** What of one kind is synchronized at all, and to whom it belongs (sync-rules 1, 5 and 7). */
interface Scope {

  /** The scope of a context's kind. */
  static Scope of(PlanContext context) {
    return switch (context.kind()) {
      case APPOINTMENT -> new AppointmentScope(context);
      case TASK -> new TaskScope(context);
      case CONTACT -> new ContactScope(context);
      case SELECTION -> new SelectionScope(context);
    };
  }

  /** A reason not to touch either side, whatever changed. */
  Optional<Reason> untouchable(Optional<CrmRecord> row, Optional<MailboxItem> item);

  /** Why a person has to decide before anything is done with the record. */
  default Optional<Reason> held(CrmRecord record) {
    return Optional.empty();
  }

  /** Why the record has no place in this mailbox although it exists; the record is not touched. */
  Optional<Reason> leaves(CrmRecord row);

  /** Whether edits in the mailbox are put back, because the record belongs to SuperOffice alone. */
  boolean ownedByCrm(CrmRecord row);

  /** Who alone may change a field of a pair; an edit of the other side is put back. */
  default Owner owner(Field field, CrmRecord row, MailboxItem item) {
    return ownedByCrm(row) ? Owner.CRM : Owner.BOTH;
  }

  /** Why an edit is put back. */
  default Reason ownerWins(CrmRecord row) {
    return Reason.OWNED_BY_CRM;
  }

  /** Who may change a field. */
  enum Owner {
    BOTH,
    CRM,
    MAILBOX
  }

  /** Outside the days that are synchronized, or filtered: not followed, never deleted. */
  Optional<Reason> outOfScope(Optional<CrmRecord> row, Optional<MailboxItem> item);

  /** What follows when the item of an unchanged record was deleted in the mailbox. */
  ItemGone itemGone(CrmRecord row);

  /** Whether some of its dates are history that no cancellation takes away (delete.past). */
  default boolean keepsSome(CrmRecord row) {
    return false;
  }

  /** Rows of a series that no delete of the mailbox takes away (delete.past). */
  default Set<Integer> history(CrmRecord row) {
    return Set.of();
  }

  /**
   * Whether items of the mailbox may become records; if not, those without a link are the user's
   * own.
   */
  default boolean takesFromMailbox() {
    return true;
  }

  /** Whether an item whose link is closed goes on as something new, without asking a person. */
  default boolean livesOn(MailboxItem item) {
    return false;
  }

  /** What follows when the item of an unchanged record was deleted in the mailbox. */
  enum ItemGone {
    DELETE_ROW,
    /** The record stays and is not followed any more. */
    KEEP_ROW,
    /** The item is made again. */
    PUT_BACK,
    /** The record stays and is left away for this user, also when it changes. */
    LEAVE_AWAY,
    /** The row says that its owner does not come. */
    DECLINE,
    /** A person has to decide. */
    ASK
  }
}

package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmTies;

/**
 * Dates of a series that somebody else organizes: one that its owner does not want stays a row that
 * says declined, and is a deleted date of the item (sync-rules 7).
 */
final class SomebodyElses {
  private SomebodyElses() {}

  /** Whether the row belongs to a meeting of another organizer, colleague or outsider. */
  static boolean meeting(CrmAppointment row) {
    return row.bookingChild() || row.ties().ownedExternally() == CrmTies.EXCHANGE;
  }

  /** Whether the row stands for no date of its owner's calendar any more. */
  static boolean isLeft(CrmAppointment row) {
    return meeting(row) && (row.status() == Replies.DECLINED || row.status() == Replies.CANCELLED);
  }

  /** The row, declined; one that was called off stays so. */
  static CrmAppointment left(CrmAppointment row) {
    return isLeft(row) ? row : row.with().status(Replies.DECLINED).build();
  }
}

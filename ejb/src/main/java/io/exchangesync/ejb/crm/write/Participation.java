package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.model.CrmBooking;

/** Types and statuses of participants' rows (rules 45 to 47). */
final class Participation {
  static final int BOOKING = 6;
  static final int COMPLETED = 3;
  static final int ASKED_AGAIN = 6;
  static final int DECLINED = 9;
  static final int CANCELLED = 10;

  private Participation() {}

  /** Somebody who has a diary and answers for himself. */
  static boolean colleague(CrmBooking.Participant one) {
    return one.associateId() != 0 && !one.resource();
  }
}

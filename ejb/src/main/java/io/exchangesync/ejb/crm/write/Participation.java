package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;

/** Types and statuses of participants' rows (rules 45 to 47). */
final class Participation {
  static final int COMPLETED = 3;
  static final int ASKED_AGAIN = 6;
  static final int DECLINED = 9;
  static final int CANCELLED = 10;

  private static final int BOOKING = 6;

  private Participation() {}

  /** The type of a row whose owner is asked, in the diary or the to-do list as it was before. */
  static int asked(int type) {
    return type == CrmAppointment.TO_DO || type == CrmAppointment.TO_DO_BOOKING
        ? CrmAppointment.TO_DO_BOOKING
        : BOOKING;
  }

  /** Somebody who has a diary and answers for himself. */
  static boolean colleague(CrmBooking.Participant one) {
    return one.associateId() != 0 && !one.resource();
  }
}

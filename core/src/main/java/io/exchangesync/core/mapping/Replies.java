package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.Meeting.Response;

/**
 * Replies as type and status of a participant's row (schema rules 46 and 47): accepted = type 1,
 * tentative = 7, none = 5, declined = 9.
 */
public final class Replies {
  public static final int ANSWERED = 1;
  public static final int BOOKING = 6;
  public static final int NOT_STARTED = 1;
  public static final int ASKED = 5;
  public static final int SEEN = 7;
  public static final int DECLINED = 9;
  public static final int CANCELLED = 10;

  private Replies() {}

  /** A participant as he is asked first; who is not asked takes part. */
  public static Participant unanswered(Participant one) {
    boolean asked = one.associateId() != 0 && !one.resource();
    return asked ? one.with(BOOKING, ASKED) : one.with(ANSWERED, NOT_STARTED);
  }

  /** What a row's type and status say. */
  static Response of(int type, int status) {
    if (status == DECLINED) {
      return Response.DECLINED;
    }
    if (status == SEEN) {
      return Response.TENTATIVE;
    }
    return type == ANSWERED ? Response.ACCEPTED : Response.NONE;
  }

  /** Type of a row with this reply. */
  static int type(Response reply, int before) {
    return switch (reply) {
      case ACCEPTED, ORGANIZER -> ANSWERED;
      case TENTATIVE, NONE -> BOOKING;
      case DECLINED -> before;
    };
  }

  /** Status of a row with this reply. */
  static int status(Response reply) {
    return switch (reply) {
      case ACCEPTED, ORGANIZER -> NOT_STARTED;
      case TENTATIVE -> SEEN;
      case NONE -> ASKED;
      case DECLINED -> DECLINED;
    };
  }
}

package io.exchangesync.core.plan;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.plan.Decision.Align;
import io.exchangesync.core.plan.Decision.Align.Turn;
import io.exchangesync.core.plan.Decision.Hold;
import io.exchangesync.core.settings.SyncSettings.VisibleForMode;
import java.util.Optional;

/**
 * The rules for a pair whose one half turns into a series or a single appointment (sync-rules,
 * Series).
 *
 * <p>The rows of a booking stand in other diaries too and are left as they are; the item of
 * somebody else's meeting is his.
 */
final class Turns {
  private final PlanContext context;

  Turns(PlanContext context) {
    this.context = context;
  }

  static boolean turns(Align align) {
    return align.turnInCrm() != Turn.NONE || align.turnInMailbox() != Turn.NONE;
  }

  static Reason why(Align align) {
    boolean series = align.turnInCrm() == Turn.SERIES || align.turnInMailbox() == Turn.SERIES;
    return series ? Reason.TURNED_INTO_SERIES : Reason.TURNED_INTO_SINGLE;
  }

  /** Why a person has to decide. */
  Optional<Hold> held(Align align) {
    if (!turns(align)) {
      return Optional.empty();
    }
    Standing standing =
        Standing.of(
            Optional.of((CrmAppointment) align.crmBefore()),
            Optional.of((MailboxAppointment) align.mailboxBefore()));
    boolean owned =
        switch (standing) {
          case PLAIN -> false;
          case MASTER, CHILD -> align.turnInCrm() != Turn.NONE;
          case EXTERNAL -> align.turnInMailbox() != Turn.NONE;
        };
    if (owned) {
      return Optional.of(
          new Hold(
              Reason.SERIES_TURNED,
              "Its participants have rows of their own; delete the meeting and make it again."));
    }
    boolean unproved = context.settings().visibleFor() != VisibleForMode.DIRECT;
    return align.turnInCrm() == Turn.SERIES && unproved
        ? Optional.of(new Hold(Reason.VISIBLEFOR_UNPROVED, Reason.VISIBLEFOR_UNPROVED.text()))
        : Optional.empty();
  }

  /** Whether rows of a series are deleted. */
  static boolean deletes(Decision decision) {
    return decision instanceof Align align && align.turnInCrm() == Turn.SINGLE;
  }
}

package io.exchangesync.core.plan;

import io.exchangesync.core.mapping.Replies;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.model.Meeting.Response;
import io.exchangesync.core.plan.Decision.DeclineInCrm;
import io.exchangesync.core.plan.Decision.DeleteInCrm;
import io.exchangesync.core.plan.Decision.DeleteInMailbox;
import io.exchangesync.core.plan.Decision.Skip;
import io.exchangesync.core.plan.MeetingFacts.Delivery;
import io.exchangesync.core.plan.MeetingFacts.Organizer;
import java.util.Optional;

/**
 * What only meetings need: who waits for whom, and what a refusal or a cancellation does
 * (sync-rules 2, 5.6, 7 and 7b).
 */
final class MeetingRules {
  private final PlanContext context;

  MeetingRules(PlanContext context) {
    this.context = context;
  }

  /** Invitations that SuperOffice's own feature made; a linked or stamped one is ours by now. */
  Optional<Reason> untouchable(Candidate candidate, Optional<CrmRecord> row) {
    boolean known =
        candidate.link().filter(link -> link.state() == Link.State.LIVE).isPresent()
            || candidate.match() == Match.STAMP
            || candidate.match() == Match.IDENTITY;
    boolean old =
        follows(row).filter(found -> found.ties().invitedBySuperOffice()).isPresent() && !known;
    return old ? Optional.of(Reason.OLD_INVITATION) : Optional.empty();
  }

  /** Decisions about a half that has no other one yet. */
  Optional<Decision> unlinked(
      Candidate candidate, Optional<CrmRecord> row, Optional<MailboxItem> item) {
    if (row.isPresent()) {
      if (candidate.meeting().delivery() == Delivery.OPEN) {
        return Optional.of(new Skip(Reason.WAITING_FOR_ORGANIZER));
      }
      return delivered(candidate, row.get())
          ? Optional.of(new Skip(Reason.WAITING_FOR_DELIVERY))
          : Optional.empty();
    }
    Optional<MailboxAppointment> found = attended(item);
    if (found.isEmpty()) {
      return cancelled(item) ? Optional.of(new Skip(Reason.CANCELLED)) : Optional.empty();
    }
    if (cancelled(item)) {
      return Optional.of(new Skip(Reason.CANCELLED));
    }
    if (candidate.meeting().organizer() == Organizer.LINKED) {
      return Optional.of(new Skip(Reason.WAITING_FOR_ORGANIZER));
    }
    boolean declined =
        found.flatMap(MailboxAppointment::meeting).map(Meeting::myResponse).stream()
            .anyMatch(Response.DECLINED::equals);
    return declined ? Optional.of(new Skip(Reason.DECLINED)) : Optional.empty();
  }

  /** Decisions about a linked pair that go before its values. */
  Optional<Decision> linked(Candidate candidate, CrmRecord row, MailboxItem item) {
    Standing standing = standing(row, Optional.of(item));
    if (standing == Standing.CHILD && candidate.meeting().delivery() == Delivery.ARRIVED) {
      return Optional.of(new DeleteInMailbox(Reason.DELIVERED_BY_EXCHANGE, item));
    }
    if (!cancelled(Optional.of(item))) {
      return Optional.empty();
    }
    return switch (standing) {
      case CHILD -> Optional.of(calledOff(candidate, item));
      case EXTERNAL -> Optional.of(deleted(Reason.CANCELLED, row));
      case PLAIN, MASTER -> Optional.empty();
    };
  }

  /** The plain row of a meeting whose organizer was linked later and has a row for the owner. */
  Optional<Decision> replaced(Candidate candidate, CrmRecord row) {
    return candidate.meeting().delivery() == Delivery.BOOKED
        ? Optional.of(deleted(Reason.REPLACED_BY_BOOKING, row))
        : Optional.empty();
  }

  private Decision deleted(Reason why, CrmRecord row) {
    return context.settings().direction().toCrm()
        ? new DeleteInCrm(why, row)
        : new Skip(Reason.DIRECTION_CLOSED);
  }

  /** Says of a plain row that has nothing to be done why it was not replaced. */
  Decision besideBooking(Candidate candidate, Decision nothing) {
    return candidate.meeting().delivery() == Delivery.BOOKED_BESIDE
        ? new Skip(Reason.KEPT_BESIDE_BOOKING)
        : nothing;
  }

  /** The row still stands: the organizer's pass comes first, or he wants it in spite of all. */
  private static Decision calledOff(Candidate candidate, MailboxItem item) {
    if (candidate.meeting().organizer() != Organizer.LINKED) {
      return new Skip(Reason.CANCELLED);
    }
    return candidate.meeting().delivery() == Delivery.OURS
        ? new DeleteInMailbox(Reason.CANCELLED, item)
        : new Skip(Reason.WAITING_FOR_ORGANIZER);
  }

  /** Whether Exchange brings, or has brought, the item of a participant's row. */
  boolean delivered(Candidate candidate, CrmRecord row) {
    return standing(row, Optional.empty()) == Standing.CHILD
        && candidate.meeting().delivery() == Delivery.EXCHANGE;
  }

  /** Whether a changed row brings its deleted item back; one that Exchange brought does not. */
  boolean changeWins(Candidate candidate, CrmRecord row) {
    return standing(row, Optional.empty()) != Standing.EXTERNAL && !delivered(candidate, row);
  }

  /** Whether an item whose row is gone goes too, because its row was the organizer's to keep. */
  boolean followsOrganizer(Candidate candidate, MailboxItem item) {
    return attended(Optional.of(item)).isPresent()
        && candidate.meeting().organizer() == Organizer.LINKED;
  }

  /**
   * Whether a refused meeting comes again at another time: its row will be asked anew, unless the
   * organizer's own copy says that only the invitee has moved it.
   */
  boolean askedAnew(Candidate candidate, CrmRecord row, MailboxItem item) {
    return askedAnew(row, item)
        && (candidate.meeting().organizersCopy().isEmpty() || organizerMoved(candidate, row));
  }

  private boolean askedAnew(CrmRecord row, MailboxItem item) {
    var crm = context.mapping().readCrm(row).get(Field.WHEN);
    var mailbox = context.mapping().readMailbox(item, Optional.empty()).get(Field.WHEN);
    return crm.isPresent()
        && mailbox.isPresent()
        && !context.mapping().agree(Field.WHEN, crm.get(), mailbox.get());
  }

  /**
   * Whether the organizer has moved it since his rows were written: what an invitee refused is the
   * new time, and his row will be asked anew.
   */
  boolean organizerMoved(Candidate candidate, CrmRecord row) {
    return candidate
        .meeting()
        .organizersCopy()
        .filter(copy -> !cancelled(Optional.of(copy)) && askedAnew(row, copy))
        .isPresent();
  }

  /** Dates of a series that are history stay as they are. */
  Decision decline(CrmRecord row) {
    Scope scope = Scope.of(context);
    CrmAppointment found = (CrmAppointment) row;
    return new DeclineInCrm(
        Reason.DECLINED_IN_MAILBOX,
        row,
        found.onEachRow(
            each -> scope.keepsSome(each) ? each : each.with().status(Replies.DECLINED).build()));
  }

  private static Optional<MailboxAppointment> attended(Optional<MailboxItem> item) {
    return appointment(item).filter(found -> found.meetingRole() == MeetingRole.ATTENDEE);
  }

  /** Whether the organizer has called the meeting off. */
  static boolean cancelled(Optional<MailboxItem> item) {
    return appointment(item)
        .flatMap(MailboxAppointment::meeting)
        .filter(Meeting::cancelled)
        .isPresent();
  }

  private static Standing standing(CrmRecord row, Optional<MailboxItem> item) {
    return follows(Optional.of(row))
        .map(found -> Standing.of(Optional.of(found), appointment(item)))
        .orElse(Standing.PLAIN);
  }

  private static Optional<CrmAppointment> follows(Optional<CrmRecord> row) {
    return row.filter(CrmAppointment.class::isInstance).map(CrmAppointment.class::cast);
  }

  private static Optional<MailboxAppointment> appointment(Optional<MailboxItem> item) {
    return item.filter(MailboxAppointment.class::isInstance).map(MailboxAppointment.class::cast);
  }
}

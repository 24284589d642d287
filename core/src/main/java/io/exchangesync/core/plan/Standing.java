package io.exchangesync.core.plan;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmTies;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What the mailbox's owner is in a meeting, from row and item together (sync-rules 2). */
public enum Standing {
  /** No meeting: nobody but the owner has to do with it. */
  PLAIN,
  /** The owner's own meeting: a booking master. */
  MASTER,
  /** A colleague's meeting: a participant's row of his booking. */
  CHILD,
  /** A meeting of somebody who has no linked mailbox: a plain row owned outside. */
  EXTERNAL;

  /** What only the organizer may change. */
  private static final Set<Field> ORGANIZERS =
      EnumSet.of(
          Field.WHEN,
          Field.DUE,
          Field.PATTERN,
          Field.EXCEPTIONS,
          Field.SUBJECT,
          Field.BODY,
          Field.LOCATION,
          Field.PARTICIPANTS);

  static Standing of(Optional<CrmAppointment> row, Optional<MailboxAppointment> item) {
    if (row.filter(CrmAppointment::bookingChild).isPresent()) {
      return CHILD;
    }
    if (row.filter(CrmAppointment::bookingMaster).isPresent()) {
      return MASTER;
    }
    boolean outside =
        row.filter(found -> found.ties().ownedExternally() == CrmTies.EXCHANGE).isPresent();
    MeetingRole role = item.map(MailboxAppointment::meetingRole).orElse(MeetingRole.NONE);
    if (outside || role == MeetingRole.ATTENDEE) {
      return EXTERNAL;
    }
    return role == MeetingRole.ORGANIZER ? MASTER : PLAIN;
  }

  /**
   * Whether a row and an item of the same time and subject can be one meeting: the owner stands in
   * both alike.
   */
  public static boolean mayMatch(Candidate row, Candidate item) {
    if (!(row.crm().content().orElse(null) instanceof CrmAppointment crm)
        || !(item.mailbox().content().orElse(null) instanceof MailboxAppointment mailbox)) {
      return true;
    }
    boolean colleagues = item.meeting().organizer() == MeetingFacts.Organizer.LINKED;
    return switch (mailbox.meetingRole()) {
      case NONE -> true;
      case ORGANIZER -> {
        Standing standing = of(Optional.of(crm), Optional.empty());
        yield standing == PLAIN || standing == MASTER;
      }
      case ATTENDEE -> {
        Standing standing = of(Optional.of(crm), Optional.empty());
        yield standing == CHILD || !colleagues && standing != MASTER;
      }
    };
  }

  /** Who alone may change a field. */
  Scope.Owner owner(Field field) {
    if (!ORGANIZERS.contains(field)) {
      return Scope.Owner.BOTH;
    }
    return switch (this) {
      case PLAIN, MASTER -> Scope.Owner.BOTH;
      case CHILD -> Scope.Owner.CRM;
      case EXTERNAL -> Scope.Owner.MAILBOX;
    };
  }
}

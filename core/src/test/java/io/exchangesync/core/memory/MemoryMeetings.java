package io.exchangesync.core.memory;

import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxItem;
import java.util.Optional;

/** What a server makes of attendees in a write: taken with mails, left alone without. */
final class MemoryMeetings {
  private MemoryMeetings() {}

  static Optional<MailboxAppointment> organized(MailboxItem item) {
    return item instanceof MailboxAppointment found
            && found.meetingRole() == MeetingRole.ORGANIZER
            && found.meeting().isPresent()
        ? Optional.of(found)
        : Optional.empty();
  }

  static MailboxItem invited(MailboxItem item, MailboxItem after) {
    MailboxAppointment wanted = (MailboxAppointment) after;
    return ((MailboxAppointment) item)
        .with()
        .meetingRole(wanted.meetingRole())
        .meeting(wanted.meeting())
        .build();
  }
}

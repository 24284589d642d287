package io.exchangesync.core.engine;

import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.model.Meeting.Response;
import io.exchangesync.core.plan.Decision;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.MailboxWrite;
import java.util.Optional;

/** The reply of a mailbox's owner as a write of its own: Exchange takes it no other way. */
final class Replying {
  private Replying() {}

  static boolean attended(MailboxItem item) {
    return item instanceof MailboxAppointment found && found.meetingRole() == MeetingRole.ATTENDEE;
  }

  static boolean organized(MailboxItem item) {
    return item instanceof MailboxAppointment found && found.meetingRole() == MeetingRole.ORGANIZER;
  }

  /** The reply of {@code after}, if it is another one. */
  static Optional<Response> changed(MailboxItem before, MailboxItem after) {
    Optional<Response> wanted = mine(after);
    return attended(before) && !wanted.equals(mine(before)) ? wanted : Optional.empty();
  }

  /** {@code after} with the reply of {@code before}. */
  static MailboxItem unanswered(MailboxItem before, MailboxItem after) {
    if (changed(before, after).isEmpty()) {
      return after;
    }
    Response old = mine(before).orElseThrow();
    MailboxAppointment item = (MailboxAppointment) after;
    return item.with().meeting(item.meeting().map(known -> known.withMyResponse(old))).build();
  }

  private static Optional<Response> mine(MailboxItem item) {
    return item instanceof MailboxAppointment found
        ? found.meeting().map(Meeting::myResponse)
        : Optional.empty();
  }

  /**
   * @param written what the write before answered
   */
  static MailboxWrite.Reply write(Effect effect, Optional<Answer<ItemVersion>> written) {
    ItemVersion version =
        written
            .flatMap(Answer::result)
            .orElseGet(() -> ((Decision.Align) effect.decision()).mailboxBefore().version());
    return new MailboxWrite.Reply(version, effect.reply().orElseThrow());
  }
}

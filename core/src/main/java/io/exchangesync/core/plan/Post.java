package io.exchangesync.core.plan;

import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.settings.MeetingSettings.Invitations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which decisions let Exchange send mails, and how many: only those about the owner's own meeting,
 * only by setting {@code invitations} (invariant I7).
 */
public final class Post {
  private Post() {}

  /** Mails that would leave: one for each attendee who is told. */
  public static int mails(Decision decision, PlanContext context) {
    if (context.settings().kinds().meetings().invitations() == Invitations.NONE) {
      return 0;
    }
    if (decision instanceof Decision.CreateInMailbox create) {
      return attendees(create.item()).size();
    }
    if (decision instanceof Decision.DeleteInMailbox delete) {
      return attendees(delete.item()).size();
    }
    if (decision instanceof Decision.Align align && told(align)) {
      Set<String> all = new HashSet<>(attendees(align.mailboxBefore()));
      all.addAll(attendees(align.mailboxAfter()));
      return all.size();
    }
    return 0;
  }

  private static boolean told(Decision.Align align) {
    return align.mailboxBefore() instanceof MailboxAppointment before
        && align.mailboxAfter() instanceof MailboxAppointment after
        && !(before.when().equals(after.when())
            && before.series().equals(after.series())
            && before.subject().equals(after.subject())
            && before.location().equals(after.location())
            && before.body().equals(after.body())
            && before.meeting().equals(after.meeting()));
  }

  private static List<String> attendees(MailboxItem item) {
    return item instanceof MailboxAppointment found && found.meetingRole() == MeetingRole.ORGANIZER
        ? found.meeting().map(Meeting::attendees).orElse(List.of()).stream()
            .map(one -> one.address().smtp())
            .toList()
        : List.of();
  }
}

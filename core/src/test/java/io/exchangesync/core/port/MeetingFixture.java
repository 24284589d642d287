package io.exchangesync.core.port;

import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.When;

/** Somebody else's meetings that reach the owner's calendar. */
public interface MeetingFixture extends MailboxFixture {

  /** Who invites. */
  String ORGANIZER = "organizer@example.com";

  /** Who is invited besides the mailbox's owner, optionally. */
  String GUEST = "guest@example.com";

  /** The organizer invites the mailbox's owner; answers the item that is delivered. */
  ItemVersion inviteOutside(Mailbox mailbox, When.Timed when, String subject);
}

package io.exchangesync.core.port;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.MailboxSelection;
import io.exchangesync.core.model.Meeting.Response;
import java.util.Optional;
import java.util.Set;

/**
 * One write to a mailbox. None of them sends a mail unless it says {@link Mails#SEND} (invariant
 * I7).
 */
public sealed interface MailboxWrite {

  /** Whether a write tells the attendees of a meeting about itself. */
  enum Mails {
    /** Nobody is told; attendees are neither added nor removed. */
    NONE,
    /** Exchange sends invitations, updates and cancellations to those concerned. */
    SEND
  }

  /** Creates the item with everything it carries, its stamp included. */
  record Create(MailboxItem value, Mails mails) implements MailboxWrite {

    /** A create that sends nothing. */
    public Create(MailboxItem value) {
      this(value, Mails.NONE);
    }
  }

  /**
   * Writes what differs between the two, on the condition that the item still has the change key of
   * {@code before}.
   *
   * <p>Properties that do not differ are not sent; a stamp that is only in {@code before} is
   * removed. The exceptions of a series are brought to what {@code after} says, also where a new
   * pattern made the server drop them.
   */
  record Update(MailboxItem before, MailboxItem after, Mails mails) implements MailboxWrite {

    /** An update that sends nothing. */
    public Update(MailboxItem before, MailboxItem after) {
      this(before, after, Mails.NONE);
    }
  }

  /**
   * Moves the item to Deleted Items, on the condition that it still has this change key.
   *
   * @param mails SEND calls a meeting off
   */
  record Delete(ItemVersion version, Mails mails) implements MailboxWrite {

    /** A delete that sends nothing. */
    public Delete(ItemVersion version) {
      this(version, Mails.NONE);
    }
  }

  /**
   * Leaves the folder of a selection, behind the other writes of its call: an empty one goes to
   * Deleted Items; with anything else in it than {@code ours} it loses our stamp and is the user's.
   *
   * <p>While one of ours is in it, it stays and the answer is a RETRIABLE problem.
   *
   * @param ours contacts that have to leave before; copies of them are the user's own
   * @param group what shows the selection from then on; the answer is its version, else that of the
   *     folder
   */
  record LeaveFolder(MailboxSelection folder, Set<ItemId> ours, Optional<MailboxSelection> group)
      implements MailboxWrite {
    public LeaveFolder {
      ours = Set.copyOf(ours);
    }
  }

  /**
   * Replies to a meeting in the attendee's own mailbox, on the condition that the item still has
   * this change key; the organizer is not told. DECLINED moves the item to Deleted Items and
   * answers the version given here.
   *
   * @param response ACCEPTED, TENTATIVE or DECLINED
   */
  record Reply(ItemVersion version, Response response) implements MailboxWrite {
    public Reply {
      if (response == Response.NONE || response == Response.ORGANIZER) {
        throw new IllegalArgumentException("nobody replies with " + response);
      }
    }
  }
}

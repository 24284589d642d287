package io.exchangesync.core.plan;

import io.exchangesync.core.model.MailboxItem;
import java.util.Objects;
import java.util.Optional;

/**
 * What other mailboxes say about a meeting, found before a decision depends on it.
 *
 * @param organizersCopy the organizer's item as it is now; read only where an attendee's copy
 *     differs from his row, or was deleted
 */
public record MeetingFacts(
    Organizer organizer, Optional<MailboxItem> organizersCopy, Delivery delivery) {
  /** No meeting, or one of which nothing is known elsewhere. */
  public static final MeetingFacts NONE =
      new MeetingFacts(Organizer.OUTSIDE, Optional.empty(), Delivery.OURS);

  public MeetingFacts {
    Objects.requireNonNull(organizer);
    Objects.requireNonNull(organizersCopy);
    Objects.requireNonNull(delivery);
  }

  /** Whether the row as it is stands for the item, whatever Exchange brings. */
  boolean standsAlone() {
    return delivery == Delivery.OURS
        || delivery == Delivery.BOOKED
        || delivery == Delivery.BOOKED_BESIDE;
  }

  /** Whether the organizer's pass writes the rows of the meeting. */
  public enum Organizer {
    OUTSIDE,
    LINKED
  }

  /** Who brings the item of a participant's row into this mailbox. */
  public enum Delivery {
    OURS,
    /** Not known before the organizer's own mailbox was synchronized. */
    OPEN,
    /** The organizer's item invites this mailbox. */
    EXCHANGE,
    /** It was ours; the one of Exchange has arrived. */
    ARRIVED,
    /** It belongs to the owner's row of the organizer's booking; his plain row is one too many. */
    BOOKED,
    /** The same, but the plain row says more than the other one. */
    BOOKED_BESIDE
  }
}

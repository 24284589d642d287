package io.exchangesync.ejb.admin;

import io.exchangesync.core.port.Associate;
import io.exchangesync.exchange.oab.AddressBookEntry;
import java.util.Objects;
import java.util.Optional;

/**
 * To which mailbox a SuperOffice user could be linked; nothing is linked by it.
 *
 * @param mailbox what was found at the user's e-mail address, also if it can't be linked
 */
public record LinkProposal(
    Associate associate, Outcome outcome, Optional<AddressBookEntry> mailbox) {
  public LinkProposal {
    Objects.requireNonNull(associate);
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(mailbox);
  }

  /** What was found. */
  public enum Outcome {
    /** The address is a mailbox's primary one. */
    PRIMARY_ADDRESS("Can be linked: the e-mail address is the mailbox's primary one."),
    /** The address is another one of a single mailbox. */
    OTHER_ADDRESS("Can be linked: the e-mail address is another one of this mailbox."),
    NO_ADDRESS("SuperOffice has no e-mail address for this user."),
    NOT_FOUND("The address book has no entry with this e-mail address; it may be a day old."),
    NO_DIARY("The entry with this e-mail address has no diary: a list, a contact or a folder."),
    AMBIGUOUS("Several mailboxes have this e-mail address."),
    SHARED("Several SuperOffice users have this e-mail address or this mailbox."),
    TAKEN("The mailbox is linked to another user.");

    private final String text;

    Outcome(String text) {
      this.text = text;
    }

    /** For the administrator. */
    public String text() {
      return text;
    }

    /** Whether the mailbox can be linked. */
    public boolean isMatch() {
      return this == PRIMARY_ADDRESS || this == OTHER_ADDRESS;
    }
  }
}

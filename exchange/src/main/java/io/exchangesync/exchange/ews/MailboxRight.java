package io.exchangesync.exchange.ews;

import java.util.List;
import java.util.Objects;

/**
 * What a connection may do with one thing of a mailbox.
 *
 * @param text in plain words
 * @param shell lines of the Exchange Management Shell that mend what is missing
 */
public record MailboxRight(
    Thing thing, Allowed read, Allowed write, String text, List<String> shell) {

  /** What the rights are about. */
  public enum Thing {
    CALENDAR("calendar"),
    TASKS("tasks"),
    CONTACTS("contacts"),
    /** Private appointments, which only some delegates see. */
    PRIVATE_ITEMS("calendar");

    private final String folder;

    Thing(String folder) {
      this.folder = folder;
    }

    /** Distinguished id of its folder. */
    String folder() {
      return folder;
    }
  }

  /** Whether something may be done. */
  public enum Allowed {
    YES,
    NO,
    /** Exchange does not tell it. */
    UNKNOWN
  }

  public MailboxRight {
    Objects.requireNonNull(thing);
    Objects.requireNonNull(read);
    Objects.requireNonNull(write);
    Objects.requireNonNull(text);
    shell = List.copyOf(shell);
  }
}

package io.exchangesync.core.model;

import java.util.List;

/**
 * Why one mailbox wants a person: any of them makes the contact, the last one that ends removes it.
 *
 * @param appointment on a diary row of the associate inside the window
 * @param selections chosen selections the person is a member of, in the order of the setting
 * @param chosen named by the user (setting {@code contacts.chosen})
 */
public record PersonReasons(boolean appointment, List<SelectionName> selections, boolean chosen) {
  public static final PersonReasons NONE = new PersonReasons(false, List.of(), false);

  public PersonReasons {
    selections = List.copyOf(selections);
  }

  /** Whether a group of contacts can hold a selection's members. */
  public enum Size {
    FITS_A_GROUP,
    TOO_LARGE_FOR_A_GROUP;

    /** Most members of a group: its list of members must stay below 15,000 bytes. */
    public static final int MOST_MEMBERS = 100;

    public static Size of(int members) {
      return members <= MOST_MEMBERS ? FITS_A_GROUP : TOO_LARGE_FOR_A_GROUP;
    }
  }

  /** A selection as contacts show it. */
  public record SelectionName(int selectionId, String name, Size size) {

    /** A selection of few members. */
    public SelectionName(int selectionId, String name) {
      this(selectionId, name, Size.FITS_A_GROUP);
    }
  }

  public boolean none() {
    return !appointment && selections.isEmpty() && !chosen;
  }
}

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

  /** A selection as contacts show it. */
  public record SelectionName(int selectionId, String name) {}

  public boolean none() {
    return !appointment && selections.isEmpty() && !chosen;
  }
}

package io.exchangesync.core.port;

import io.exchangesync.core.model.Window;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which persons one mailbox wants.
 *
 * @param owner whose diary rows count; the owner's own person never becomes a contact by one
 * @param window days in the owner's zone in which diary rows count
 * @param selections selection_id of chosen selections, in the order in which they count
 * @param chosen person_id of chosen persons
 * @param titleField programmatic id of the user-defined field that is read and written as a
 *     person's title; empty = the title itself
 */
public record PersonWish(
    DiaryOwner owner,
    Window window,
    List<Integer> selections,
    List<Integer> chosen,
    Optional<String> titleField) {

  /** One that reads titles as they are. */
  public PersonWish(
      DiaryOwner owner, Window window, List<Integer> selections, List<Integer> chosen) {
    this(owner, window, selections, chosen, Optional.empty());
  }

  public PersonWish {
    Objects.requireNonNull(owner);
    Objects.requireNonNull(window);
    selections = List.copyOf(selections);
    chosen = List.copyOf(chosen);
    Objects.requireNonNull(titleField);
  }
}

package io.exchangesync.core.port;

import io.exchangesync.core.model.Window;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * Which persons one mailbox wants.
 *
 * @param associateId whose diary rows count
 * @param ownPersonId the associate's own person, which never becomes a contact by a diary row
 * @param window days in {@code zone} in which diary rows count
 * @param zone the owner's zone
 * @param selections selection_id of chosen selections, in the order in which they count
 * @param chosen person_id of chosen persons
 */
public record PersonWish(
    int associateId,
    int ownPersonId,
    Window window,
    ZoneId zone,
    List<Integer> selections,
    List<Integer> chosen) {
  public PersonWish {
    Objects.requireNonNull(window);
    Objects.requireNonNull(zone);
    selections = List.copyOf(selections);
    chosen = List.copyOf(chosen);
  }
}

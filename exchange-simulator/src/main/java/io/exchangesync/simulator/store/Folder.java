package io.exchangesync.simulator.store;

import java.util.Optional;

/**
 * A folder; its number is its identity for ever.
 *
 * @param parent the number of the folder above; the root is its own parent
 * @param folderClass such as IPF.Appointment; empty for the root
 * @param distinguished the name under which clients ask for it without knowing its id
 * @param created counter value when it was made
 * @param modified counter value of its last change
 */
public record Folder(
    long number,
    long parent,
    String displayName,
    String folderClass,
    Optional<String> distinguished,
    long created,
    long modified) {

  public boolean isRoot() {
    return number == parent;
  }
}

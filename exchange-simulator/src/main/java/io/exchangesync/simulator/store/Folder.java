package io.exchangesync.simulator.store;

import java.util.Map;
import java.util.Optional;

/**
 * A folder; its number is its identity for ever.
 *
 * @param parent the number of the folder above; the root is its own parent
 * @param folderClass such as IPF.Appointment; empty for the root
 * @param distinguished the name under which clients ask for it without knowing its id
 * @param created counter value when it was made
 * @param modified counter value of its last change
 * @param extended values of extended properties by the key of their path
 */
public record Folder(
    long number,
    long parent,
    String displayName,
    String folderClass,
    Optional<String> distinguished,
    long created,
    long modified,
    Map<String, Value> extended) {

  public Folder {
    extended = Map.copyOf(extended);
  }

  public boolean isRoot() {
    return number == parent;
  }

  public Folder named(String name) {
    return new Folder(
        number, parent, name, folderClass, distinguished, created, modified, extended);
  }

  public Folder below(Folder other) {
    return new Folder(
        number, other.number, displayName, folderClass, distinguished, created, modified, extended);
  }

  public Folder withExtended(Map<String, Value> values) {
    return new Folder(
        number, parent, displayName, folderClass, distinguished, created, modified, values);
  }

  Folder asOf(long version) {
    return new Folder(
        number, parent, displayName, folderClass, distinguished, created, version, extended);
  }
}

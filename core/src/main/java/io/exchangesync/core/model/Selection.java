package io.exchangesync.core.model;

import java.util.List;
import java.util.Objects;

/**
 * A selection of SuperOffice and its persons, as one associate may see it.
 *
 * @param persons person_id of the members in ascending order, retired and deleted ones included;
 *     companies are there as their persons (includePerson); empty unless the nature is KNOWN
 */
public record Selection(int selectionId, String name, Nature nature, List<Integer> persons) {

  /** What can be said of the members. */
  public enum Nature {
    /** Static, or combined of static ones. */
    KNOWN,
    /** Dynamic or combined with a dynamic one: only SuperOffice's own services know the members. */
    DYNAMIC,
    /** The associate may not see it, or it is a working selection that no user made. */
    HIDDEN
  }

  public Selection {
    Objects.requireNonNull(name);
    Objects.requireNonNull(nature);
    persons = List.copyOf(persons);
  }
}

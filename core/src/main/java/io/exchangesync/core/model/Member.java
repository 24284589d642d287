package io.exchangesync.core.model;

import java.util.Optional;

/**
 * One person as a member of one selection; as a record of kind SELECTION it stands under a negative
 * key of our own, because a person may be in several folders.
 */
public record Member(int selectionId, int personId) {

  /** Whether a record key of kind SELECTION is that of a member. */
  public static boolean isMember(int recordId) {
    return recordId < 0;
  }

  /** The begin of a link id, so that the stamp of a contact tells the member by itself. */
  public String mark() {
    return selectionId + "." + personId + ".";
  }

  /** Whose contact carries this link id; empty for the link of a selection. */
  public static Optional<Member> ofLinkId(String linkId) {
    String[] part = linkId.split("\\.", 3);
    if (part.length != 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Member(Integer.parseInt(part[0]), Integer.parseInt(part[1])));
    } catch (NumberFormatException notOurs) {
      return Optional.empty();
    }
  }
}

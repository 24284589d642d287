package io.exchangesync.exchange.ews;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a mailbox's groups and folders of selections were read: a sync state for the contacts
 * folder, and change key and sync state for each folder of ours.
 *
 * @param folders by folder id
 */
record SelectionPosition(Optional<String> contacts, Map<String, Part> folders) {
  private static final String BEGIN = "selections-1";

  /** One folder of ours. */
  record Part(String changeKey, String state) {}

  SelectionPosition {
    folders = Map.copyOf(folders);
  }

  static SelectionPosition start() {
    return new SelectionPosition(Optional.empty(), Map.of());
  }

  /**
   * Reads what {@link #encoded} wrote.
   *
   * @throws EwsFailure if it did not
   */
  static SelectionPosition parse(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    if (lines.size() < 2 || !lines.get(0).equals(BEGIN)) {
      throw invalid();
    }
    Map<String, Part> folders = new LinkedHashMap<>();
    for (String line : lines.subList(2, lines.size())) {
      String[] part = line.split("\t", -1);
      if (part.length != 3) {
        throw invalid();
      }
      folders.put(part[0], new Part(part[1], part[2]));
    }
    return new SelectionPosition(Optional.of(lines.get(1)), folders);
  }

  /** The failure that asks for a complete listing. */
  static EwsFailure invalid() {
    return new EwsFailure(
        EwsFailure.Stage.EWS,
        "ErrorInvalidSyncStateData",
        "The stored position does not fit the folders of the mailbox",
        Optional.empty(),
        null);
  }

  String encoded() {
    StringBuilder text = new StringBuilder(BEGIN).append('\n').append(contacts.orElse(""));
    folders.forEach(
        (id, part) ->
            text.append('\n')
                .append(id)
                .append('\t')
                .append(part.changeKey())
                .append('\t')
                .append(part.state()));
    return text.toString();
  }
}

package io.exchangesync.core.simulation;

import io.exchangesync.core.model.CrmBooking.Participant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who takes part: linked associates and a linked room, one who is not linked, and people outside.
 */
final class Cast {
  static final int ANNA = 7;
  static final int BERIT = 8;
  static final int CARL = 9;
  static final int ROOM = 20;
  static final int DORA = 10;

  /** Associates who act. */
  static final List<Integer> ACTING = List.of(ANNA, BERIT, CARL);

  /** Associates for whom every kind is ticked; the others have their calendars synchronized. */
  static final List<Integer> WITH_EVERYTHING = List.of(ANNA, BERIT);

  static final List<Integer> LINKED = List.of(ANNA, BERIT, CARL, ROOM);
  static final String OLGA = "olga@kunde.example";
  static final String STRANGER = "ugo@nowhere.example";

  private static final Map<Integer, String> ADDRESSES =
      new TreeMap<>(
          Map.of(
              ANNA, "anna@fjordline.example",
              BERIT, "berit@fjordline.example",
              CARL, "carl@fjordline.example",
              ROOM, "room@fjordline.example",
              DORA, "dora@fjordline.example"));

  private Cast() {}

  static String address(int associate) {
    return ADDRESSES.get(associate);
  }

  static Optional<Integer> associate(String address) {
    return ADDRESSES.entrySet().stream()
        .filter(each -> each.getValue().equals(address))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  static List<String> addresses() {
    return List.copyOf(ADDRESSES.values());
  }

  /** Everybody who can be asked to a meeting, as SuperOffice knows them. */
  static List<Participant> known() {
    return java.util.stream.Stream.concat(
            ADDRESSES.keySet().stream().map(Cast::participant),
            java.util.stream.Stream.of(new Participant(0, 0, 501, 1, 1, OLGA, "Olga", false)))
        .toList();
  }

  static Participant participant(int associate) {
    boolean room = associate == ROOM;
    return new Participant(
        0, associate, room ? 0 : 1000 + associate, 6, 5, address(associate), "A" + associate, room);
  }
}

package io.exchangesync.exchange.oab;

import java.util.Optional;

/** What an entry of an address book stands for. */
public enum EntryType {
  MAILBOX("mailbox"),
  ROOM("room"),
  EQUIPMENT("equipment"),
  /** A list with members, or one that a query fills. */
  DISTRIBUTION_LIST("distribution list"),
  PUBLIC_FOLDER("public folder"),
  /** Somebody with a mailbox elsewhere. */
  CONTACT("contact"),
  OTHER("other");

  private static final int SECURITY_LIST = 9;
  private static final int OBJECT_FOLDER = 3;
  private static final int OBJECT_LIST = 8;
  private static final int OBJECT_USER = 6;

  private final String words;

  EntryType(String words) {
    this.words = words;
  }

  /** The name that people read. */
  public String words() {
    return words;
  }

  /** Whether its diary can be linked to a SuperOffice user or resource. */
  public boolean hasDiary() {
    return this == MAILBOX || this == ROOM || this == EQUIPMENT;
  }

  /**
   * The type by what a record says: the extended display type (its low byte, [MS-OXOABK]), else the
   * display type, else the object type.
   */
  static EntryType of(
      Optional<Integer> displayTypeEx,
      Optional<Integer> displayType,
      Optional<Integer> objectType) {
    return displayTypeEx
        .map(extended -> byDisplayType(extended & 0xFF))
        .filter(type -> type != OTHER)
        .or(() -> displayType.map(EntryType::byDisplayType))
        .orElseGet(() -> objectType.map(EntryType::byObjectType).orElse(OTHER));
  }

  private static EntryType byDisplayType(int type) {
    return switch (type) {
      case 0 -> MAILBOX;
      case 1, 3, 5, SECURITY_LIST -> DISTRIBUTION_LIST;
      case 2 -> PUBLIC_FOLDER;
      case 6 -> CONTACT;
      case 7 -> ROOM;
      case 8 -> EQUIPMENT;
      default -> OTHER;
    };
  }

  private static EntryType byObjectType(int type) {
    return switch (type) {
      case OBJECT_USER -> MAILBOX;
      case OBJECT_LIST -> DISTRIBUTION_LIST;
      case OBJECT_FOLDER -> PUBLIC_FOLDER;
      default -> OTHER;
    };
  }
}

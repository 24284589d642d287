package io.exchangesync.simulator.fields;

import io.exchangesync.simulator.store.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The kinds of items this server keeps: their element, their class and their properties. */
public enum ItemKind {
  CALENDAR_ITEM("CalendarItem", "IPM.Appointment", "IPF.Appointment", "calendar", Fields.CALENDAR),
  CONTACT("Contact", "IPM.Contact", "IPF.Contact", "contacts", ContactFields.CONTACT),
  DISTRIBUTION_LIST(
      "DistributionList", "IPM.DistList", "IPF.Contact", "contacts", ContactFields.LIST),
  TASK("Task", "IPM.Task", "IPF.Task", "tasks", TaskFields.OWN),
  MEETING_REQUEST(
      "MeetingRequest", "IPM.Schedule.Meeting.Request", "IPF.Note", "inbox", MeetingFields.REQUEST),
  MEETING_RESPONSE(
      "MeetingResponse", "IPM.Schedule.Meeting.Resp", "IPF.Note", "inbox", MeetingFields.ANSWER),
  MEETING_CANCELLATION(
      "MeetingCancellation",
      "IPM.Schedule.Meeting.Canceled",
      "IPF.Note",
      "inbox",
      MeetingFields.ANSWER),
  MESSAGE("Message", "IPM.Note", "IPF.Note", "drafts", List.of());

  private final String element;
  private final String itemClass;
  private final String folderClass;
  private final String defaultFolder;
  private final List<Field> fields;

  ItemKind(
      String element, String itemClass, String folderClass, String defaultFolder, List<Field> own) {
    this.element = element;
    this.itemClass = itemClass;
    this.folderClass = folderClass;
    this.defaultFolder = defaultFolder;
    List<Field> all = new ArrayList<>(Fields.ITEM);
    all.addAll(own);
    this.fields = List.copyOf(all);
  }

  public String element() {
    return element;
  }

  /** The class of a new item that names none. */
  public String itemClass() {
    return itemClass;
  }

  /** The class of the folders it belongs into. */
  public String folderClass() {
    return folderClass;
  }

  /** The distinguished name of the folder that takes new items when none is named. */
  public String defaultFolder() {
    return defaultFolder;
  }

  /** Whether the server alone makes such items, when meetings are sent. */
  public boolean isMeetingMessage() {
    return itemClass.startsWith("IPM.Schedule.Meeting.");
  }

  /** In the order of the schema. */
  public List<Field> fields() {
    return fields;
  }

  public Optional<Field> byUri(String uri) {
    return fields.stream().filter(f -> f.uri().equals(uri)).findFirst();
  }

  public Optional<Field> byElement(String localName) {
    return fields.stream().filter(f -> f.element().equals(localName)).findFirst();
  }

  public static Optional<ItemKind> ofElement(String localName) {
    for (ItemKind kind : values()) {
      if (kind.element.equals(localName)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  public static ItemKind of(Item item) {
    String name = item.text("item:ItemClass").orElse(MESSAGE.itemClass);
    for (ItemKind kind : values()) {
      if (name.equals(kind.itemClass) || name.startsWith(kind.itemClass + ".")) {
        return kind;
      }
    }
    return MESSAGE;
  }

  /** The property of whichever kind has it. */
  public static Optional<Field> field(String uri) {
    for (ItemKind kind : values()) {
      Optional<Field> found = kind.byUri(uri);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}

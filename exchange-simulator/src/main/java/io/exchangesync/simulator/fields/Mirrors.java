package io.exchangesync.simulator.fields;

import io.exchangesync.simulator.store.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The MAPI properties behind schema properties: both names always show the same value. */
final class Mirrors {
  private static final Map<String, Mirror> MIRRORS = new HashMap<>();
  private static final List<String> TASK_STATES =
      List.of("NotStarted", "InProgress", "Completed", "WaitingOnOthers", "Deferred");

  static {
    List<String> busy = List.of("Free", "Tentative", "Busy", "OOF", "WorkingElsewhere");
    List<String> sensitivities = List.of("Normal", "Personal", "Private", "Confidential");
    List<String> importances = List.of("Low", "Normal", "High");
    appointment(0x8205, "Integer", "calendar:LegacyFreeBusyStatus", busy);
    appointment(0x8208, "String", "calendar:Location", List.of());
    appointment(0x820D, "SystemTime", "calendar:Start", List.of());
    appointment(0x820E, "SystemTime", "calendar:End", List.of());
    appointment(0x8215, "Boolean", "calendar:IsAllDayEvent", List.of());
    appointment(0x8217, "Integer", "calendar:AppointmentState", List.of());
    appointment(0x8223, "Boolean", "calendar:IsRecurring", List.of());
    for (int n = 1; n <= 3; n++) {
      String entry = "contacts:EmailAddress/EmailAddress" + n;
      int first = 0x8080 + (n - 1) * 0x10;
      add(ExtendedPath.numbered(ExtendedPath.ADDRESS, first, "String"), entry + "#name", List.of());
      add(ExtendedPath.numbered(ExtendedPath.ADDRESS, first + 3, "String"), entry, List.of());
    }
    task(0x8101, "Integer", "task:Status", TASK_STATES);
    task(0x8104, "SystemTime", "task:StartDate", List.of());
    task(0x8105, "SystemTime", "task:DueDate", List.of());
    task(0x810F, "SystemTime", "task:CompleteDate", List.of());
    add(common(0x8501, "Integer"), "item:ReminderMinutesBeforeStart", List.of());
    add(common(0x8503, "Boolean"), "item:ReminderIsSet", List.of());
    add(
        ExtendedPath.named(ExtendedPath.PUBLIC_STRINGS, "Keywords", "StringArray"),
        "item:Categories",
        List.of());
    add(ExtendedPath.tagged(0x0037, "String"), "item:Subject", List.of());
    add(ExtendedPath.tagged(0x001A, "String"), "item:ItemClass", List.of());
    add(ExtendedPath.tagged(0x0036, "Integer"), "item:Sensitivity", sensitivities);
    add(ExtendedPath.tagged(0x0017, "Integer"), "item:Importance", importances);
    add(ExtendedPath.tagged(0x3007, "SystemTime"), "item:DateTimeCreated", List.of());
    add(ExtendedPath.tagged(0x3008, "SystemTime"), "item:LastModifiedTime", List.of());
    for (int id : new int[] {0x0003, 0x0023}) {
      MIRRORS.put(
          ExtendedPath.numbered(ExtendedPath.MEETING, id, "Binary"),
          new Mirror("calendar:UID", GlobalObjectId::toBase64, GlobalObjectId::toUid));
    }
  }

  private Mirrors() {}

  /**
   * One pair of names.
   *
   * @param toMapi from the schema's text to the MAPI text
   */
  private record Mirror(String uri, UnaryOperator<String> toMapi, UnaryOperator<String> toSchema) {}

  /** The schema property behind the path. */
  static Optional<String> uri(ExtendedPath path) {
    return Optional.ofNullable(MIRRORS.get(path.key())).map(Mirror::uri);
  }

  /** The schema's value as the extended property shows it. */
  static Value toMapi(ExtendedPath path, Value value) {
    return convert(MIRRORS.get(path.key()).toMapi(), value);
  }

  /** The extended property's value as the schema shows it. */
  static Value toSchema(ExtendedPath path, Value value) {
    return convert(MIRRORS.get(path.key()).toSchema(), value);
  }

  private static Value convert(UnaryOperator<String> conversion, Value value) {
    return value instanceof Value.Text t ? new Value.Text(conversion.apply(t.text())) : value;
  }

  private static void appointment(int id, String type, String uri, List<String> names) {
    add(ExtendedPath.numbered(ExtendedPath.APPOINTMENT, id, type), uri, names);
  }

  private static void task(int id, String type, String uri, List<String> names) {
    add(ExtendedPath.numbered(ExtendedPath.TASK, id, type), uri, names);
  }

  private static String common(int id, String type) {
    return ExtendedPath.numbered(ExtendedPath.COMMON, id, type);
  }

  private static void add(String key, String uri, List<String> names) {
    Mirror mirror =
        names.isEmpty()
            ? new Mirror(uri, UnaryOperator.identity(), UnaryOperator.identity())
            : new Mirror(
                uri,
                name -> Integer.toString(Math.max(0, names.indexOf(name))),
                number -> names.get(Integer.parseInt(number)));
    MIRRORS.put(key, mirror);
  }
}

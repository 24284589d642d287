package io.exchangesync.simulator.fields;

import static io.exchangesync.simulator.fields.Field.Access.READ_ONLY;
import static io.exchangesync.simulator.fields.Field.Access.WRITABLE;
import static io.exchangesync.simulator.fields.Field.Base.ALL;
import static io.exchangesync.simulator.fields.Field.Base.DEFAULT;
import static io.exchangesync.simulator.fields.Field.Type.BOOLEAN;
import static io.exchangesync.simulator.fields.Field.Type.STRING;
import static io.exchangesync.simulator.fields.Field.Type.STRUCTURE;

import io.exchangesync.simulator.soap.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What meeting messages have beyond other items, in the order of the schema; of the meeting they
 * show what calendar items show.
 */
final class MeetingFields {
  static final String SENDER = "message:Sender";
  static final String TO = "message:ToRecipients";
  static final String FROM = "message:From";
  static final String ASSOCIATED = "meeting:AssociatedCalendarItemId";

  private static final Set<String> NOT_IN_REQUESTS =
      Set.of(
          "calendar:UID",
          "calendar:RecurrenceId",
          "calendar:DateTimeStamp",
          "calendar:IsResponseRequested",
          "calendar:FirstOccurrence",
          "calendar:LastOccurrence",
          "calendar:ModifiedOccurrences",
          "calendar:DeletedOccurrences",
          "calendar:MeetingTimeZone",
          "calendar:StartWallClock",
          "calendar:EndWallClock",
          "calendar:StartTimeZoneId",
          "calendar:EndTimeZoneId",
          "calendar:IsOrganizer");

  private static final List<Field> MESSAGE =
      List.of(
          field(SENDER, STRUCTURE),
          field(TO, STRUCTURE),
          field(FROM, STRUCTURE),
          new Field("message:IsRead", BOOLEAN, WRITABLE, Version.EXCHANGE_2007, DEFAULT),
          field("calendar:IsResponseRequested", BOOLEAN),
          field(ASSOCIATED, STRUCTURE),
          field("meeting:IsDelegated", BOOLEAN),
          field("meeting:IsOutOfDate", BOOLEAN),
          field("meeting:HasBeenProcessed", BOOLEAN),
          field("meeting:ResponseType", STRING),
          calendar("calendar:UID"),
          calendar("calendar:RecurrenceId"),
          calendar("calendar:DateTimeStamp"));

  static final List<Field> REQUEST = request();

  /** Of responses and cancellations. */
  static final List<Field> ANSWER = answer();

  private MeetingFields() {}

  private static List<Field> request() {
    List<Field> all = new ArrayList<>(MESSAGE);
    all.add(field("meetingRequest:MeetingRequestType", STRING));
    all.add(field("meetingRequest:IntendedFreeBusyStatus", STRING));
    Fields.CALENDAR.stream()
        .filter(field -> !NOT_IN_REQUESTS.contains(field.uri()))
        .forEach(all::add);
    return List.copyOf(all);
  }

  private static List<Field> answer() {
    List<Field> all = new ArrayList<>(MESSAGE);
    for (String uri :
        List.of(
            "calendar:Start",
            "calendar:End",
            "calendar:Location",
            "calendar:Recurrence",
            "calendar:CalendarItemType")) {
      Field field = calendar(uri);
      // Only since 2013 do these say when the meeting is.
      all.add(new Field(uri, field.type(), field.access(), Version.EXCHANGE_2013, field.base()));
    }
    return List.copyOf(all);
  }

  private static Field calendar(String uri) {
    return Fields.CALENDAR.stream().filter(f -> f.uri().equals(uri)).findFirst().orElseThrow();
  }

  private static Field field(String uri, Field.Type type) {
    return new Field(uri, type, READ_ONLY, Version.EXCHANGE_2007, ALL);
  }
}

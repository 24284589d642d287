package io.exchangesync.simulator.fields;

import static io.exchangesync.simulator.fields.Field.Access.READ_ONLY;
import static io.exchangesync.simulator.fields.Field.Access.WRITABLE;
import static io.exchangesync.simulator.fields.Field.Base.ALL;
import static io.exchangesync.simulator.fields.Field.Base.DEFAULT;
import static io.exchangesync.simulator.fields.Field.Base.GET_ITEM;
import static io.exchangesync.simulator.fields.Field.Base.ID_ONLY;
import static io.exchangesync.simulator.fields.Field.Base.NAMED;
import static io.exchangesync.simulator.fields.Field.Type.ATTACHMENTS;
import static io.exchangesync.simulator.fields.Field.Type.ATTENDEES;
import static io.exchangesync.simulator.fields.Field.Type.BODY;
import static io.exchangesync.simulator.fields.Field.Type.BOOLEAN;
import static io.exchangesync.simulator.fields.Field.Type.DATE_TIME;
import static io.exchangesync.simulator.fields.Field.Type.INTEGER;
import static io.exchangesync.simulator.fields.Field.Type.MIME;
import static io.exchangesync.simulator.fields.Field.Type.OPAQUE;
import static io.exchangesync.simulator.fields.Field.Type.RECURRENCE;
import static io.exchangesync.simulator.fields.Field.Type.STRING;
import static io.exchangesync.simulator.fields.Field.Type.STRINGS;
import static io.exchangesync.simulator.fields.Field.Type.STRUCTURE;
import static io.exchangesync.simulator.fields.Field.Type.TIME_ZONE;

import io.exchangesync.simulator.soap.Version;
import java.util.List;

/** The properties of items in the order of Microsoft's schema, which is the order of answers. */
final class Fields {
  private static final Version EVER = Version.EXCHANGE_2007;
  private static final Version V2010 = Version.EXCHANGE_2010;
  private static final Version V2013 = Version.EXCHANGE_2013;

  /** Stands where ItemType has its ExtendedProperty elements. */
  static final String EXTENDED = "item:ExtendedProperty";

  static final String MIME_CONTENT = "item:MimeContent";

  static final List<Field> ITEM =
      List.of(
          field(MIME_CONTENT, MIME, WRITABLE, EVER, NAMED),
          field("item:ItemId", STRUCTURE, READ_ONLY, EVER, ID_ONLY),
          field("item:ParentFolderId", STRUCTURE, READ_ONLY, EVER, ALL),
          field("item:ItemClass", STRING, WRITABLE, EVER, ALL),
          field("item:Subject", STRING, WRITABLE, EVER, DEFAULT),
          field("item:Sensitivity", STRING, WRITABLE, EVER, DEFAULT),
          field("item:Body", BODY, WRITABLE, EVER, GET_ITEM),
          field("item:Attachments", ATTACHMENTS, WRITABLE, EVER, GET_ITEM),
          field("item:DateTimeReceived", DATE_TIME, READ_ONLY, EVER, ALL),
          field("item:Size", INTEGER, READ_ONLY, EVER, ALL),
          field("item:Categories", STRINGS, WRITABLE, EVER, ALL),
          field("item:Importance", STRING, WRITABLE, EVER, ALL),
          field("item:InReplyTo", STRING, WRITABLE, EVER, ALL),
          field("item:IsSubmitted", BOOLEAN, READ_ONLY, EVER, ALL),
          field("item:IsDraft", BOOLEAN, READ_ONLY, EVER, ALL),
          field("item:IsFromMe", BOOLEAN, READ_ONLY, EVER, ALL),
          field("item:IsResend", BOOLEAN, READ_ONLY, EVER, ALL),
          field("item:IsUnmodified", BOOLEAN, READ_ONLY, EVER, ALL),
          field("item:DateTimeSent", DATE_TIME, READ_ONLY, EVER, ALL),
          field("item:DateTimeCreated", DATE_TIME, READ_ONLY, EVER, ALL),
          field("item:ReminderDueBy", DATE_TIME, WRITABLE, EVER, ALL),
          field("item:ReminderIsSet", BOOLEAN, WRITABLE, EVER, ALL),
          field("item:ReminderMinutesBeforeStart", INTEGER, WRITABLE, EVER, ALL),
          field("item:DisplayCc", STRING, READ_ONLY, EVER, ALL),
          field("item:DisplayTo", STRING, READ_ONLY, EVER, ALL),
          field("item:HasAttachments", BOOLEAN, READ_ONLY, EVER, DEFAULT),
          field(EXTENDED, STRUCTURE, WRITABLE, EVER, ID_ONLY),
          field("item:Culture", STRING, WRITABLE, EVER, ALL),
          field("item:EffectiveRights", STRUCTURE, READ_ONLY, EVER, ALL),
          field("item:LastModifiedName", STRING, READ_ONLY, EVER, ALL),
          field("item:LastModifiedTime", DATE_TIME, READ_ONLY, EVER, ALL),
          field("item:IsAssociated", BOOLEAN, READ_ONLY, V2010, ALL),
          field("item:TextBody", BODY, READ_ONLY, V2013, NAMED));

  static final List<Field> CALENDAR =
      List.of(
          field("calendar:UID", STRING, WRITABLE, EVER, ALL),
          field("calendar:RecurrenceId", DATE_TIME, READ_ONLY, EVER, ALL),
          field("calendar:DateTimeStamp", DATE_TIME, READ_ONLY, EVER, ALL),
          field("calendar:Start", DATE_TIME, WRITABLE, EVER, DEFAULT),
          field("calendar:End", DATE_TIME, WRITABLE, EVER, DEFAULT),
          field("calendar:OriginalStart", DATE_TIME, READ_ONLY, EVER, ALL),
          field("calendar:IsAllDayEvent", BOOLEAN, WRITABLE, EVER, DEFAULT),
          field("calendar:LegacyFreeBusyStatus", STRING, WRITABLE, EVER, DEFAULT),
          field("calendar:Location", STRING, WRITABLE, EVER, DEFAULT),
          field("calendar:When", STRING, WRITABLE, EVER, ALL),
          field("calendar:IsMeeting", BOOLEAN, READ_ONLY, EVER, ALL),
          field("calendar:IsCancelled", BOOLEAN, READ_ONLY, EVER, ALL),
          field("calendar:IsRecurring", BOOLEAN, READ_ONLY, EVER, ALL),
          field("calendar:MeetingRequestWasSent", BOOLEAN, READ_ONLY, EVER, ALL),
          field("calendar:IsResponseRequested", BOOLEAN, WRITABLE, EVER, ALL),
          field("calendar:CalendarItemType", STRING, READ_ONLY, EVER, DEFAULT),
          field("calendar:MyResponseType", STRING, READ_ONLY, EVER, ALL),
          field("calendar:Organizer", STRUCTURE, READ_ONLY, EVER, DEFAULT),
          field("calendar:RequiredAttendees", ATTENDEES, WRITABLE, EVER, GET_ITEM),
          field("calendar:OptionalAttendees", ATTENDEES, WRITABLE, EVER, GET_ITEM),
          field("calendar:Resources", ATTENDEES, WRITABLE, EVER, GET_ITEM),
          field("calendar:Duration", STRING, READ_ONLY, EVER, ALL),
          field("calendar:TimeZone", STRING, READ_ONLY, EVER, ALL),
          field("calendar:AppointmentReplyTime", DATE_TIME, READ_ONLY, EVER, ALL),
          field("calendar:AppointmentSequenceNumber", INTEGER, READ_ONLY, EVER, ALL),
          field("calendar:AppointmentState", INTEGER, READ_ONLY, EVER, ALL),
          field("calendar:Recurrence", RECURRENCE, WRITABLE, EVER, GET_ITEM),
          field("calendar:FirstOccurrence", STRUCTURE, READ_ONLY, EVER, GET_ITEM),
          field("calendar:LastOccurrence", STRUCTURE, READ_ONLY, EVER, GET_ITEM),
          field("calendar:ModifiedOccurrences", STRUCTURE, READ_ONLY, EVER, GET_ITEM),
          field("calendar:DeletedOccurrences", STRUCTURE, READ_ONLY, EVER, GET_ITEM),
          field("calendar:MeetingTimeZone", OPAQUE, WRITABLE, EVER, NAMED),
          field("calendar:StartTimeZone", TIME_ZONE, WRITABLE, V2010, ALL),
          field("calendar:EndTimeZone", TIME_ZONE, WRITABLE, V2010, ALL),
          field("calendar:ConferenceType", INTEGER, WRITABLE, EVER, ALL),
          field("calendar:AllowNewTimeProposal", BOOLEAN, WRITABLE, EVER, ALL),
          field("calendar:IsOnlineMeeting", BOOLEAN, WRITABLE, EVER, ALL),
          field("calendar:MeetingWorkspaceUrl", STRING, WRITABLE, EVER, ALL),
          field("calendar:NetShowUrl", STRING, WRITABLE, EVER, ALL),
          field("calendar:StartWallClock", DATE_TIME, READ_ONLY, V2013, ALL),
          field("calendar:EndWallClock", DATE_TIME, READ_ONLY, V2013, ALL),
          field("calendar:StartTimeZoneId", STRING, READ_ONLY, V2013, ALL),
          field("calendar:EndTimeZoneId", STRING, READ_ONLY, V2013, ALL),
          field("calendar:IsOrganizer", BOOLEAN, READ_ONLY, V2013, ALL));

  private Fields() {}

  private static Field field(
      String uri, Field.Type type, Field.Access access, Version since, Field.Base base) {
    return new Field(uri, type, access, since, base);
  }
}

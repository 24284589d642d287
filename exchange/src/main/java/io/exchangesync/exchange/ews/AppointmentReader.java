package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.BusyStatus;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.port.ItemHead;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads calendar items of answers; missing optional parts get the value Exchange means by them. */
final class AppointmentReader {
  /** What a head needs; BaseShape IdOnly brings the id. */
  static final List<Property> HEAD =
      List.of(
          new Property.Schema("item:ItemClass"),
          new Property.Schema("calendar:Start"),
          new Property.Schema("calendar:End"),
          new Property.Schema("calendar:CalendarItemType"),
          Property.STAMP);

  /** What a whole appointment needs. */
  static final List<Property> WHOLE =
      List.of(
          new Property.Schema("item:ItemClass"),
          new Property.Schema("item:Subject"),
          new Property.Schema("item:Sensitivity"),
          new Property.Schema("item:Body"),
          new Property.Schema("item:Categories"),
          new Property.Schema("item:Importance"),
          new Property.Schema("item:ReminderIsSet"),
          new Property.Schema("item:ReminderMinutesBeforeStart"),
          new Property.Schema("item:LastModifiedTime"),
          new Property.Schema("calendar:UID"),
          new Property.Schema("calendar:Start"),
          new Property.Schema("calendar:End"),
          new Property.Schema("calendar:IsAllDayEvent"),
          new Property.Schema("calendar:Location"),
          new Property.Schema("calendar:IsMeeting"),
          new Property.Schema("calendar:CalendarItemType"),
          new Property.Schema("calendar:MyResponseType"),
          new Property.Schema("calendar:AppointmentState"),
          new Property.Schema("calendar:StartTimeZone"),
          new Property.Schema("calendar:Recurrence"),
          new Property.Schema("calendar:ModifiedOccurrences"),
          new Property.Schema("calendar:DeletedOccurrences"),
          new Property.Schema("calendar:IsCancelled"),
          new Property.Schema("calendar:Organizer"),
          new Property.Schema("calendar:RequiredAttendees"),
          new Property.Schema("calendar:OptionalAttendees"),
          new Property.Schema("calendar:Resources"),
          Property.STAMP,
          Property.REFERENCES,
          Property.BUSY_STATUS,
          Property.CLEAN_GLOBAL_OBJECT_ID);

  private static final int STATE_MEETING = 1;
  private static final int STATE_RECEIVED = 2;

  private AppointmentReader() {}

  /** A head; a type that is unknown is left to the reading of the whole item. */
  static ItemHead head(XmlElement item) {
    return new ItemHead(
        ItemParts.version(item),
        item.text("ItemClass").orElse(""),
        knownType(item).orElse(CalendarItemType.SINGLE),
        ItemParts.instant(item, "Start"),
        ItemParts.instant(item, "End"),
        ItemParts.stamp(item));
  }

  /**
   * A whole appointment.
   *
   * @param mailboxZone helps where the item names no zone or a custom one
   * @throws Values.Unknown if a value is not understood
   */
  static MailboxAppointment appointment(XmlElement item, ZoneId mailboxZone) {
    if (!item.name().equals("CalendarItem")) {
      throw new Values.Unknown("kind of item in the calendar", item.name());
    }
    return new MailboxAppointment(
        Optional.of(ItemParts.version(item)),
        item.text("UID").orElse(""),
        ItemParts.named(item, Property.CLEAN_GLOBAL_OBJECT_ID)
            .map(AppointmentReader::hex)
            .orElse(""),
        type(item),
        role(item),
        ItemTimes.read(item, mailboxZone),
        item.text("Subject").orElse(""),
        ItemParts.body(item),
        item.text("Location").orElse(""),
        item.text("ReminderIsSet").map(Values::bool).orElse(false),
        item.text("ReminderMinutesBeforeStart")
            .map(minutes -> Values.integer("reminder", minutes))
            .orElse(0),
        ItemParts.named(item, Property.BUSY_STATUS)
            .map(AppointmentReader::busyStatus)
            .orElse(BusyStatus.BUSY),
        ItemParts.sensitivity(item),
        ItemParts.categories(item),
        ItemParts.importance(item),
        ItemParts.stamp(item),
        ItemParts.references(item),
        SeriesXml.read(item, mailboxZone),
        role(item) == MeetingRole.NONE ? Optional.empty() : Optional.of(MeetingXml.read(item)),
        ItemParts.lastModified(item));
  }

  private static CalendarItemType type(XmlElement item) {
    Optional<String> text = item.text("CalendarItemType");
    return text.isEmpty()
        ? CalendarItemType.SINGLE
        : knownType(item).orElseThrow(() -> new Values.Unknown("CalendarItemType", text.get()));
  }

  private static Optional<CalendarItemType> knownType(XmlElement item) {
    return switch (item.text("CalendarItemType").orElse("")) {
      case "Single" -> Optional.of(CalendarItemType.SINGLE);
      case "Occurrence" -> Optional.of(CalendarItemType.OCCURRENCE);
      case "Exception" -> Optional.of(CalendarItemType.EXCEPTION);
      case "RecurringMaster" -> Optional.of(CalendarItemType.MASTER);
      default -> Optional.empty();
    };
  }

  /** From AppointmentState; servers that send none tell it by IsMeeting and MyResponseType. */
  private static MeetingRole role(XmlElement item) {
    Optional<Integer> state =
        item.text("AppointmentState").map(s -> Values.integer("AppointmentState", s));
    boolean meeting =
        state
            .map(s -> (s & STATE_MEETING) != 0)
            .orElseGet(() -> item.text("IsMeeting").map(Values::bool).orElse(false));
    if (!meeting) {
      return MeetingRole.NONE;
    }
    boolean received =
        state
            .map(s -> (s & STATE_RECEIVED) != 0)
            .orElseGet(() -> !item.text("MyResponseType").orElse("").equals("Organizer"));
    return received ? MeetingRole.ATTENDEE : MeetingRole.ORGANIZER;
  }

  private static BusyStatus busyStatus(String number) {
    int value = Values.integer("busy status", number);
    if (value < 0 || value >= BusyStatus.values().length) {
      throw new Values.Unknown("busy status", number);
    }
    return BusyStatus.values()[value];
  }

  static String hex(String base64) {
    try {
      return HexFormat.of().formatHex(Base64.getMimeDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }
}

package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.Body;
import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.BusyStatus;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxAppointment.Importance;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.port.ItemHead;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads calendar items of answers; missing optional parts get the value Exchange means by them. */
final class ItemReader {
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
          Property.STAMP,
          Property.REFERENCES,
          Property.BUSY_STATUS,
          Property.CLEAN_GLOBAL_OBJECT_ID);

  private static final int STATE_MEETING = 1;
  private static final int STATE_RECEIVED = 2;

  private ItemReader() {}

  /** Whether an element can be told from others at all. */
  static boolean hasId(XmlElement item) {
    return item.child("ItemId")
        .flatMap(id -> id.attribute("Id"))
        .filter(id -> !id.isEmpty())
        .isPresent();
  }

  /**
   * Id and change key.
   *
   * @throws Values.Unknown if the item has none
   */
  static ItemVersion version(XmlElement item) {
    XmlElement id = item.child("ItemId").orElseThrow(() -> new Values.Unknown("item", item.name()));
    return new ItemVersion(
        new ItemId(id.attribute("Id").orElseThrow(() -> new Values.Unknown("id", "none"))),
        id.attribute("ChangeKey").orElse(""));
  }

  /** A head; a type that is unknown is left to the reading of the whole item. */
  static ItemHead head(XmlElement item) {
    return new ItemHead(
        version(item),
        item.text("ItemClass").orElse(""),
        knownType(item).orElse(CalendarItemType.SINGLE),
        instant(item, "Start"),
        instant(item, "End"),
        named(item, Property.STAMP).flatMap(Stamp::parse));
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
        Optional.of(version(item)),
        item.text("UID").orElse(""),
        named(item, Property.CLEAN_GLOBAL_OBJECT_ID).map(ItemReader::hex).orElse(""),
        type(item),
        role(item),
        ItemTimes.read(item, mailboxZone),
        item.text("Subject").orElse(""),
        item.child("Body").map(ItemReader::body).orElse(Body.EMPTY),
        item.text("Location").orElse(""),
        item.text("ReminderIsSet").map(Values::bool).orElse(false),
        item.text("ReminderMinutesBeforeStart")
            .map(minutes -> Values.integer("reminder", minutes))
            .orElse(0),
        named(item, Property.BUSY_STATUS).map(ItemReader::busyStatus).orElse(BusyStatus.BUSY),
        item.text("Sensitivity").map(ItemReader::sensitivity).orElse(Sensitivity.NORMAL),
        item.child("Categories")
            .map(c -> c.children().stream().map(XmlElement::text).toList())
            .orElse(List.of()),
        item.text("Importance").map(ItemReader::importance).orElse(Importance.NORMAL),
        named(item, Property.STAMP).flatMap(Stamp::parse),
        named(item, Property.REFERENCES).map(References::decode).orElse(CrmReferences.NONE),
        Optional.empty(),
        Optional.empty(),
        item.text("LastModifiedTime").map(Values::instant).orElse(Instant.EPOCH));
  }

  private static Optional<String> named(XmlElement item, Property.Extended property) {
    for (XmlElement child : item.children()) {
      if (child.name().equals("ExtendedProperty")
          && child.child("ExtendedFieldURI").filter(property::is).isPresent()) {
        return child.text("Value");
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> instant(XmlElement item, String name) {
    try {
      return item.text(name).map(Values::instant);
    } catch (Values.Unknown unreadable) {
      return Optional.empty();
    }
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

  private static Body body(XmlElement body) {
    String content = Values.lines(body.text());
    String format = body.attribute("BodyType").orElse("Text");
    return switch (format) {
      case "HTML" -> new Body(Body.Format.HTML, content);
      case "Text" -> new Body(Body.Format.TEXT, content);
      default -> throw new Values.Unknown("BodyType", format);
    };
  }

  private static BusyStatus busyStatus(String number) {
    int value = Values.integer("busy status", number);
    if (value < 0 || value >= BusyStatus.values().length) {
      throw new Values.Unknown("busy status", number);
    }
    return BusyStatus.values()[value];
  }

  private static Sensitivity sensitivity(String text) {
    return switch (text) {
      case "Normal" -> Sensitivity.NORMAL;
      case "Personal" -> Sensitivity.PERSONAL;
      case "Private" -> Sensitivity.PRIVATE;
      case "Confidential" -> Sensitivity.CONFIDENTIAL;
      default -> throw new Values.Unknown("Sensitivity", text);
    };
  }

  private static Importance importance(String text) {
    return switch (text) {
      case "Low" -> Importance.LOW;
      case "Normal" -> Importance.NORMAL;
      case "High" -> Importance.HIGH;
      default -> throw new Values.Unknown("Importance", text);
    };
  }

  private static String hex(String base64) {
    try {
      return HexFormat.of().formatHex(Base64.getMimeDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }
}

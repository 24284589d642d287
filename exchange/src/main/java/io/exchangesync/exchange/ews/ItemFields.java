package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.Importance;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.model.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * The values of an appointment as EWS writes them, in the order of the schema; an absent value
 * means that the item has no such property.
 */
final class ItemFields {
  /** Writes the element of one property. */
  interface Element {
    void writeTo(EwsXml xml) throws XMLStreamException;
  }

  private final Map<Property, Optional<Element>> fields = new LinkedHashMap<>();

  private ItemFields() {}

  /** Everything a new item carries. */
  static ItemFields all(MailboxAppointment value, ZoneId mailboxZone) {
    ItemFields fields = new ItemFields();
    fields.subjectToImportance(Optional.empty(), value);
    fields.reminder(Optional.empty(), value);
    fields.named(Optional.empty(), value);
    fields.time(Optional.empty(), value, mailboxZone);
    return fields;
  }

  /** What differs between two states of an item; zones and reminders switched off do not count. */
  static ItemFields differing(
      MailboxAppointment before, MailboxAppointment after, ZoneId mailboxZone) {
    ItemFields fields = new ItemFields();
    Optional<MailboxAppointment> old = Optional.of(before);
    fields.subjectToImportance(old, after);
    fields.reminder(old, after);
    fields.named(old, after);
    fields.time(old, after, mailboxZone);
    return fields;
  }

  Map<Property, Optional<Element>> asMap() {
    return fields;
  }

  boolean isEmpty() {
    return fields.isEmpty();
  }

  private void subjectToImportance(Optional<MailboxAppointment> old, MailboxAppointment value) {
    if (!old.map(MailboxAppointment::subject).equals(Optional.of(value.subject()))) {
      text("item:Subject", value.subject());
    }
    if (!old.map(MailboxAppointment::sensitivity).equals(Optional.of(value.sensitivity()))) {
      text("item:Sensitivity", name(value.sensitivity()));
    }
    if (!old.map(MailboxAppointment::body).equals(Optional.of(value.body()))) {
      put("item:Body", xml -> writeBody(xml, value));
    }
    if (!old.map(MailboxAppointment::categories).orElse(List.of()).equals(value.categories())) {
      categories(value);
    }
    if (!old.map(MailboxAppointment::importance).equals(Optional.of(value.importance()))) {
      text("item:Importance", name(value.importance()));
    }
  }

  private void reminder(Optional<MailboxAppointment> old, MailboxAppointment value) {
    boolean switched =
        !old.map(MailboxAppointment::reminderSet).equals(Optional.of(value.reminderSet()));
    if (switched) {
      text("item:ReminderIsSet", Boolean.toString(value.reminderSet()));
    }
    boolean moved =
        !old.map(MailboxAppointment::reminderMinutes).equals(Optional.of(value.reminderMinutes()));
    if (value.reminderSet() && (switched || moved)) {
      text("item:ReminderMinutesBeforeStart", Integer.toString(value.reminderMinutes()));
    }
  }

  private void named(Optional<MailboxAppointment> old, MailboxAppointment value) {
    Optional<Stamp> oldStamp = old.flatMap(MailboxAppointment::stamp);
    if (!oldStamp.equals(value.stamp())) {
      named(Property.STAMP, value.stamp().map(Stamp::encoded));
    }
    CrmReferences oldReferences =
        old.map(MailboxAppointment::references).orElse(CrmReferences.NONE);
    if (!oldReferences.equals(value.references())) {
      named(Property.REFERENCES, References.encode(value.references()));
    }
    if (!old.map(MailboxAppointment::busyStatus).equals(Optional.of(value.busyStatus()))) {
      named(Property.BUSY_STATUS, Optional.of(Integer.toString(value.busyStatus().ordinal())));
    }
  }

  private void time(
      Optional<MailboxAppointment> old, MailboxAppointment value, ZoneId mailboxZone) {
    boolean moved = old.isEmpty() || !sameTime(old.get().when(), value.when());
    boolean allDay = value.when() instanceof When.AllDay;
    ZoneId zone = value.when() instanceof When.Timed timed ? timed.zone() : mailboxZone;
    if (moved) {
      text("calendar:Start", start(value.when(), zone).toString());
      text("calendar:End", end(value.when(), zone).toString());
      text("calendar:IsAllDayEvent", Boolean.toString(allDay));
    }
    if (!old.map(MailboxAppointment::location).equals(Optional.of(value.location()))) {
      text("calendar:Location", value.location());
    }
    if (moved) {
      zone("StartTimeZone", zone);
      zone("EndTimeZone", zone);
    }
  }

  private static boolean sameTime(When one, When other) {
    return one instanceof When.Timed a && other instanceof When.Timed b
        ? a.start().equals(b.start()) && a.end().equals(b.end())
        : one.equals(other);
  }

  private static Instant start(When when, ZoneId zone) {
    return when instanceof When.Timed timed
        ? timed.start()
        : ((When.AllDay) when).first().atStartOfDay(WindowsZones.asWritten(zone)).toInstant();
  }

  private static Instant end(When when, ZoneId zone) {
    return when instanceof When.Timed timed
        ? timed.end()
        : ((When.AllDay) when)
            .last()
            .plusDays(1)
            .atStartOfDay(WindowsZones.asWritten(zone))
            .toInstant();
  }

  private static void writeBody(EwsXml xml, MailboxAppointment value) throws XMLStreamException {
    String format =
        switch (value.body().format()) {
          case TEXT -> "Text";
          case HTML -> "HTML";
        };
    xml.type("Body").attribute("BodyType", format).text(value.body().content()).end();
  }

  private void categories(MailboxAppointment value) {
    if (value.categories().isEmpty()) {
      fields.put(new Property.Schema("item:Categories"), Optional.empty());
    } else {
      put(
          "item:Categories",
          xml -> {
            xml.type("Categories");
            for (String category : value.categories()) {
              xml.type("String", category);
            }
            xml.end();
          });
    }
  }

  private void zone(String element, ZoneId zone) {
    put(
        "calendar:" + element,
        xml -> xml.type(element).attribute("Id", WindowsZones.windowsId(zone)).end());
  }

  private void named(Property.Extended property, Optional<String> value) {
    fields.put(
        property,
        value.map(
            text ->
                xml -> {
                  xml.type("ExtendedProperty");
                  property.writePath(xml);
                  xml.type("Value", text).end();
                }));
  }

  private void text(String uri, String value) {
    put(uri, xml -> xml.type(uri.substring(uri.indexOf(':') + 1), value));
  }

  private void put(String uri, Element element) {
    fields.put(new Property.Schema(uri), Optional.of(element));
  }

  private static String name(Sensitivity sensitivity) {
    return switch (sensitivity) {
      case NORMAL -> "Normal";
      case PERSONAL -> "Personal";
      case PRIVATE -> "Private";
      case CONFIDENTIAL -> "Confidential";
    };
  }

  private static String name(Importance importance) {
    return switch (importance) {
      case LOW -> "Low";
      case NORMAL -> "Normal";
      case HIGH -> "High";
    };
  }
}

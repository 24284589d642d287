package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.model.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What of an appointment is written: everything, or what differs between two states of it. */
final class AppointmentFields {
  private final FieldSet fields = new FieldSet();

  private AppointmentFields() {}

  /**
   * What differs; zones and reminders switched off do not count.
   *
   * @param old empty for a new item, which carries everything
   */
  static FieldSet of(
      Optional<MailboxAppointment> old, MailboxAppointment value, ZoneId mailboxZone) {
    AppointmentFields written = new AppointmentFields();
    written.subjectToImportance(old, value);
    written.reminder(old, value);
    written.named(old, value);
    written.time(old, value, mailboxZone);
    return written.fields;
  }

  private void subjectToImportance(Optional<MailboxAppointment> old, MailboxAppointment value) {
    if (!old.map(MailboxAppointment::subject).equals(Optional.of(value.subject()))) {
      fields.text("item:Subject", value.subject());
    }
    if (!old.map(MailboxAppointment::sensitivity).equals(Optional.of(value.sensitivity()))) {
      fields.sensitivity(value.sensitivity());
    }
    if (!old.map(MailboxAppointment::body).equals(Optional.of(value.body()))) {
      fields.body(value.body());
    }
    if (!old.map(MailboxAppointment::categories).orElse(List.of()).equals(value.categories())) {
      fields.categories(value.categories());
    }
    if (!old.map(MailboxAppointment::importance).equals(Optional.of(value.importance()))) {
      fields.importance(value.importance());
    }
  }

  private void reminder(Optional<MailboxAppointment> old, MailboxAppointment value) {
    boolean switched =
        !old.map(MailboxAppointment::reminderSet).equals(Optional.of(value.reminderSet()));
    if (switched) {
      fields.text("item:ReminderIsSet", Boolean.toString(value.reminderSet()));
    }
    boolean moved =
        !old.map(MailboxAppointment::reminderMinutes).equals(Optional.of(value.reminderMinutes()));
    if (value.reminderSet() && (switched || moved)) {
      fields.text("item:ReminderMinutesBeforeStart", Integer.toString(value.reminderMinutes()));
    }
  }

  private void named(Optional<MailboxAppointment> old, MailboxAppointment value) {
    Optional<Stamp> oldStamp = old.flatMap(MailboxAppointment::stamp);
    if (!oldStamp.equals(value.stamp())) {
      fields.named(Property.STAMP, value.stamp().map(Stamp::encoded));
    }
    CrmReferences oldReferences =
        old.map(MailboxAppointment::references).orElse(CrmReferences.NONE);
    if (!oldReferences.equals(value.references())) {
      fields.named(Property.REFERENCES, References.encode(value.references()));
    }
    if (!old.map(MailboxAppointment::busyStatus).equals(Optional.of(value.busyStatus()))) {
      fields.named(
          Property.BUSY_STATUS, Optional.of(Integer.toString(value.busyStatus().ordinal())));
    }
  }

  private void time(
      Optional<MailboxAppointment> old, MailboxAppointment value, ZoneId mailboxZone) {
    boolean moved = old.isEmpty() || !sameTime(old.get().when(), value.when());
    boolean allDay = value.when() instanceof When.AllDay;
    ZoneId zone = value.when() instanceof When.Timed timed ? timed.zone() : mailboxZone;
    if (moved) {
      fields.text("calendar:Start", start(value.when(), zone).toString());
      fields.text("calendar:End", end(value.when(), zone).toString());
      fields.text("calendar:IsAllDayEvent", Boolean.toString(allDay));
    }
    if (!old.map(MailboxAppointment::location).equals(Optional.of(value.location()))) {
      fields.text("calendar:Location", value.location());
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

  private void zone(String element, ZoneId zone) {
    fields.put(
        "calendar:" + element,
        xml -> xml.type(element).attribute("Id", WindowsZones.windowsId(zone)).end());
  }
}

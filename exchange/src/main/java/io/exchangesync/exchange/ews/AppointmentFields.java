package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** What of an appointment is written: everything, or what differs between two states of it. */
final class AppointmentFields {
  private final FieldSet fields = new FieldSet();

  private AppointmentFields() {}

  /**
   * What differs; reminders switched off do not count, nor do zones but those of series.
   *
   * @param old empty for a new item, which carries everything
   */
  static FieldSet of(
      Optional<MailboxAppointment> old, MailboxAppointment value, ZoneId mailboxZone) {
    AppointmentFields written = new AppointmentFields();
    EntryFields.beforeReminder(written.fields, old, value);
    written.reminder(old, value);
    written.named(old, value);
    written.time(old, value, mailboxZone);
    return written.fields;
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
    EntryFields.named(fields, old, value);
    if (!old.map(MailboxAppointment::busyStatus).equals(Optional.of(value.busyStatus()))) {
      fields.named(
          Property.BUSY_STATUS, Optional.of(Integer.toString(value.busyStatus().ordinal())));
    }
  }

  private void time(
      Optional<MailboxAppointment> old, MailboxAppointment value, ZoneId mailboxZone) {
    Optional<Recurrence> pattern = value.series().map(MailboxSeries::recurrence);
    Optional<Recurrence> oldPattern =
        old.flatMap(MailboxAppointment::series).map(MailboxSeries::recurrence);
    boolean moved = old.isEmpty() || moved(old.get(), value, pattern, oldPattern);
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
    MeetingXml.write(fields, old.flatMap(MailboxAppointment::meeting), value.meeting());
    if (pattern.isPresent() && moved) {
      fields.put("calendar:Recurrence", xml -> RecurrenceXml.write(xml, pattern.get()));
    } else if (pattern.isEmpty() && oldPattern.isPresent()) {
      fields.remove("calendar:Recurrence");
    }
    if (moved) {
      zone("StartTimeZone", zone);
      zone("EndTimeZone", zone);
    }
  }

  /** Times and pattern are written together, so that the server never meets half a move. */
  private static boolean moved(
      MailboxAppointment old,
      MailboxAppointment value,
      Optional<Recurrence> pattern,
      Optional<Recurrence> oldPattern) {
    if (!sameTime(old.when(), value.when())) {
      return true;
    }
    if (pattern.isEmpty()) {
      return false;
    }
    return oldPattern.isEmpty()
        || !RecurrenceXml.same(oldPattern.get(), pattern.get())
        || !sameZone(old.when(), value.when());
  }

  /** The zone of a series is part of its times: it decides what daylight saving does to them. */
  private static boolean sameZone(When one, When other) {
    return !(one instanceof When.Timed a && other instanceof When.Timed b)
        || WindowsZones.windowsId(a.zone()).equals(WindowsZones.windowsId(b.zone()));
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

package io.exchangesync.core.model;

import io.exchangesync.core.model.MailboxAppointment.BusyStatus;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxAppointment.Importance;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Changes some values of a {@link MailboxAppointment} and keeps the rest. */
public final class MailboxAppointmentBuilder {
  private Optional<ItemVersion> item;
  private String uid;
  private String cleanGlobalObjectId;
  private CalendarItemType type;
  private MeetingRole meetingRole;
  private When when;
  private String subject;
  private Body body;
  private String location;
  private boolean reminderSet;
  private int reminderMinutes;
  private BusyStatus busyStatus;
  private Sensitivity sensitivity;
  private List<String> categories;
  private Importance importance;
  private Optional<Stamp> stamp;
  private CrmReferences references;
  private Optional<MailboxSeries> series;
  private Optional<Meeting> meeting;
  private Instant lastModified;

  MailboxAppointmentBuilder(MailboxAppointment from) {
    this.item = from.item();
    this.uid = from.uid();
    this.cleanGlobalObjectId = from.cleanGlobalObjectId();
    this.type = from.type();
    this.meetingRole = from.meetingRole();
    this.when = from.when();
    this.subject = from.subject();
    this.body = from.body();
    this.location = from.location();
    this.reminderSet = from.reminderSet();
    this.reminderMinutes = from.reminderMinutes();
    this.busyStatus = from.busyStatus();
    this.sensitivity = from.sensitivity();
    this.categories = from.categories();
    this.importance = from.importance();
    this.stamp = from.stamp();
    this.references = from.references();
    this.series = from.series();
    this.meeting = from.meeting();
    this.lastModified = from.lastModified();
  }

  public MailboxAppointmentBuilder item(Optional<ItemVersion> value) {
    this.item = value;
    return this;
  }

  public MailboxAppointmentBuilder uid(String value) {
    this.uid = value;
    return this;
  }

  public MailboxAppointmentBuilder cleanGlobalObjectId(String value) {
    this.cleanGlobalObjectId = value;
    return this;
  }

  public MailboxAppointmentBuilder type(CalendarItemType value) {
    this.type = value;
    return this;
  }

  public MailboxAppointmentBuilder meetingRole(MeetingRole value) {
    this.meetingRole = value;
    return this;
  }

  public MailboxAppointmentBuilder when(When value) {
    this.when = value;
    return this;
  }

  public MailboxAppointmentBuilder subject(String value) {
    this.subject = value;
    return this;
  }

  public MailboxAppointmentBuilder body(Body value) {
    this.body = value;
    return this;
  }

  public MailboxAppointmentBuilder location(String value) {
    this.location = value;
    return this;
  }

  public MailboxAppointmentBuilder reminderSet(boolean value) {
    this.reminderSet = value;
    return this;
  }

  public MailboxAppointmentBuilder reminderMinutes(int value) {
    this.reminderMinutes = value;
    return this;
  }

  public MailboxAppointmentBuilder busyStatus(BusyStatus value) {
    this.busyStatus = value;
    return this;
  }

  public MailboxAppointmentBuilder sensitivity(Sensitivity value) {
    this.sensitivity = value;
    return this;
  }

  public MailboxAppointmentBuilder categories(List<String> value) {
    this.categories = value;
    return this;
  }

  public MailboxAppointmentBuilder importance(Importance value) {
    this.importance = value;
    return this;
  }

  public MailboxAppointmentBuilder stamp(Optional<Stamp> value) {
    this.stamp = value;
    return this;
  }

  public MailboxAppointmentBuilder references(CrmReferences value) {
    this.references = value;
    return this;
  }

  public MailboxAppointmentBuilder series(Optional<MailboxSeries> value) {
    this.series = value;
    return this;
  }

  public MailboxAppointmentBuilder meeting(Optional<Meeting> value) {
    this.meeting = value;
    return this;
  }

  public MailboxAppointmentBuilder lastModified(Instant value) {
    this.lastModified = value;
    return this;
  }

  public MailboxAppointment build() {
    return new MailboxAppointment(
        item,
        uid,
        cleanGlobalObjectId,
        type,
        meetingRole,
        when,
        subject,
        body,
        location,
        reminderSet,
        reminderMinutes,
        busyStatus,
        sensitivity,
        categories,
        importance,
        stamp,
        references,
        series,
        meeting,
        lastModified);
  }
}

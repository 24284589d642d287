package io.exchangesync.core.model;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/** Changes some values of a {@link CrmAppointment} and keeps the rest. */
public final class CrmAppointmentBuilder {
  private int recordId;
  private int associateId;
  private int groupId;
  private int registeredAssociateId;
  private int type;
  private int status;
  private int taskId;
  private int priorityId;
  private LocalDateTime doBy;
  private LocalDateTime activeDate;
  private LocalDateTime endDate;
  private LocalDateTime done;
  private boolean allDay;
  private String title;
  private String agenda;
  private String location;
  private boolean hasAlarm;
  private int alarmMinutes;
  private int freeBusy;
  private Visibility visibility;
  private CrmReferences references;
  private CrmNames names;
  private int preferredTzLocation;
  private CrmTies ties;
  private CrmKeys keys;
  private Optional<CrmSeries> series;
  private Optional<CrmBooking> booking;
  private Instant registered;
  private Instant updated;
  private String version;

  CrmAppointmentBuilder(CrmAppointment from) {
    this.recordId = from.recordId();
    this.associateId = from.associateId();
    this.groupId = from.groupId();
    this.registeredAssociateId = from.registeredAssociateId();
    this.type = from.type();
    this.status = from.status();
    this.taskId = from.taskId();
    this.priorityId = from.priorityId();
    this.doBy = from.doBy();
    this.activeDate = from.activeDate();
    this.endDate = from.endDate();
    this.done = from.done();
    this.allDay = from.allDay();
    this.title = from.title();
    this.agenda = from.agenda();
    this.location = from.location();
    this.hasAlarm = from.hasAlarm();
    this.alarmMinutes = from.alarmMinutes();
    this.freeBusy = from.freeBusy();
    this.visibility = from.visibility();
    this.references = from.references();
    this.names = from.names();
    this.preferredTzLocation = from.preferredTzLocation();
    this.ties = from.ties();
    this.keys = from.keys();
    this.series = from.series();
    this.booking = from.booking();
    this.registered = from.registered();
    this.updated = from.updated();
    this.version = from.version();
  }

  public CrmAppointmentBuilder recordId(int value) {
    this.recordId = value;
    return this;
  }

  public CrmAppointmentBuilder associateId(int value) {
    this.associateId = value;
    return this;
  }

  public CrmAppointmentBuilder groupId(int value) {
    this.groupId = value;
    return this;
  }

  public CrmAppointmentBuilder registeredAssociateId(int value) {
    this.registeredAssociateId = value;
    return this;
  }

  public CrmAppointmentBuilder type(int value) {
    this.type = value;
    return this;
  }

  public CrmAppointmentBuilder status(int value) {
    this.status = value;
    return this;
  }

  public CrmAppointmentBuilder taskId(int value) {
    this.taskId = value;
    return this;
  }

  public CrmAppointmentBuilder priorityId(int value) {
    this.priorityId = value;
    return this;
  }

  public CrmAppointmentBuilder doBy(LocalDateTime value) {
    this.doBy = value;
    return this;
  }

  public CrmAppointmentBuilder activeDate(LocalDateTime value) {
    this.activeDate = value;
    return this;
  }

  public CrmAppointmentBuilder endDate(LocalDateTime value) {
    this.endDate = value;
    return this;
  }

  public CrmAppointmentBuilder done(LocalDateTime value) {
    this.done = value;
    return this;
  }

  public CrmAppointmentBuilder allDay(boolean value) {
    this.allDay = value;
    return this;
  }

  public CrmAppointmentBuilder title(String value) {
    this.title = value;
    return this;
  }

  public CrmAppointmentBuilder agenda(String value) {
    this.agenda = value;
    return this;
  }

  public CrmAppointmentBuilder location(String value) {
    this.location = value;
    return this;
  }

  public CrmAppointmentBuilder hasAlarm(boolean value) {
    this.hasAlarm = value;
    return this;
  }

  public CrmAppointmentBuilder alarmMinutes(int value) {
    this.alarmMinutes = value;
    return this;
  }

  public CrmAppointmentBuilder freeBusy(int value) {
    this.freeBusy = value;
    return this;
  }

  public CrmAppointmentBuilder visibility(Visibility value) {
    this.visibility = value;
    return this;
  }

  public CrmAppointmentBuilder references(CrmReferences value) {
    this.references = value;
    return this;
  }

  public CrmAppointmentBuilder names(CrmNames value) {
    this.names = value;
    return this;
  }

  public CrmAppointmentBuilder preferredTzLocation(int value) {
    this.preferredTzLocation = value;
    return this;
  }

  public CrmAppointmentBuilder ties(CrmTies value) {
    this.ties = value;
    return this;
  }

  public CrmAppointmentBuilder keys(CrmKeys value) {
    this.keys = value;
    return this;
  }

  public CrmAppointmentBuilder series(Optional<CrmSeries> value) {
    this.series = value;
    return this;
  }

  public CrmAppointmentBuilder booking(Optional<CrmBooking> value) {
    this.booking = value;
    return this;
  }

  public CrmAppointmentBuilder registered(Instant value) {
    this.registered = value;
    return this;
  }

  public CrmAppointmentBuilder updated(Instant value) {
    this.updated = value;
    return this;
  }

  public CrmAppointmentBuilder version(String value) {
    this.version = value;
    return this;
  }

  public CrmAppointment build() {
    return new CrmAppointment(
        recordId,
        associateId,
        groupId,
        registeredAssociateId,
        type,
        status,
        taskId,
        priorityId,
        doBy,
        activeDate,
        endDate,
        done,
        allDay,
        title,
        agenda,
        location,
        hasAlarm,
        alarmMinutes,
        freeBusy,
        visibility,
        references,
        names,
        preferredTzLocation,
        ties,
        keys,
        series,
        booking,
        registered,
        updated,
        version);
  }
}

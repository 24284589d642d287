package io.exchangesync.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One calendar item as the mailbox holds it.
 *
 * @param item id and change key; empty only on an item that is still to be created
 * @param uid UID as the server gives it; "" if unknown
 * @param cleanGlobalObjectId CleanGlobalObjectId as lower-case hex; "" if unknown
 * @param body as read; LF line ends
 * @param reminderMinutes minutes before start; meaningful while {@code reminderSet}
 * @param stamp our stamp, if the item carries one
 * @param references our named property with the keys of the CRM side
 * @param series pattern and exceptions of a MASTER
 * @param meeting organizer and attendees while {@code meetingRole} is not NONE
 * @param lastModified LastModifiedTime; Instant.EPOCH if the server gave none
 */
public record MailboxAppointment(
    Optional<ItemVersion> item,
    String uid,
    String cleanGlobalObjectId,
    CalendarItemType type,
    MeetingRole meetingRole,
    When when,
    String subject,
    Body body,
    String location,
    boolean reminderSet,
    int reminderMinutes,
    BusyStatus busyStatus,
    Sensitivity sensitivity,
    List<String> categories,
    Importance importance,
    Optional<Stamp> stamp,
    CrmReferences references,
    Optional<MailboxSeries> series,
    Optional<Meeting> meeting,
    Instant lastModified)
    implements MailboxEntry {

  public MailboxAppointment {
    Objects.requireNonNull(item);
    Objects.requireNonNull(uid);
    Objects.requireNonNull(cleanGlobalObjectId);
    Objects.requireNonNull(type);
    Objects.requireNonNull(meetingRole);
    Objects.requireNonNull(when);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(body);
    Objects.requireNonNull(location);
    Objects.requireNonNull(busyStatus);
    Objects.requireNonNull(sensitivity);
    categories = List.copyOf(categories);
    Objects.requireNonNull(importance);
    Objects.requireNonNull(stamp);
    Objects.requireNonNull(references);
    Objects.requireNonNull(series);
    Objects.requireNonNull(meeting);
    Objects.requireNonNull(lastModified);
  }

  /** A series is as private as its most private date. */
  @Override
  public boolean confidential() {
    return sensitivity != Sensitivity.NORMAL
        || series.stream()
            .flatMap(dates -> dates.exceptions().stream())
            .anyMatch(date -> date.content().confidential());
  }

  /** An empty single appointment at {@code when}: what a create starts from. */
  public static MailboxAppointment blank(When when) {
    return new MailboxAppointment(
        Optional.empty(),
        "",
        "",
        CalendarItemType.SINGLE,
        MeetingRole.NONE,
        when,
        "",
        Body.EMPTY,
        "",
        false,
        15,
        BusyStatus.BUSY,
        Sensitivity.NORMAL,
        List.of(),
        Importance.NORMAL,
        Optional.empty(),
        CrmReferences.NONE,
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH);
  }

  @Override
  public MailboxAppointment withStamp(Optional<Stamp> newStamp) {
    return with().stamp(newStamp).build();
  }

  @Override
  public MailboxAppointment withSubject(String newSubject) {
    return with().subject(newSubject).build();
  }

  @Override
  public MailboxAppointment withBody(Body newBody) {
    return with().body(newBody).build();
  }

  @Override
  public MailboxAppointment withSensitivity(Sensitivity newSensitivity) {
    return with().sensitivity(newSensitivity).build();
  }

  @Override
  public MailboxAppointment withCategories(List<String> newCategories) {
    return with().categories(newCategories).build();
  }

  @Override
  public MailboxAppointment withImportance(Importance newImportance) {
    return with().importance(newImportance).build();
  }

  @Override
  public MailboxAppointment withReferences(CrmReferences newReferences) {
    return with().references(newReferences).build();
  }

  /** A builder that starts from these values. */
  public MailboxAppointmentBuilder with() {
    return new MailboxAppointmentBuilder(this);
  }

  /** CalendarItemType of the EWS schema. */
  public enum CalendarItemType {
    SINGLE,
    OCCURRENCE,
    EXCEPTION,
    MASTER
  }

  /**
   * What the mailbox's owner is in the meeting, from AppointmentState (bit 1 meeting, bit 2
   * received).
   */
  public enum MeetingRole {
    NONE,
    ORGANIZER,
    ATTENDEE
  }

  /** PidLidBusyStatus of [MS-OXOCAL]; the ordinal is its value. */
  public enum BusyStatus {
    FREE,
    TENTATIVE,
    BUSY,
    OUT_OF_OFFICE,
    WORKING_ELSEWHERE
  }

  /** Sensitivity of the EWS schema. */
  public enum Sensitivity {
    NORMAL,
    PERSONAL,
    PRIVATE,
    CONFIDENTIAL
  }

  /** Importance of the EWS schema. */
  public enum Importance {
    LOW,
    NORMAL,
    HIGH
  }
}

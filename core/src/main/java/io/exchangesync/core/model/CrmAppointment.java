package io.exchangesync.core.model;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * One follow-up as SuperOffice stores it: appointment, text and VisibleFor rows together, columns
 * by meaning.
 *
 * <p>Dates are wall time of the base time zone (schema section 4.4); "never" is 1760-01-01T00:00.
 * NULL columns are read as 0 or "". Text uses LF line ends.
 *
 * @param type enum AppointmentType: 1 diary, 2 to-do, 4 document, 6 booking ...
 * @param status enum AppointmentStatus: 1 not started, 3 completed, 4 hidden, 5-10 bookings, 11-13
 *     assignments
 * @param taskId Task_id of the follow-up type
 * @param title text.text (up to 2047 characters before 10.2.6: title and description together; 4000
 *     after)
 * @param agenda HTML of the agenda text row (html_text, or its plain text escaped); "" where the
 *     level has none
 * @param series the dates of a series; recordId is then a {@link SeriesKey} and the values are
 *     those most dates have
 * @param booking participants of a booking master
 * @param registered [UTC] greatest of the three rows' registered
 * @param updated [UTC] greatest of the three rows' updated; 1760-01-01 if never
 * @param version opaque; equal as long as none of the rows was written
 */
public record CrmAppointment(
    int recordId,
    int associateId,
    int groupId,
    int registeredAssociateId,
    int type,
    int status,
    int taskId,
    int priorityId,
    LocalDateTime doBy,
    LocalDateTime activeDate,
    LocalDateTime endDate,
    LocalDateTime done,
    boolean allDay,
    String title,
    String agenda,
    String location,
    boolean hasAlarm,
    int alarmMinutes,
    int freeBusy,
    Visibility visibility,
    CrmReferences references,
    CrmNames names,
    int preferredTzLocation,
    CrmTies ties,
    CrmKeys keys,
    Optional<CrmSeries> series,
    Optional<CrmBooking> booking,
    Instant registered,
    Instant updated,
    String version)
    implements CrmRecord {

  /** enum AppointmentType: in the diary. */
  public static final int DIARY = 1;

  /** enum AppointmentType: in the to-do list; a due date, no start time. */
  public static final int TO_DO = 2;

  /** enum AppointmentType: a booking or pending assignment for the to-do list. */
  public static final int TO_DO_BOOKING = 7;

  /** SuperOffice's "never". */
  public static final LocalDateTime NEVER = LocalDateTime.of(1760, 1, 1, 0, 0);

  public CrmAppointment {
    Objects.requireNonNull(doBy);
    Objects.requireNonNull(activeDate);
    Objects.requireNonNull(endDate);
    Objects.requireNonNull(done);
    Objects.requireNonNull(title);
    Objects.requireNonNull(agenda);
    Objects.requireNonNull(location);
    Objects.requireNonNull(visibility);
    Objects.requireNonNull(references);
    Objects.requireNonNull(names);
    Objects.requireNonNull(ties);
    Objects.requireNonNull(keys);
    Objects.requireNonNull(series);
    Objects.requireNonNull(booking);
    Objects.requireNonNull(registered);
    Objects.requireNonNull(updated);
    Objects.requireNonNull(version);
  }

  /**
   * Status 3: activeDate is then the completion time and the planned start is do_by (schema rule
   * 36).
   */
  public boolean completed() {
    return status == 3;
  }

  /** The later of registered and updated, for policy {@code newest}. */
  @Override
  public Instant lastChanged() {
    return updated.isAfter(registered) ? updated : registered;
  }

  /** A series is as private as its most private date. */
  @Override
  public boolean confidential() {
    return visibility.privateColumn() != 0
        || series.stream()
            .flatMap(dates -> dates.occurrences().stream())
            .anyMatch(date -> date.row().confidential());
  }

  @Override
  public CrmAppointment withRecordId(int newRecordId) {
    return with()
        .recordId(newRecordId)
        .series(series.map(dates -> dates.withRule(SeriesKey.rule(newRecordId))))
        .build();
  }

  /** A builder that starts from these values. */
  public CrmAppointmentBuilder with() {
    return new CrmAppointmentBuilder(this);
  }
}

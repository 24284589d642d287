package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.MailboxTask;
import io.exchangesync.core.model.MailboxTask.Status;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * {@code not-started}, {@code started} or {@code completed/day}: status and day of completion
 * together, so that two completions never mix.
 *
 * <p>Deferred reads as not started, waiting on others as started; both are kept while the value
 * does not change. A row of another status (an assignment) reads as not started and is never
 * written.
 */
final class StatusLens implements FieldLens {
  private static final String NOT_STARTED = "not-started";
  private static final String STARTED = "started";
  private static final String COMPLETED = "completed/";

  private static final int CRM_NOT_STARTED = 1;
  private static final int CRM_STARTED = 2;
  private static final int CRM_COMPLETED = 3;

  private final BaseZone base;
  private final ZoneId owner;

  StatusLens(MappingContext context) {
    this.base = new BaseZone(context.reference().baseZone());
    this.owner = context.owner().zone();
  }

  @Override
  public Field field() {
    return Field.STATUS;
  }

  /** The day a to-do was completed; empty while it is open. */
  Optional<LocalDate> completed(CrmAppointment row) {
    return row.completed() ? Optional.of(base.date(row.done(), owner)) : Optional.empty();
  }

  /** Servers date a completion by their own clock, so neighbouring days are the same one. */
  static boolean sameCompletion(String one, String other) {
    if (!one.startsWith(COMPLETED) || !other.startsWith(COMPLETED)) {
      return one.equals(other);
    }
    LocalDate first = day(one);
    return !day(other).isBefore(first.minusDays(1)) && !day(other).isAfter(first.plusDays(1));
  }

  @Override
  public Optional<String> readCrm(CrmAppointment row) {
    if (row.completed()) {
      return completed(row).map(day -> COMPLETED + day);
    }
    return Optional.of(row.status() == CRM_STARTED ? STARTED : NOT_STARTED);
  }

  @Override
  public Optional<String> readMailbox(WornItem item) {
    MailboxTask task = item.task();
    return Optional.of(
        switch (task.status()) {
          case NOT_STARTED, DEFERRED -> NOT_STARTED;
          case IN_PROGRESS, WAITING_ON_OTHERS -> STARTED;
          case COMPLETED -> COMPLETED + task.completed().orElseThrow();
        });
  }

  @Override
  public CrmAppointment putCrm(String wanted, CrmAppointment row) {
    if (row.status() < CRM_NOT_STARTED || row.status() > CRM_COMPLETED) {
      return row;
    }
    if (wanted.startsWith(COMPLETED)) {
      LocalTime time =
          row.completed() ? base.instant(row.done()).atZone(owner).toLocalTime() : LocalTime.NOON;
      var done = base.wall(day(wanted), time, owner);
      return row.with().status(CRM_COMPLETED).done(done).activeDate(done).build();
    }
    return row.with()
        .status(wanted.equals(STARTED) ? CRM_STARTED : CRM_NOT_STARTED)
        .done(CrmAppointment.NEVER)
        .activeDate(row.doBy())
        .build();
  }

  @Override
  public WornItem putMailbox(String wanted, WornItem item) {
    if (wanted.startsWith(COMPLETED)) {
      return item.with(item.task().with().completed(day(wanted)).build());
    }
    Status open = wanted.equals(STARTED) ? Status.IN_PROGRESS : Status.NOT_STARTED;
    return item.with(item.task().with().open(open).build());
  }

  private static LocalDate day(String completed) {
    try {
      return LocalDate.parse(completed.substring(COMPLETED.length()));
    } catch (DateTimeException e) {
      throw new UnmappableException(
          Field.STATUS, "The day of completion can't be read: " + completed);
    }
  }
}

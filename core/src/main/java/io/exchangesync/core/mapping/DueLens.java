package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Field;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The day something is due, in the owner's zone; "" for never (sync-rules 3).
 *
 * <p>Only days are compared: the time of day of a to-do stays as it is. A to-do always has a due
 * date, so one that is taken away in the mailbox stays in SuperOffice.
 */
final class DueLens implements FieldLens {
  /** Earlier dates are SuperOffice's "never". */
  private static final LocalDate FIRST = LocalDate.of(1761, 1, 1);

  /** The last day Outlook knows. */
  private static final LocalDate LAST = LocalDate.of(4500, 8, 31);

  private final BaseZone base;
  private final ZoneId owner;

  DueLens(MappingContext context) {
    this.base = new BaseZone(context.reference().baseZone());
    this.owner = context.owner().zone();
  }

  @Override
  public Field field() {
    return Field.DUE;
  }

  /** The day a to-do is due; empty if it is never. */
  Optional<LocalDate> due(CrmAppointment row) {
    return row.doBy().equals(CrmAppointment.NEVER)
        ? Optional.empty()
        : Optional.of(base.date(row.doBy(), owner));
  }

  @Override
  public Optional<String> readCrm(CrmAppointment row) {
    return Optional.of(due(row).map(LocalDate::toString).orElse(""));
  }

  @Override
  public Optional<String> readMailbox(WornItem item) {
    return Optional.of(item.task().due().map(LocalDate::toString).orElse(""));
  }

  @Override
  public CrmAppointment putCrm(String wanted, CrmAppointment row) {
    if (wanted.isEmpty()) {
      return row;
    }
    LocalTime time =
        due(row).isEmpty()
            ? LocalTime.MIDNIGHT
            : base.instant(row.doBy()).atZone(owner).toLocalTime();
    LocalDateTime doBy = base.wall(parse(wanted), time, owner);
    CrmAppointment moved = row.with().doBy(doBy).endDate(doBy).build();
    return row.completed() ? moved : moved.with().activeDate(doBy).build();
  }

  @Override
  public WornItem putMailbox(String wanted, WornItem item) {
    Optional<LocalDate> due = wanted.isEmpty() ? Optional.empty() : Optional.of(parse(wanted));
    return item.with(item.task().with().due(due).build());
  }

  private static LocalDate parse(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
        return day;
      }
    } catch (DateTimeException e) {
      throw new UnmappableException(Field.DUE, "The due date can't be read: " + text);
    }
    throw new UnmappableException(
        Field.DUE, "The due date lies outside " + FIRST + " to " + LAST + "; correct it.");
  }
}

package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.settings.MappingSettings;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The moment of the reminder [UTC] or "" for none; SuperOffice counts its minutes back from {@code
 * do_by}.
 *
 * <p>A side whose reminders must not travel does not give the field at all (settings
 * alarm.to-mailbox, alarm.to-crm).
 */
final class TaskReminderLens implements FieldLens {
  /** appointment.alarm is a smallint. */
  private static final int LONGEST = Short.MAX_VALUE;

  private final MappingSettings settings;
  private final BaseZone base;

  TaskReminderLens(MappingContext context) {
    this.settings = context.settings();
    this.base = new BaseZone(context.reference().baseZone());
  }

  @Override
  public Field field() {
    return Field.REMINDER;
  }

  @Override
  public Optional<String> readCrm(CrmAppointment row) {
    if (!settings.alarmToMailbox()) {
      return Optional.empty();
    }
    boolean none = !row.hasAlarm() || row.doBy().equals(CrmAppointment.NEVER);
    return Optional.of(none ? "" : reminder(row).toString());
  }

  private Instant reminder(CrmAppointment row) {
    return base.instant(row.doBy()).minus(Duration.ofMinutes(Math.max(0, row.alarmMinutes())));
  }

  @Override
  public Optional<String> readMailbox(WornItem item) {
    return settings.alarmToCrm()
        ? Optional.of(
            item.task()
                .reminder()
                .map(moment -> moment.truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse(""))
        : Optional.empty();
  }

  /** A reminder after the due time, or too long before it, becomes the nearest one that fits. */
  @Override
  public CrmAppointment putCrm(String wanted, CrmAppointment row) {
    if (!settings.alarmToCrm()) {
      return row;
    }
    if (wanted.isEmpty()) {
      return row.with().hasAlarm(false).build();
    }
    long minutes = Duration.between(parse(wanted), base.instant(row.doBy())).toMinutes();
    int fitting = (int) Math.max(0, Math.min(minutes, LONGEST));
    return row.with().hasAlarm(true).alarmMinutes(fitting).build();
  }

  @Override
  public WornItem putMailbox(String wanted, WornItem item) {
    if (!settings.alarmToMailbox()) {
      return item;
    }
    Optional<Instant> moment = wanted.isEmpty() ? Optional.empty() : Optional.of(parse(wanted));
    return item.with(item.task().with().reminder(moment).build());
  }

  private static Instant parse(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new UnmappableException(Field.REMINDER, "The reminder can't be read: " + text);
    }
  }
}

package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.settings.MappingSettings;
import java.util.Optional;

/**
 * The reminder: {@code on/minutes before start} or {@code off}.
 *
 * <p>A side whose reminders must not travel does not give the field at all (settings
 * alarm.to-mailbox, alarm.to-crm).
 */
final class ReminderLens implements FieldLens {
  private static final String OFF = "off";
  private static final String ON = "on/";

  /** appointment.alarm is a smallint. */
  private static final int LONGEST = Short.MAX_VALUE;

  private final MappingSettings settings;

  ReminderLens(MappingContext context) {
    this.settings = context.settings();
  }

  @Override
  public Field field() {
    return Field.REMINDER;
  }

  @Override
  public Optional<String> readCrm(CrmAppointment row) {
    return settings.alarmToMailbox()
        ? Optional.of(text(row.hasAlarm(), row.alarmMinutes()))
        : Optional.empty();
  }

  @Override
  public Optional<String> readMailbox(WornItem item) {
    return settings.alarmToCrm()
        ? Optional.of(text(item.item().reminderSet(), item.item().reminderMinutes()))
        : Optional.empty();
  }

  @Override
  public CrmAppointment putCrm(String wanted, CrmAppointment row) {
    if (!settings.alarmToCrm()) {
      return row;
    }
    return wanted.equals(OFF)
        ? row.with().hasAlarm(false).build()
        : row.with().hasAlarm(true).alarmMinutes(Math.min(minutes(wanted), LONGEST)).build();
  }

  @Override
  public WornItem putMailbox(String wanted, WornItem item) {
    if (!settings.alarmToMailbox()) {
      return item;
    }
    return item.with(
        wanted.equals(OFF)
            ? item.item().with().reminderSet(false).build()
            : item.item().with().reminderSet(true).reminderMinutes(minutes(wanted)).build());
  }

  private static String text(boolean on, int minutes) {
    return on ? ON + Math.max(0, minutes) : OFF;
  }

  private static int minutes(String text) {
    try {
      return Integer.parseInt(text.substring(ON.length()));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new UnmappableException(Field.REMINDER, "The reminder can't be read: " + text);
    }
  }
}

package io.exchangesync.simulator.tasks;

import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.store.Value;
import io.exchangesync.simulator.zones.Times;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Exchange makes of a task on saving: a task is completed exactly when it stands at 100
 * percent and has a date of completion, and its dates are days at midnight in UTC.
 */
public final class TaskRules {
  static final String START = "task:StartDate";
  static final String DUE = "task:DueDate";
  static final String STATUS = "task:Status";
  static final String PERCENT = "task:PercentComplete";
  static final String COMPLETE_DATE = "task:CompleteDate";
  static final String RECURRENCE = "task:Recurrence";
  static final String COMPLETED = "Completed";
  private static final String NOT_STARTED = "NotStarted";
  private static final String CHANGES = "task:ChangeCount";
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  private TaskRules() {}

  /**
   * Fills in what a new task leaves out.
   *
   * @throws EwsError when its values contradict each other
   */
  public static void complete(Map<String, Value> properties, LocalDate today) {
    settle(properties, new HashSet<>(properties.keySet()), today);
    properties.putIfAbsent(STATUS, Value.of(NOT_STARTED));
    properties.putIfAbsent(PERCENT, Value.of("0"));
    properties.putIfAbsent("item:ReminderIsSet", Value.of(false));
    properties.putIfAbsent("item:ReminderMinutesBeforeStart", Value.of("0"));
    properties.put(CHANGES, Value.of("1"));
  }

  /**
   * Puts a task right after a change.
   *
   * @param keys what the change set or deleted
   * @throws EwsError when its values contradict each other
   */
  public static void change(Map<String, Value> properties, Set<String> keys, LocalDate today) {
    settle(properties, keys, today);
    int count = text(properties, CHANGES).map(Integer::parseInt).orElse(1);
    properties.put(CHANGES, Value.of(Integer.toString(count + 1)));
  }

  private static void settle(Map<String, Value> properties, Set<String> keys, LocalDate today) {
    percent(properties);
    if (keys.contains(STATUS)) {
      byStatus(properties, today);
    } else if (keys.contains(COMPLETE_DATE)) {
      setStatus(properties, properties.containsKey(COMPLETE_DATE) ? COMPLETED : NOT_STARTED, today);
    } else if (keys.contains(PERCENT)) {
      byPercent(properties, today);
    }
    orderDates(properties, keys);
    if (keys.contains(RECURRENCE)) {
      RecurringTask.begin(properties);
    }
  }

  private static void byStatus(Map<String, Value> properties, LocalDate today) {
    setStatus(properties, text(properties, STATUS).orElse(NOT_STARTED), today);
  }

  private static void byPercent(Map<String, Value> properties, LocalDate today) {
    BigDecimal percent = percent(properties);
    String before = text(properties, STATUS).orElse(NOT_STARTED);
    if (percent.compareTo(WHOLE) == 0) {
      setStatus(properties, COMPLETED, today);
    } else if (percent.signum() == 0) {
      setStatus(properties, NOT_STARTED, today);
    } else {
      boolean idle = before.equals(NOT_STARTED) || before.equals(COMPLETED);
      setStatus(properties, idle ? "InProgress" : before, today);
    }
  }

  private static void setStatus(Map<String, Value> properties, String status, LocalDate today) {
    properties.put(STATUS, Value.of(status));
    if (status.equals(COMPLETED)) {
      properties.put(PERCENT, Value.of("100"));
      properties.putIfAbsent(COMPLETE_DATE, midnight(today));
      return;
    }
    properties.remove(COMPLETE_DATE);
    boolean whole = percent(properties).compareTo(WHOLE) == 0;
    if (status.equals(NOT_STARTED) || whole) {
      properties.put(PERCENT, Value.of("0"));
    }
  }

  /**
   * A task with a start has a due date that is not before it ([MS-OXOTASK] PidLidTaskDueDate); the
   * date that was changed leads.
   */
  private static void orderDates(Map<String, Value> properties, Set<String> keys) {
    boolean dueLeads = keys.contains(DUE) && !keys.contains(START);
    Optional<LocalDate> start = day(properties, START);
    Optional<LocalDate> due = day(properties, DUE);
    start.ifPresent(date -> properties.put(START, midnight(date)));
    due.ifPresent(date -> properties.put(DUE, midnight(date)));
    if (start.isEmpty() || due.isPresent() && !due.get().isBefore(start.get())) {
      return;
    }
    if (!dueLeads) {
      properties.put(DUE, midnight(start.get()));
    } else if (due.isPresent()) {
      properties.put(START, midnight(due.get()));
    } else {
      properties.remove(START);
    }
  }

  private static BigDecimal percent(Map<String, Value> properties) {
    BigDecimal percent = text(properties, PERCENT).map(BigDecimal::new).orElse(BigDecimal.ZERO);
    if (percent.signum() < 0 || percent.compareTo(WHOLE) > 0) {
      throw new EwsError(
          "ErrorInvalidValueForProperty", "PercentComplete must lie between 0 and 100.");
    }
    return percent;
  }

  static Optional<LocalDate> day(Map<String, Value> properties, String uri) {
    return text(properties, uri)
        .map(text -> Times.parse(text, ZoneOffset.UTC))
        .map(instant -> LocalDate.ofInstant(instant, ZoneOffset.UTC));
  }

  static Value midnight(LocalDate day) {
    return Value.of(Times.format(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  static Optional<String> text(Map<String, Value> properties, String uri) {
    return properties.get(uri) instanceof Value.Text t ? Optional.of(t.text()) : Optional.empty();
  }
}

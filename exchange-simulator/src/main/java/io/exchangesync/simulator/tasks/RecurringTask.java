package io.exchangesync.simulator.tasks;

import static io.exchangesync.simulator.tasks.TaskRules.COMPLETED;
import static io.exchangesync.simulator.tasks.TaskRules.COMPLETE_DATE;
import static io.exchangesync.simulator.tasks.TaskRules.DUE;
import static io.exchangesync.simulator.tasks.TaskRules.RECURRENCE;
import static io.exchangesync.simulator.tasks.TaskRules.START;
import static io.exchangesync.simulator.tasks.TaskRules.STATUS;
import static io.exchangesync.simulator.tasks.TaskRules.day;
import static io.exchangesync.simulator.tasks.TaskRules.midnight;
import static io.exchangesync.simulator.tasks.TaskRules.text;

import io.exchangesync.simulator.store.Split;
import io.exchangesync.simulator.store.Value;
import io.exchangesync.simulator.zones.Times;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A recurring task shows one occurrence at a time. What is done to that occurrence alone leaves it
 * as an item of its own, while the task keeps its id and goes on with the next occurrence
 * (UpdateItem (Task) in Microsoft's reference).
 */
public final class RecurringTask {
  private static final String REMINDER = "item:ReminderDueBy";

  private RecurringTask() {}

  /** Stands a task whose pattern was just set on the pattern's first occurrence. */
  static void begin(Map<String, Value> properties) {
    if (properties.get(RECURRENCE) instanceof Value.Xml xml) {
      LocalDate first = TaskSeries.parse(xml.fragment()).first();
      if (anchor(properties).isEmpty()) {
        properties.put(START, midnight(first));
        properties.put(DUE, midnight(first));
      } else if (!anchor(properties).get().equals(first)) {
        moveTo(properties, first);
      }
    }
  }

  /** The keys without that of the recurrence when the update only says it again. */
  public static Set<String> changed(
      Map<String, Value> before, Map<String, Value> after, Set<String> keys) {
    Set<String> changed = new HashSet<>(keys);
    if (series(before).map(TaskSeries::meaning).equals(series(after).map(TaskSeries::meaning))) {
      changed.remove(RECURRENCE);
    }
    return changed;
  }

  /**
   * What an update leaves of a task.
   *
   * @param before its properties before the update
   * @param after its properties after it
   * @param keys what the update set or deleted
   */
  public static Split split(Map<String, Value> before, Map<String, Value> after, Set<String> keys) {
    Optional<TaskSeries> series = keys.contains(RECURRENCE) ? Optional.empty() : series(after);
    boolean completed = isCompleted(after) && !isCompleted(before);
    boolean moved =
        series.filter(s -> !s.regenerates()).isPresent()
            && (differs(before, after, START) || differs(before, after, DUE));
    if (series.isEmpty() || !completed && !moved) {
      return new Split(after, Optional.empty());
    }
    Map<String, Value> single = new HashMap<>(after);
    single.remove(RECURRENCE);
    Map<String, Value> going = new HashMap<>(after);
    for (String uri : new String[] {START, DUE, REMINDER}) {
      going.remove(uri);
      Optional.ofNullable(before.get(uri)).ifPresent(value -> going.put(uri, value));
    }
    Optional<LocalDate> finished = completed ? day(after, COMPLETE_DATE) : Optional.empty();
    return next(going, series.get(), finished)
        .map(kept -> new Split(kept, Optional.of(single)))
        .orElseGet(() -> new Split(single, Optional.empty()));
  }

  /** The properties of the next occurrence, or nothing when there is none yet or any more. */
  public static Optional<Map<String, Value>> skip(Map<String, Value> properties) {
    return series(properties)
        .flatMap(series -> next(new HashMap<>(properties), series, Optional.empty()));
  }

  private static Optional<Map<String, Value>> next(
      Map<String, Value> properties, TaskSeries series, Optional<LocalDate> finished) {
    LocalDate current = anchor(properties).orElseGet(series::first);
    Optional<LocalDate> next =
        series.regenerates() ? finished.flatMap(series::regenerated) : series.after(current);
    return next.map(
        date -> {
          moveTo(properties, date);
          properties.put(STATUS, Value.of("NotStarted"));
          properties.put(TaskRules.PERCENT, Value.of("0"));
          properties.remove(COMPLETE_DATE);
          if (series.regenerates()) {
            properties.put(RECURRENCE, new Value.Xml(series.fragmentFrom(date)));
          }
          return properties;
        });
  }

  /** Moves start, due date and reminder by the same number of days. */
  private static void moveTo(Map<String, Value> properties, LocalDate date) {
    LocalDate current = anchor(properties).orElse(date);
    long days = ChronoUnit.DAYS.between(current, date);
    day(properties, START).ifPresent(d -> properties.put(START, midnight(d.plusDays(days))));
    day(properties, DUE).ifPresent(d -> properties.put(DUE, midnight(d.plusDays(days))));
    text(properties, REMINDER)
        .map(time -> Times.parse(time, ZoneOffset.UTC).plus(Duration.ofDays(days)))
        .ifPresent(time -> properties.put(REMINDER, Value.of(Times.format(time))));
  }

  private static Optional<TaskSeries> series(Map<String, Value> properties) {
    return properties.get(RECURRENCE) instanceof Value.Xml xml
        ? Optional.of(TaskSeries.parse(xml.fragment()))
        : Optional.empty();
  }

  private static Optional<LocalDate> anchor(Map<String, Value> properties) {
    return day(properties, START).or(() -> day(properties, DUE));
  }

  private static boolean isCompleted(Map<String, Value> properties) {
    return text(properties, STATUS).filter(COMPLETED::equals).isPresent();
  }

  private static boolean differs(Map<String, Value> a, Map<String, Value> b, String uri) {
    return !Objects.equals(a.get(uri), b.get(uri));
  }
}

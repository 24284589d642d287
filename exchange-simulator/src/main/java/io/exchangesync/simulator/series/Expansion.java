package io.exchangesync.simulator.series;

import io.exchangesync.simulator.store.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * The dates of a recurrence in order, computed as far as somebody asked and kept for the next one
 * who asks for the same recurrence. A series without end goes on for {@value #MOST} dates or into
 * the year {@value #LAST_YEAR}.
 */
public final class Expansion {
  private static final int MOST = 50_000;
  private static final int LAST_YEAR = 4500;
  private static final int KEPT = 4096;
  private static final Map<String, Expansion> CACHE =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Expansion> eldest) {
          return size() > KEPT;
        }
      };

  private final Recurrence recurrence;
  private final List<LocalDate> dates = new ArrayList<>();
  private final RecurrenceRuleIterator following;

  private Expansion(Recurrence recurrence) {
    this.recurrence = recurrence;
    LocalDate start = recurrence.start();
    try {
      this.following =
          new RecurrenceRule(recurrence.rule())
              .iterator(
                  new DateTime(start.getYear(), start.getMonthValue() - 1, start.getDayOfMonth()));
    } catch (InvalidRecurrenceRuleException e) {
      throw new IllegalStateException("the rule of a pattern is none: " + recurrence.rule(), e);
    }
  }

  public static Expansion of(Value.Xml stored) {
    synchronized (CACHE) {
      return CACHE.computeIfAbsent(stored.fragment(), text -> new Expansion(Recurrence.of(stored)));
    }
  }

  public Recurrence recurrence() {
    return recurrence;
  }

  /**
   * The date with that index.
   *
   * @param index from 1
   */
  public synchronized Optional<LocalDate> at(int index) {
    while (dates.size() < index && grow()) {
      // One date a turn.
    }
    return index >= 1 && index <= dates.size()
        ? Optional.of(dates.get(index - 1))
        : Optional.empty();
  }

  /** The last date of a series that ends. */
  public synchronized Optional<LocalDate> last() {
    if (recurrence.range() instanceof Range.NoEnd) {
      return Optional.empty();
    }
    growPast(LocalDate.MAX);
    return dates.isEmpty() ? Optional.empty() : Optional.of(dates.get(dates.size() - 1));
  }

  public synchronized boolean contains(LocalDate date) {
    growPast(date);
    return Collections.binarySearch(dates, date) >= 0;
  }

  /** The dates from one to another, both included. */
  public synchronized List<LocalDate> between(LocalDate from, LocalDate to) {
    growPast(to);
    int low = place(from);
    int high = place(to.plusDays(1));
    return low >= high ? List.of() : List.copyOf(dates.subList(low, high));
  }

  /** The dates before this one, the nearest first; at most so many. */
  public synchronized List<LocalDate> before(LocalDate date, int most) {
    growPast(date);
    int end = place(date);
    List<LocalDate> found = new ArrayList<>(dates.subList(Math.max(0, end - most), end));
    Collections.reverse(found);
    return found;
  }

  /** The dates after this one, the nearest first; at most so many. */
  public synchronized List<LocalDate> after(LocalDate date, int most) {
    growPast(date);
    int from = place(date.plusDays(1));
    while (dates.size() < from + most && grow()) {
      // One date a turn.
    }
    return List.copyOf(dates.subList(from, Math.min(dates.size(), from + most)));
  }

  private int place(LocalDate date) {
    int found = Collections.binarySearch(dates, date);
    return found >= 0 ? found : -found - 1;
  }

  private void growPast(LocalDate date) {
    while ((dates.isEmpty() || !dates.get(dates.size() - 1).isAfter(date)) && grow()) {
      // One date a turn.
    }
  }

  private boolean grow() {
    boolean full =
        recurrence.range() instanceof Range.Times times
            ? dates.size() >= times.count()
            : dates.size() >= MOST;
    if (full || !following.hasNext()) {
      return false;
    }
    DateTime next = following.peekDateTime();
    LocalDate date = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
    boolean over = recurrence.range() instanceof Range.Until until && date.isAfter(until.end());
    if (over || date.getYear() > LAST_YEAR) {
      return false;
    }
    following.nextDateTime();
    return dates.add(date);
  }
}

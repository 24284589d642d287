package io.exchangesync.core.series;

import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.End;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * The dates of a series, in order, deleted and moved ones included.
 *
 * <p>The beginning never counts as a date unless the rule says so, as in Exchange; RFC 5545 counts
 * it always. Therefore the library expands from a period earlier, and beginning and end are ours.
 */
public final class Expansion {
  /** Neither side is trusted with more dates; longer series are held. */
  public static final int MOST_DATES = 999;

  /** The last day either side knows. */
  public static final LocalDate LAST_DAY = LocalDate.of(4500, 8, 31);

  private Expansion() {}

  /**
   * Dates up to a day.
   *
   * @param until last day wanted, inclusive
   * @param most how many are wanted at most
   */
  public static List<LocalDate> dates(Recurrence series, LocalDate until, int most) {
    LocalDate last =
        series.end() instanceof End.On on && on.last().isBefore(until) ? on.last() : until;
    int count = series.end() instanceof End.After after ? Math.min(after.count(), most) : most;
    List<LocalDate> dates = new ArrayList<>();
    RecurrenceRuleIterator days = iterator(series);
    while (dates.size() < count && days.hasNext()) {
      LocalDate day = date(days.nextDateTime());
      if (day.isAfter(last)) {
        break;
      }
      if (!day.isBefore(series.first())) {
        dates.add(day);
      }
    }
    return dates;
  }

  private static RecurrenceRuleIterator iterator(Recurrence series) {
    try {
      LocalDate from = Rrule.periodBefore(series);
      return new RecurrenceRule(Rrule.of(series))
          .iterator(new DateTime(from.getYear(), from.getMonthValue() - 1, from.getDayOfMonth()));
    } catch (InvalidRecurrenceRuleException e) {
      throw new IllegalStateException("our own rules are valid", e);
    }
  }

  private static LocalDate date(DateTime day) {
    return LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDayOfMonth());
  }
}

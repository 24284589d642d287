package io.exchangesync.core.series;

import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.Recurrence.Rule;
import io.exchangesync.core.model.Recurrence.Week;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One form for patterns that mean the same dates: it begins on its first date, ends on its last one
 * or never, and knows no years but twelve months.
 */
public final class CanonicalPattern {
  /** Longer series keep their end as it was given. */
  private static final int EXPANDED = 2 * Expansion.MOST_DATES;

  private CanonicalPattern() {}

  /** The canonical form; empty if the pattern has no date at all. */
  public static Optional<Recurrence> of(Recurrence series) {
    List<LocalDate> begin = Expansion.dates(series, Expansion.LAST_DAY, 1);
    if (begin.isEmpty()) {
      return Optional.empty();
    }
    LocalDate first = begin.get(0);
    return Optional.of(new Recurrence(rule(series.rule(), first), first, end(series)));
  }

  /** The same dates up to a day, as a series that ends there; empty if none is left. */
  public static Optional<Recurrence> until(Recurrence series, LocalDate last) {
    boolean earlier = series.end() instanceof End.On on && !on.last().isAfter(last);
    boolean counted = series.end() instanceof End.After;
    Recurrence finite =
        earlier || counted
            ? series
            : new Recurrence(series.rule(), series.first(), new End.On(last));
    Optional<Recurrence> canonical = of(finite);
    boolean tooLong =
        canonical
            .filter(found -> !(found.end() instanceof End.On on) || on.last().isAfter(last))
            .isPresent();
    return tooLong
        ? of(new Recurrence(series.rule(), series.first(), new End.On(last)))
        : canonical;
  }

  /** The last day of a canonical series; the last day of all if it is endless. */
  public static LocalDate last(Recurrence canonical) {
    return canonical.end() instanceof End.On on ? on.last() : Expansion.LAST_DAY;
  }

  private static End end(Recurrence series) {
    if (series.end() instanceof End.Never) {
      return series.end();
    }
    List<LocalDate> dates = Expansion.dates(series, Expansion.LAST_DAY, EXPANDED + 1);
    return dates.size() > EXPANDED ? series.end() : new End.On(dates.get(dates.size() - 1));
  }

  private static Rule rule(Rule rule, LocalDate first) {
    if (rule instanceof Rule.Weekly weekly) {
      return weekly(weekly, first);
    }
    if (rule instanceof Rule.YearlyByDate yearly) {
      return byDate(12, yearly.day(), first);
    }
    if (rule instanceof Rule.YearlyByWeekday yearly) {
      return byWeekday(12, yearly.week(), yearly.days(), first);
    }
    if (rule instanceof Rule.MonthlyByDate monthly) {
      return byDate(monthly.interval(), monthly.day(), first);
    }
    if (rule instanceof Rule.MonthlyByWeekday monthly) {
      return byWeekday(monthly.interval(), monthly.week(), monthly.days(), first);
    }
    return rule;
  }

  /** Weeks begin on Monday wherever that makes no difference. */
  private static Rule weekly(Rule.Weekly weekly, LocalDate first) {
    boolean everyDay = weekly.days().size() == DayOfWeek.values().length;
    if (everyDay && weekly.interval() == 1) {
      return new Rule.Daily(1);
    }
    Rule.Weekly fromMonday = new Rule.Weekly(weekly.interval(), weekly.days(), DayOfWeek.MONDAY);
    int enough = 3 * weekly.days().size();
    boolean same =
        weekly.interval() == 1
            || Expansion.dates(endless(weekly, first), Expansion.LAST_DAY, enough)
                .equals(Expansion.dates(endless(fromMonday, first), Expansion.LAST_DAY, enough));
    return same ? fromMonday : weekly;
  }

  private static Recurrence endless(Rule rule, LocalDate first) {
    return new Recurrence(rule, first, new End.Never());
  }

  /** Of one and the same month a day beyond its end is its last day. */
  private static Rule byDate(int interval, int day, LocalDate first) {
    Month month = first.getMonth();
    return new Rule.MonthlyByDate(
        interval, interval % 12 == 0 ? Math.min(day, month.maxLength()) : day);
  }

  /** The n-th of all days is a date. */
  private static Rule byWeekday(int interval, Week week, Set<DayOfWeek> days, LocalDate first) {
    return days.equals(EnumSet.allOf(DayOfWeek.class))
        ? byDate(interval, week == Week.LAST ? 31 : week.ordinal() + 1, first)
        : new Rule.MonthlyByWeekday(interval, week, days);
  }
}

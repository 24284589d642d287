package io.exchangesync.core.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * On which dates a series takes place: what both sides' own patterns are translated to and from.
 *
 * <p>Dates are those of the zone the series was entered in; the time of day belongs to the series'
 * appointment.
 *
 * @param first date of the first occurrence, or the date from which the rule is applied
 */
public record Recurrence(Rule rule, LocalDate first, End end) {
  public Recurrence {
    Objects.requireNonNull(rule);
    Objects.requireNonNull(first);
    Objects.requireNonNull(end);
  }

  /** Which dates, without beginning and end. */
  public sealed interface Rule {

    /** Every {@code interval} days. */
    record Daily(int interval) implements Rule {
      public Daily {
        atLeastOne(interval);
      }
    }

    /**
     * On these days of every {@code interval} weeks.
     *
     * @param weekStart first day of a week, which matters for intervals above 1
     */
    record Weekly(int interval, Set<DayOfWeek> days, DayOfWeek weekStart) implements Rule {
      public Weekly {
        atLeastOne(interval);
        days = copyOf(days);
        Objects.requireNonNull(weekStart);
      }
    }

    /**
     * On this day of every {@code interval} months; n years are 12 n months.
     *
     * @param day 1 to 31; a month without that day takes its last one, as Exchange does
     */
    record MonthlyByDate(int interval, int day) implements Rule {
      public MonthlyByDate {
        atLeastOne(interval);
      }
    }

    /** On the first to fourth or last of these days of every {@code interval} months. */
    record MonthlyByWeekday(int interval, Week week, Set<DayOfWeek> days) implements Rule {
      public MonthlyByWeekday {
        atLeastOne(interval);
        Objects.requireNonNull(week);
        days = copyOf(days);
      }
    }

    /** On this date of every year. */
    record YearlyByDate(Month month, int day) implements Rule {
      public YearlyByDate {
        Objects.requireNonNull(month);
      }
    }

    /** On the first to fourth or last of these days of this month of every year. */
    record YearlyByWeekday(Month month, Week week, Set<DayOfWeek> days) implements Rule {
      public YearlyByWeekday {
        Objects.requireNonNull(month);
        Objects.requireNonNull(week);
        days = copyOf(days);
      }
    }
  }

  /** Which of a month's days. */
  public enum Week {
    FIRST,
    SECOND,
    THIRD,
    FOURTH,
    LAST
  }

  /** Where a series ends. */
  public sealed interface End {
    /** Exchange only; SuperOffice's series are always finite. */
    record Never() implements End {}

    /**
     * @param last last date that may be an occurrence, inclusive
     */
    record On(LocalDate last) implements End {
      public On {
        Objects.requireNonNull(last);
      }
    }

    /**
     * @param count number of dates, deleted ones included
     */
    record After(int count) implements End {
      public After {
        atLeastOne(count);
      }
    }
  }

  private static void atLeastOne(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("an interval or count is at least 1: " + number);
    }
  }

  private static Set<DayOfWeek> copyOf(Set<DayOfWeek> days) {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a pattern by weekday has days");
    }
    return java.util.Collections.unmodifiableSet(EnumSet.copyOf(days));
  }
}

package io.exchangesync.core.series;

import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.Rule;
import io.exchangesync.core.model.Recurrence.Week;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A rule as RFC 5545 text, without beginning and end. */
final class Rrule {
  private Rrule() {}

  static String of(Recurrence series) {
    Rule rule = series.rule();
    if (rule instanceof Rule.Daily daily) {
      return "FREQ=DAILY;INTERVAL=" + daily.interval();
    }
    if (rule instanceof Rule.Weekly weekly) {
      return "FREQ=WEEKLY;INTERVAL="
          + weekly.interval()
          + ";BYDAY="
          + days(weekly.days())
          + ";WKST="
          + day(weekly.weekStart());
    }
    if (rule instanceof Rule.MonthlyByDate monthly) {
      return "FREQ=MONTHLY;INTERVAL=" + monthly.interval() + byDate(monthly.day());
    }
    if (rule instanceof Rule.MonthlyByWeekday monthly) {
      return "FREQ=MONTHLY;INTERVAL="
          + monthly.interval()
          + byWeekday(monthly.week(), monthly.days());
    }
    if (rule instanceof Rule.YearlyByDate yearly) {
      return "FREQ=YEARLY;BYMONTH=" + yearly.month().getValue() + byDate(yearly.day());
    }
    Rule.YearlyByWeekday yearly = (Rule.YearlyByWeekday) rule;
    return "FREQ=YEARLY;BYMONTH="
        + yearly.month().getValue()
        + byWeekday(yearly.week(), yearly.days());
  }

  /** The beginning of the period before the one that holds the series' beginning. */
  static LocalDate periodBefore(Recurrence series) {
    LocalDate first = series.first();
    Rule rule = series.rule();
    if (rule instanceof Rule.Daily daily) {
      return first.minusDays(daily.interval());
    }
    if (rule instanceof Rule.Weekly weekly) {
      return first
          .with(TemporalAdjusters.previousOrSame(weekly.weekStart()))
          .minusWeeks(weekly.interval());
    }
    if (rule instanceof Rule.MonthlyByDate monthly) {
      return first.withDayOfMonth(1).minusMonths(monthly.interval());
    }
    if (rule instanceof Rule.MonthlyByWeekday monthly) {
      return first.withDayOfMonth(1).minusMonths(monthly.interval());
    }
    return first.withDayOfYear(1).minusYears(1);
  }

  /** A month without that day takes its last one: the greatest of the days it has. */
  private static String byDate(int day) {
    if (day <= 28) {
      return ";BYMONTHDAY=" + day;
    }
    String days =
        IntStream.rangeClosed(28, day).mapToObj(Integer::toString).collect(Collectors.joining(","));
    return ";BYMONTHDAY=" + days + ";BYSETPOS=-1";
  }

  private static String byWeekday(Week week, Collection<DayOfWeek> days) {
    int position = week == Week.LAST ? -1 : week.ordinal() + 1;
    return ";BYDAY=" + days(days) + ";BYSETPOS=" + position;
  }

  private static String days(Collection<DayOfWeek> days) {
    return days.stream().sorted().map(Rrule::day).collect(Collectors.joining(","));
  }

  /** The two letters of a weekday. */
  static String day(DayOfWeek day) {
    return day.name().substring(0, 2);
  }
}

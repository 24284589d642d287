package io.exchangesync.core.series;

import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.Recurrence.Rule;
import io.exchangesync.core.model.Recurrence.Week;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The same dates found the slow way, day by day, to compare with. */
final class PlainExpansion {
  private PlainExpansion() {}

  static List<LocalDate> dates(Recurrence series, LocalDate until) {
    LocalDate last =
        series.end() instanceof End.On on && on.last().isBefore(until) ? on.last() : until;
    long most = series.end() instanceof End.After after ? after.count() : Long.MAX_VALUE;
    return series
        .first()
        .datesUntil(last.isBefore(series.first()) ? series.first() : last.plusDays(1))
        .filter(day -> takesPlace(series, day))
        .limit(most)
        .toList();
  }

  private static boolean takesPlace(Recurrence series, LocalDate day) {
    LocalDate first = series.first();
    Rule rule = series.rule();
    long months = ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(day));
    if (rule instanceof Rule.Daily daily) {
      return ChronoUnit.DAYS.between(first, day) % daily.interval() == 0;
    }
    if (rule instanceof Rule.Weekly weekly) {
      LocalDate begin = first.with(TemporalAdjusters.previousOrSame(weekly.weekStart()));
      return weekly.days().contains(day.getDayOfWeek())
          && ChronoUnit.DAYS.between(begin, day) / 7 % weekly.interval() == 0;
    }
    if (rule instanceof Rule.MonthlyByDate by) {
      return months % by.interval() == 0 && onDay(day, by.day());
    }
    if (rule instanceof Rule.MonthlyByWeekday by) {
      return months % by.interval() == 0 && onWeekday(day, by.week(), by.days());
    }
    if (rule instanceof Rule.YearlyByDate by) {
      return day.getMonth() == by.month() && onDay(day, by.day());
    }
    Rule.YearlyByWeekday by = (Rule.YearlyByWeekday) rule;
    return day.getMonth() == by.month() && onWeekday(day, by.week(), by.days());
  }

  private static boolean onDay(LocalDate day, int wanted) {
    return day.getDayOfMonth() == Math.min(wanted, day.lengthOfMonth());
  }

  private static boolean onWeekday(LocalDate day, Week week, Set<DayOfWeek> days) {
    List<LocalDate> all =
        IntStream.rangeClosed(1, day.lengthOfMonth())
            .mapToObj(day::withDayOfMonth)
            .filter(d -> days.contains(d.getDayOfWeek()))
            .toList();
    int index = week == Week.LAST ? all.size() - 1 : week.ordinal();
    return all.size() > index && all.get(index).equals(day);
  }
}

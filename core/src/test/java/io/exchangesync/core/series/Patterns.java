package io.exchangesync.core.series;

import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.Recurrence.Rule;
import io.exchangesync.core.model.Recurrence.Week;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

/** Random patterns of every sort. */
public final class Patterns {
  private Patterns() {}

  public static Recurrence any(Random random) {
    LocalDate first = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1500));
    End end =
        switch (random.nextInt(4)) {
          case 0 -> new End.Never();
          case 1 -> new End.After(1 + random.nextInt(40));
          default -> new End.On(first.plusDays(random.nextInt(900)));
        };
    return new Recurrence(rule(random), first, end);
  }

  static Rule rule(Random random) {
    int interval = 1 + random.nextInt(random.nextBoolean() ? 2 : 30);
    Week week = Week.values()[random.nextInt(Week.values().length)];
    Month month = Month.of(1 + random.nextInt(12));
    int day = 1 + random.nextInt(31);
    return switch (random.nextInt(8)) {
      case 0 -> new Rule.Daily(interval);
      case 1 ->
          new Rule.Weekly(1, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), DayOfWeek.SUNDAY);
      case 2, 3 -> new Rule.Weekly(interval, days(random), DayOfWeek.of(1 + random.nextInt(7)));
      case 4 -> new Rule.MonthlyByDate(interval, day);
      case 5 -> new Rule.MonthlyByWeekday(interval, week, days(random));
      case 6 -> new Rule.YearlyByDate(month, Math.min(day, month.maxLength()));
      default -> new Rule.YearlyByWeekday(month, week, days(random));
    };
  }

  private static Set<DayOfWeek> days(Random random) {
    if (random.nextInt(8) == 0) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
    while (random.nextInt(3) == 0) {
      days.add(DayOfWeek.of(1 + random.nextInt(7)));
    }
    return days;
  }
}

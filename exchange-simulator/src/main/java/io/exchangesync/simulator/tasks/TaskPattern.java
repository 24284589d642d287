package io.exchangesync.simulator.tasks;

import io.exchangesync.simulator.soap.Dom;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.w3c.dom.Element;

/** On which days a recurring task falls due. */
sealed interface TaskPattern {

  /** Whether the day is one of the pattern in a range that begins at the start. */
  boolean hits(LocalDate day, LocalDate start);

  /** Every n days. */
  record Daily(int every) implements TaskPattern {
    @Override
    public boolean hits(LocalDate day, LocalDate start) {
      return ChronoUnit.DAYS.between(start, day) % every == 0;
    }
  }

  /** On days of every n-th week; weeks begin on the day named first. */
  record Weekly(int every, Set<DayOfWeek> days, DayOfWeek first) implements TaskPattern {
    @Override
    public boolean hits(LocalDate day, LocalDate start) {
      long weeks = ChronoUnit.WEEKS.between(week(start), week(day));
      return days.contains(day.getDayOfWeek()) && weeks % every == 0;
    }

    private LocalDate week(LocalDate day) {
      return day.with(TemporalAdjusters.previousOrSame(first));
    }
  }

  /** On a day of every n-th month, or of one month of the year; short months end earlier. */
  record DayOfMonth(int every, int number, Optional<Month> month) implements TaskPattern {
    @Override
    public boolean hits(LocalDate day, LocalDate start) {
      return inMonth(day, start, every, month)
          && day.getDayOfMonth() == Math.min(number, day.lengthOfMonth());
    }
  }

  /**
   * On the n-th of some weekdays of every n-th month, or of one month of the year.
   *
   * @param index 1 to 4, or 5 for the last
   */
  record WeekdayOfMonth(int every, Set<DayOfWeek> days, int index, Optional<Month> month)
      implements TaskPattern {
    @Override
    public boolean hits(LocalDate day, LocalDate start) {
      if (!days.contains(day.getDayOfWeek()) || !inMonth(day, start, every, month)) {
        return false;
      }
      int date = day.getDayOfMonth();
      return index == 5
          ? count(day, date + 1, day.lengthOfMonth()) == 0
          : count(day, 1, date) == index;
    }

    private long count(LocalDate day, int from, int to) {
      return IntStream.rangeClosed(from, to)
          .filter(n -> days.contains(day.withDayOfMonth(n).getDayOfWeek()))
          .count();
    }
  }

  /** So long after the current occurrence was completed. */
  record Regenerating(Period every) implements TaskPattern {
    @Override
    public boolean hits(LocalDate day, LocalDate start) {
      return day.equals(start);
    }
  }

  /**
   * @throws IllegalArgumentException when the element is no pattern of tasks
   */
  static TaskPattern parse(Element pattern) {
    return switch (pattern.getLocalName()) {
      case "DailyRecurrence" -> new Daily(interval(pattern));
      case "WeeklyRecurrence" ->
          new Weekly(
              interval(pattern),
              PatternWords.days(Dom.required(pattern, "DaysOfWeek")),
              Dom.text(pattern, "FirstDayOfWeek").map(PatternWords::day).orElse(DayOfWeek.SUNDAY));
      case "AbsoluteMonthlyRecurrence" ->
          new DayOfMonth(interval(pattern), number(pattern, "DayOfMonth"), Optional.empty());
      case "AbsoluteYearlyRecurrence" ->
          new DayOfMonth(1, number(pattern, "DayOfMonth"), month(pattern));
      case "RelativeMonthlyRecurrence" -> weekday(pattern, interval(pattern), Optional.empty());
      case "RelativeYearlyRecurrence" -> weekday(pattern, 1, month(pattern));
      case "DailyRegeneration" -> new Regenerating(Period.ofDays(interval(pattern)));
      case "WeeklyRegeneration" -> new Regenerating(Period.ofWeeks(interval(pattern)));
      case "MonthlyRegeneration" -> new Regenerating(Period.ofMonths(interval(pattern)));
      case "YearlyRegeneration" -> new Regenerating(Period.ofYears(interval(pattern)));
      default -> throw new IllegalArgumentException(pattern.getLocalName());
    };
  }

  private static TaskPattern weekday(Element pattern, int every, Optional<Month> month) {
    return new WeekdayOfMonth(
        every,
        PatternWords.days(Dom.required(pattern, "DaysOfWeek")),
        PatternWords.index(Dom.required(pattern, "DayOfWeekIndex").getTextContent()),
        month);
  }

  private static boolean inMonth(LocalDate day, LocalDate start, int every, Optional<Month> month) {
    long months = ChronoUnit.MONTHS.between(YearMonth.from(start), YearMonth.from(day));
    return months % every == 0 && (month.isEmpty() || month.get() == day.getMonth());
  }

  private static Optional<Month> month(Element pattern) {
    return Optional.of(PatternWords.month(Dom.required(pattern, "Month").getTextContent()));
  }

  private static int interval(Element pattern) {
    return number(pattern, "Interval");
  }

  private static int number(Element pattern, String name) {
    int number = Integer.parseInt(Dom.required(pattern, name).getTextContent().strip());
    if (number < 1 || number > 999) {
      throw new IllegalArgumentException(name + " " + number);
    }
    return number;
  }
}

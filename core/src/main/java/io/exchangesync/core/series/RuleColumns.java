package io.exchangesync.core.series;

import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.Recurrence.Rule;
import io.exchangesync.core.model.Recurrence.Week;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a RecurrenceRule row and what they mean (schema 4.9, RECURRENCERULE).
 *
 * <p>Columns a pattern does not use are 0. Weeks begin on Monday.
 */
public final class RuleColumns {
  private static final int DAILY = 1;
  private static final int WEEKLY = 2;
  private static final int MONTHLY = 3;
  private static final int YEARLY = 4;
  private static final int EVERY_WORKDAY = 1;
  private static final int EVERY_DAY = 2;
  private static final int EVERY_N_DAYS = 3;
  private static final int MONTHLY_BY_DATE = 4;
  private static final int MONTHLY_BY_WEEKDAY = 5;
  private static final int YEARLY_BY_DATE = 6;
  private static final int YEARLY_BY_WEEKDAY = 7;
  private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private RuleColumns() {}

  /**
   * The pattern of a rule.
   *
   * @param first date of {@code startDate} in the zone of the series
   * @param last date of {@code endDate} in the zone of the series
   * @return empty for custom dates and for columns without a meaning
   */
  public static Optional<Recurrence> read(CrmSeries.Rule row, LocalDate first, LocalDate last) {
    return rule(row, first).map(rule -> new Recurrence(rule, first, new End.On(last)));
  }

  private static Optional<Rule> rule(CrmSeries.Rule row, LocalDate first) {
    return switch (row.pattern()) {
      case DAILY ->
          Optional.of(
              row.subPattern() == EVERY_WORKDAY
                  ? new Rule.Weekly(1, WORKDAYS, DayOfWeek.MONDAY)
                  : new Rule.Daily(row.subPattern() == EVERY_DAY ? 1 : every(row.cyclicDay())));
      case WEEKLY ->
          Optional.of(new Rule.Weekly(every(row.cyclicWeek()), days(row, first), DayOfWeek.MONDAY));
      case MONTHLY ->
          switch (row.subPattern()) {
            case MONTHLY_BY_DATE ->
                Optional.of(new Rule.MonthlyByDate(every(row.cyclicMonth()), day(row, first)));
            case MONTHLY_BY_WEEKDAY ->
                week(row)
                    .map(
                        week ->
                            new Rule.MonthlyByWeekday(
                                every(row.cyclicMonth()), week, days(row, first)));
            default -> Optional.empty();
          };
      case YEARLY ->
          switch (row.subPattern()) {
            case YEARLY_BY_DATE ->
                Optional.of(new Rule.YearlyByDate(month(row, first), day(row, first)));
            case YEARLY_BY_WEEKDAY ->
                week(row)
                    .map(
                        week ->
                            new Rule.YearlyByWeekday(month(row, first), week, days(row, first)));
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  private static int every(int interval) {
    return Math.max(1, interval);
  }

  private static int day(CrmSeries.Rule row, LocalDate first) {
    return row.cyclicDay() >= 1 && row.cyclicDay() <= 31 ? row.cyclicDay() : first.getDayOfMonth();
  }

  private static Month month(CrmSeries.Rule row, LocalDate first) {
    return row.cyclicMonth() >= 1 && row.cyclicMonth() <= 12
        ? Month.of(row.cyclicMonth())
        : first.getMonth();
  }

  private static Optional<Week> week(CrmSeries.Rule row) {
    return row.cyclicWeek() >= 1 && row.cyclicWeek() <= 5
        ? Optional.of(Week.values()[row.cyclicWeek() - 1])
        : Optional.empty();
  }

  private static Set<DayOfWeek> days(CrmSeries.Rule row, LocalDate first) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if ((row.weekdays() & 1 << day.ordinal()) != 0) {
        days.add(day);
      }
    }
    return days.isEmpty() ? EnumSet.of(first.getDayOfWeek()) : days;
  }

  /**
   * The row of a canonical pattern.
   *
   * @param start start of the first date, wall time of the base zone
   * @param end start of the last date, wall time of the base zone
   * @return empty if SuperOffice has no such pattern: weeks that must not begin on Monday
   */
  public static Optional<CrmSeries.Rule> write(
      int id, Recurrence canonical, LocalDateTime start, LocalDateTime end) {
    Rule rule = canonical.rule();
    int month = canonical.first().getMonthValue();
    if (rule instanceof Rule.Daily daily) {
      int sub = daily.interval() == 1 ? EVERY_DAY : EVERY_N_DAYS;
      return Optional.of(new CrmSeries.Rule(id, DAILY, sub, 0, start, end, daily.interval(), 0, 0));
    }
    if (rule instanceof Rule.Weekly weekly) {
      if (weekly.weekStart() != DayOfWeek.MONDAY) {
        return Optional.empty();
      }
      boolean workdays = weekly.interval() == 1 && weekly.days().equals(WORKDAYS);
      return Optional.of(
          workdays
              ? new CrmSeries.Rule(id, DAILY, EVERY_WORKDAY, 0, start, end, 0, 0, 0)
              : new CrmSeries.Rule(
                  id, WEEKLY, 0, mask(weekly.days()), start, end, 0, weekly.interval(), 0));
    }
    if (rule instanceof Rule.MonthlyByDate by) {
      boolean yearly = by.interval() == 12;
      int pattern = yearly ? YEARLY : MONTHLY;
      int sub = yearly ? YEARLY_BY_DATE : MONTHLY_BY_DATE;
      int months = yearly ? month : by.interval();
      return Optional.of(new CrmSeries.Rule(id, pattern, sub, 0, start, end, by.day(), 0, months));
    }
    Rule.MonthlyByWeekday by = (Rule.MonthlyByWeekday) rule;
    boolean yearly = by.interval() == 12;
    return Optional.of(
        new CrmSeries.Rule(
            id,
            yearly ? YEARLY : MONTHLY,
            yearly ? YEARLY_BY_WEEKDAY : MONTHLY_BY_WEEKDAY,
            mask(by.days()),
            start,
            end,
            0,
            by.week().ordinal() + 1,
            yearly ? month : by.interval()));
  }

  private static int mask(Set<DayOfWeek> days) {
    return days.stream().mapToInt(day -> 1 << day.ordinal()).sum();
  }
}

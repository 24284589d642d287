package io.exchangesync.simulator.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.simulator.store.Value;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Each pattern against a plain reading of it, day by day. */
class ExpansionTest {
  private static final LocalDate EPOCH = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 4 * 366;
  private static final List<String> INDEXES = List.of("First", "Second", "Third", "Fourth", "Last");

  @Property(tries = 300)
  void daily(@ForAll @IntRange(max = 400) int from, @ForAll @IntRange(min = 1, max = 60) int n) {
    LocalDate start = EPOCH.plusDays(from);
    check(
        start,
        "<t:DailyRecurrence><t:Interval>" + n + "</t:Interval></t:DailyRecurrence>",
        date -> ChronoUnit.DAYS.between(start, date) % n == 0);
  }

  @Property(tries = 300)
  void weekly(
      @ForAll @IntRange(max = 400) int from,
      @ForAll @IntRange(min = 1, max = 9) int n,
      @ForAll @Size(min = 1, max = 7) Set<DayOfWeek> days,
      @ForAll DayOfWeek firstDay) {
    LocalDate start = EPOCH.plusDays(from);
    LocalDate week = weekOf(start, firstDay);
    String names = days.stream().map(ExpansionTest::name).collect(Collectors.joining(" "));
    check(
        start,
        "<t:WeeklyRecurrence><t:Interval>"
            + n
            + "</t:Interval><t:DaysOfWeek>"
            + names
            + "</t:DaysOfWeek><t:FirstDayOfWeek>"
            + name(firstDay)
            + "</t:FirstDayOfWeek></t:WeeklyRecurrence>",
        date ->
            days.contains(date.getDayOfWeek())
                && ChronoUnit.WEEKS.between(week, weekOf(date, firstDay)) % n == 0);
  }

  @Property(tries = 300)
  void monthlyOnADayThatShortMonthsHaveAsTheirLast(
      @ForAll @IntRange(max = 400) int from,
      @ForAll @IntRange(min = 1, max = 14) int n,
      @ForAll @IntRange(min = 1, max = 31) int day) {
    LocalDate start = EPOCH.plusDays(from);
    check(
        start,
        "<t:AbsoluteMonthlyRecurrence><t:Interval>"
            + n
            + "</t:Interval><t:DayOfMonth>"
            + day
            + "</t:DayOfMonth></t:AbsoluteMonthlyRecurrence>",
        date ->
            months(start, date) % n == 0
                && date.getDayOfMonth() == Math.min(day, date.lengthOfMonth()));
  }

  @Property(tries = 300)
  void monthlyOnAWeekday(
      @ForAll @IntRange(max = 400) int from,
      @ForAll @IntRange(min = 1, max = 14) int n,
      @ForAll @IntRange(max = 9) int days,
      @ForAll @IntRange(max = 4) int index) {
    LocalDate start = EPOCH.plusDays(from);
    check(
        start,
        "<t:RelativeMonthlyRecurrence><t:Interval>"
            + n
            + "</t:Interval><t:DaysOfWeek>"
            + dayNames().get(days)
            + "</t:DaysOfWeek><t:DayOfWeekIndex>"
            + INDEXES.get(index)
            + "</t:DayOfWeekIndex></t:RelativeMonthlyRecurrence>",
        date -> months(start, date) % n == 0 && date.equals(relative(date, days, index)));
  }

  @Property(tries = 300)
  void yearly(
      @ForAll @IntRange(max = 400) int from,
      @ForAll @IntRange(min = 1, max = 12) int month,
      @ForAll @IntRange(min = 1, max = 31) int day) {
    check(
        EPOCH.plusDays(from),
        "<t:AbsoluteYearlyRecurrence><t:DayOfMonth>"
            + day
            + "</t:DayOfMonth><t:Month>"
            + monthName(month)
            + "</t:Month></t:AbsoluteYearlyRecurrence>",
        date ->
            date.getMonthValue() == month
                && date.getDayOfMonth() == Math.min(day, date.lengthOfMonth()));
  }

  @Property(tries = 300)
  void yearlyOnAWeekday(
      @ForAll @IntRange(max = 400) int from,
      @ForAll @IntRange(min = 1, max = 12) int month,
      @ForAll @IntRange(max = 9) int days,
      @ForAll @IntRange(max = 4) int index) {
    check(
        EPOCH.plusDays(from),
        "<t:RelativeYearlyRecurrence><t:DaysOfWeek>"
            + dayNames().get(days)
            + "</t:DaysOfWeek><t:DayOfWeekIndex>"
            + INDEXES.get(index)
            + "</t:DayOfWeekIndex><t:Month>"
            + monthName(month)
            + "</t:Month></t:RelativeYearlyRecurrence>",
        date -> date.getMonthValue() == month && date.equals(relative(date, days, index)));
  }

  private static void check(LocalDate start, String pattern, Predicate<LocalDate> matches) {
    LocalDate end = start.plusDays(DAYS);
    List<LocalDate> expected = start.datesUntil(end.plusDays(1)).filter(matches).toList();
    assertThat(expansion(pattern, "NoEnd", start, "").between(start, end)).isEqualTo(expected);
    Expansion until = expansion(pattern, "EndDate", start, "<t:EndDate>" + end + "</t:EndDate>");
    assertThat(until.between(LocalDate.MIN, end.plusYears(9))).isEqualTo(expected);
    assertThat(until.last().stream().toList())
        .isEqualTo(expected.subList(Math.max(0, expected.size() - 1), expected.size()));
    int count = Math.max(1, expected.size() / 2);
    Expansion numbered =
        expansion(
            pattern,
            "Numbered",
            start,
            "<t:NumberOfOccurrences>" + count + "</t:NumberOfOccurrences>");
    List<LocalDate> byIndex = new ArrayList<>();
    IntStream.rangeClosed(1, count).forEach(index -> byIndex.add(numbered.at(index).orElseThrow()));
    assertThat(byIndex)
        .startsWith(
            expected.subList(0, Math.min(count, expected.size())).toArray(LocalDate[]::new));
    assertThat(numbered.at(count + 1)).isEmpty();
    assertThat(numbered.at(0)).isEmpty();
  }

  private static Expansion expansion(String pattern, String range, LocalDate start, String end) {
    return Expansion.of(
        new Value.Xml(
            pattern
                + "<t:"
                + range
                + "Recurrence><t:StartDate>"
                + start
                + "</t:StartDate>"
                + end
                + "</t:"
                + range
                + "Recurrence>"));
  }

  private static LocalDate relative(LocalDate date, int days, int index) {
    YearMonth month = YearMonth.from(date);
    List<LocalDate> candidates =
        month
            .atDay(1)
            .datesUntil(month.atEndOfMonth().plusDays(1))
            .filter(d -> isOneOf(d.getDayOfWeek(), days))
            .toList();
    return candidates.get(index == 4 ? candidates.size() - 1 : index);
  }

  private static boolean isOneOf(DayOfWeek day, int days) {
    boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    return switch (days) {
      case 7 -> true;
      case 8 -> !weekend;
      case 9 -> weekend;
      default -> day.getValue() == days + 1;
    };
  }

  private static List<String> dayNames() {
    List<String> names = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      names.add(name(day));
    }
    names.addAll(List.of("Day", "Weekday", "WeekendDay"));
    return names;
  }

  private static LocalDate weekOf(LocalDate date, DayOfWeek firstDay) {
    return date.minusDays((date.getDayOfWeek().getValue() - firstDay.getValue() + 7) % 7);
  }

  private static long months(LocalDate a, LocalDate b) {
    return ChronoUnit.MONTHS.between(YearMonth.from(a), YearMonth.from(b));
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String monthName(int month) {
    return Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}

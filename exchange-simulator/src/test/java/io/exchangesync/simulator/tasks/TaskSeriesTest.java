package io.exchangesync.simulator.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskSeriesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Daily|Interval=3|2026-01-30|2026-01-30 2026-02-02 2026-02-05",
        "Weekly|Interval=2 DaysOfWeek=Monday,Friday FirstDayOfWeek=Monday|2026-01-02"
            + "|2026-01-02 2026-01-12 2026-01-16 2026-01-26",
        "Weekly|Interval=1 DaysOfWeek=Weekday|2026-01-02|2026-01-02 2026-01-05 2026-01-06",
        "AbsoluteMonthly|Interval=1 DayOfMonth=31|2026-01-31|2026-01-31 2026-02-28 2026-03-31",
        "AbsoluteMonthly|Interval=12 DayOfMonth=29|2024-02-29|2024-02-29 2025-02-28 2026-02-28",
        "RelativeMonthly|Interval=1 DaysOfWeek=Friday DayOfWeekIndex=Last|2026-01-01"
            + "|2026-01-30 2026-02-27 2026-03-27",
        "RelativeMonthly|Interval=2 DaysOfWeek=Weekday DayOfWeekIndex=First|2026-01-01"
            + "|2026-01-01 2026-03-02 2026-05-01",
        "RelativeMonthly|Interval=1 DaysOfWeek=Day DayOfWeekIndex=Last|2026-01-01"
            + "|2026-01-31 2026-02-28",
        "RelativeMonthly|Interval=1 DaysOfWeek=WeekendDay DayOfWeekIndex=Second|2026-01-01"
            + "|2026-01-04 2026-02-07",
        "AbsoluteYearly|DayOfMonth=29 Month=February|2026-01-01|2026-02-28 2027-02-28 2028-02-29",
        "RelativeYearly|DaysOfWeek=Thursday DayOfWeekIndex=Fourth Month=November|2026-01-01"
            + "|2026-11-26 2027-11-25"
      })
  void patternsFallOnTheirDays(String name, String parts, String start, String days) {
    TaskSeries series = TaskSeries.parse(pattern(name + "Recurrence", parts) + noEnd(start));
    List<LocalDate> expected = List.of(days.split(" ")).stream().map(LocalDate::parse).toList();
    assertThat(occurrences(series, expected.size())).isEqualTo(expected);
  }

  @Test
  void aSeriesEndsByCountOrByDate() {
    String daily = pattern("DailyRecurrence", "Interval=1");
    String counted =
        "<t:NumberedRecurrence><t:StartDate>2026-01-01Z</t:StartDate>"
            + "<t:NumberOfOccurrences>3</t:NumberOfOccurrences></t:NumberedRecurrence>";
    String dated =
        "<t:EndDateRecurrence><t:StartDate>2026-01-01+01:00</t:StartDate>"
            + "<t:EndDate>2026-01-03</t:EndDate></t:EndDateRecurrence>";
    for (String range : List.of(counted, dated)) {
      assertThat(occurrences(TaskSeries.parse(daily + range), 10))
          .hasSize(3)
          .endsWith(LocalDate.of(2026, 1, 3));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DailyRegeneration, 2026-02-02",
    "WeeklyRegeneration, 2026-02-14",
    "MonthlyRegeneration, 2026-03-31",
    "YearlyRegeneration, 2028-01-31"
  })
  void regenerationCountsFromTheCompletion(String name, LocalDate next) {
    TaskSeries series = TaskSeries.parse(pattern(name, "Interval=2") + noEnd("2026-01-05"));
    assertThat(series.first()).isEqualTo(LocalDate.of(2026, 1, 5));
    assertThat(series.regenerated(LocalDate.of(2026, 1, 31))).contains(next);
  }

  @Test
  void regenerationUsesUpItsCount() {
    String range =
        "<t:NumberedRecurrence><t:StartDate>2026-01-01</t:StartDate>"
            + "<t:NumberOfOccurrences>2</t:NumberOfOccurrences></t:NumberedRecurrence>";
    LocalDate day = LocalDate.of(2026, 1, 10);
    TaskSeries first = TaskSeries.parse(pattern("DailyRegeneration", "Interval=1") + range);
    assertThat(first.regenerated(day)).contains(day.plusDays(1));
    TaskSeries second = TaskSeries.parse(first.fragmentFrom(day.plusDays(1)));
    assertThat(second.start()).isEqualTo(day.plusDays(1));
    assertThat(second.regenerated(day)).isEmpty();
  }

  private static List<LocalDate> occurrences(TaskSeries series, int most) {
    List<LocalDate> days = new ArrayList<>();
    Optional<LocalDate> next = Optional.of(series.first());
    while (next.isPresent() && days.size() < most) {
      days.add(next.get());
      next = series.after(next.get());
    }
    return days;
  }

  private static String pattern(String name, String parts) {
    String content =
        List.of(parts.split(" ")).stream()
            .map(part -> part.split("="))
            .map(p -> "<t:" + p[0] + ">" + p[1].replace(',', ' ') + "</t:" + p[0] + ">")
            .collect(Collectors.joining());
    return "<t:" + name + ">" + content + "</t:" + name + ">";
  }

  private static String noEnd(String start) {
    return "<t:NoEndRecurrence><t:StartDate>" + start + "</t:StartDate></t:NoEndRecurrence>";
  }
}

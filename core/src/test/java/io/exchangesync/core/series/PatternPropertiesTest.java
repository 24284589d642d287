package io.exchangesync.core.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.Rule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** For thousands of random patterns: whatever form a pattern takes, its dates stay the same. */
class PatternPropertiesTest {
  private static final LocalDate HORIZON = LocalDate.of(2034, 1, 1);

  @Property(seed = "20261122", tries = 3000)
  void theCanonicalFormHasTheSameDates(@ForAll long seed) {
    Recurrence series = Patterns.any(new Random(seed));
    List<LocalDate> dates = dates(series);
    Optional<Recurrence> canonical = CanonicalPattern.of(series);

    assertThat(canonical.map(PatternPropertiesTest::dates).orElse(List.of())).isEqualTo(dates);
    canonical.ifPresent(
        form -> {
          assertThat(CanonicalPattern.of(form)).as("one form").contains(form);
          assertThat(PatternText.parse(PatternText.of(canonical))).contains(form);
          assertThat(dates(MailboxPattern.of(form))).isEqualTo(dates);
          assertThat(CanonicalPattern.of(MailboxPattern.of(form))).contains(form);
        });
  }

  @Property(seed = "20261122", tries = 5000)
  void theRuleWrittenInSuperOfficeExpandsToTheSameDates(@ForAll long seed) {
    Recurrence series = Patterns.any(new Random(seed));
    Optional<Recurrence> finite = CanonicalPattern.until(series, HORIZON);
    if (finite.isEmpty()) {
      assertThat(dates(series)).isEmpty();
      return;
    }
    LocalDate first = finite.get().first();
    LocalDate last = CanonicalPattern.last(finite.get());
    Optional<CrmSeries.Rule> row =
        RuleColumns.write(9, finite.get(), first.atTime(10, 0), last.atTime(10, 0));
    if (row.isEmpty()) {
      assertThat(((Rule.Weekly) finite.get().rule()).weekStart()).isNotEqualTo(DayOfWeek.MONDAY);
      return;
    }
    Recurrence read = RuleColumns.read(row.get(), first, last).orElseThrow();
    assertThat(dates(read)).isEqualTo(dates(series));
    assertThat(CanonicalPattern.of(read)).isEqualTo(finite);
  }

  @Property(seed = "20261122", tries = 2000)
  void theDatesAreThoseTheCalendarSays(@ForAll long seed) {
    Recurrence series = Patterns.any(new Random(seed));
    List<LocalDate> dates = dates(series);
    assertThat(dates).isEqualTo(PlainExpansion.dates(series, HORIZON));
  }

  @Property(seed = "20261122", tries = 500)
  void anEndlessSeriesIsCutAtADay(@ForAll long seed) {
    Random random = new Random(seed);
    Rule rule = Patterns.rule(random);
    Recurrence endless = new Recurrence(rule, LocalDate.of(2026, 2, 1), new Recurrence.End.Never());
    LocalDate day = LocalDate.of(2026, 2, 1).plusDays(random.nextInt(700));
    List<LocalDate> wanted = dates(endless).stream().filter(d -> !d.isAfter(day)).toList();
    assertThat(CanonicalPattern.until(endless, day).map(PatternPropertiesTest::dates))
        .isEqualTo(wanted.isEmpty() ? Optional.empty() : Optional.of(wanted));
  }

  @net.jqwik.api.Example
  void workdaysAreWeeklyFromMondayToFriday() {
    CrmSeries.Rule workdays =
        new CrmSeries.Rule(
            9,
            1,
            1,
            0,
            LocalDate.of(2026, 11, 21).atTime(9, 0),
            LocalDate.of(2026, 12, 1).atTime(9, 0),
            0,
            0,
            0);
    Recurrence read =
        RuleColumns.read(workdays, LocalDate.of(2026, 11, 21), LocalDate.of(2026, 12, 1))
            .orElseThrow();
    assertThat(read.rule())
        .isEqualTo(
            new Rule.Weekly(
                1, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), DayOfWeek.MONDAY));
    assertThat(dates(read)).hasSize(7).startsWith(LocalDate.of(2026, 11, 23));
  }

  @net.jqwik.api.Example
  void aMonthWithoutTheDayTakesItsLast() {
    Recurrence monthly =
        new Recurrence(
            new Rule.MonthlyByDate(1, 31), LocalDate.of(2028, 1, 31), new Recurrence.End.After(4));
    assertThat(dates(monthly))
        .containsExactly(
            LocalDate.of(2028, 1, 31),
            LocalDate.of(2028, 2, 29),
            LocalDate.of(2028, 3, 31),
            LocalDate.of(2028, 4, 30));
  }

  @net.jqwik.api.Example
  void customDatesHaveNoPattern() {
    LocalDate day = LocalDate.of(2026, 11, 23);
    CrmSeries.Rule custom =
        new CrmSeries.Rule(9, 5, 0, 0, day.atStartOfDay(), day.atStartOfDay(), 0, 0, 0);
    assertThat(RuleColumns.read(custom, day, day)).isEmpty();
    assertThat(PatternText.parse(PatternText.CUSTOM)).isEmpty();
  }

  private static List<LocalDate> dates(Recurrence series) {
    return Expansion.dates(series, HORIZON, 100_000);
  }
}

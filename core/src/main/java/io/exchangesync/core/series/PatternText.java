package io.exchangesync.core.series;

import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.Recurrence.Rule;
import io.exchangesync.core.model.Recurrence.Week;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Canonical text of a canonical pattern, such as {@code weekly 2 MO,WE MO from 2026-11-23 until
 * 2027-01-20}.
 */
public final class PatternText {
  /** What reads like this has no pattern that both sides know. */
  public static final String CUSTOM = "custom dates";

  private static final String FOR_EVER = "for ever";

  private PatternText() {}

  /** The text of a canonical pattern; {@link #CUSTOM} if there is none. */
  public static String of(Optional<Recurrence> canonical) {
    return canonical.map(PatternText::of).orElse(CUSTOM);
  }

  private static String of(Recurrence series) {
    return rule(series.rule()) + " from " + series.first() + " " + end(series.end());
  }

  /** The pattern of a text; empty if it is not one of ours. */
  public static Optional<Recurrence> parse(String text) {
    String[] part = text.split(" from ", -1);
    try {
      String[] span = part[1].split(" ", 2);
      return Optional.of(
          new Recurrence(parseRule(part[0]), LocalDate.parse(span[0]), parseEnd(span[1])));
    } catch (DateTimeException
        | IllegalArgumentException
        | ArrayIndexOutOfBoundsException notOurs) {
      return Optional.empty();
    }
  }

  private static String rule(Rule rule) {
    if (rule instanceof Rule.Daily daily) {
      return "daily " + daily.interval();
    }
    if (rule instanceof Rule.Weekly weekly) {
      return "weekly "
          + weekly.interval()
          + " "
          + days(weekly.days())
          + " "
          + Rrule.day(weekly.weekStart());
    }
    if (rule instanceof Rule.MonthlyByDate monthly) {
      return "monthly " + monthly.interval() + " " + monthly.day();
    }
    if (rule instanceof Rule.MonthlyByWeekday monthly) {
      return "monthly " + monthly.interval() + " " + monthly.week() + " " + days(monthly.days());
    }
    throw new IllegalArgumentException("a canonical pattern has no years: " + rule);
  }

  private static Rule parseRule(String text) {
    String[] part = text.split(" ", -1);
    int interval = Integer.parseInt(part[1]);
    return switch (part[0]) {
      case "daily" -> new Rule.Daily(interval);
      case "weekly" -> new Rule.Weekly(interval, parseDays(part[2]), parseDay(part[3]));
      case "monthly" ->
          part.length == 3
              ? new Rule.MonthlyByDate(interval, Integer.parseInt(part[2]))
              : new Rule.MonthlyByWeekday(interval, Week.valueOf(part[2]), parseDays(part[3]));
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static String end(End end) {
    if (end instanceof End.On on) {
      return "until " + on.last();
    }
    return end instanceof End.After after ? "times " + after.count() : FOR_EVER;
  }

  private static End parseEnd(String text) {
    if (text.equals(FOR_EVER)) {
      return new End.Never();
    }
    String[] part = text.split(" ", -1);
    return part[0].equals("times")
        ? new End.After(Integer.parseInt(part[1]))
        : new End.On(LocalDate.parse(part[1]));
  }

  private static String days(Collection<DayOfWeek> days) {
    return days.stream().sorted().map(Rrule::day).collect(Collectors.joining(","));
  }

  private static Set<DayOfWeek> parseDays(String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    Arrays.stream(text.split(",")).map(PatternText::parseDay).forEach(days::add);
    return days;
  }

  private static DayOfWeek parseDay(String text) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> Rrule.day(day).equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(text));
  }
}

package io.exchangesync.simulator.ical;

import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.XmlOut;
import io.exchangesync.simulator.store.Value;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns an RRULE into the pattern and range of Exchange, which knows six kinds of them. */
final class RuleReader {
  private static final Map<String, String> DAYS =
      Map.of(
          "SU", "Sunday",
          "MO", "Monday",
          "TU", "Tuesday",
          "WE", "Wednesday",
          "TH", "Thursday",
          "FR", "Friday",
          "SA", "Saturday");
  private static final Map<Set<String>, String> GROUPS =
      Map.of(
          DAYS.keySet(), "Day",
          Set.of("MO", "TU", "WE", "TH", "FR"), "Weekday",
          Set.of("SU", "SA"), "WeekendDay");
  private static final Map<String, String> INDEXES =
      Map.of("1", "First", "2", "Second", "3", "Third", "4", "Fourth", "-1", "Last");

  private final Map<String, String> rule = new HashMap<>();
  private final LocalDate start;
  private final XmlOut out = new XmlOut();

  private RuleReader(String text, LocalDate start) {
    this.start = start;
    for (String part : text.strip().toUpperCase(Locale.ROOT).split(";")) {
      String[] pair = part.split("=", 2);
      rule.put(pair[0], pair.length == 2 ? pair[1] : "");
    }
  }

  /**
   * @param until the date of an UNTIL in the zone of the event
   * @throws EwsError ErrorCalendarInvalidRecurrence for a rule that Exchange has no pattern for
   */
  static Value.Xml read(String text, LocalDate start, Function<String, LocalDate> until) {
    RuleReader reader = new RuleReader(text, start);
    reader.pattern();
    reader.range(until);
    return new Value.Xml(reader.out.toString());
  }

  private void pattern() {
    boolean relative = rule.containsKey("BYDAY");
    switch (rule.getOrDefault("FREQ", "")) {
      case "DAILY" -> {
        if (relative) {
          weekly();
        } else {
          out.open("t:DailyRecurrence").text("t:Interval", interval(1));
          out.close("t:DailyRecurrence");
        }
      }
      case "WEEKLY" -> weekly();
      case "MONTHLY" -> monthly(relative, 1);
      case "YEARLY" -> {
        if (interval(1).equals("1")) {
          yearly(relative);
        } else {
          monthly(relative, 12);
        }
      }
      default -> throw unknown();
    }
  }

  private void weekly() {
    String days =
        rule.containsKey("BYDAY")
            ? Arrays.stream(rule.get("BYDAY").split(","))
                .map(this::day)
                .collect(Collectors.joining(" "))
            : start.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    out.open("t:WeeklyRecurrence").text("t:Interval", interval(1)).text("t:DaysOfWeek", days);
    out.text("t:FirstDayOfWeek", day(rule.getOrDefault("WKST", "MO")));
    out.close("t:WeeklyRecurrence");
  }

  private void monthly(boolean relative, int months) {
    String element = relative ? "t:RelativeMonthlyRecurrence" : "t:AbsoluteMonthlyRecurrence";
    out.open(element).text("t:Interval", interval(months));
    dayOfMonth(relative);
    out.close(element);
  }

  private void yearly(boolean relative) {
    String element = relative ? "t:RelativeYearlyRecurrence" : "t:AbsoluteYearlyRecurrence";
    out.open(element);
    dayOfMonth(relative);
    Month month = rule.containsKey("BYMONTH") ? Month.of(number("BYMONTH")) : start.getMonth();
    out.text("t:Month", month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)).close(element);
  }

  private void dayOfMonth(boolean relative) {
    if (relative) {
      List<String> days = List.of(rule.get("BYDAY").split(","));
      String index = rule.getOrDefault("BYSETPOS", days.get(0).replaceAll("[A-Z]", ""));
      Set<String> names =
          days.stream().map(d -> d.replaceAll("[^A-Z]", "")).collect(Collectors.toSet());
      String name = GROUPS.getOrDefault(names, DAYS.get(names.iterator().next()));
      boolean known = GROUPS.containsKey(names) || names.size() == 1;
      if (!known || name == null || !INDEXES.containsKey(index)) {
        throw unknown();
      }
      out.text("t:DaysOfWeek", name).text("t:DayOfWeekIndex", INDEXES.get(index));
    } else {
      // Exchange itself writes 28,29,30,31 with BYSETPOS=-1 for a day that short months lack.
      String days = rule.getOrDefault("BYMONTHDAY", Integer.toString(start.getDayOfMonth()));
      String last = days.substring(days.lastIndexOf(',') + 1);
      out.text("t:DayOfMonth", last.equals("-1") ? "31" : last);
    }
  }

  private void range(Function<String, LocalDate> until) {
    String range = rule.containsKey("COUNT") ? "Numbered" : "NoEnd";
    String element = "t:" + (rule.containsKey("UNTIL") ? "EndDate" : range) + "Recurrence";
    out.open(element).text("t:StartDate", start.toString());
    if (rule.containsKey("UNTIL")) {
      out.text("t:EndDate", until.apply(rule.get("UNTIL")).toString());
    } else if (rule.containsKey("COUNT")) {
      out.text("t:NumberOfOccurrences", Integer.toString(number("COUNT")));
    }
    out.close(element);
  }

  private String interval(int unit) {
    return Integer.toString(unit * (rule.containsKey("INTERVAL") ? number("INTERVAL") : 1));
  }

  private int number(String part) {
    try {
      return Integer.parseInt(rule.get(part));
    } catch (NumberFormatException e) {
      throw unknown();
    }
  }

  private String day(String code) {
    String name = DAYS.get(code);
    if (name == null) {
      throw unknown();
    }
    return name;
  }

  private static EwsError unknown() {
    return new EwsError(
        "ErrorCalendarInvalidRecurrence", "The rule in the MIME content is no known recurrence.");
  }
}

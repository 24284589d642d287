package io.exchangesync.simulator.series;

import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.XmlOut;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.w3c.dom.Element;

/**
 * Reads the six patterns and three ranges of Exchange Web Services. A day that a month does not
 * have means its last day, as in Exchange; RFC 5545 alone would leave the month out.
 */
final class RecurrenceReader {
  private static final Map<String, String> DAYS =
      Map.of(
          "Sunday", "SU",
          "Monday", "MO",
          "Tuesday", "TU",
          "Wednesday", "WE",
          "Thursday", "TH",
          "Friday", "FR",
          "Saturday", "SA",
          "Day", "SU,MO,TU,WE,TH,FR,SA",
          "Weekday", "MO,TU,WE,TH,FR",
          "WeekendDay", "SU,SA");
  private static final Map<String, Integer> POSITIONS =
      Map.of("First", 1, "Second", 2, "Third", 3, "Fourth", 4, "Last", -1);
  private static final int MOST_OCCURRENCES = 999;

  private RecurrenceReader() {}

  static Recurrence read(Element recurrence) {
    List<Element> parts = Dom.children(recurrence);
    if (parts.size() != 2) {
      throw invalid("A recurrence has one pattern and one range.");
    }
    Element range = parts.get(1);
    LocalDate start = date(range, "StartDate");
    return new Recurrence(fragment(parts.get(0)), rule(parts.get(0)), start, range(range, start));
  }

  private static String rule(Element pattern) {
    return switch (pattern.getLocalName()) {
      case "DailyRecurrence" -> "FREQ=DAILY" + interval(pattern, 999);
      case "WeeklyRecurrence" -> weekly(pattern);
      case "AbsoluteMonthlyRecurrence" ->
          "FREQ=MONTHLY" + interval(pattern, 99) + dayOfMonth(pattern);
      case "RelativeMonthlyRecurrence" ->
          "FREQ=MONTHLY" + interval(pattern, 99) + relative(pattern);
      case "AbsoluteYearlyRecurrence" -> "FREQ=YEARLY" + month(pattern) + dayOfMonth(pattern);
      case "RelativeYearlyRecurrence" -> "FREQ=YEARLY" + month(pattern) + relative(pattern);
      default -> throw invalid(pattern.getLocalName() + " is no pattern of a calendar item.");
    };
  }

  private static String weekly(Element pattern) {
    String first = Dom.text(pattern, "FirstDayOfWeek").map(String::strip).orElse("Sunday");
    List<String> names = List.of(text(pattern, "DaysOfWeek").split("\\s+"));
    if (names.stream().anyMatch(name -> day(name).length() != 2)) {
      throw new EwsError(
          "ErrorCalendarInvalidDayForWeeklyRecurrence",
          "A weekly recurrence takes the seven days of the week only.");
    }
    return "FREQ=WEEKLY"
        + interval(pattern, 99)
        + ";BYDAY="
        + names.stream().map(RecurrenceReader::day).collect(Collectors.joining(","))
        + ";WKST="
        + day(first);
  }

  private static String interval(Element pattern, int most) {
    return ";INTERVAL=" + number(pattern, "Interval", most);
  }

  private static String dayOfMonth(Element pattern) {
    int day = number(pattern, "DayOfMonth", 31);
    if (day <= 28) {
      return ";BYMONTHDAY=" + day;
    }
    return IntStream.rangeClosed(28, day)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(",", ";BYMONTHDAY=", ";BYSETPOS=-1"));
  }

  private static String relative(Element pattern) {
    Integer position = POSITIONS.get(text(pattern, "DayOfWeekIndex"));
    if (position == null) {
      throw invalid("The index of the day in its month is none.");
    }
    return ";BYDAY=" + day(text(pattern, "DaysOfWeek")) + ";BYSETPOS=" + position;
  }

  private static String month(Element pattern) {
    String name = text(pattern, "Month").toUpperCase(Locale.ROOT);
    try {
      return ";BYMONTH=" + Month.valueOf(name).getValue();
    } catch (IllegalArgumentException e) {
      throw invalid("'" + name + "' is no month.");
    }
  }

  private static Range range(Element range, LocalDate start) {
    switch (range.getLocalName()) {
      case "NoEndRecurrence":
        return new Range.NoEnd();
      case "NumberedRecurrence":
        return new Range.Times(number(range, "NumberOfOccurrences", MOST_OCCURRENCES));
      case "EndDateRecurrence":
        LocalDate end = date(range, "EndDate");
        if (end.isBefore(start)) {
          throw new EwsError(
              "ErrorCalendarEndDateIsEarlierThanStartDate", "EndDate is earlier than StartDate.");
        }
        return new Range.Until(end);
      default:
        throw invalid(range.getLocalName() + " is no range.");
    }
  }

  private static String day(String name) {
    String day = DAYS.get(name);
    if (day == null) {
      throw invalid("'" + name + "' is no day.");
    }
    return day;
  }

  private static int number(Element parent, String name, int most) {
    int number;
    try {
      number = Integer.parseInt(text(parent, name));
    } catch (NumberFormatException e) {
      throw invalid(name + " is no number.");
    }
    if (number < 1 || number > most) {
      throw new EwsError(
          "ErrorCalendarOutOfRange", name + " does not lie between 1 and " + most + ".");
    }
    return number;
  }

  /** The date alone: the offset behind it tells nothing, the item's zone does. */
  private static LocalDate date(Element parent, String name) {
    String text = text(parent, name);
    try {
      return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
    } catch (DateTimeException e) {
      throw invalid(name + " is no date.");
    }
  }

  private static String text(Element parent, String name) {
    return Dom.required(parent, name).getTextContent().strip();
  }

  private static String fragment(Element pattern) {
    XmlOut out = new XmlOut();
    String name = "t:" + pattern.getLocalName();
    out.open(name);
    for (Element child : Dom.children(pattern)) {
      out.text("t:" + child.getLocalName(), child.getTextContent().strip());
    }
    return out.close(name).toString();
  }

  private static EwsError invalid(String why) {
    return new EwsError("ErrorCalendarInvalidRecurrence", "The recurrence is invalid. " + why);
  }
}

package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.Recurrence.Rule;
import io.exchangesync.core.model.Recurrence.Week;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * The element Recurrence: six patterns and three ranges, every one of them read and written.
 *
 * <p>A pattern that has no meaning here ends in {@link Values.Unknown}, which fails its item only.
 */
final class RecurrenceXml {
  private static final DayOfWeek DEFAULT_WEEK_START = DayOfWeek.SUNDAY;
  private static final int DATE_LENGTH = "2026-01-01".length();

  private RecurrenceXml() {}

  /**
   * Reads the pattern of a master; dates are those of the zone of the series, whatever offset
   * stands behind them.
   *
   * @throws Values.Unknown if pattern or range is not understood
   */
  static Recurrence read(XmlElement recurrence) {
    List<XmlElement> parts = recurrence.children();
    if (parts.size() != 2) {
      throw new Values.Unknown("recurrence", parts.stream().map(XmlElement::name).toList() + "");
    }
    XmlElement range = parts.get(1);
    return new Recurrence(rule(parts.get(0)), date(range, "StartDate"), end(range));
  }

  /** Whether both mean the same to Exchange, however they are put. */
  static boolean same(Recurrence one, Recurrence other) {
    return plain(one.rule()).equals(plain(other.rule()))
        && one.first().equals(other.first())
        && one.end().equals(other.end());
  }

  /**
   * Writes the element.
   *
   * @throws Inexpressible if Exchange has no such pattern
   */
  static void write(EwsXml xml, Recurrence recurrence) throws XMLStreamException {
    xml.type("Recurrence");
    pattern(xml, recurrence.rule());
    range(xml, recurrence);
    xml.end();
  }

  /**
   * Exchange's word for a set of days in a pattern by weekday.
   *
   * @throws Inexpressible if it has none
   */
  static String days(Set<DayOfWeek> days) {
    if (days.size() == 1) {
      return name(days.iterator().next().name());
    }
    if (days.equals(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY))) {
      return "Weekday";
    }
    if (days.equals(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY))) {
      return "WeekendDay";
    }
    if (days.size() == DayOfWeek.values().length) {
      return "Day";
    }
    throw new Inexpressible(
        "Exchange has no monthly or yearly series on the days " + days + " together");
  }

  private static Rule rule(XmlElement pattern) {
    return switch (pattern.name()) {
      case "DailyRecurrence" -> new Rule.Daily(number(pattern, "Interval"));
      case "WeeklyRecurrence" ->
          new Rule.Weekly(
              number(pattern, "Interval"),
              days(pattern),
              pattern
                  .text("FirstDayOfWeek")
                  .map(RecurrenceXml::weekday)
                  .orElse(DEFAULT_WEEK_START));
      case "AbsoluteMonthlyRecurrence" ->
          new Rule.MonthlyByDate(number(pattern, "Interval"), number(pattern, "DayOfMonth"));
      case "RelativeMonthlyRecurrence" ->
          new Rule.MonthlyByWeekday(number(pattern, "Interval"), week(pattern), days(pattern));
      case "AbsoluteYearlyRecurrence" ->
          new Rule.YearlyByDate(month(pattern), number(pattern, "DayOfMonth"));
      case "RelativeYearlyRecurrence" ->
          new Rule.YearlyByWeekday(month(pattern), week(pattern), days(pattern));
      default -> throw new Values.Unknown("recurrence", pattern.name());
    };
  }

  private static End end(XmlElement range) {
    return switch (range.name()) {
      case "NoEndRecurrence" -> new End.Never();
      case "EndDateRecurrence" -> new End.On(date(range, "EndDate"));
      case "NumberedRecurrence" -> new End.After(number(range, "NumberOfOccurrences"));
      default -> throw new Values.Unknown("end of a recurrence", range.name());
    };
  }

  private static Set<DayOfWeek> days(XmlElement pattern) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String day : text(pattern, "DaysOfWeek").split("\\s+")) {
      switch (day) {
        case "Day" -> days.addAll(EnumSet.allOf(DayOfWeek.class));
        case "Weekday" -> days.addAll(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        case "WeekendDay" -> days.addAll(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        default -> days.add(weekday(day));
      }
    }
    return days;
  }

  private static DayOfWeek weekday(String name) {
    return constant(DayOfWeek.class, name);
  }

  private static Month month(XmlElement pattern) {
    return constant(Month.class, text(pattern, "Month"));
  }

  private static Week week(XmlElement pattern) {
    return constant(Week.class, text(pattern, "DayOfWeekIndex"));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name) {
    try {
      return Enum.valueOf(type, name.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Values.Unknown("part of a recurrence", name);
    }
  }

  private static int number(XmlElement parent, String name) {
    return Values.integer(name + " of a recurrence", text(parent, name));
  }

  private static LocalDate date(XmlElement range, String name) {
    String text = text(range, name);
    try {
      return LocalDate.parse(text.substring(0, Math.min(DATE_LENGTH, text.length())));
    } catch (DateTimeException e) {
      throw new Values.Unknown(name + " of a recurrence", text);
    }
  }

  private static String text(XmlElement parent, String name) {
    return parent
        .text(name)
        .map(String::strip)
        .orElseThrow(() -> new Values.Unknown("recurrence", parent.name() + " without " + name));
  }

  private static void pattern(EwsXml xml, Rule rule) throws XMLStreamException {
    if (rule instanceof Rule.Daily daily) {
      xml.type("DailyRecurrence").type("Interval", "" + daily.interval());
    } else if (rule instanceof Rule.Weekly weekly) {
      xml.type("WeeklyRecurrence").type("Interval", "" + weekly.interval());
      xml.type("DaysOfWeek", String.join(" ", names(weekly.days())));
      xml.type("FirstDayOfWeek", name(weekly.weekStart().name()));
    } else if (rule instanceof Rule.MonthlyByDate monthly) {
      xml.type("AbsoluteMonthlyRecurrence").type("Interval", "" + monthly.interval());
      xml.type("DayOfMonth", "" + monthly.day());
    } else if (rule instanceof Rule.MonthlyByWeekday monthly) {
      xml.type("RelativeMonthlyRecurrence").type("Interval", "" + monthly.interval());
      weekday(xml, monthly.days(), monthly.week());
    } else if (rule instanceof Rule.YearlyByDate yearly) {
      xml.type("AbsoluteYearlyRecurrence").type("DayOfMonth", "" + yearly.day());
      xml.type("Month", name(yearly.month().name()));
    } else if (rule instanceof Rule.YearlyByWeekday yearly) {
      xml.type("RelativeYearlyRecurrence");
      weekday(xml, yearly.days(), yearly.week());
      xml.type("Month", name(yearly.month().name()));
    }
    xml.end();
  }

  private static void weekday(EwsXml xml, Set<DayOfWeek> days, Week week)
      throws XMLStreamException {
    xml.type("DaysOfWeek", days(days)).type("DayOfWeekIndex", name(week.name()));
  }

  private static void range(EwsXml xml, Recurrence recurrence) throws XMLStreamException {
    String start = recurrence.first().toString();
    if (recurrence.end() instanceof End.On on) {
      xml.type("EndDateRecurrence").type("StartDate", start);
      xml.type("EndDate", on.last().toString());
    } else if (recurrence.end() instanceof End.After after) {
      xml.type("NumberedRecurrence").type("StartDate", start);
      xml.type("NumberOfOccurrences", "" + after.count());
    } else {
      xml.type("NoEndRecurrence").type("StartDate", start);
    }
    xml.end();
  }

  private static List<String> names(Set<DayOfWeek> days) {
    return days.stream().map(day -> name(day.name())).toList();
  }

  private static String name(String constant) {
    return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT);
  }

  /** What is told in several ways, told in one. */
  private static Rule plain(Rule rule) {
    if (rule instanceof Rule.Weekly weekly && weekly.interval() == 1) {
      return new Rule.Weekly(1, weekly.days(), DEFAULT_WEEK_START);
    }
    return rule;
  }

  /** A series that Exchange can't hold; it is held whole, with this reason. */
  static final class Inexpressible extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Inexpressible(String reason) {
      super(reason);
    }
  }
}

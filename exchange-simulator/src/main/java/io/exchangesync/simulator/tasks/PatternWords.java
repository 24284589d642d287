package io.exchangesync.simulator.tasks;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.w3c.dom.Element;

/** The words of the schema for days, months and their numbers. */
final class PatternWords {
  private static final List<String> INDEXES = List.of("First", "Second", "Third", "Fourth", "Last");

  private PatternWords() {}

  /**
   * @param element a list of weekdays, or Day, Weekday, WeekendDay
   * @throws IllegalArgumentException for anything else, and for no day at all
   */
  static Set<DayOfWeek> days(Element element) {
    EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    EnumSet<DayOfWeek> weekend = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    for (String word : element.getTextContent().strip().split("\\s+")) {
      switch (word) {
        case "Day" -> days.addAll(EnumSet.allOf(DayOfWeek.class));
        case "Weekday" -> days.addAll(EnumSet.complementOf(weekend));
        case "WeekendDay" -> days.addAll(weekend);
        default -> days.add(day(word));
      }
    }
    return Set.copyOf(days);
  }

  static DayOfWeek day(String word) {
    return DayOfWeek.valueOf(word.strip().toUpperCase(Locale.ROOT));
  }

  static Month month(String word) {
    return Month.valueOf(word.strip().toUpperCase(Locale.ROOT));
  }

  /** 1 to 4, or 5 for the last. */
  static int index(String word) {
    int index = INDEXES.indexOf(word.strip());
    if (index < 0) {
      throw new IllegalArgumentException(word);
    }
    return index + 1;
  }
}

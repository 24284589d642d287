package io.exchangesync.simulator.calendar;

import io.exchangesync.simulator.fields.GlobalObjectId;
import io.exchangesync.simulator.series.Series;
import io.exchangesync.simulator.series.SeriesRules;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.store.Value;
import io.exchangesync.simulator.zones.Times;
import io.exchangesync.simulator.zones.WindowsZones;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** What Exchange makes of a calendar item on saving: defaults, all-day times, refusals. */
public final class CalendarRules {
  private static final String START = "calendar:Start";
  private static final String END = "calendar:End";
  private static final Duration LONGEST = Duration.ofDays(1825);

  private CalendarRules() {}

  /**
   * Fills in what a new item leaves out and puts its times right.
   *
   * @param zone of an item that names none
   * @throws EwsError when the times mean nothing
   */
  public static void complete(Map<String, Value> properties, ZoneId zone, Instant now) {
    properties.putIfAbsent("calendar:UID", Value.of(GlobalObjectId.newUid(now)));
    properties.putIfAbsent("calendar:LegacyFreeBusyStatus", Value.of("Busy"));
    properties.putIfAbsent("calendar:IsAllDayEvent", Value.of(false));
    properties.putIfAbsent("item:ReminderIsSet", Value.of(true));
    properties.putIfAbsent("item:ReminderMinutesBeforeStart", Value.of("15"));
    properties.putIfAbsent("calendar:IsResponseRequested", Value.of(true));
    properties.putIfAbsent("calendar:DateTimeStamp", Value.of(Times.format(now)));
    Instant nextHour = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
    properties.putIfAbsent(START, Value.of(Times.format(nextHour)));
    Instant start = instant(properties, START);
    properties.putIfAbsent(END, Value.of(Times.format(start.plus(Duration.ofMinutes(30)))));
    properties.putIfAbsent("calendar:StartTimeZone", Value.of(windowsName(zone)));
    properties.putIfAbsent("calendar:EndTimeZone", properties.get("calendar:StartTimeZone"));
    normalise(properties);
    SeriesRules.settle(Map.of(), properties);
  }

  /**
   * Puts the times right after a change, and the series if it is a master.
   *
   * @throws EwsError when the times or the recurrence mean nothing
   */
  public static void changed(Map<String, Value> before, Map<String, Value> properties) {
    normalise(properties);
    SeriesRules.settle(before, properties);
  }

  /**
   * Puts the times right.
   *
   * @throws EwsError when the end lies before the start or the item is longer than five years
   */
  public static void normalise(Map<String, Value> properties) {
    if (isTrue(properties, "calendar:IsAllDayEvent")) {
      wholeDays(properties);
    }
    Instant start = instant(properties, START);
    Instant end = instant(properties, END);
    if (end.isBefore(start)) {
      throw new EwsError(
          "ErrorCalendarEndDateIsEarlierThanStartDate", "EndDate is earlier than StartDate.");
    }
    if (Duration.between(start, end).compareTo(LONGEST) > 0) {
      throw new EwsError(
          "ErrorCalendarDurationIsTooLong", "The duration of the calendar item is too long.");
    }
    properties.put("item:ReminderDueBy", Value.of(Times.format(start)));
  }

  private static void wholeDays(Map<String, Value> properties) {
    ZoneId zone = Series.zone(properties);
    ZonedDateTime start = instant(properties, START).atZone(zone);
    ZonedDateTime end = instant(properties, END).atZone(zone);
    ZonedDateTime first = start.toLocalDate().atStartOfDay(zone);
    boolean midnight = end.toLocalTime().equals(LocalTime.MIDNIGHT);
    ZonedDateTime last = end.toLocalDate().plusDays(midnight ? 0 : 1).atStartOfDay(zone);
    if (last.isBefore(start)) {
      return;
    }
    if (!last.isAfter(first)) {
      last = first.toLocalDate().plusDays(1).atStartOfDay(zone);
    }
    properties.put(START, Value.of(Times.format(first.toInstant())));
    properties.put(END, Value.of(Times.format(last.toInstant())));
  }

  private static String windowsName(ZoneId zone) {
    return WindowsZones.all().stream()
        .filter(z -> z.zone().equals(zone))
        .map(WindowsZones.WindowsZone::id)
        .findFirst()
        .orElse("UTC");
  }

  private static Instant instant(Map<String, Value> properties, String uri) {
    if (properties.get(uri) instanceof Value.Text t) {
      return Instant.parse(t.text());
    }
    throw new EwsError(
        "ErrorCalendarInvalidPropertyState", "A calendar item cannot be without " + uri + ".");
  }

  private static boolean isTrue(Map<String, Value> properties, String uri) {
    return properties.get(uri) instanceof Value.Text t && t.text().equals("true");
  }
}

package io.exchangesync.simulator.availability;

import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.zones.Times;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneOffsetTransitionRule.TimeDefinition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import org.w3c.dom.Element;

/**
 * The zone in which a client tells and reads times without offset, by the rules it sends along.
 *
 * @param definition the element TimeZone, which answers repeat
 */
public record ClientZone(Element definition, ZoneRules rules) {
  private static final int LAST_WEEK = 5;
  private static final int FIRST_YEAR = 1970;

  /**
   * @param timeZone the element TimeZone: bias in minutes, and when standard and daylight time
   *     begin
   * @throws SoapFault ErrorSchemaValidation when the rules mean nothing
   */
  public static ClientZone read(Element timeZone) {
    Element standard = Dom.required(timeZone, "StandardTime");
    Element daylight = Dom.required(timeZone, "DaylightTime");
    int bias = number(timeZone, "Bias");
    try {
      ZoneOffset winter = ZoneOffset.ofTotalSeconds(-60 * (bias + number(standard, "Bias")));
      ZoneOffset summer = ZoneOffset.ofTotalSeconds(-60 * (bias + number(daylight, "Bias")));
      boolean changes =
          number(standard, "Month") != 0
              && number(daylight, "Month") != 0
              && !winter.equals(summer);
      if (!changes) {
        return new ClientZone(timeZone, ZoneRules.of(winter));
      }
      List<ZoneOffsetTransitionRule> rules =
          List.of(rule(daylight, winter, winter, summer), rule(standard, winter, summer, winter));
      // The rules hold after the last transition that is listed.
      List<ZoneOffsetTransition> first =
          rules.stream().map(rule -> rule.createTransition(FIRST_YEAR)).sorted().toList();
      return new ClientZone(
          timeZone, ZoneRules.of(winter, first.get(0).getOffsetBefore(), List.of(), first, rules));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw SoapFault.schema("The time zone means nothing: " + e.getMessage());
    }
  }

  /** A time of the request; one that tells its offset keeps it. */
  public Instant instant(String text) {
    try {
      Instant utc = Times.parse(text, ZoneOffset.UTC);
      String time = text.strip();
      boolean told = time.endsWith("Z") || time.lastIndexOf('-') > 9 || time.indexOf('+') > 0;
      LocalDateTime local = LocalDateTime.ofInstant(utc, ZoneOffset.UTC);
      return told ? utc : local.toInstant(rules.getOffset(local));
    } catch (DateTimeException e) {
      throw SoapFault.schema("'" + text + "' is no time.");
    }
  }

  public LocalDateTime local(Instant time) {
    return LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, rules.getOffset(time));
  }

  /** A time as answers tell it: without offset. */
  public String text(Instant time) {
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local(time).withNano(0));
  }

  private static ZoneOffsetTransitionRule rule(
      Element begin, ZoneOffset standard, ZoneOffset before, ZoneOffset after) {
    int week = number(begin, "DayOrder");
    String day = Dom.required(begin, "DayOfWeek").getTextContent().strip();
    return ZoneOffsetTransitionRule.of(
        Month.of(number(begin, "Month")),
        week == LAST_WEEK ? -1 : 1 + 7 * (week - 1),
        DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)),
        LocalTime.parse(Dom.required(begin, "Time").getTextContent().strip()),
        false,
        TimeDefinition.WALL,
        standard,
        before,
        after);
  }

  private static int number(Element parent, String name) {
    try {
      return Integer.parseInt(Dom.required(parent, name).getTextContent().strip());
    } catch (NumberFormatException e) {
      throw SoapFault.schema("The '" + name + "' element is no number.");
    }
  }
}

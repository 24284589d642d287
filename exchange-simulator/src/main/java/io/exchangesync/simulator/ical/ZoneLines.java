package io.exchangesync.simulator.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Locale;

/** Writes a VTIMEZONE with the rules that hold in one year, as Exchange does it. */
final class ZoneLines {
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  private ZoneLines() {}

  /**
   * @param id the Windows name
   * @param near the year whose rules are written
   */
  static void write(Lines out, String id, ZoneId zone, Instant near) {
    out.raw("BEGIN", "VTIMEZONE").text("TZID", id);
    ZoneRules rules = zone.getRules();
    ZoneOffset standard = rules.getStandardOffset(near);
    ZoneOffsetTransition first = rules.nextTransition(near);
    ZoneOffsetTransition second = first == null ? null : rules.nextTransition(first.getInstant());
    if (first == null || second == null) {
      observance(out, "STANDARD", LocalDateTime.of(1601, 1, 1, 0, 0), standard, standard);
      out.raw("END", "STANDARD");
    } else {
      transition(out, first, standard);
      transition(out, second, standard);
    }
    out.raw("END", "VTIMEZONE");
  }

  private static void transition(Lines out, ZoneOffsetTransition change, ZoneOffset standard) {
    String name = change.getOffsetAfter().equals(standard) ? "STANDARD" : "DAYLIGHT";
    LocalDateTime at = change.getDateTimeBefore();
    LocalDateTime since = LocalDateTime.of(1601, 1, 1, at.getHour(), at.getMinute());
    observance(out, name, since, change.getOffsetBefore(), change.getOffsetAfter());
    boolean last = at.toLocalDate().plusWeeks(1).getMonth() != at.getMonth();
    int index = last ? -1 : (at.getDayOfMonth() - 1) / 7 + 1;
    String day =
        at.getDayOfWeek()
            .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
            .substring(0, 2)
            .toUpperCase(Locale.ROOT);
    out.raw(
        "RRULE", "FREQ=YEARLY;INTERVAL=1;BYDAY=" + index + day + ";BYMONTH=" + at.getMonthValue());
    out.raw("END", name);
  }

  private static void observance(
      Lines out, String name, LocalDateTime since, ZoneOffset before, ZoneOffset after) {
    out.raw("BEGIN", name).raw("DTSTART", LOCAL.format(since));
    out.raw("TZOFFSETFROM", offset(before)).raw("TZOFFSETTO", offset(after));
  }

  private static String offset(ZoneOffset offset) {
    int minutes = Math.abs(offset.getTotalSeconds()) / 60;
    String sign = offset.getTotalSeconds() < 0 ? "-" : "+";
    return String.format(Locale.ROOT, "%s%02d%02d", sign, minutes / 60, minutes % 60);
  }
}

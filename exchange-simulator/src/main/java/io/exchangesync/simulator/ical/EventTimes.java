package io.exchangesync.simulator.ical;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes times in one zone, or dates when the item is of whole days.
 *
 * @param zoneId the TZID
 */
record EventTimes(String zoneId, ZoneId zone, boolean wholeDays) {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  void write(Lines out, String name, Instant time) {
    if (wholeDays) {
      out.raw(name + ";VALUE=DATE", DATE.format(time.atZone(zone)));
    } else {
      out.raw(name + ";TZID=" + zoneId, LOCAL.format(time.atZone(zone)));
    }
  }

  /** The value of UNTIL: of timed series in UTC. */
  String until(LocalDate last, LocalTime start) {
    return wholeDays ? DATE.format(last) : utc(last.atTime(start).atZone(zone).toInstant());
  }

  static String utc(Instant time) {
    return LOCAL.format(time.atZone(ZoneOffset.UTC)) + "Z";
  }
}

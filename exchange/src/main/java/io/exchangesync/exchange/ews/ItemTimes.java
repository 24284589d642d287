package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.When;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When an item takes place.
 *
 * <p>An all-day item is stored as midnights of the zone it was made in. Its dates are taken in that
 * zone, so that they are the same for every reader and never shift by a day.
 */
final class ItemTimes {
  private ItemTimes() {}

  static When read(XmlElement item, ZoneId mailboxZone) {
    Instant start = moment(item, "Start");
    Instant end = moment(item, "End");
    ZoneId zone = zone(item, mailboxZone);
    if (!allDay(item)) {
      return new When.Timed(start, end, zone);
    }
    LocalDate first = nearestDate(start, zone);
    LocalDate after = nearestDate(end, zone);
    return new When.AllDay(first, after.isAfter(first) ? after.minusDays(1) : first);
  }

  /**
   * The date of a moment for somebody who keeps the item's calendar.
   *
   * @param moment a start of the item or of one of its occurrences
   */
  static LocalDate date(XmlElement item, Instant moment, ZoneId mailboxZone) {
    ZoneId zone = zone(item, mailboxZone);
    return allDay(item) ? nearestDate(moment, zone) : moment.atZone(zone).toLocalDate();
  }

  private static boolean allDay(XmlElement item) {
    return item.text("IsAllDayEvent").map(Values::bool).orElse(false);
  }

  private static ZoneId zone(XmlElement item, ZoneId mailboxZone) {
    Optional<ZoneId> itemZone =
        item.child("StartTimeZone")
            .flatMap(zone -> zone.attribute("Id"))
            .flatMap(id -> WindowsZones.zone(id, mailboxZone));
    return allDay(item)
        ? zoneOfMidnights(moment(item, "Start"), moment(item, "End"), itemZone, mailboxZone)
        : itemZone.orElse(mailboxZone);
  }

  private static Instant moment(XmlElement item, String name) {
    return item.text(name)
        .map(Values::instant)
        .orElseThrow(() -> new Values.Unknown("time", "no " + name));
  }

  /** The item's zone; where it names none or not that of its midnights, the first that fits. */
  private static ZoneId zoneOfMidnights(
      Instant start, Instant end, Optional<ZoneId> itemZone, ZoneId mailboxZone) {
    List<ZoneId> candidates =
        Stream.concat(itemZone.stream(), Stream.of(mailboxZone, ZoneOffset.UTC)).toList();
    return candidates.stream()
        .filter(zone -> beginsDay(start, zone) && beginsDay(end, zone))
        .findFirst()
        .orElse(candidates.get(0));
  }

  private static boolean beginsDay(Instant instant, ZoneId zone) {
    LocalDate day = instant.atZone(zone).toLocalDate();
    return day.atStartOfDay(zone).toInstant().equals(instant);
  }

  private static LocalDate nearestDate(Instant instant, ZoneId zone) {
    LocalDateTime local = instant.atZone(zone).toLocalDateTime();
    return local.toLocalTime().isBefore(LocalTime.NOON)
        ? local.toLocalDate()
        : local.toLocalDate().plusDays(1);
  }
}

package io.exchangesync.simulator.ical;

import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.store.Value;
import io.exchangesync.simulator.zones.Times;
import io.exchangesync.simulator.zones.WindowsZones;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the first event of an iCalendar object as the properties of a new item. Deleted dates and
 * events of single occurrences are left aside.
 */
public final class CalendarTextReader {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  private final Map<String, Property> event;
  private final ZoneId zone;
  private final Map<String, Value> properties = new HashMap<>();

  private CalendarTextReader(Map<String, Property> event, ZoneId zone) {
    this.event = event;
    this.zone =
        Optional.ofNullable(event.get("DTSTART"))
            .map(start -> start.parameters().get("TZID"))
            .flatMap(CalendarTextReader::zone)
            .orElse(zone);
  }

  /**
   * @param base64 the content of the element MimeContent
   * @param zone of times that tell none
   * @throws EwsError ErrorMimeContentInvalidBase64String or ErrorMimeContentConversionFailed
   */
  public static Map<String, Value> read(String base64, ZoneId zone) {
    byte[] bytes;
    try {
      bytes = Base64.getMimeDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      throw new EwsError(
          "ErrorMimeContentInvalidBase64String", "The MIME content is no valid base64 string.");
    }
    Map<String, Property> event = Property.firstEvent(new String(bytes, StandardCharsets.UTF_8));
    if (!event.containsKey("DTSTART")) {
      throw failed();
    }
    try {
      return new CalendarTextReader(event, zone).read();
    } catch (DateTimeException e) {
      throw failed();
    }
  }

  private Map<String, Value> read() {
    Property start = event.get("DTSTART");
    boolean wholeDays = start.value().strip().length() == 8;
    Instant from = instant(start.value());
    put("calendar:Start", Times.format(from));
    put("calendar:End", Times.format(end(from, wholeDays)));
    put("calendar:IsAllDayEvent", Boolean.toString(wholeDays));
    WindowsZones.all().stream()
        .filter(windows -> windows.zone().equals(zone))
        .findFirst()
        .ifPresent(windows -> put("calendar:StartTimeZone", windows.id()));
    text("SUMMARY", "item:Subject");
    text("LOCATION", "calendar:Location");
    text("UID", "calendar:UID");
    value("DESCRIPTION")
        .ifPresent(
            body ->
                properties.put(
                    "item:Body", new Value.Body(Value.BodyType.TEXT, Lines.unescape(body))));
    value("CLASS")
        .ifPresent(
            name ->
                put(
                    "item:Sensitivity",
                    switch (name) {
                      case "PRIVATE" -> "Private";
                      case "CONFIDENTIAL" -> "Confidential";
                      default -> "Normal";
                    }));
    value("TRANSP")
        .filter("TRANSPARENT"::equals)
        .ifPresent(free -> put("calendar:LegacyFreeBusyStatus", "Free"));
    value("RRULE")
        .ifPresent(
            rule ->
                properties.put(
                    "calendar:Recurrence",
                    RuleReader.read(rule, from.atZone(zone).toLocalDate(), this::until)));
    return properties;
  }

  private Instant end(Instant start, boolean wholeDays) {
    return value("DTEND")
        .map(this::instant)
        .or(() -> value("DURATION").map(text -> start.plus(Duration.parse(text))))
        .orElseGet(() -> wholeDays ? start.plus(Duration.ofDays(1)) : start);
  }

  private LocalDate until(String text) {
    return instant(text).atZone(zone).toLocalDate();
  }

  private Instant instant(String text) {
    String time = text.strip();
    if (time.length() == 8) {
      return LocalDate.parse(time, DATE).atStartOfDay(zone).toInstant();
    }
    return time.endsWith("Z")
        ? LocalDateTime.parse(time.substring(0, time.length() - 1), LOCAL).toInstant(ZoneOffset.UTC)
        : LocalDateTime.parse(time, LOCAL).atZone(zone).toInstant();
  }

  private void text(String name, String uri) {
    value(name).ifPresent(text -> put(uri, Lines.unescape(text)));
  }

  private void put(String uri, String text) {
    properties.put(uri, Value.of(text));
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(event.get(name)).map(Property::value);
  }

  private static Optional<ZoneId> zone(String id) {
    return WindowsZones.byId(id)
        .map(WindowsZones.WindowsZone::zone)
        .or(
            () ->
                ZoneId.getAvailableZoneIds().contains(id)
                    ? Optional.of(ZoneId.of(id))
                    : Optional.empty());
  }

  private static EwsError failed() {
    return new EwsError(
        "ErrorMimeContentConversionFailed", "The MIME content could not be converted.");
  }
}

package io.exchangesync.simulator.ical;

import io.exchangesync.simulator.series.Range;
import io.exchangesync.simulator.series.Recurrence;
import io.exchangesync.simulator.series.Series;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxInfo;
import io.exchangesync.simulator.store.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One calendar item as an iCalendar object: a series with its rule, its deleted dates and an event
 * for each exception, in the zone of the item.
 *
 * @param bodies the plain text of an item's body
 */
public record CalendarText(MailboxInfo mailbox, Function<Item, Optional<String>> bodies) {
  private static final Map<String, String> CLASSES =
      Map.of(
          "Normal", "PUBLIC",
          "Personal", "PUBLIC",
          "Private", "PRIVATE",
          "Confidential", "CONFIDENTIAL");
  private static final Map<String, String> PRIORITIES =
      Map.of("Low", "9", "Normal", "5", "High", "1");

  public String write(Item item) {
    Lines out = new Lines();
    ZoneId zone = Series.zone(item.properties());
    String id = item.text("calendar:StartTimeZone").orElse("UTC");
    out.raw("BEGIN", "VCALENDAR").raw("METHOD", people(item).isEmpty() ? "PUBLISH" : "REQUEST");
    out.raw("PRODID", "Microsoft Exchange Server 2010").raw("VERSION", "2.0");
    ZoneLines.write(out, id, zone, instant(item, "calendar:Start"));
    Optional<Series> series = Series.of(item);
    EventTimes times = new EventTimes(id, zone, all(item));
    event(out, item, times, series);
    series.stream()
        .flatMap(s -> s.modified().stream())
        .forEach(exception -> event(out, exception, times, Optional.empty()));
    return out.raw("END", "VCALENDAR").toString();
  }

  private void event(Lines out, Item item, EventTimes times, Optional<Series> series) {
    out.raw("BEGIN", "VEVENT");
    organizer(out, item);
    bodies.apply(item).ifPresent(body -> out.text("DESCRIPTION;LANGUAGE=en-US", body));
    series.ifPresent(s -> recurrence(out, s, times));
    out.text("UID", item.text("calendar:UID").orElse(""));
    item.text("calendar:RecurrenceId")
        .ifPresent(start -> times.write(out, "RECURRENCE-ID", Instant.parse(start)));
    out.text("SUMMARY;LANGUAGE=en-US", item.text("item:Subject").orElse(""));
    times.write(out, "DTSTART", instant(item, "calendar:Start"));
    times.write(out, "DTEND", instant(item, "calendar:End"));
    out.raw("CLASS", CLASSES.get(item.text("item:Sensitivity").orElse("Normal")));
    out.raw("PRIORITY", PRIORITIES.get(item.text("item:Importance").orElse("Normal")));
    item.text("calendar:DateTimeStamp")
        .ifPresent(stamp -> out.raw("DTSTAMP", EventTimes.utc(Instant.parse(stamp))));
    String busy = item.text("calendar:LegacyFreeBusyStatus").orElse("Busy");
    out.raw("TRANSP", busy.equals("Free") ? "TRANSPARENT" : "OPAQUE");
    out.raw("STATUS", busy.equals("Tentative") ? "TENTATIVE" : "CONFIRMED");
    out.raw("SEQUENCE", item.text("calendar:AppointmentSequenceNumber").orElse("0"));
    item.text("calendar:Location").ifPresent(l -> out.text("LOCATION;LANGUAGE=en-US", l));
    if (item.get("item:Categories").orElse(null) instanceof Value.Texts categories) {
      categories.texts().forEach(category -> out.text("CATEGORIES", category));
    }
    out.raw("X-MICROSOFT-CDO-BUSYSTATUS", busy.toUpperCase(Locale.ROOT));
    out.raw("X-MICROSOFT-CDO-ALLDAYEVENT", Boolean.toString(all(item)).toUpperCase(Locale.ROOT));
    alarm(out, item);
    out.raw("END", "VEVENT");
  }

  private void organizer(Lines out, Item item) {
    List<Value.Attendee> people = people(item);
    if (people.isEmpty()) {
      return;
    }
    String smtp = item.text("calendar:OrganizerSmtp").orElse(mailbox.smtp());
    String name = item.text("calendar:OrganizerName").orElse(mailbox.displayName());
    out.raw("ORGANIZER;CN=" + Lines.quoted(name), "MAILTO:" + smtp);
    for (Value.Attendee person : people) {
      String status =
          switch (person.response()) {
            case "Accept" -> "ACCEPTED";
            case "Tentative" -> "TENTATIVE";
            case "Decline" -> "DECLINED";
            default -> "NEEDS-ACTION";
          };
      out.raw(
          "ATTENDEE;PARTSTAT=" + status + ";RSVP=TRUE;CN=" + Lines.quoted(person.name()),
          "MAILTO:" + person.smtp());
    }
  }

  private static void recurrence(Lines out, Series series, EventTimes times) {
    Recurrence recurrence = series.expansion().recurrence();
    String end = "";
    if (recurrence.range() instanceof Range.Times count) {
      end = ";COUNT=" + count.count();
    } else if (recurrence.range() instanceof Range.Until until) {
      end = ";UNTIL=" + times.until(until.end(), series.startTime());
    }
    out.raw("RRULE", recurrence.rule() + end);
    series.deleted().forEach(start -> times.write(out, "EXDATE", start));
  }

  private static void alarm(Lines out, Item item) {
    if (item.text("item:ReminderIsSet").filter("true"::equals).isPresent()) {
      String minutes = item.text("item:ReminderMinutesBeforeStart").orElse("15");
      out.raw("BEGIN", "VALARM").raw("ACTION", "DISPLAY").raw("DESCRIPTION", "REMINDER");
      out.raw("TRIGGER;RELATED=START", "-PT" + minutes + "M").raw("END", "VALARM");
    }
  }

  private static List<Value.Attendee> people(Item item) {
    return List.of("calendar:RequiredAttendees", "calendar:OptionalAttendees", "calendar:Resources")
        .stream()
        .flatMap(list -> item.get(list).stream())
        .flatMap(list -> ((Value.Attendees) list).people().stream())
        .toList();
  }

  private static boolean all(Item item) {
    return item.text("calendar:IsAllDayEvent").filter("true"::equals).isPresent();
  }

  private static Instant instant(Item item, String uri) {
    return Instant.parse(item.text(uri).orElseThrow());
  }
}

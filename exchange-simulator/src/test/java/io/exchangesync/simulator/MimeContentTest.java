package io.exchangesync.simulator;

import static io.exchangesync.simulator.EwsClient.all;
import static io.exchangesync.simulator.EwsClient.codes;
import static io.exchangesync.simulator.EwsClient.text;
import static io.exchangesync.simulator.Requests.CALENDAR;
import static io.exchangesync.simulator.Requests.calendarItem;
import static io.exchangesync.simulator.Requests.create;
import static io.exchangesync.simulator.Requests.created;
import static io.exchangesync.simulator.Requests.delete;
import static io.exchangesync.simulator.Requests.find;
import static io.exchangesync.simulator.Requests.get;
import static io.exchangesync.simulator.Requests.set;
import static io.exchangesync.simulator.Requests.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.simulator.Requests.Id;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class MimeContentTest extends RunningSimulator {
  private static final String MIME = "<t:IncludeMimeContent>true</t:IncludeMimeContent>";
  private static final String ZONE = "<t:StartTimeZone Id='W. Europe Standard Time'/>";
  private static final String WEEKLY =
      "<t:WeeklyRecurrence><t:Interval>1</t:Interval><t:DaysOfWeek>Tuesday</t:DaysOfWeek>"
          + "<t:FirstDayOfWeek>Monday</t:FirstDayOfWeek></t:WeeklyRecurrence>";

  @Test
  void aSeriesIsOneObjectWithItsRuleItsDeletedDatesAndItsExceptions() {
    created(anna, series(WEEKLY));
    List<Id> occurrences = occurrences(anna);
    anna.call(
        update(
            occurrences.get(1).withoutKey(),
            "AlwaysOverwrite",
            set("item:Subject", "<t:Subject>Own</t:Subject>")));
    anna.call(delete("HardDelete", occurrences.get(3)));
    Element master = anna.call(get("IdOnly", MIME, Id.in(anna.call(find(CALENDAR, "")))));
    assertThat(all(master, "MimeContent").get(0).getAttribute("CharacterSet")).isEqualTo("UTF-8");
    String calendar = decoded(master);
    List<String> lines = Arrays.asList(calendar.split("\r\n"));
    assertThat(lines)
        .startsWith("BEGIN:VCALENDAR")
        .endsWith("END:VCALENDAR")
        .contains(
            "TZID:W. Europe Standard Time",
            "RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;WKST=MO;COUNT=5",
            "EXDATE;TZID=W. Europe Standard Time:20260331T100000",
            "RECURRENCE-ID;TZID=W. Europe Standard Time:20260317T100000",
            "SUMMARY;LANGUAGE=en-US:Own",
            "DTSTART;TZID=W. Europe Standard Time:20260310T100000");
    assertThat(calendar.split("BEGIN:VEVENT")).hasSize(3);
  }

  @Test
  void longAndOddTextsAreFoldedAndEscaped() {
    String subject = "A; b, c\\ \u00f8" + "\u4e2d".repeat(60);
    Id id = created(anna, calendarItem(subject, NINE, TEN));
    String calendar = decoded(anna.call(get("IdOnly", MIME, id)));
    for (String line : calendar.split("\r\n")) {
      assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
    }
    assertThat(calendar.replace("\r\n ", ""))
        .contains("SUMMARY;LANGUAGE=en-US:A\\; b\\, c\\\\ \u00f8" + "\u4e2d".repeat(60) + "\r\n");
    Id copy = created(anna, mime(calendar));
    assertThat(text(anna.call(get("AllProperties", "", copy)), "Subject")).isEqualTo(subject);
  }

  @Test
  void listsCarryNoMimeContent() {
    Id id = created(anna, calendarItem("A", NINE, TEN));
    assertThat(all(anna.call(get("AllProperties", "", id)), "MimeContent")).isEmpty();
    String list =
        find(CALENDAR, "").replace("<t:AdditionalProperties>", MIME + "<t:AdditionalProperties>");
    assertThat(all(anna.call(list), "MimeContent")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        WEEKLY,
        "<t:DailyRecurrence><t:Interval>3</t:Interval></t:DailyRecurrence>",
        "<t:AbsoluteMonthlyRecurrence><t:Interval>1</t:Interval><t:DayOfMonth>31</t:DayOfMonth>"
            + "</t:AbsoluteMonthlyRecurrence>",
        "<t:RelativeMonthlyRecurrence><t:Interval>2</t:Interval><t:DaysOfWeek>Weekday"
            + "</t:DaysOfWeek><t:DayOfWeekIndex>Last</t:DayOfWeekIndex></t:RelativeMonthlyRecurrence>",
        "<t:AbsoluteYearlyRecurrence><t:DayOfMonth>29</t:DayOfMonth><t:Month>February</t:Month>"
            + "</t:AbsoluteYearlyRecurrence>",
        "<t:RelativeYearlyRecurrence><t:DaysOfWeek>Sunday</t:DaysOfWeek>"
            + "<t:DayOfWeekIndex>Second</t:DayOfWeekIndex><t:Month>May</t:Month>"
            + "</t:RelativeYearlyRecurrence>"
      })
  void anItemMadeFromTheMimeContentOfAnotherHasTheSameOccurrences(String pattern) {
    Id master = created(anna, series(pattern));
    String calendar = decoded(anna.call(get("IdOnly", MIME, master)));
    Id copy = created(bo, mime(calendar));
    Element a = anna.call(get("AllProperties", "", master));
    Element b = bo.call(get("AllProperties", "", copy));
    for (String element : List.of("Recurrence", "UID", "Subject", "TimeZone", "LastOccurrence")) {
      assertThat(times(b, element)).as(element).isEqualTo(times(a, element));
    }
    assertThat(occurrences(bo)).hasSameSizeAs(occurrences(anna));
  }

  @Test
  void wholeDaysAndForeignZonesAreRead() {
    Id day =
        created(
            anna,
            mime(
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Day\r\nDTSTART;VALUE=DATE:20260701\r\n"
                    + "DTEND;VALUE=DATE:20260702\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"));
    Element item = anna.call(get("AllProperties", "", day));
    assertThat(text(item, "IsAllDayEvent")).isEqualTo("true");
    assertThat(text(item, "Start")).isEqualTo("2026-07-01T00:00:00Z");
    Id oslo =
        created(
            anna,
            mime(
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=\"Europe/Oslo\":20260701T090000\n"
                    + "DTEND;TZID=\"Europe/Oslo\":20260701T100000\nUID:abc\nEND:VEVENT\nEND:VCALENDAR\n"));
    Element timed = anna.call(get("AllProperties", "", oslo));
    assertThat(text(timed, "Start")).isEqualTo("2026-07-01T07:00:00Z");
    assertThat(text(timed, "UID")).isEqualTo("abc");
  }

  @Test
  void whatIsNoCalendarIsRefused() {
    assertThat(codes(anna.call(create(mime("Subject: Hello\r\n\r\nHello")))))
        .containsExactly("ErrorMimeContentConversionFailed");
    assertThat(
            codes(
                anna.call(
                    create(
                        mime(
                            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260701T090000Z\n"
                                + "RRULE:FREQ=SECONDLY\nEND:VEVENT\nEND:VCALENDAR\n")))))
        .containsExactly("ErrorCalendarInvalidRecurrence");
  }

  private static String series(String pattern) {
    return "<t:CalendarItem><t:Subject>Series</t:Subject><t:Start>2026-03-10T09:00:00Z</t:Start>"
        + "<t:End>2026-03-10T10:00:00Z</t:End><t:Recurrence>"
        + pattern
        + "<t:NumberedRecurrence><t:StartDate>2026-03-10</t:StartDate>"
        + "<t:NumberOfOccurrences>5</t:NumberOfOccurrences></t:NumberedRecurrence></t:Recurrence>"
        + ZONE
        + "</t:CalendarItem>";
  }

  private static String mime(String calendar) {
    String base64 = Base64.getEncoder().encodeToString(calendar.getBytes(StandardCharsets.UTF_8));
    return "<t:CalendarItem><t:MimeContent CharacterSet='UTF-8'>"
        + base64
        + "</t:MimeContent></t:CalendarItem>";
  }

  private static String decoded(Element item) {
    byte[] bytes = Base64.getDecoder().decode(text(item, "MimeContent"));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static List<Id> occurrences(EwsClient client) {
    String view =
        "<m:CalendarView StartDate='2026-03-01T00:00:00Z' EndDate='2028-02-28T00:00:00Z'/>";
    return all(client.call(find(CALENDAR, view)), "CalendarItem").stream().map(Id::in).toList();
  }

  /** The texts below an element, ids left out. */
  private static List<String> times(Element item, String element) {
    return all(item, element).stream().map(Element::getTextContent).toList();
  }
}

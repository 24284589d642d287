package io.exchangesync.simulator;

import static io.exchangesync.simulator.EwsClient.all;
import static io.exchangesync.simulator.EwsClient.codes;
import static io.exchangesync.simulator.EwsClient.text;
import static io.exchangesync.simulator.Requests.calendarItem;
import static io.exchangesync.simulator.Requests.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.simulator.store.MailboxInfo.Right;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Times are those of Berlin, an hour ahead of UTC in winter and two in summer. */
class AvailabilityTest extends RunningSimulator {
  private static final String BERLIN =
      "<t:TimeZone><t:Bias>-60</t:Bias><t:StandardTime><t:Bias>0</t:Bias><t:Time>03:00:00</t:Time>"
          + "<t:DayOrder>5</t:DayOrder><t:Month>10</t:Month><t:DayOfWeek>Sunday</t:DayOfWeek>"
          + "</t:StandardTime><t:DaylightTime><t:Bias>-60</t:Bias><t:Time>02:00:00</t:Time>"
          + "<t:DayOrder>5</t:DayOrder><t:Month>3</t:Month><t:DayOfWeek>Sunday</t:DayOfWeek>"
          + "</t:DaylightTime></t:TimeZone>";

  @Test
  void timesAreMergedAndListedInTheZoneOfTheClient() {
    created(anna, calendarItem("Morning", NINE, TEN));
    created(
        anna,
        calendarItem("Lunch", "2026-03-10T11:00:00Z", "2026-03-10T11:30:00Z")
            .replace(
                "</t:CalendarItem>",
                "<t:LegacyFreeBusyStatus>OOF</t:LegacyFreeBusyStatus></t:CalendarItem>"));
    Element answer =
        anna.call(ask("2026-03-10T08:00:00", "2026-03-10T14:00:00", "DetailedMerged", "anna"));
    assertThat(text(answer, "MergedFreeBusy")).isEqualTo("002030");
    assertThat(all(answer, "StartTime"))
        .extracting(Element::getTextContent)
        .containsExactly("2026-03-10T10:00:00", "2026-03-10T12:00:00");
    assertThat(all(answer, "Subject"))
        .extracting(Element::getTextContent)
        .containsExactly("Morning", "Lunch");
    assertThat(text(answer, "FreeBusyViewType")).isEqualTo("DetailedMerged");
  }

  @Test
  void occurrencesOfSeriesAreBusyAtTheirWallTime() {
    created(
        anna,
        calendarItem("Weekly", NINE, TEN)
            .replace(
                "</t:CalendarItem>",
                "<t:Recurrence><t:WeeklyRecurrence><t:Interval>1</t:Interval><t:DaysOfWeek>Tuesday"
                    + "</t:DaysOfWeek></t:WeeklyRecurrence><t:NoEndRecurrence><t:StartDate>2026-03-10"
                    + "</t:StartDate></t:NoEndRecurrence></t:Recurrence>"
                    + "<t:StartTimeZone Id='W. Europe Standard Time'/></t:CalendarItem>"));
    Element summer =
        anna.call(ask("2026-06-09T08:00:00", "2026-06-09T12:00:00", "DetailedMerged", "anna"));
    assertThat(text(summer, "MergedFreeBusy")).isEqualTo("0020");
    assertThat(text(summer, "StartTime")).isEqualTo("2026-06-09T10:00:00");
    assertThat(text(summer, "IsRecurring")).isEqualTo("true");
    Element winter =
        anna.call(ask("2026-12-01T08:00:00", "2026-12-01T12:00:00", "MergedOnly", "anna"));
    assertThat(text(winter, "MergedFreeBusy")).isEqualTo("0020");
  }

  @Test
  void othersLearnWhenSomebodyIsBusyButNotWithWhat() {
    created(anna, calendarItem("Secret", NINE, TEN));
    Element answer =
        bo.call(ask("2026-03-10T08:00:00", "2026-03-10T12:00:00", "DetailedMerged", "anna"));
    assertThat(text(answer, "FreeBusyViewType")).isEqualTo("FreeBusyMerged");
    assertThat(text(answer, "MergedFreeBusy")).isEqualTo("0020");
    assertThat(all(answer, "CalendarEvent")).hasSize(1);
    assertThat(all(answer, "CalendarEventDetails")).isEmpty();
  }

  @Test
  void aReaderSeesSubjectsButNoPrivateOnes() {
    created(anna, calendarItem("Open", NINE, TEN));
    created(
        anna,
        calendarItem("Hidden", NINE, TEN)
            .replace("<t:Start>", "<t:Sensitivity>Private</t:Sensitivity><t:Start>"));
    simulator.delegate("anna@example.com", "bo@example.com", Set.of(Right.READ));
    Element answer = bo.call(ask("2026-03-10T08:00:00", "2026-03-10T12:00:00", "Detailed", "anna"));
    assertThat(all(answer, "Subject")).extracting(Element::getTextContent).containsExactly("Open");
    assertThat(all(answer, "IsPrivate"))
        .extracting(Element::getTextContent)
        .containsExactlyInAnyOrder("false", "true");
  }

  @Test
  void anUnknownMailboxFailsAlone() {
    Element answer =
        anna.call(
            ask("2026-03-10T08:00:00", "2026-03-10T09:00:00", "MergedOnly", "nobody", "anna"));
    assertThat(codes(answer)).containsExactly("ErrorMailRecipientNotFound", "NoError");
    assertThat(text(answer, "MergedFreeBusy")).isEqualTo("0");
  }

  @Test
  void aWindowThatIsTooLongOrEmptyIsRefused() {
    assertThat(anna.fault(ask("2026-03-10T08:00:00", "2026-03-10T08:00:00", "MergedOnly", "anna")))
        .isEqualTo("ErrorInvalidTimeInterval");
    assertThat(anna.fault(ask("2026-01-01T00:00:00", "2026-06-01T00:00:00", "MergedOnly", "anna")))
        .isEqualTo("ErrorTimeIntervalTooBig");
  }

  @Test
  void suggestionsBeginWithTimesWhenEverybodyIsFree() {
    created(anna, calendarItem("Morning", "2026-03-10T07:00:00Z", "2026-03-10T15:00:00Z"));
    created(bo, calendarItem("Afternoon", "2026-03-10T12:00:00Z", "2026-03-10T15:30:00Z"));
    Element answer =
        anna.call(
            "<m:GetUserAvailabilityRequest>"
                + BERLIN
                + "<m:MailboxDataArray>"
                + person("anna")
                + person("bo")
                + "</m:MailboxDataArray><t:SuggestionsViewOptions>"
                + "<t:MaximumResultsByDay>2</t:MaximumResultsByDay>"
                + "<t:MeetingDurationInMinutes>30</t:MeetingDurationInMinutes>"
                + "<t:DetailedSuggestionsWindow><t:StartTime>2026-03-10T00:00:00</t:StartTime>"
                + "<t:EndTime>2026-03-11T00:00:00</t:EndTime></t:DetailedSuggestionsWindow>"
                + "</t:SuggestionsViewOptions></m:GetUserAvailabilityRequest>");
    assertThat(all(answer, "MeetingTime"))
        .extracting(Element::getTextContent)
        .containsExactly("2026-03-10T16:30:00", "2026-03-10T08:00:00");
    assertThat(all(answer, "SuggestionQuality"))
        .extracting(Element::getTextContent)
        .containsExactly("Excellent", "Fair");
  }

  private static String ask(String from, String to, String view, String... people) {
    StringBuilder list = new StringBuilder();
    for (String name : people) {
      list.append(person(name));
    }
    return "<m:GetUserAvailabilityRequest>"
        + BERLIN
        + "<m:MailboxDataArray>"
        + list
        + "</m:MailboxDataArray><t:FreeBusyViewOptions><t:TimeWindow><t:StartTime>"
        + from
        + "</t:StartTime><t:EndTime>"
        + to
        + "</t:EndTime></t:TimeWindow><t:MergedFreeBusyIntervalInMinutes>60"
        + "</t:MergedFreeBusyIntervalInMinutes><t:RequestedView>"
        + view
        + "</t:RequestedView></t:FreeBusyViewOptions></m:GetUserAvailabilityRequest>";
  }

  private static String person(String name) {
    return "<t:MailboxData><t:Email><t:Address>"
        + name
        + "@example.com</t:Address></t:Email><t:AttendeeType>Required</t:AttendeeType>"
        + "</t:MailboxData>";
  }
}

package io.exchangesync.simulator;

import static io.exchangesync.simulator.EwsClient.all;
import static io.exchangesync.simulator.EwsClient.codes;
import static io.exchangesync.simulator.EwsClient.text;
import static io.exchangesync.simulator.Requests.STAMP;
import static io.exchangesync.simulator.Requests.additional;
import static io.exchangesync.simulator.Requests.calendarItem;
import static io.exchangesync.simulator.Requests.create;
import static io.exchangesync.simulator.Requests.created;
import static io.exchangesync.simulator.Requests.delete;
import static io.exchangesync.simulator.Requests.deleteField;
import static io.exchangesync.simulator.Requests.find;
import static io.exchangesync.simulator.Requests.get;
import static io.exchangesync.simulator.Requests.set;
import static io.exchangesync.simulator.Requests.subjects;
import static io.exchangesync.simulator.Requests.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.simulator.Requests.Id;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class CalendarItemsTest extends RunningSimulator {
  @Test
  void everyFieldComesBackAsItWasWritten() {
    Id id =
        created(
            anna,
            "<t:CalendarItem><t:Subject>Tom &amp; J\u00f8rgen</t:Subject>"
                + "<t:Sensitivity>Confidential</t:Sensitivity><t:Body BodyType='Text'>one\ntwo</t:Body>"
                + "<t:Categories><t:String>Red</t:String><t:String>Blue</t:String></t:Categories>"
                + "<t:Importance>Low</t:Importance><t:ReminderIsSet>false</t:ReminderIsSet>"
                + "<t:ReminderMinutesBeforeStart>45</t:ReminderMinutesBeforeStart>"
                + "<t:ExtendedProperty>"
                + STAMP
                + "<t:Value>4711</t:Value></t:ExtendedProperty>"
                + "<t:Start>2026-03-10T10:00:00+01:00</t:Start><t:End>2026-03-10T11:00:00+01:00</t:End>"
                + "<t:LegacyFreeBusyStatus>Tentative</t:LegacyFreeBusyStatus>"
                + "<t:Location>Room 4</t:Location>"
                + "<t:StartTimeZone Id='W. Europe Standard Time'/>"
                + "<t:EndTimeZone Id='W. Europe Standard Time'/></t:CalendarItem>");
    Element item = anna.call(get("AllProperties", additional(STAMP), id));
    assertThat(text(item, "Subject")).isEqualTo("Tom & J\u00f8rgen");
    assertThat(text(item, "Sensitivity")).isEqualTo("Confidential");
    assertThat(text(item, "Body")).isEqualTo("one\r\ntwo");
    assertThat(all(item, "String"))
        .extracting(Element::getTextContent)
        .containsExactly("Red", "Blue");
    assertThat(text(item, "Importance")).isEqualTo("Low");
    assertThat(text(item, "ReminderIsSet")).isEqualTo("false");
    assertThat(text(item, "ReminderMinutesBeforeStart")).isEqualTo("45");
    assertThat(text(item, "Value")).isEqualTo("4711");
    assertThat(text(item, "Start")).isEqualTo(NINE);
    assertThat(text(item, "End")).isEqualTo(TEN);
    assertThat(text(item, "LegacyFreeBusyStatus")).isEqualTo("Tentative");
    assertThat(text(item, "Location")).isEqualTo("Room 4");
    assertThat(all(item, "StartTimeZone").get(0).getAttribute("Id"))
        .isEqualTo("W. Europe Standard Time");
    assertThat(text(item, "CalendarItemType")).isEqualTo("Single");
    assertThat(text(item, "IsMeeting")).isEqualTo("false");
    assertThat(text(item, "AppointmentState")).isEqualTo("0");
    assertThat(text(item, "Duration")).isEqualTo("PT1H");
    assertThat(text(item, "EmailAddress")).isEqualTo("anna@example.com");
  }

  @Test
  void allDayItemsStandOnMidnightsOfTheirZone() {
    Id id =
        created(
            anna,
            "<t:CalendarItem><t:Start>2026-07-10T08:00:00Z</t:Start><t:End>2026-07-11T08:00:00Z</t:End>"
                + "<t:IsAllDayEvent>true</t:IsAllDayEvent>"
                + "<t:StartTimeZone Id='W. Europe Standard Time'/></t:CalendarItem>");
    Element item = anna.call(get("AllProperties", "", id));
    assertThat(text(item, "Start")).isEqualTo("2026-07-09T22:00:00Z");
    assertThat(text(item, "End")).isEqualTo("2026-07-11T22:00:00Z");
  }

  @Test
  void bodiesAreConvertedToTheTypeThatIsAskedFor() {
    Id html =
        created(
            anna,
            "<t:CalendarItem><t:Body BodyType='HTML'>&lt;p&gt;A &amp;amp; B&lt;/p&gt;&lt;p&gt;C&lt;/p&gt;</t:Body>"
                + "<t:Start>"
                + NINE
                + "</t:Start><t:End>"
                + TEN
                + "</t:End></t:CalendarItem>");
    Element asText = anna.call(get("Default", "<t:BodyType>Text</t:BodyType>", html));
    assertThat(text(asText, "Body")).isEqualTo("A & B\r\nC\r\n");
    assertThat(all(asText, "Body").get(0).getAttribute("BodyType")).isEqualTo("Text");
    Element asStored = anna.call(get("Default", "", html));
    assertThat(text(asStored, "Body")).contains("<html>", "<p>A &amp; B</p>");
    assertThat(all(asStored, "Body").get(0).getAttribute("BodyType")).isEqualTo("HTML");
  }

  @Test
  void updatesChangeOneFieldAndGiveANewChangeKey() {
    Id id = created(anna, calendarItem("Old", NINE, TEN));
    Element answer =
        anna.call(
            update(
                id,
                "NeverOverwrite",
                set("item:Subject", "<t:Subject>New</t:Subject>")
                    + set("calendar:Location", "<t:Location>Oslo</t:Location>")));
    Id next = Id.in(answer);
    assertThat(next.id()).isEqualTo(id.id());
    assertThat(next.changeKey()).isNotEqualTo(id.changeKey());
    Element item = anna.call(get("AllProperties", "", id));
    assertThat(text(item, "Subject")).isEqualTo("New");
    assertThat(text(item, "Location")).isEqualTo("Oslo");
    assertThat(text(item, "Start")).isEqualTo(NINE);
    anna.call(update(next, "NeverOverwrite", deleteField("calendar:Location")));
    assertThat(all(anna.call(get("AllProperties", "", id)), "Location")).isEmpty();
  }

  @Test
  void aStaleChangeKeyIsAConflictWhenTheSameFieldChanged() {
    Id old = created(anna, calendarItem("A", NINE, TEN));
    String subject = set("item:Subject", "<t:Subject>B</t:Subject>");
    String location = set("calendar:Location", "<t:Location>Oslo</t:Location>");
    anna.call(update(old, "AutoResolve", subject));
    assertThat(codes(anna.call(update(old, "AutoResolve", subject))))
        .containsExactly("ErrorIrresolvableConflict");
    assertThat(codes(anna.call(update(old, "NeverOverwrite", location))))
        .containsExactly("ErrorIrresolvableConflict");
    assertThat(codes(anna.call(update(old, "AutoResolve", location)))).containsExactly("NoError");
    assertThat(codes(anna.call(update(old, "AlwaysOverwrite", subject))))
        .containsExactly("NoError");
    assertThat(codes(anna.call(update(old.withoutKey(), "AutoResolve", subject))))
        .containsExactly("ErrorChangeKeyRequiredForWriteOperations");
  }

  @Test
  void ofManyClientsWithTheSameChangeKeyOneWins() {
    Id old = created(anna, calendarItem("A", NINE, TEN));
    List<String> results =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(
                n ->
                    codes(
                            anna.call(
                                update(
                                    old,
                                    "NeverOverwrite",
                                    set("item:Subject", "<t:Subject>" + n + "</t:Subject>"))))
                        .get(0))
            .toList();
    assertThat(results).filteredOn("NoError"::equals).hasSize(1);
    assertThat(results).filteredOn("ErrorIrresolvableConflict"::equals).hasSize(15);
  }

  @Test
  void eachItemOfABatchHasItsOwnResult() {
    Id id = created(anna, calendarItem("A", NINE, TEN));
    Id gone = created(anna, calendarItem("B", NINE, TEN));
    anna.call(delete("HardDelete", gone));
    Element response =
        anna.call(get("IdOnly", "", gone, id, new Id("nonsense", ""), new Id("bm9uc2Vuc2U=", "")));
    assertThat(codes(response))
        .containsExactly(
            "ErrorItemNotFound", "NoError", "ErrorInvalidIdMalformed", "ErrorInvalidIdMalformed");
  }

  @Test
  void writesOfCalendarItemsDemandAWordOnMails() {
    Id id = created(anna, calendarItem("A", NINE, TEN));
    String item = calendarItem("B", NINE, TEN);
    assertThat(codes(anna.call("<m:CreateItem><m:Items>" + item + "</m:Items></m:CreateItem>")))
        .containsExactly("ErrorSendMeetingInvitationsRequired");
    assertThat(
            codes(
                anna.call(
                    "<m:DeleteItem DeleteType='HardDelete'><m:ItemIds>"
                        + id.xml()
                        + "</m:ItemIds></m:DeleteItem>")))
        .containsExactly("ErrorSendMeetingCancellationsRequired");
    assertThat(
            codes(
                anna.call(
                    "<m:UpdateItem ConflictResolution='AutoResolve'><m:ItemChanges><t:ItemChange>"
                        + id.xml()
                        + "<t:Updates>"
                        + set("item:Subject", "<t:Subject>C</t:Subject>")
                        + "</t:Updates></t:ItemChange></m:ItemChanges></m:UpdateItem>")))
        .containsExactly("ErrorSendMeetingInvitationsOrCancellationsRequired");
  }

  @Test
  void aMeetingShowsItsAttendeesAndCountsItsMails() {
    String meeting =
        "<t:CalendarItem><t:Subject>Board</t:Subject><t:Start>"
            + NINE
            + "</t:Start><t:End>"
            + TEN
            + "</t:End><t:RequiredAttendees><t:Attendee><t:Mailbox><t:EmailAddress>bo@example.com"
            + "</t:EmailAddress></t:Mailbox></t:Attendee></t:RequiredAttendees></t:CalendarItem>";
    created(anna, meeting);
    assertThat(simulator.outbox().mails()).isEmpty();
    Element sent =
        anna.call(
            "<m:CreateItem SendMeetingInvitations='SendToAllAndSaveCopy'><m:Items>"
                + meeting
                + "</m:Items></m:CreateItem>");
    assertThat(simulator.outbox().mails())
        .hasSize(1)
        .first()
        .satisfies(mail -> assertThat(mail.to()).isEqualTo("bo@example.com"));
    Element item = anna.call(get("AllProperties", "", Id.in(sent)));
    assertThat(text(item, "IsMeeting")).isEqualTo("true");
    assertThat(text(item, "AppointmentState")).isEqualTo("1");
    assertThat(text(item, "MeetingRequestWasSent")).isEqualTo("true");
    assertThat(text(item, "ResponseType")).isEqualTo("Unknown");
  }

  @Test
  void aSeriesIsKeptAsItsMaster() {
    Id id =
        created(
            anna,
            "<t:CalendarItem><t:Subject>Weekly</t:Subject><t:Start>"
                + NINE
                + "</t:Start><t:End>"
                + TEN
                + "</t:End><t:Recurrence><t:WeeklyRecurrence><t:Interval>1</t:Interval>"
                + "<t:DaysOfWeek>Tuesday</t:DaysOfWeek></t:WeeklyRecurrence><t:NumberedRecurrence>"
                + "<t:StartDate>2026-03-10</t:StartDate><t:NumberOfOccurrences>4</t:NumberOfOccurrences>"
                + "</t:NumberedRecurrence></t:Recurrence></t:CalendarItem>");
    Element item = anna.call(get("AllProperties", "", id));
    assertThat(text(item, "CalendarItemType")).isEqualTo("RecurringMaster");
    assertThat(text(item, "NumberOfOccurrences")).isEqualTo("4");
  }

  @Test
  void deletedItemsGoWhereTheRequestSays() {
    Id trashed = created(anna, calendarItem("Trashed", NINE, TEN));
    Id soft = created(anna, calendarItem("Soft", NINE, TEN));
    Id hard = created(anna, calendarItem("Hard", NINE, TEN));
    anna.call(delete("MoveToDeletedItems", trashed));
    anna.call(delete("SoftDelete", soft));
    anna.call(delete("HardDelete", hard));
    assertThat(subjects(anna.call(find(Requests.CALENDAR, "")))).isEmpty();
    assertThat(subjects(anna.call(find("<t:DistinguishedFolderId Id='deleteditems'/>", ""))))
        .containsExactly("Trashed");
    assertThat(
            subjects(
                anna.call(find("<t:DistinguishedFolderId Id='recoverableitemsdeletions'/>", ""))))
        .containsExactly("Soft");
  }

  @Test
  void aMoveGivesANewId() {
    Id id = created(anna, calendarItem("A", NINE, TEN));
    Element moved =
        anna.call(
            "<m:MoveItem><m:ToFolderId><t:DistinguishedFolderId Id='deleteditems'/></m:ToFolderId>"
                + "<m:ItemIds>"
                + id.xml()
                + "</m:ItemIds></m:MoveItem>");
    assertThat(Id.in(moved).id()).isNotEqualTo(id.id());
    assertThat(codes(anna.call(get("IdOnly", "", id)))).containsExactly("ErrorItemNotFound");
    assertThat(codes(anna.call(get("IdOnly", "", Id.in(moved))))).containsExactly("NoError");
  }

  @Test
  void endsBeforeStartsAreRefused() {
    assertThat(codes(anna.call(create(calendarItem("A", TEN, NINE)))))
        .containsExactly("ErrorCalendarEndDateIsEarlierThanStartDate");
  }

  @Test
  void readOnlyFieldsAreRefused() {
    assertThat(
            codes(
                anna.call(
                    create(
                        "<t:CalendarItem><t:MyResponseType>Accept</t:MyResponseType></t:CalendarItem>"))))
        .containsExactly("ErrorInvalidPropertySet");
  }

  @Test
  void busyStatusIsAlsoAMapiProperty() {
    String path =
        "<t:ExtendedFieldURI DistinguishedPropertySetId='Appointment' PropertyId='33285'"
            + " PropertyType='Integer'/>";
    Id id =
        created(
            anna,
            "<t:CalendarItem><t:ExtendedProperty>"
                + path
                + "<t:Value>4</t:Value></t:ExtendedProperty>"
                + "<t:Start>"
                + NINE
                + "</t:Start><t:End>"
                + TEN
                + "</t:End></t:CalendarItem>");
    String ask = get("Default", additional(path), id);
    assertThat(text(anna.call(ask), "Value")).isEqualTo("4");
    assertThat(text(anna.call(ask), "LegacyFreeBusyStatus")).isEqualTo("Free");
    assertThat(text(anna.version("Exchange2016").call(ask), "LegacyFreeBusyStatus"))
        .isEqualTo("WorkingElsewhere");
  }

  @Test
  void clientsOf2010SeeNothingNewer() {
    Id id = created(anna, calendarItem("A", NINE, TEN));
    assertThat(all(anna.call(get("AllProperties", "", id)), "IsOrganizer")).isEmpty();
    assertThat(text(anna.version("Exchange2016").call(get("AllProperties", "", id)), "IsOrganizer"))
        .isEqualTo("true");
  }

  @Test
  void extendedPropertiesOfAllTypesComeBack() {
    String[][] cases = {
      {"Boolean", "true"},
      {"Integer", "-7"},
      {"Short", "12"},
      {"Long", "9000000000"},
      {"Double", "1.5"},
      {"SystemTime", "2026-01-02T03:04:05Z"},
      {"Binary", "AAEC/w=="},
      {"CLSID", "6ed8da90-450b-101b-98da-00aa003f1305"},
      {"String", "x<y"},
    };
    StringBuilder properties = new StringBuilder();
    StringBuilder paths = new StringBuilder();
    for (String[] each : cases) {
      String path =
          "<t:ExtendedFieldURI PropertySetId='"
              + Requests.STAMP_SET
              + "' PropertyName='p-"
              + each[0]
              + "' PropertyType='"
              + each[0]
              + "'/>";
      paths.append(path);
      properties
          .append("<t:ExtendedProperty>")
          .append(path)
          .append("<t:Value>")
          .append(each[1].replace("<", "&lt;"))
          .append("</t:Value></t:ExtendedProperty>");
    }
    String array =
        "<t:ExtendedFieldURI PropertySetId='"
            + Requests.STAMP_SET
            + "' PropertyId='3'"
            + " PropertyType='StringArray'/>";
    properties
        .append("<t:ExtendedProperty>")
        .append(array)
        .append(
            "<t:Values><t:Value>a</t:Value><t:Value>b</t:Value></t:Values></t:ExtendedProperty>");
    Id id =
        created(
            anna,
            "<t:CalendarItem>"
                + properties
                + "<t:Start>"
                + NINE
                + "</t:Start><t:End>"
                + TEN
                + "</t:End></t:CalendarItem>");
    Element item = anna.call(get("IdOnly", additional(paths + array), id));
    assertThat(all(item, "Value"))
        .extracting(Element::getTextContent)
        .containsExactly(
            "true",
            "-7",
            "12",
            "9000000000",
            "1.5",
            "2026-01-02T03:04:05Z",
            "AAEC/w==",
            "6ed8da90-450b-101b-98da-00aa003f1305",
            "x<y",
            "a",
            "b");
  }

  @Test
  void itemsAreFoundByTheirGlobalObjectId() {
    String path =
        "<t:ExtendedFieldURI DistinguishedPropertySetId='Meeting' PropertyId='35' PropertyType='Binary'/>";
    Id id = created(anna, calendarItem("A", NINE, TEN));
    created(anna, calendarItem("B", NINE, TEN));
    Element item =
        anna.call(get("IdOnly", additional(path + "<t:FieldURI FieldURI='calendar:UID'/>"), id));
    String binary = text(item, "Value");
    String hex = HexFormat.of().withUpperCase().formatHex(Base64.getDecoder().decode(binary));
    assertThat(text(item, "UID")).isEqualTo(hex);
    Element found =
        anna.call(
            find(
                Requests.CALENDAR,
                "<m:Restriction><t:IsEqualTo>"
                    + path
                    + "<t:FieldURIOrConstant><t:Constant Value='"
                    + binary
                    + "'/></t:FieldURIOrConstant></t:IsEqualTo></m:Restriction>"));
    assertThat(subjects(found)).containsExactly("A");
  }
}

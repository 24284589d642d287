package io.exchangesync.simulator;

import static io.exchangesync.simulator.EwsClient.all;
import static io.exchangesync.simulator.EwsClient.codes;
import static io.exchangesync.simulator.EwsClient.text;
import static io.exchangesync.simulator.Requests.CALENDAR;
import static io.exchangesync.simulator.Requests.additional;
import static io.exchangesync.simulator.Requests.find;
import static io.exchangesync.simulator.Requests.get;
import static io.exchangesync.simulator.Requests.set;
import static io.exchangesync.simulator.Requests.subjects;
import static io.exchangesync.simulator.Requests.sync;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.simulator.Requests.Id;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class MeetingsTest extends RunningSimulator {
  private static final String INBOX = "<t:DistinguishedFolderId Id='inbox'/>";
  private static final String GLOBAL_OBJECT_IDS =
      "<t:ExtendedFieldURI DistinguishedPropertySetId='Meeting' PropertyId='3'"
          + " PropertyType='Binary'/><t:ExtendedFieldURI DistinguishedPropertySetId='Meeting'"
          + " PropertyId='35' PropertyType='Binary'/>";
  private static final String WEEKLY =
      "<t:Recurrence><t:WeeklyRecurrence><t:Interval>1</t:Interval>"
          + "<t:DaysOfWeek>Tuesday</t:DaysOfWeek></t:WeeklyRecurrence><t:NumberedRecurrence>"
          + "<t:StartDate>2026-03-10</t:StartDate><t:NumberOfOccurrences>4</t:NumberOfOccurrences>"
          + "</t:NumberedRecurrence></t:Recurrence>";

  @TempDir Path data;

  @Test
  void nothingIsDeliveredUnlessTheRequestSaysSo() {
    invite("SendToNone", "bo@example.com", "");
    assertThat(subjects(bo.call(find(CALENDAR, "")))).isEmpty();
    assertThat(subjects(bo.call(find(INBOX, "")))).isEmpty();
    assertThat(simulator.outbox().mails()).isEmpty();
  }

  @Test
  void theCopyOfAnAttendeeIsTheSameMeetingByItsGlobalObjectId() {
    Id meeting = invite("SendOnlyToAll", "bo@example.com", "");
    Id copy = only(bo, CALENDAR);
    Element copyItem = bo.call(get("AllProperties", additional(GLOBAL_OBJECT_IDS), copy));
    Element item = anna.call(get("AllProperties", additional(GLOBAL_OBJECT_IDS), meeting));
    assertThat(values(copyItem)).hasSize(2).isEqualTo(values(item));
    assertThat(text(copyItem, "UID")).isEqualTo(text(item, "UID"));
    assertThat(text(copyItem, "AppointmentState")).isEqualTo("3");
    assertThat(text(copyItem, "MyResponseType")).isEqualTo("NoResponseReceived");
    assertThat(text(all(copyItem, "Organizer").get(0), "EmailAddress"))
        .isEqualTo("anna@example.com");
    assertThat(text(item, "MyResponseType")).isEqualTo("Organizer");
    Element request = bo.call(get("AllProperties", "", only(bo, INBOX)));
    assertThat(text(request, "ItemClass")).isEqualTo("IPM.Schedule.Meeting.Request");
    assertThat(text(request, "Start")).isEqualTo(NINE);
    assertThat(all(request, "AssociatedCalendarItemId").get(0).getAttribute("Id"))
        .isEqualTo(copy.id());
  }

  @Test
  void anAttendeesFolderTellsOfDeliveriesLikeOfAnyChange() {
    String state = text(bo.call(sync(CALENDAR, "", 10)), "SyncState");
    Id meeting = invite("SendOnlyToAll", "bo@example.com", "");
    Element made = bo.call(sync(CALENDAR, state, 10));
    assertThat(all(made, "Create")).hasSize(1);
    anna.call(updateSending(meeting, set("item:Subject", "<t:Subject>Other</t:Subject>")));
    Element changed = bo.call(sync(CALENDAR, text(made, "SyncState"), 10));
    assertThat(all(changed, "Update")).hasSize(1);
    assertThat(codes(bo.call(reply("DeclineItem", "SaveOnly", only(bo, CALENDAR)))))
        .containsExactly("NoError");
    assertThat(all(bo.call(sync(CALENDAR, text(changed, "SyncState"), 10)), "Delete")).hasSize(1);
  }

  @Test
  void aChangeOfWordsKeepsTheRepliesAndWhatTheAttendeeDecided() {
    Id meeting = invite("SendOnlyToAll", "bo@example.com", "");
    Id copy = only(bo, CALENDAR);
    bo.call(reply("AcceptItem", "SendOnly", copy));
    bo.call(
        Requests.update(
            copy.withoutKey(),
            "AlwaysOverwrite",
            set("item:Categories", "<t:Categories><t:String>Mine</t:String></t:Categories>")));
    anna.call(updateSending(meeting, set("calendar:Location", "<t:Location>Oslo</t:Location>")));
    Element after = bo.call(get("AllProperties", "", copy));
    assertThat(text(after, "Location")).isEqualTo("Oslo");
    assertThat(text(after, "MyResponseType")).isEqualTo("Accept");
    assertThat(text(after, "LegacyFreeBusyStatus")).isEqualTo("Busy");
    assertThat(text(all(after, "Categories").get(0), "String")).isEqualTo("Mine");
    Element organizers = anna.call(get("AllProperties", "", meeting));
    assertThat(text(organizers, "ResponseType")).isEqualTo("Accept");
    assertThat(text(organizers, "AppointmentSequenceNumber")).isEqualTo("0");
  }

  @Test
  void whoIsInvitedToOneOccurrenceOnlyHasThatOneAlone() {
    Id master = invite("SendOnlyToAll", "guest@elsewhere.example", WEEKLY);
    Id second =
        Id.in(
            anna.call(
                "<m:GetItem><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape>"
                    + "<m:ItemIds><t:OccurrenceItemId RecurringMasterId='"
                    + master.id()
                    + "' InstanceIndex='2'/></m:ItemIds></m:GetItem>"));
    anna.call(
        updateSending(
            second,
            set(
                "calendar:RequiredAttendees",
                attendees("guest@elsewhere.example", "bo@example.com"))));
    Id orphan = only(bo, CALENDAR);
    Element copy = bo.call(get("AllProperties", additional(GLOBAL_OBJECT_IDS), orphan));
    assertThat(text(copy, "CalendarItemType")).isEqualTo("Single");
    assertThat(text(copy, "Start")).isEqualTo("2026-03-17T09:00:00Z");
    assertThat(text(copy, "RecurrenceId")).isEqualTo("2026-03-17T09:00:00Z");
    Element series = anna.call(get("IdOnly", additional(GLOBAL_OBJECT_IDS), master));
    assertThat(values(copy).get(1)).isEqualTo(values(series).get(1));
    assertThat(values(copy).get(0)).isNotEqualTo(values(series).get(0));
    bo.call(reply("AcceptItem", "SendOnly", orphan));
    Element occurrence = anna.call(get("AllProperties", "", second));
    assertThat(all(occurrence, "ResponseType"))
        .extracting(Element::getTextContent)
        .containsExactly("Unknown", "Accept");
    assertThat(text(occurrence, "CalendarItemType")).isEqualTo("Exception");
  }

  @Test
  void repliesThatMakeNoSenseAreRefused() {
    Id meeting = invite("SendOnlyToAll", "bo@example.com", "");
    Id copy = only(bo, CALENDAR);
    assertThat(codes(anna.call(reply("AcceptItem", "SendOnly", meeting))))
        .containsExactly("ErrorCalendarIsOrganizerForAccept");
    assertThat(codes(anna.call(reply("TentativelyAcceptItem", "SendOnly", meeting))))
        .containsExactly("ErrorCalendarIsOrganizerForTentative");
    assertThat(codes(bo.call(reply("CancelCalendarItem", "SendOnly", copy))))
        .containsExactly("ErrorCalendarIsNotOrganizer");
    assertThat(
            codes(
                bo.call(
                    reply("DeclineItem", "SendOnly", copy)
                        .replace(" MessageDisposition='SendOnly'", ""))))
        .containsExactly("ErrorMessageDispositionRequired");
    assertThat(codes(anna.call(reply("CancelCalendarItem", "SendOnly", meeting))))
        .containsExactly("NoError");
    assertThat(codes(bo.call(reply("DeclineItem", "SendOnly", copy))))
        .containsExactly("ErrorCalendarIsCancelledForDecline");
    Id cancellation = last(bo, INBOX);
    assertThat(codes(bo.call(reply("AcceptItem", "SendOnly", cancellation))))
        .containsExactly("ErrorInvalidItemForOperationAcceptItem");
  }

  @Test
  void whatAnAttendeeDeletesTheNextUpdateBringsBack() {
    Id meeting = invite("SendOnlyToAll", "bo@example.com", "");
    bo.call(Requests.delete("HardDelete", only(bo, CALENDAR)));
    anna.call(updateSending(meeting, set("item:Subject", "<t:Subject>Again</t:Subject>")));
    assertThat(subjects(bo.call(find(CALENDAR, "")))).containsExactly("Again");
  }

  @Test
  void twoWhoInviteEachOtherAtOnceDoNotWaitForEachOther() throws Exception {
    CompletableFuture<Void> annas =
        CompletableFuture.runAsync(() -> inviteMany(anna, "bo@example.com"));
    CompletableFuture<Void> bos =
        CompletableFuture.runAsync(() -> inviteMany(bo, "anna@example.com"));
    CompletableFuture.allOf(annas, bos).get(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS);
    assertThat(subjects(anna.call(find(CALENDAR, "")))).hasSize(40);
    assertThat(subjects(bo.call(find(CALENDAR, "")))).hasSize(40);
  }

  @Test
  void meetingsAndSeriesOutliveARestart() {
    SimulatorConfig config = SimulatorConfig.forTests().withData(data);
    List<Id> ids;
    List<String> before;
    try (ExchangeSimulator first = ExchangeSimulator.start(config)) {
      first.addMailbox("anna@example.com", "Anna Berg", "secret");
      first.addMailbox("bo@example.com", "Bo Dahl", "secret");
      anna = EwsClient.basic(first.url(), "anna@example.com", "secret");
      bo = EwsClient.basic(first.url(), "bo@example.com", "secret");
      Id master = invite("SendOnlyToAll", "bo@example.com", WEEKLY);
      List<Id> occurrences = all(anna.call(view()), "CalendarItem").stream().map(Id::in).toList();
      anna.call(updateSending(occurrences.get(1), set("item:Subject", "<t:Subject>X</t:Subject>")));
      anna.call(Requests.delete("HardDelete", occurrences.get(2)));
      bo.call(reply("AcceptItem", "SendOnly", only(bo, CALENDAR)));
      ids = List.of(master, occurrences.get(0), occurrences.get(1));
      before = described(ids);
    }
    try (ExchangeSimulator second = ExchangeSimulator.start(config)) {
      anna = EwsClient.basic(second.url(), "anna@example.com", "secret");
      assertThat(described(ids)).isEqualTo(before);
      assertThat(String.join("", before))
          .contains("LastResponseTime", "DeletedOccurrence", "Exception");
    }
  }

  private List<String> described(List<Id> ids) {
    return ids.stream()
        .map(id -> anna.send(get("AllProperties", "", id)).body())
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .toList();
  }

  private static void inviteMany(EwsClient organizer, String guest) {
    IntStream.range(0, 20).forEach(n -> invite(organizer, "SendOnlyToAll", guest, ""));
  }

  private Id invite(String sending, String guest, String recurrence) {
    return invite(anna, sending, guest, recurrence);
  }

  private static Id invite(EwsClient organizer, String sending, String guest, String recurrence) {
    Element answer =
        organizer.call(
            "<m:CreateItem SendMeetingInvitations='"
                + sending
                + "'><m:Items><t:CalendarItem><t:Subject>Board</t:Subject><t:Start>"
                + NINE
                + "</t:Start><t:End>"
                + TEN
                + "</t:End>"
                + attendees(guest)
                + recurrence
                + "</t:CalendarItem></m:Items></m:CreateItem>");
    assertThat(codes(answer)).containsExactly("NoError");
    return Id.in(answer);
  }

  private static String attendees(String... guests) {
    StringBuilder list = new StringBuilder("<t:RequiredAttendees>");
    for (String guest : guests) {
      list.append("<t:Attendee><t:Mailbox><t:EmailAddress>").append(guest);
      list.append("</t:EmailAddress></t:Mailbox></t:Attendee>");
    }
    return list.append("</t:RequiredAttendees>").toString();
  }

  private static String updateSending(Id id, String updates) {
    return Requests.update(id.withoutKey(), "AlwaysOverwrite", updates)
        .replace("Cancellations='SendToNone'", "Cancellations='SendOnlyToAll'");
  }

  private static String reply(String element, String disposition, Id id) {
    return "<m:CreateItem MessageDisposition='"
        + disposition
        + "'><m:Items><t:"
        + element
        + "><t:ReferenceItemId Id='"
        + id.id()
        + "'/></t:"
        + element
        + "></m:Items></m:CreateItem>";
  }

  private static String view() {
    return find(
        CALENDAR,
        "<m:CalendarView StartDate='2026-03-01T00:00:00Z' EndDate='2026-05-01T00:00:00Z'/>");
  }

  private static Id only(EwsClient client, String folder) {
    Element found = client.call(find(folder, ""));
    assertThat(all(found, "ItemId")).hasSize(1);
    return Id.in(found);
  }

  private static Id last(EwsClient client, String folder) {
    List<Element> ids = all(client.call(find(folder, "")), "ItemId");
    Element id = ids.get(ids.size() - 1);
    return new Id(id.getAttribute("Id"), id.getAttribute("ChangeKey"));
  }

  private static List<String> values(Element item) {
    return all(item, "Value").stream().map(Element::getTextContent).toList();
  }
}

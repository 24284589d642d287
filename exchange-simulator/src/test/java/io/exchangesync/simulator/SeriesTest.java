package io.exchangesync.simulator;

import static io.exchangesync.simulator.EwsClient.all;
import static io.exchangesync.simulator.EwsClient.codes;
import static io.exchangesync.simulator.EwsClient.text;
import static io.exchangesync.simulator.Requests.CALENDAR;
import static io.exchangesync.simulator.Requests.additional;
import static io.exchangesync.simulator.Requests.create;
import static io.exchangesync.simulator.Requests.created;
import static io.exchangesync.simulator.Requests.delete;
import static io.exchangesync.simulator.Requests.find;
import static io.exchangesync.simulator.Requests.get;
import static io.exchangesync.simulator.Requests.set;
import static io.exchangesync.simulator.Requests.sync;
import static io.exchangesync.simulator.Requests.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.simulator.Requests.Id;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** A weekly meeting on Tuesdays at ten in Berlin, across the change to summer time. */
class SeriesTest extends RunningSimulator {
  private static final String WEEKLY =
      "<t:WeeklyRecurrence><t:Interval>1</t:Interval><t:DaysOfWeek>Tuesday</t:DaysOfWeek>"
          + "</t:WeeklyRecurrence>";
  private static final String FOUR =
      "<t:NumberedRecurrence><t:StartDate>2026-03-16Z</t:StartDate>"
          + "<t:NumberOfOccurrences>4</t:NumberOfOccurrences></t:NumberedRecurrence>";

  @Test
  void aMasterTellsItsFirstAndLastOccurrenceAtTheWallTimeOfItsZone() {
    Id master = created(anna, series(WEEKLY + FOUR));
    Element item = anna.call(get("AllProperties", "", master));
    assertThat(text(item, "CalendarItemType")).isEqualTo("RecurringMaster");
    assertThat(text(item, "StartDate")).isEqualTo("2026-03-17+01:00");
    assertThat(starts(item, "FirstOccurrence")).containsExactly("2026-03-17T09:00:00Z");
    assertThat(starts(item, "LastOccurrence")).containsExactly("2026-04-07T08:00:00Z");
    assertThat(all(item, "ModifiedOccurrences")).isEmpty();
    assertThat(all(item, "DeletedOccurrences")).isEmpty();
    assertThat(all(anna.call(find(CALENDAR, "")), "CalendarItem")).hasSize(1);
  }

  @Test
  void aCalendarViewShowsOccurrencesAndNoMaster() {
    Id master = created(anna, series(WEEKLY + FOUR));
    List<Element> items =
        all(anna.call(view("2026-03-24T00:00:00Z", "2026-04-30T00:00:00Z")), "CalendarItem");
    assertThat(items)
        .extracting(i -> text(i, "Start"))
        .containsExactly("2026-03-24T09:00:00Z", "2026-03-31T08:00:00Z", "2026-04-07T08:00:00Z");
    assertThat(items).extracting(i -> text(i, "CalendarItemType")).containsOnly("Occurrence");
    assertThat(items)
        .extracting(i -> Id.in(i).id())
        .doesNotHaveDuplicates()
        .doesNotContain(master.id());
    assertThat(items).extracting(i -> Id.in(i).changeKey()).containsOnly(master.changeKey());
  }

  @Test
  void occurrencesAreFoundByIndexAndLeadBackToTheirMaster() {
    Id master = created(anna, series(WEEKLY + FOUR));
    Element third = anna.call(getBy(index(master, 3)));
    assertThat(text(third, "Start")).isEqualTo("2026-03-31T08:00:00Z");
    assertThat(text(third, "OriginalStart")).isEqualTo("2026-03-31T08:00:00Z");
    assertThat(text(third, "RecurrenceId")).isEqualTo("2026-03-31T08:00:00Z");
    assertThat(text(third, "IsRecurring")).isEqualTo("true");
    assertThat(all(third, "Recurrence")).isEmpty();
    Id occurrence = Id.in(third);
    assertThat(text(anna.call(get("AllProperties", "", occurrence)), "Start"))
        .isEqualTo("2026-03-31T08:00:00Z");
    Element back = anna.call(getBy(masterOf(occurrence)));
    assertThat(Id.in(back)).isEqualTo(master);
    assertThat(text(back, "CalendarItemType")).isEqualTo("RecurringMaster");
  }

  @Test
  void wrongWaysToNameAnOccurrenceHaveErrorsOfTheirOwn() {
    Id master = created(anna, series(WEEKLY + FOUR));
    Id single = created(anna, Requests.calendarItem("Once", NINE, TEN));
    anna.call(deleteBy(index(master, 2)));
    assertThat(
            codes(
                anna.call(
                    getBy(
                        index(master, 0)
                            + index(master, 5)
                            + index(master, 2)
                            + index(single, 1)
                            + masterOf(single)
                            + masterOf(master)
                            + index(master, 4)))))
        .containsExactly(
            "ErrorCalendarOccurrenceIndexIsOutOfRecurrenceRange",
            "ErrorCalendarOccurrenceIndexIsOutOfRecurrenceRange",
            "ErrorCalendarOccurrenceIsDeletedFromRecurrence",
            "ErrorCalendarCannotUseIdForRecurringMasterId",
            "ErrorCalendarCannotUseIdForOccurrenceId",
            "ErrorCalendarCannotUseIdForOccurrenceId",
            "NoError");
  }

  @Test
  void aChangedOccurrenceIsAnExceptionAndAChangeOfItsMaster() {
    Id master = created(anna, series(WEEKLY + FOUR));
    Id second = Id.in(anna.call(getBy(index(master, 2))));
    Element synced = anna.call(sync(CALENDAR, "", 10));
    Element answer =
        anna.call(
            update(
                second,
                "NeverOverwrite",
                set("calendar:Start", "<t:Start>2026-03-25T13:00:00Z</t:Start>")
                    + set("calendar:End", "<t:End>2026-03-25T15:00:00Z</t:End>")
                    + set("item:Subject", "<t:Subject>Moved</t:Subject>")));
    assertThat(Id.in(answer).id()).isEqualTo(second.id());
    Element item = anna.call(get("AllProperties", "", second));
    assertThat(text(item, "CalendarItemType")).isEqualTo("Exception");
    assertThat(text(item, "Subject")).isEqualTo("Moved");
    assertThat(text(item, "OriginalStart")).isEqualTo("2026-03-24T09:00:00Z");
    assertThat(text(item, "Location")).isEqualTo("Room 4");
    Element after = anna.call(get("AllProperties", "", master));
    assertThat(Id.in(after).changeKey()).isNotEqualTo(master.changeKey());
    Element modified = all(after, "Occurrence").get(0);
    assertThat(Id.in(modified).id()).isEqualTo(second.id());
    assertThat(text(modified, "Start")).isEqualTo("2026-03-25T13:00:00Z");
    assertThat(text(modified, "End")).isEqualTo("2026-03-25T15:00:00Z");
    assertThat(text(modified, "OriginalStart")).isEqualTo("2026-03-24T09:00:00Z");
    Element changes = anna.call(sync(CALENDAR, text(synced, "SyncState"), 10));
    assertThat(all(changes, "Update")).hasSize(1);
    assertThat(Id.in(changes).id()).isEqualTo(master.id());
    assertThat(all(changes, "Create")).isEmpty();
    assertThat(subjectsInView("2026-03-24T00:00:00Z", "2026-03-25T00:00:00Z")).isEmpty();
    assertThat(subjectsInView("2026-03-25T00:00:00Z", "2026-03-26T00:00:00Z"))
        .containsExactly("Moved");
  }

  @Test
  void anOccurrenceThatOthersChangedSinceIsAConflict() {
    Id master = created(anna, series(WEEKLY + FOUR));
    Id second = Id.in(anna.call(getBy(index(master, 2))));
    Id third = Id.in(anna.call(getBy(index(master, 3))));
    String subject = set("item:Subject", "<t:Subject>Other</t:Subject>");
    anna.call(update(second, "AutoResolve", subject));
    assertThat(codes(anna.call(update(third, "NeverOverwrite", subject))))
        .containsExactly("ErrorIrresolvableConflict");
    assertThat(codes(anna.call(update(second, "AutoResolve", subject))))
        .containsExactly("ErrorIrresolvableConflict");
    assertThat(codes(anna.call(update(third, "AutoResolve", subject)))).containsExactly("NoError");
  }

  @Test
  void aDeletedOccurrenceIsListedByItsStart() {
    Id master = created(anna, series(WEEKLY + FOUR));
    Id first = Id.in(anna.call(getBy(index(master, 1))));
    anna.call(delete("MoveToDeletedItems", first));
    assertThat(codes(anna.call(get("IdOnly", "", first)))).containsExactly("ErrorItemNotFound");
    Element after = anna.call(get("AllProperties", "", master));
    assertThat(text(all(after, "DeletedOccurrence").get(0), "Start"))
        .isEqualTo("2026-03-17T09:00:00Z");
    assertThat(starts(after, "FirstOccurrence")).containsExactly("2026-03-24T09:00:00Z");
    assertThat(text(anna.call(getBy(index(master, 2))), "Start")).isEqualTo("2026-03-24T09:00:00Z");
    anna.call(deleteBy(index(master, 2) + index(master, 3)));
    assertThat(codes(anna.call(deleteBy(index(master, 4)))))
        .containsExactly("ErrorRecurrenceHasNoOccurrence");
  }

  @Test
  void anOccurrenceCannotReachItsNeighbours() {
    Id master = created(anna, series(WEEKLY + FOUR));
    Id second = Id.in(anna.call(getBy(index(master, 2)))).withoutKey();
    assertThat(moved(second, "2026-03-31T14:00:00Z", "2026-03-31T15:00:00Z"))
        .containsExactly("ErrorOccurrenceCrossingBoundary");
    assertThat(moved(second, "2026-03-17T14:00:00Z", "2026-03-17T15:00:00Z"))
        .containsExactly("ErrorOccurrenceCrossingBoundary");
    assertThat(moved(second, "2026-04-02T14:00:00Z", "2026-04-02T15:00:00Z"))
        .containsExactly("ErrorOccurrenceCrossingBoundary");
    assertThat(moved(second, "2026-03-18T14:00:00Z", "2026-03-26T15:00:00Z"))
        .containsExactly("ErrorOccurrenceTimeSpanTooBig");
    anna.call(deleteBy(index(master, 3)));
    assertThat(moved(second, "2026-03-31T14:00:00Z", "2026-03-31T15:00:00Z"))
        .containsExactly("NoError");
  }

  @Test
  void aNewPatternOrTimeDropsTheExceptionsAndANewSubjectDoesNot() {
    Id master = created(anna, series(WEEKLY + FOUR)).withoutKey();
    Id second = Id.in(anna.call(getBy(index(master, 2)))).withoutKey();
    anna.call(update(second, "AlwaysOverwrite", set("item:Subject", "<t:Subject>Own</t:Subject>")));
    anna.call(deleteBy(index(master, 3)));
    anna.call(
        update(
            master, "AlwaysOverwrite", set("calendar:Location", "<t:Location>Oslo</t:Location>")));
    Element kept = anna.call(get("AllProperties", "", master));
    assertThat(all(kept, "Occurrence")).hasSize(1);
    assertThat(all(kept, "DeletedOccurrence")).hasSize(1);
    Element own = anna.call(get("AllProperties", "", second));
    assertThat(text(own, "Location")).isEqualTo("Oslo");
    assertThat(text(own, "Subject")).isEqualTo("Own");
    assertThat(moved(master, "2026-03-18T11:00:00Z", "2026-03-18T12:00:00Z"))
        .containsExactly("NoError");
    Element after = anna.call(get("AllProperties", "", master));
    assertThat(all(after, "Occurrence")).isEmpty();
    assertThat(all(after, "DeletedOccurrence")).isEmpty();
    assertThat(starts(after, "FirstOccurrence")).containsExactly("2026-03-24T11:00:00Z");
  }

  @Test
  void recurrencesWithoutMeaningAreRefused() {
    assertThat(refusal(WEEKLY.replace(">1<", ">0<") + FOUR)).isEqualTo("ErrorCalendarOutOfRange");
    assertThat(refusal(WEEKLY.replace("Tuesday", "Weekday") + FOUR))
        .isEqualTo("ErrorCalendarInvalidDayForWeeklyRecurrence");
    assertThat(
            refusal(
                WEEKLY
                    + "<t:EndDateRecurrence><t:StartDate>2026-03-17</t:StartDate>"
                    + "<t:EndDate>2026-03-16</t:EndDate></t:EndDateRecurrence>"))
        .isEqualTo("ErrorCalendarEndDateIsEarlierThanStartDate");
    assertThat(
            refusal(
                WEEKLY
                    + "<t:EndDateRecurrence><t:StartDate>2026-03-18</t:StartDate>"
                    + "<t:EndDate>2026-03-20</t:EndDate></t:EndDateRecurrence>"))
        .isEqualTo("ErrorRecurrenceHasNoOccurrence");
    String long3 =
        series("<t:DailyRecurrence><t:Interval>2</t:Interval></t:DailyRecurrence>" + FOUR)
            .replace("<t:End>2026-03-17T10:00:00Z", "<t:End>2026-03-20T10:00:00Z");
    assertThat(codes(anna.call(create(long3)))).containsExactly("ErrorOccurrenceTimeSpanTooBig");
  }

  @Test
  void theGlobalObjectIdOfAnOccurrenceCarriesItsDateAndTheCleanOneDoesNot() {
    Id master = created(anna, series(WEEKLY + FOUR));
    Id second = Id.in(anna.call(getBy(index(master, 2))));
    String paths =
        "<t:ExtendedFieldURI DistinguishedPropertySetId='Meeting' PropertyId='3'"
            + " PropertyType='Binary'/><t:ExtendedFieldURI DistinguishedPropertySetId='Meeting'"
            + " PropertyId='35' PropertyType='Binary'/>";
    List<Element> values =
        all(anna.call(get("IdOnly", additional(paths), second, master)), "Value");
    List<String> dates =
        values.stream()
            .map(v -> Base64.getDecoder().decode(v.getTextContent()))
            .map(bytes -> HexFormat.of().formatHex(bytes, 16, 20))
            .toList();
    assertThat(dates).containsExactly("07ea0318", "00000000", "00000000", "00000000");
  }

  @Test
  void occurrencesCannotBeMovedToAnotherFolder() {
    Id master = created(anna, series(WEEKLY + FOUR));
    Id second = Id.in(anna.call(getBy(index(master, 2))));
    assertThat(
            codes(
                anna.call(
                    "<m:MoveItem><m:ToFolderId><t:DistinguishedFolderId Id='deleteditems'/>"
                        + "</m:ToFolderId><m:ItemIds>"
                        + second.xml()
                        + "</m:ItemIds></m:MoveItem>")))
        .containsExactly("ErrorCalendarCannotMoveOrCopyOccurrence");
  }

  private List<String> moved(Id id, String start, String end) {
    return codes(
        anna.call(
            update(
                id,
                "AlwaysOverwrite",
                set("calendar:Start", "<t:Start>" + start + "</t:Start>")
                    + set("calendar:End", "<t:End>" + end + "</t:End>"))));
  }

  private String refusal(String recurrence) {
    return codes(anna.call(create(series(recurrence)))).get(0);
  }

  private List<String> subjectsInView(String from, String to) {
    return Requests.subjects(anna.call(view(from, to)));
  }

  private static String series(String recurrence) {
    return "<t:CalendarItem><t:Subject>Weekly</t:Subject><t:Start>2026-03-17T09:00:00Z</t:Start>"
        + "<t:End>2026-03-17T10:00:00Z</t:End><t:Location>Room 4</t:Location><t:Recurrence>"
        + recurrence
        + "</t:Recurrence><t:StartTimeZone Id='W. Europe Standard Time'/></t:CalendarItem>";
  }

  private static String view(String from, String to) {
    return "<m:FindItem Traversal='Shallow'><m:ItemShape><t:BaseShape>Default</t:BaseShape>"
        + "</m:ItemShape><m:CalendarView StartDate='"
        + from
        + "' EndDate='"
        + to
        + "'/><m:ParentFolderIds>"
        + CALENDAR
        + "</m:ParentFolderIds></m:FindItem>";
  }

  private static String index(Id master, int index) {
    return "<t:OccurrenceItemId RecurringMasterId='"
        + master.id()
        + "' InstanceIndex='"
        + index
        + "'/>";
  }

  private static String masterOf(Id occurrence) {
    return "<t:RecurringMasterItemId OccurrenceId='" + occurrence.id() + "'/>";
  }

  private static String getBy(String ids) {
    return "<m:GetItem><m:ItemShape><t:BaseShape>AllProperties</t:BaseShape></m:ItemShape>"
        + "<m:ItemIds>"
        + ids
        + "</m:ItemIds></m:GetItem>";
  }

  private static String deleteBy(String ids) {
    return "<m:DeleteItem DeleteType='HardDelete' SendMeetingCancellations='SendToNone'>"
        + "<m:ItemIds>"
        + ids
        + "</m:ItemIds></m:DeleteItem>";
  }

  private static List<String> starts(Element item, String element) {
    return all(item, element).stream().map(e -> text(e, "Start")).toList();
  }
}

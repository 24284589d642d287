package io.exchangesync.simulator;

import static io.exchangesync.simulator.EwsClient.all;
import static io.exchangesync.simulator.EwsClient.codes;
import static io.exchangesync.simulator.EwsClient.text;
import static io.exchangesync.simulator.Requests.additional;
import static io.exchangesync.simulator.Requests.create;
import static io.exchangesync.simulator.Requests.created;
import static io.exchangesync.simulator.Requests.delete;
import static io.exchangesync.simulator.Requests.deleteField;
import static io.exchangesync.simulator.Requests.deleteTask;
import static io.exchangesync.simulator.Requests.get;
import static io.exchangesync.simulator.Requests.set;
import static io.exchangesync.simulator.Requests.sync;
import static io.exchangesync.simulator.Requests.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.simulator.Requests.Id;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class TasksTest extends RunningSimulator {
  private static final String TASKS = "<t:DistinguishedFolderId Id='tasks'/>";
  private static final String DAILY =
      "<t:Recurrence><t:DailyRecurrence><t:Interval>1</t:Interval></t:DailyRecurrence>"
          + "<t:NumberedRecurrence><t:StartDate>2026-03-10</t:StartDate>"
          + "<t:NumberOfOccurrences>2</t:NumberOfOccurrences></t:NumberedRecurrence></t:Recurrence>";

  @Test
  void statusPercentAndDateOfCompletionGoTogether() {
    Id id = created(anna, task("<t:PercentComplete>100</t:PercentComplete>"));
    assertThat(state(id)).isEqualTo("Completed 100 true");
    assertThat(text(read(id), "CompleteDate")).isEqualTo(midnight(LocalDate.now(ZoneOffset.UTC)));
    change(id, "task:PercentComplete", "<t:PercentComplete>30</t:PercentComplete>");
    assertThat(state(id)).isEqualTo("InProgress 30 false");
    assertThat(all(read(id), "CompleteDate")).isEmpty();
    change(id, "task:Status", "<t:Status>Completed</t:Status>");
    assertThat(state(id)).isEqualTo("Completed 100 true");
    change(id, "task:Status", "<t:Status>WaitingOnOthers</t:Status>");
    assertThat(state(id)).isEqualTo("WaitingOnOthers 0 false");
    change(id, "task:CompleteDate", "<t:CompleteDate>2026-02-03T15:00:00Z</t:CompleteDate>");
    assertThat(state(id)).isEqualTo("Completed 100 true");
    assertThat(text(read(id), "CompleteDate")).isEqualTo("2026-02-03T00:00:00Z");
    anna.call(update(id, "AlwaysOverwrite", deleteField("task:CompleteDate")));
    assertThat(state(id)).isEqualTo("NotStarted 0 false");
    assertThat(text(read(id), "ChangeCount")).isEqualTo("6");
  }

  @Test
  void aPercentageOutsideOfItsRangeIsRefused() {
    assertThat(codes(anna.call(create(task("<t:PercentComplete>101</t:PercentComplete>")))))
        .containsExactly("ErrorInvalidValueForProperty");
  }

  @Test
  void datesAreMidnightsAndADueDateIsNeverBeforeTheStart() {
    Id id =
        created(
            anna,
            task(
                "<t:DueDate>2026-03-12T17:30:00Z</t:DueDate>"
                    + "<t:StartDate>2026-03-10T23:30:00-05:00</t:StartDate>"));
    assertThat(text(read(id), "StartDate")).isEqualTo("2026-03-11T00:00:00Z");
    assertThat(text(read(id), "DueDate")).isEqualTo("2026-03-12T00:00:00Z");
    change(id, "task:StartDate", "<t:StartDate>2026-03-20T00:00:00Z</t:StartDate>");
    assertThat(text(read(id), "DueDate")).isEqualTo("2026-03-20T00:00:00Z");
    change(id, "task:DueDate", "<t:DueDate>2026-03-01T00:00:00Z</t:DueDate>");
    assertThat(text(read(id), "StartDate")).isEqualTo("2026-03-01T00:00:00Z");
    anna.call(update(id, "AlwaysOverwrite", deleteField("task:DueDate")));
    assertThat(all(read(id), "StartDate")).isEmpty();
    change(id, "task:StartDate", "<t:StartDate>2026-03-20T00:00:00Z</t:StartDate>");
    assertThat(text(read(id), "DueDate")).isEqualTo("2026-03-20T00:00:00Z");
  }

  @Test
  void completingARecurringTaskAnswersANewIdAndKeepsTheOldOneForTheNextOccurrence() {
    Id series = created(anna, task(DAILY));
    String state = text(anna.call(sync(TASKS, "", 10)), "SyncState");
    Element answer =
        anna.call(
            update(
                series,
                "NeverOverwrite",
                set("Task", "task:Status", "<t:Status>Completed</t:Status>")));
    Id finished = Id.in(answer);
    assertThat(finished.id()).isNotEqualTo(series.id());
    assertThat(state(finished)).isEqualTo("Completed 100 true");
    assertThat(text(read(finished), "IsRecurring")).isEqualTo("false");
    assertThat(text(read(finished), "DueDate")).isEqualTo("2026-03-10T00:00:00Z");
    assertThat(state(series)).isEqualTo("NotStarted 0 false");
    assertThat(text(read(series), "IsRecurring")).isEqualTo("true");
    assertThat(text(read(series), "DueDate")).isEqualTo("2026-03-11T00:00:00Z");
    Element changes = anna.call(sync(TASKS, state, 10));
    assertThat(all(changes, "Create")).hasSize(1);
    assertThat(all(changes, "Update")).hasSize(1);
    assertThat(codes(anna.call(update(series, "NeverOverwrite", deleteField("task:Mileage")))))
        .containsExactly("ErrorIrresolvableConflict");
    Element last =
        anna.call(
            update(
                series,
                "AlwaysOverwrite",
                set("Task", "task:Status", "<t:Status>Completed</t:Status>")));
    assertThat(Id.in(last).id()).isEqualTo(series.id());
    assertThat(text(read(series), "IsRecurring")).isEqualTo("false");
  }

  @Test
  void movingOneOccurrenceSplitsItOff() {
    Id series = created(anna, task(DAILY));
    Element answer = change(series, "task:DueDate", "<t:DueDate>2026-03-15T00:00:00Z</t:DueDate>");
    Id moved = Id.in(answer);
    assertThat(moved.id()).isNotEqualTo(series.id());
    assertThat(text(read(moved), "DueDate")).isEqualTo("2026-03-15T00:00:00Z");
    assertThat(text(read(series), "DueDate")).isEqualTo("2026-03-11T00:00:00Z");
  }

  @Test
  void deletingSaysWhatBecomesOfTheOtherOccurrences() {
    Id series = created(anna, task(DAILY));
    assertThat(codes(anna.call(delete("HardDelete", series))))
        .containsExactly("ErrorAffectedTaskOccurrencesRequired");
    anna.call(deleteTask("SpecifiedOccurrenceOnly", series));
    assertThat(text(read(series), "DueDate")).isEqualTo("2026-03-11T00:00:00Z");
    assertThat(codes(anna.call(deleteTask("SpecifiedOccurrenceOnly", series))))
        .containsExactly("ErrorCannotDeleteTaskOccurrence");
    anna.call(deleteTask("AllOccurrences", series));
    assertThat(codes(anna.call(get("IdOnly", "", series)))).containsExactly("ErrorItemNotFound");
  }

  @Test
  void patternsWithoutMeaningAreRefused() {
    String never = DAILY.replace("<t:Interval>1<", "<t:Interval>0<");
    assertThat(codes(anna.call(create(task(never)))))
        .containsExactly("ErrorCalendarInvalidRecurrence");
    String none =
        "<t:Recurrence><t:AbsoluteYearlyRecurrence><t:DayOfMonth>1</t:DayOfMonth>"
            + "<t:Month>December</t:Month></t:AbsoluteYearlyRecurrence><t:EndDateRecurrence>"
            + "<t:StartDate>2026-03-10</t:StartDate><t:EndDate>2026-04-10</t:EndDate>"
            + "</t:EndDateRecurrence></t:Recurrence>";
    assertThat(codes(anna.call(create(task(none)))))
        .containsExactly("ErrorRecurrenceHasNoOccurrence");
  }

  @Test
  void tasksStandInTaskFoldersOnly() {
    String inCalendar =
        "<m:CreateItem><m:SavedItemFolderId><t:DistinguishedFolderId Id='calendar'/>"
            + "</m:SavedItemFolderId><m:Items>"
            + task("")
            + "</m:Items></m:CreateItem>";
    assertThat(codes(anna.call(inCalendar)))
        .containsExactly("ErrorCannotCreateTaskInNonTaskFolder");
  }

  @Test
  void theMapiNamesShowTheSameStatusAndDates() {
    Id id =
        created(
            anna, task("<t:DueDate>2026-03-12T00:00:00Z</t:DueDate><t:Status>Deferred</t:Status>"));
    Element item =
        anna.call(
            get(
                "IdOnly",
                additional(mapi("0x8101", "Integer") + mapi("0x8105", "SystemTime")),
                id));
    assertThat(all(item, "Value"))
        .extracting(Element::getTextContent)
        .containsExactly("4", "2026-03-12T00:00:00Z");
  }

  private static String mapi(String id, String type) {
    return "<t:ExtendedFieldURI DistinguishedPropertySetId='Task' PropertyId='"
        + Integer.decode(id)
        + "' PropertyType='"
        + type
        + "'/>";
  }

  private static String task(String properties) {
    return "<t:Task><t:Subject>Call</t:Subject>" + properties + "</t:Task>";
  }

  private Element change(Id id, String uri, String property) {
    return anna.call(update(id.withoutKey(), "AlwaysOverwrite", set("Task", uri, property)));
  }

  private Element read(Id id) {
    return anna.call(get("AllProperties", "", id));
  }

  private String state(Id id) {
    Element task = read(id);
    return text(task, "Status")
        + " "
        + text(task, "PercentComplete")
        + " "
        + text(task, "IsComplete");
  }

  private static String midnight(LocalDate day) {
    return day + "T00:00:00Z";
  }
}

package io.exchangesync.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.exchangesync.demo.launch.DemoUsers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Tasks through the deployed EAR: tasks are changed as in Outlook and to-dos as in SuperOffice, the
 * timer does the rest, and both sides are compared from outside.
 */
class TasksIT {
  private static final int KARI = 1;
  private static final String ADDRESS = "kari.haugen@fjordline.example";
  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
  private static final LocalDate DAY = TODAY.plusDays(10);
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final int HIGH = 1;
  private static final int LOW = 3;

  private static WholeSystem system;
  private static OutlookUser outlook;
  private static Connection crm;
  private static SuperOfficeUser superOffice;
  private static int mailbox;

  @BeforeAll
  static void linkAUser() throws Exception {
    OutlookUser.assumeAvailable();
    system = new WholeSystem("tasks", 6);
    system.start();
    system.every(1, 1);
    crm = system.connect();
    superOffice = new SuperOfficeUser(system.connect(), KARI);
    mailbox = system.link(KARI, ADDRESS, List.of("TASK"));
    outlook = system.tasksOf(ADDRESS);
    eventually(() -> system.state(mailbox).equals("ACTIVE"));
  }

  @AfterAll
  static void stop() {
    if (system != null) {
      system.close();
    }
  }

  @Test
  void aTaskOfOutlookAppearsChangesIsCompletedAndGoesInSuperOffice() throws Exception {
    int before = DiaryEntry.lastLogged(crm);
    String id =
        outlook.create(
            Map.of(
                "subject", "Ring Ålesund havn",
                "body", "<html><body><p>Spør om <b>kaiplass</b></p></body></html>",
                "due_date", DAY.toString(),
                "reminder_is_set", true,
                "reminder_due_by", DAY.minusDays(1) + "T22:30:00+00:00",
                "sensitivity", "Private",
                "importance", "High"));

    ToDoEntry created = awaitToDo("Ring Ålesund havn");
    assertThat(created.status()).isEqualTo(1);
    assertThat(created.due().toLocalDate()).isEqualTo(DAY);
    assertThat(created.active()).isEqualTo(created.due());
    assertThat(created.end()).isEqualTo(created.due());
    assertThat(created.done()).isEqualTo(SuperOfficeUser.NEVER);
    assertThat(created.agenda()).contains("<b>kaiplass</b>");
    assertThat(created.hasAlarm()).isTrue();
    assertThat(created.privacy()).isEqualTo(1);
    assertThat(created.forAll()).isZero();
    assertThat(created.forAssociate()).isEqualTo(KARI);
    assertThat(created.priority()).isEqualTo(HIGH);
    assertThat(created.registeredBy()).isEqualTo(KARI);
    assertThat(recordType(created.taskType())).as("a type for to-dos").isEqualTo(6);
    assertThat(DiaryEntry.loggedAfter(crm, before))
        .contains(
            "4352 9 " + created.id(),
            "4352 18 " + created.textId(),
            "4352 196 " + created.visibleForId(),
            "4352 183 " + created.foreignKeyId());
    eventually(() -> created.stamp().equals(task("Ring Ålesund havn").path("stamp").asText()));

    outlook.update(
        id,
        Map.of(
            "subject", "Ring Molde havn",
            "status", "InProgress",
            "due_date", DAY.plusDays(2).toString(),
            "sensitivity", "Normal",
            "importance", "Low"));
    ToDoEntry edited = awaitToDo("Ring Molde havn");
    assertThat(edited.id()).isEqualTo(created.id());
    assertThat(edited.status()).isEqualTo(2);
    assertThat(edited.due().toLocalDate()).isEqualTo(DAY.plusDays(2));
    assertThat(edited.due().toLocalTime()).isEqualTo(created.due().toLocalTime());
    assertThat(edited.active()).isEqualTo(edited.due());
    assertThat(edited.forAll()).isEqualTo(1);
    assertThat(edited.priority()).isEqualTo(LOW);

    outlook.complete(id);
    eventually(() -> toDo("Ring Molde havn").status() == 3);
    ToDoEntry completed = toDo("Ring Molde havn");
    assertThat(completed.done().toLocalDate()).isBetween(TODAY, TODAY.plusDays(1));
    assertThat(completed.active()).isEqualTo(completed.done());
    assertThat(completed.due()).isEqualTo(edited.due());

    outlook.update(id, Map.of("status", "NotStarted", "percent_complete", 0));
    eventually(() -> toDo("Ring Molde havn").status() == 1);
    assertThat(toDo("Ring Molde havn").done()).isEqualTo(SuperOfficeUser.NEVER);
    assertThat(toDo("Ring Molde havn").active()).isEqualTo(edited.due());

    int beforeDelete = DiaryEntry.lastLogged(crm);
    outlook.delete(id);
    eventually(() -> ToDoEntry.named(crm, KARI, "Ring Molde havn").isEmpty());
    assertThat(DiaryEntry.loggedAfter(crm, beforeDelete))
        .contains(
            "4864 9 " + created.id(),
            "4864 18 " + created.textId(),
            "4864 196 " + created.visibleForId(),
            "4864 183 " + created.foreignKeyId());
  }

  @Test
  void aToDoOfSuperOfficeAppearsChangesIsCompletedAndGoesInTheMailbox() throws Exception {
    LocalDateTime due = DAY.atTime(15, 0);
    int id =
        enter("Kalkyle til verftet", due, Map.of("hasAlarm", 1, "alarm", 60, "priority_idx", HIGH));

    JsonNode created = awaitTask("Kalkyle til verftet");
    assertThat(created.path("due_date").asText()).isEqualTo(DAY.toString());
    assertThat(created.path("status").asText()).isEqualTo("NotStarted");
    assertThat(created.path("importance").asText()).isEqualTo("High");
    assertThat(created.path("reminder_is_set").asBoolean()).isTrue();
    assertThat(created.path("reminder_due_by").asText())
        .isEqualTo(due.minusHours(1).atZone(OSLO).toInstant().toString());
    assertThat(created.path("categories").toString()).contains("SuperOffice Task");
    eventually(() -> toDo("Kalkyle til verftet").stamp().equals(created.path("stamp").asText()));

    superOffice.rename(id, "Ny kalkyle til verftet");
    superOffice.hide(id);
    LocalDateTime later = due.plusDays(3);
    superOffice.change(
        id,
        Map.of("do_by", later, "activeDate", later, "endDate", later, "status", 2, "hasAlarm", 0));
    eventually(() -> same(created).path("status").asText().equals("InProgress"));
    JsonNode edited = same(created);
    assertThat(edited.path("subject").asText()).isEqualTo("Ny kalkyle til verftet");
    assertThat(edited.path("due_date").asText()).isEqualTo(later.toLocalDate().toString());
    assertThat(edited.path("sensitivity").asText()).isEqualTo("Private");
    assertThat(edited.path("reminder_is_set").asBoolean()).isFalse();

    LocalDateTime done = TODAY.minusDays(1).atTime(14, 0);
    superOffice.change(id, Map.of("status", 3, "done", done, "activeDate", done));
    eventually(() -> same(created).path("status").asText().equals("Completed"));
    assertThat(same(created).path("complete_date").asText()).startsWith(TODAY.minusDays(1) + "T");
    assertThat(same(created).path("percent_complete").asInt()).isEqualTo(100);

    superOffice.change(id, Map.of("status", 1, "done", SuperOfficeUser.NEVER, "activeDate", later));
    eventually(() -> same(created).path("status").asText().equals("NotStarted"));
    assertThat(same(created).path("complete_date").isNull()).isTrue();

    superOffice.remove(id);
    eventually(() -> outlook.items().stream().noneMatch(i -> sameId(i, created)));
  }

  @Test
  void aWeeklyTaskIsDoneOneOccurrenceAtATime() throws Exception {
    String weekly =
        outlook.create(Map.of("subject", "Ukerapport", "due_date", DAY.toString(), "weekly", true));
    ToDoEntry first = awaitToDo("Ukerapport");
    assertThat(first.due().toLocalDate()).isEqualTo(DAY);

    outlook.complete(weekly);
    eventually(() -> ToDoEntry.named(crm, KARI, "Ukerapport").size() == 2);
    List<ToDoEntry> inOutlook = ToDoEntry.named(crm, KARI, "Ukerapport");
    assertThat(inOutlook.get(0).id()).isEqualTo(first.id());
    assertThat(inOutlook.get(0).status()).isEqualTo(3);
    assertThat(inOutlook.get(1).status()).isEqualTo(1);
    assertThat(inOutlook.get(1).due().toLocalDate()).isEqualTo(DAY.plusWeeks(1));

    LocalDateTime done = TODAY.minusDays(1).atTime(9, 0);
    superOffice.change(
        inOutlook.get(1).id(), Map.of("status", 3, "done", done, "activeDate", done));
    eventually(() -> ToDoEntry.named(crm, KARI, "Ukerapport").size() == 3);
    List<ToDoEntry> inBoth = ToDoEntry.named(crm, KARI, "Ukerapport");
    assertThat(inBoth).extracting(ToDoEntry::status).containsExactly(3, 3, 1);
    assertThat(inBoth.get(2).due().toLocalDate()).isEqualTo(DAY.plusWeeks(2));
    settle();
    assertThat(outlook.named("Ukerapport"))
        .extracting(item -> item.path("stamp").asText())
        .containsExactlyInAnyOrderElementsOf(
            ToDoEntry.named(crm, KARI, "Ukerapport").stream().map(ToDoEntry::stamp).toList());
    assertThat(outlook.named("Ukerapport").stream().filter(i -> i.path("recurring").asBoolean()))
        .singleElement()
        .satisfies(i -> assertThat(i.path("id").asText()).isEqualTo(weekly));
  }

  @Test
  void thePlanAndTheExplanationNameTasksAndHidePrivateTextFromAViewer() throws Exception {
    String id =
        outlook.create(
            Map.of("subject", "Lønn", "due_date", DAY.toString(), "sensitivity", "Private"));
    ToDoEntry created = awaitToDo("Lønn");
    settle();
    assertThat(
            system.admin().get("/mailboxes/" + mailbox + "/items?kind=TASK&limit=200").toString())
        .contains("\"recordId\":" + created.id());
    system.schedule(1, WholeSystem.Timer.OFF);
    outlook.update(id, Map.of("subject", "Lønn og bonus"));
    String explain = "/mailboxes/" + mailbox + "/explain?kind=TASK&recordId=" + created.id();
    assertThat(system.admin().get(explain).path("now").toString())
        .contains("CHANGED_IN_MAILBOX", "Lønn og bonus");
    assertThat(system.as(DemoUsers.VIEWER).get(explain).path("now").toString())
        .contains("CHANGED_IN_MAILBOX")
        .doesNotContain("Lønn");
    JsonNode plan = plan();
    assertThat(plan.path("items")).hasSize(1);
    system.schedule(1, WholeSystem.Timer.ON);
    awaitToDo("Lønn og bonus");
  }

  private static int enter(String title, LocalDateTime due, Map<String, Object> columns)
      throws SQLException {
    Map<String, Object> all = new java.util.HashMap<>(columns);
    all.put("type", 2);
    all.put("task_idx", toDoType());
    return superOffice.enter(title, due, due, all);
  }

  private static int toDoType() throws SQLException {
    return number("SELECT MIN(Task_id) FROM crm7.Task WHERE record_type=6 AND deleted=0");
  }

  private static int recordType(int taskType) throws SQLException {
    return number("SELECT record_type FROM crm7.Task WHERE Task_id=" + taskType);
  }

  private static int number(String sql) throws SQLException {
    try (var statement = crm.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static JsonNode plan() {
    return system.admin().post("/mailboxes/" + mailbox + "/plan?kind=TASK", Map.of());
  }

  private static void settle() {
    eventually(() -> plan().path("items").isEmpty());
  }

  private static ToDoEntry awaitToDo(String title) throws SQLException {
    eventually(() -> ToDoEntry.named(crm, KARI, title).size() == 1);
    return toDo(title);
  }

  private static ToDoEntry toDo(String title) throws SQLException {
    return ToDoEntry.named(crm, KARI, title).get(0);
  }

  private static JsonNode awaitTask(String subject) {
    eventually(() -> outlook.named(subject).size() == 1);
    return task(subject);
  }

  private static JsonNode task(String subject) {
    return outlook.find(subject).orElseThrow();
  }

  private static JsonNode same(JsonNode task) {
    return outlook.items().stream().filter(i -> sameId(i, task)).findFirst().orElseThrow();
  }

  private static boolean sameId(JsonNode one, JsonNode other) {
    return one.path("id").asText().equals(other.path("id").asText());
  }

  private static void eventually(Callable<Boolean> condition) {
    await().atMost(SOON).pollInterval(Duration.ofMillis(300)).until(condition);
  }
}

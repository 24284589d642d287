package io.exchangesync.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.exchangesync.demo.launch.DemoUsers;
import io.exchangesync.demo.launch.SimulatorProcess;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Appointments through the deployed EAR: items are changed as in Outlook and rows as in
 * SuperOffice, the timer does the rest, and both sides are compared from outside.
 */
class AppointmentsIT {
  private static final int KARI = 1;
  private static final String ADDRESS = "kari.haugen@fjordline.example";
  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  private static final LocalDate DAY = LocalDate.now(ZoneOffset.UTC).plusDays(10);
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
    system = new WholeSystem("appointments", 0);
    system.start();
    system.every(1, 1);
    crm = system.connect();
    superOffice = new SuperOfficeUser(system.connect(), KARI);
    outlook = system.outlook(ADDRESS);
    mailbox = system.link(KARI, ADDRESS);
    eventually(() -> system.state(mailbox).equals("ACTIVE"));
  }

  @AfterAll
  static void nothingWasMailed() throws Exception {
    if (system != null) {
      try (var all = system) {
        assertThat(all.mailsSent()).isZero();
      }
    }
  }

  @Test
  void anItemOfOutlookAppearsMovesChangesAndGoesInSuperOffice() throws Exception {
    int before = DiaryEntry.lastLogged(crm);
    String id =
        outlook.create(
            Map.of(
                "subject", "Befaring på Ålesund",
                "body", "<html><body><p>Ta med <b>nøkler</b></p></body></html>",
                "location", "Kaia 3",
                "start", time(DAY, 9),
                "end", time(DAY, 10),
                "reminder_is_set", true,
                "reminder_minutes_before_start", 45,
                "legacy_free_busy_status", "Busy",
                "sensitivity", "Private",
                "importance", "High"));

    DiaryEntry created = awaitEntry("Befaring på Ålesund");

    assertThat(created.start()).isEqualTo(DAY.atTime(9, 0));
    assertThat(created.end()).isEqualTo(DAY.atTime(10, 0));
    assertThat(created.allDay()).isFalse();
    assertThat(created.agenda()).contains("<b>nøkler</b>");
    assertThat(created.location()).isEqualTo("Kaia 3");
    assertThat(created.hasAlarm()).isTrue();
    assertThat(created.alarm()).isEqualTo(45);
    assertThat(created.freeBusy()).isZero();
    assertThat(created.privacy()).isEqualTo(1);
    assertThat(created.forAll()).isZero();
    assertThat(created.forAssociate()).isEqualTo(KARI);
    assertThat(created.priority()).isEqualTo(HIGH);
    assertThat(created.registeredBy()).isEqualTo(KARI);
    assertThat(DiaryEntry.loggedAfter(crm, before)).containsAll(created.logged(4352));
    eventually(() -> created.stamp().equals(item("Befaring på Ålesund").path("stamp").asText()));

    int beforeMove = DiaryEntry.lastLogged(crm);
    outlook.update(
        id, Map.of("start", time(DAY.plusDays(1), 13), "end", time(DAY.plusDays(1), 15)));
    eventually(() -> entry(created).start().equals(DAY.plusDays(1).atTime(13, 0)));
    assertThat(entry(created).end()).isEqualTo(DAY.plusDays(1).atTime(15, 0));
    assertThat(DiaryEntry.loggedAfter(crm, beforeMove)).containsExactly("4608 9 " + created.id());

    int beforeEdit = DiaryEntry.lastLogged(crm);
    outlook.update(
        id,
        Map.of(
            "subject", "Befaring i Molde",
            "body", "<html><body><p>Ta med lykt</p></body></html>",
            "location", "Torget",
            "reminder_is_set", false,
            "legacy_free_busy_status", "Free",
            "sensitivity", "Normal",
            "importance", "Low"));
    eventually(() -> entry(created).title().equals("Befaring i Molde"));
    DiaryEntry edited = entry(created);
    assertThat(edited.agenda()).contains("lykt").doesNotContain("nøkler");
    assertThat(edited.location()).isEqualTo("Torget");
    assertThat(edited.hasAlarm()).isFalse();
    assertThat(edited.freeBusy()).isEqualTo(1);
    assertThat(edited.privacy()).isZero();
    assertThat(edited.forAll()).isEqualTo(1);
    assertThat(edited.forAssociate()).isZero();
    assertThat(edited.priority()).isEqualTo(LOW);
    assertThat(edited.stamp()).isEqualTo(created.stamp());
    assertThat(DiaryEntry.loggedAfter(crm, beforeEdit))
        .containsExactlyInAnyOrder(
            "4608 9 " + created.id(),
            "4608 18 " + created.textId(),
            "4608 18 " + created.agendaId(),
            "4608 196 " + created.visibleForId());

    int beforeDelete = DiaryEntry.lastLogged(crm);
    outlook.delete(id);
    eventually(() -> DiaryEntry.diary(crm, KARI).stream().noneMatch(e -> e.id() == created.id()));
    assertThat(DiaryEntry.loggedAfter(crm, beforeDelete))
        .containsExactlyInAnyOrderElementsOf(edited.logged(4864));
  }

  @Test
  void aRowOfSuperOfficeAppearsMovesChangesAndGoesInTheMailbox() throws Exception {
    int id =
        superOffice.enter(
            "Kundemøte hos Müller",
            DAY.atTime(8, 30),
            DAY.atTime(9, 15),
            Map.of("location", "Bergen", "hasAlarm", 1, "alarm", 30, "priority_idx", HIGH));
    superOffice.describe(id, "<p>Pris og <b>levering</b></p>", "Pris og levering");

    JsonNode created = awaitItem("Kundemøte hos Müller");
    eventually(() -> item("Kundemøte hos Müller").path("body").asText().contains("levering"));

    assertThat(created.path("start").asText()).isEqualTo(utc(DAY, 8, 30));
    assertThat(created.path("end").asText()).isEqualTo(utc(DAY, 9, 15));
    assertThat(created.path("is_all_day").asBoolean()).isFalse();
    assertThat(created.path("location").asText()).isEqualTo("Bergen");
    assertThat(created.path("reminder_is_set").asBoolean()).isTrue();
    assertThat(created.path("reminder_minutes_before_start").asInt()).isEqualTo(30);
    assertThat(created.path("legacy_free_busy_status").asText()).isEqualTo("Busy");
    assertThat(created.path("sensitivity").asText()).isEqualTo("Normal");
    assertThat(created.path("importance").asText()).isEqualTo("High");
    assertThat(created.path("categories").toString()).contains("SuperOffice Appointment");
    assertThat(created.path("type").asText()).isEqualTo("Single");
    assertThat(item("Kundemøte hos Müller").path("body").asText()).contains("<b>levering</b>");
    eventually(
        () ->
            DiaryEntry.named(crm, KARI, "Kundemøte hos Müller")
                .get(0)
                .stamp()
                .equals(created.path("stamp").asText()));

    LocalDateTime later = DAY.plusDays(3).atTime(14, 0);
    superOffice.change(
        id, Map.of("do_by", later, "activeDate", later, "endDate", later.plusHours(1)));
    eventually(() -> same(created).path("start").asText().equals(utc(later.toLocalDate(), 14, 0)));
    assertThat(same(created).path("end").asText()).isEqualTo(utc(later.toLocalDate(), 15, 0));

    superOffice.rename(id, "Kundemøte hos Møller");
    superOffice.hide(id);
    superOffice.change(
        id, Map.of("location", "Oslo", "hasAlarm", 0, "freeBusy", 1, "priority_idx", LOW));
    eventually(() -> same(created).path("importance").asText().equals("Low"));
    JsonNode edited = same(created);
    assertThat(edited.path("subject").asText()).isEqualTo("Kundemøte hos Møller");
    assertThat(edited.path("location").asText()).isEqualTo("Oslo");
    assertThat(edited.path("reminder_is_set").asBoolean()).isFalse();
    assertThat(edited.path("legacy_free_busy_status").asText()).isEqualTo("Free");
    assertThat(edited.path("sensitivity").asText()).isEqualTo("Private");
    assertThat(edited.path("stamp").asText()).isEqualTo(created.path("stamp").asText());

    superOffice.remove(id);
    eventually(
        () ->
            outlook.items().stream()
                .noneMatch(i -> i.path("id").asText().equals(created.path("id").asText())));
  }

  @Test
  void allDayAppointmentsKeepTheirDaysBothWays() throws Exception {
    outlook.create(allDay("Fridag", DAY, DAY));
    outlook.create(allDay("Messe i Hannover", DAY.plusDays(2), DAY.plusDays(4)));
    superOffice.enter(
        "Ferie", DAY.atTime(8, 0), DAY.plusDays(6).atTime(16, 0), Map.of("alldayEvent", 1));

    DiaryEntry one = awaitEntry("Fridag");
    DiaryEntry several = awaitEntry("Messe i Hannover");
    JsonNode vacation = awaitItem("Ferie");

    assertThat(one.allDay()).isTrue();
    assertThat(one.start()).isEqualTo(DAY.atTime(8, 0));
    assertThat(one.end()).isEqualTo(DAY.atTime(16, 0));
    assertThat(several.start()).isEqualTo(DAY.plusDays(2).atTime(8, 0));
    assertThat(several.end()).isEqualTo(DAY.plusDays(4).atTime(16, 0));
    assertThat(vacation.path("is_all_day").asBoolean()).isTrue();
    assertThat(vacation.path("start").asText()).isEqualTo(DAY.toString());
    assertThat(vacation.path("end").asText()).isEqualTo(DAY.plusDays(6).toString());
  }

  @Test
  void changesOnBothSidesAreMergedAndAConflictGoesToTheNewest() throws Exception {
    String id = outlook.create(timed("Lønnssamtale", 11));
    DiaryEntry created = awaitEntry("Lønnssamtale");
    settle();
    system.schedule(1, WholeSystem.Timer.OFF);
    superOffice.change(created.id(), Map.of("location", "Rom 1"));
    Thread.sleep(6000);
    outlook.update(id, Map.of("location", "Rom 2", "importance", "High"));
    superOffice.change(created.id(), Map.of("hasAlarm", 1, "alarm", 20));
    superOffice.rename(created.id(), "Lønnssamtale 2");
    system.schedule(1, WholeSystem.Timer.ON);

    eventually(() -> entry(created).priority() == HIGH);
    eventually(() -> item("Lønnssamtale 2").path("reminder_minutes_before_start").asInt() == 20);

    assertThat(entry(created).location()).isEqualTo(same(id).path("location").asText());
    assertThat(journal(created.id())).contains("CONFLICT_RESOLVED").contains("Rom 1", "Rom 2");
  }

  @Test
  void whatCantBeMappedIsHeldWithItsReasonAndTheRestGoesOn() throws Exception {
    int endless =
        superOffice.enter("Evigvarende", DAY.atTime(9, 0), DAY.plusYears(8).atTime(9, 0), Map.of());
    superOffice.enter("Etterpå", DAY.atTime(16, 0), DAY.atTime(17, 0), Map.of());

    awaitItem("Etterpå");
    eventually(() -> !holds(endless).isEmpty());

    JsonNode hold = holds(endless).get(0);
    assertThat(hold.path("reason").asText()).isEqualTo("UNMAPPABLE");
    assertThat(hold.path("detail").asText()).contains("longer than five years");
    assertThat(outlook.find("Evigvarende")).isEmpty();
    superOffice.remove(endless);
  }

  @Test
  void aMeetingWithAKnownGuestIsABookingAndOneWithAStrangerAPlainAppointment() throws Exception {
    String known =
        text(
            "SELECT MIN(e.email_address) FROM crm7.Email e JOIN crm7.person p"
                + " ON p.person_id=e.person_id LEFT JOIN crm7.associate a"
                + " ON a.person_id=p.person_id WHERE a.associate_id IS NULL AND e.rank=1");
    meet("Møte med kunde", 12, known);
    meet("Møte med fremmed", 14, "gjest@ukjent.example");

    DiaryEntry booked = awaitEntry("Møte med kunde");
    DiaryEntry plain = awaitEntry("Møte med fremmed");

    String mother = "SELECT mother_id FROM crm7.appointment WHERE appointment_id=";
    assertThat(number(mother + booked.id())).isEqualTo(booked.id());
    assertThat(
            number(
                "SELECT COUNT(*) FROM crm7.appointment WHERE associate_id=0 AND type=1 AND status=1"
                    + " AND invitedPersonId<>0 AND mother_id="
                    + booked.id()))
        .isOne();
    assertThat(number(mother + plain.id())).isZero();
    for (DiaryEntry each : List.of(booked, plain)) {
      assertThat(explain("recordId=" + each.id()).path("now").path("reason").asText())
          .isEqualTo("UNCHANGED");
    }
  }

  private static void meet(String subject, int hour, String guest) {
    Map<String, Object> meeting = new HashMap<>(timed(subject, hour));
    meeting.put("attendees", List.of(guest));
    outlook.create(meeting);
  }

  private static String text(String sql) throws SQLException {
    try (var statement = crm.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void whenBothSidesAreInStepNothingIsPlanned() throws Exception {
    outlook.create(timed("Siste avtale", 18));
    awaitEntry("Siste avtale");
    settle();

    for (String mode : List.of("changes", "full")) {
      JsonNode plan = system.admin().post("/mailboxes/" + mailbox + "/plan?mode=" + mode, Map.of());
      assertThat(plan.path("items")).as(mode).isEmpty();
    }
  }

  @Test
  void badInputIsAnsweredByAProblemDocumentThatSaysWhatToDo() {
    var noAddress = system.send("POST", "/mailboxes", Map.of("associateId", 2, "address", "Ola"));
    var noAssociate =
        system.send("POST", "/mailboxes", Map.of("associateId", 4711, "address", "a@b.example"));
    var linked = system.send("POST", "/mailboxes", Map.of("associateId", KARI, "address", ADDRESS));
    var unknown = system.send("GET", "/mailboxes/999", Map.of());
    var wrongSetting =
        system.send("PUT", "/settings", Map.of("values", Map.of("window.back", "soon")));

    assertThat(noAddress.status()).isEqualTo(400);
    assertThat(noAddress.body().path("violations").toString()).contains("address");
    assertThat(noAssociate.status()).isEqualTo(400);
    assertThat(noAssociate.text()).contains("no user or resource of SuperOffice");
    assertThat(linked.status()).isEqualTo(409);
    assertThat(linked.body().path("detail").asText()).contains("Unlink that one first");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(wrongSetting.text()).contains("a whole number from 0 to 3650");
    for (var answer : List.of(noAddress, noAssociate, linked, unknown, wrongSetting)) {
      assertThat(answer.body().path("type").asText()).startsWith("/problems/");
      assertThat(answer.body().path("detail").asText()).isNotEmpty();
    }
  }

  @Test
  void aViewerMayReadButNotWriteAndNobodyIsToldASecret() {
    var viewer = system.as(DemoUsers.VIEWER);
    Optional<Object> nothing = Optional.of(Map.of());

    assertThat(viewer.get("/mailboxes").path("items")).isNotEmpty();
    for (String path :
        List.of("/jobs/appointments/executions", "/mailboxes", "/mailboxes/" + mailbox + "/plan")) {
      assertThat(viewer.send("POST", path, nothing).status()).as(path).isEqualTo(403);
    }
    for (String path : List.of("/connection", "/settings", "/about", "/mailboxes", "/journal")) {
      assertThat(system.admin().get(path).toString())
          .as(path)
          .doesNotContain(SimulatorProcess.SERVICE_PASSWORD);
    }
  }

  private static void settle() {
    eventually(
        () ->
            system
                .admin()
                .post("/mailboxes/" + mailbox + "/plan", Map.of())
                .path("items")
                .isEmpty());
  }

  private static Map<String, Object> timed(String subject, int hour) {
    return Map.of("subject", subject, "start", time(DAY, hour), "end", time(DAY, hour + 1));
  }

  private static Map<String, Object> allDay(String subject, LocalDate first, LocalDate last) {
    return Map.of(
        "subject", subject, "is_all_day", true, "start", first.toString(), "end", last.toString());
  }

  private static String time(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(OSLO).toOffsetDateTime().toString();
  }

  private static String utc(LocalDate day, int hour, int minute) {
    return day.atTime(hour, minute).atZone(OSLO).toInstant().toString();
  }

  private static DiaryEntry awaitEntry(String title) {
    eventually(() -> DiaryEntry.named(crm, KARI, title).size() == 1);
    try {
      return DiaryEntry.named(crm, KARI, title).get(0);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DiaryEntry entry(DiaryEntry before) throws SQLException {
    return DiaryEntry.diary(crm, KARI).stream()
        .filter(e -> e.id() == before.id())
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode awaitItem(String subject) {
    eventually(() -> outlook.named(subject).size() == 1);
    return item(subject);
  }

  private static JsonNode item(String subject) {
    return outlook.find(subject).orElseThrow();
  }

  private static JsonNode same(JsonNode item) {
    return same(item.path("id").asText());
  }

  private static JsonNode same(String id) {
    return outlook.items().stream()
        .filter(i -> i.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> holds(int record) {
    return WholeSystem.items(system.admin().get("/holds?limit=200")).stream()
        .filter(hold -> hold.path("recordId").asInt() == record)
        .toList();
  }

  private static String journal(int record) {
    return WholeSystem.items(system.admin().get("/journal?limit=200")).stream()
        .filter(line -> line.path("recordId").asInt() == record)
        .toList()
        .toString();
  }

  private static JsonNode explain(String what) {
    return system.admin().get("/mailboxes/" + mailbox + "/explain?" + what);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static int number(String sql) throws SQLException {
    try (var statement = crm.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void eventually(Callable<Boolean> condition) {
    await().atMost(SOON).pollInterval(Duration.ofMillis(300)).until(condition);
  }
}

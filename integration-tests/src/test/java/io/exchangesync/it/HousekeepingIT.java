package io.exchangesync.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.exchangesync.demo.launch.AdminClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
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

/** Job housekeeping in the deployed application: what it lets grow, forgets and refuses. */
class HousekeepingIT {
  private static final int KARI = 1;
  private static final String ADDRESS = "kari.haugen@fjordline.example";
  private static final String JOB = "/jobs/housekeeping/executions";
  private static final LocalDate DAY = LocalDate.now(ZoneOffset.UTC).plusDays(3);
  private static final Duration SOON = Duration.ofSeconds(40);

  private static WholeSystem system;
  private static Connection database;
  private static int mailbox;

  @BeforeAll
  static void linkAUser() throws Exception {
    OutlookUser.assumeAvailable();
    system = new WholeSystem("housekeeping", 11);
    system.start();
    system.every(1, 1);
    database = system.connect();
    mailbox = system.link(KARI, ADDRESS);
    eventually(() -> system.state(mailbox).equals("ACTIVE"));
  }

  @AfterAll
  static void stop() {
    if (system != null) {
      system.close();
    }
  }

  @Test
  void itIsShownWithItsTimerAndRunsOnceADay() {
    JsonNode shown =
        WholeSystem.items(system.admin().get("/jobs")).stream()
            .filter(job -> job.path("name").asText().equals("housekeeping"))
            .findFirst()
            .orElseThrow();
    assertThat(shown.path("timer").path("enabled").asBoolean()).isTrue();
    assertThat(shown.path("timer").path("intervalSeconds").asInt()).isEqualTo(86_400);
    AdminClient.Answer refused =
        system.send(
            "PUT",
            "/schedule",
            Map.of(
                "paused",
                false,
                "jobs",
                List.of(Map.of("job", "housekeeping", "enabled", true, "intervalSeconds", 60))));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("housekeeping.at");
  }

  @Test
  void itTakesNoParameters() {
    assertThat(system.send("POST", JOB, Map.of("dryRun", true)).status()).isEqualTo(400);
    assertThat(system.send("POST", JOB, Map.of("mailboxes", List.of(mailbox))).status())
        .isEqualTo(400);
  }

  @Test
  void itForgetsWhatIsOldAndKeepsTheRest() throws Exception {
    Instant now = Instant.now();
    journal(900_001, now.minus(Duration.ofDays(91)));
    journal(900_002, now.minus(Duration.ofDays(89)));
    journal(900_003, now.minus(Duration.ofDays(20)));
    olderByAWeek();
    String old = "exsync.JOB_INSTANCE WHERE JOBINSTANCEID <= " + newestInstance();
    assertThat(kept().path("history").asText())
        .startsWith("journal 1,")
        .doesNotContain("executions 0");
    assertThat(count("crm7.exsync_journal WHERE exsync_journal_id > 900000")).isEqualTo(2);
    assertThat(count(old)).isZero();

    system.admin().put("/settings", Map.of("values", Map.of("journal.retention-days", "30")));
    assertThat(kept().path("history").asText()).startsWith("journal 1,");
    assertThat(count("crm7.exsync_journal WHERE exsync_journal_id > 900000")).isEqualTo(1);
  }

  @Test
  void anEndlessSeriesReachesTheEndOfTheWindowAgain() throws Exception {
    system
        .outlook(ADDRESS)
        .create(
            Map.of(
                "subject",
                "Alltid",
                "start",
                time(DAY, 8),
                "end",
                time(DAY, 9),
                "daily",
                "endless"));
    LocalDate end = LocalDate.now(ZoneId.of("Europe/Oslo")).plusDays(120);
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(last("Alltid")).isEqualTo(end.atTime(8, 0)));
    theWindowMovesByTenDays();

    eventually(() -> !kept().path("series").asText().startsWith("0"));
    eventually(() -> last("Alltid").equals(end.plusDays(10).atTime(8, 0)));
    assertThat(kept().path("series").asText()).isEqualTo("0 series grow");
  }

  @Test
  void aChangedSettingIsReappliedWhenAskedForAndNotBefore() throws Exception {
    new SuperOfficeUser(system.connect(), KARI)
        .enter("Budsjett", DAY.atTime(12, 0), DAY.atTime(13, 0), Map.of());
    eventually(() -> categories("Budsjett").equals("[\"SuperOffice Appointment\"]"));

    JsonNode answer =
        system
            .admin()
            .put("/settings", Map.of("values", Map.of("category.appointment", "fixed:Arbeid")));
    JsonNode offer = answer.path("reapply");
    assertThat(offer.path("settings").toString()).isEqualTo("[\"category.appointment\"]");
    assertThat(offer.path("mailboxes").asInt()).isEqualTo(1);
    Thread.sleep(8_000);
    assertThat(categories("Budsjett")).isEqualTo("[\"SuperOffice Appointment\"]");

    JsonNode plan = system.admin().post("/mailboxes/" + mailbox + "/plan?mode=reapply", Map.of());
    assertThat(plan.path("counts").toString()).contains("REAPPLIED");
    assertThat(plan.path("items").toString()).contains("Arbeid");
    assertThat(categories("Budsjett")).isEqualTo("[\"SuperOffice Appointment\"]");

    AdminClient.Answer asked = system.send("POST", offer.path("at").asText(), Map.of());
    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.body().path("mailboxes").asInt()).isEqualTo(1);
    eventually(() -> categories("Budsjett").equals("[\"Arbeid\"]"));
    assertThat(
            system
                .admin()
                .put("/settings", Map.of("values", Map.of("brakes.deletes-count", "60")))
                .has("reapply"))
        .isFalse();
  }

  private static String categories(String subject) {
    List<JsonNode> items = system.outlook(ADDRESS).named(subject);
    return items.isEmpty() ? "" : items.get(0).path("categories").toString();
  }

  /** As if days had gone by: the setting changes where no comparison is asked for. */
  private static void theWindowMovesByTenDays() throws SQLException {
    try (var insert =
        database.prepareStatement(
            "INSERT INTO crm7.exsync_setting"
                + " (exsync_setting_id, associate_id, setting_key, setting_value)"
                + " VALUES (900001, 0, 'window.ahead', '130')")) {
      insert.executeUpdate();
    }
  }

  /** Runs the job and answers what its steps say. */
  private static JsonNode kept() {
    String address =
        await()
            .atMost(SOON)
            .until(() -> system.send("POST", JOB, Map.of()), answer -> answer.status() == 202)
            .location()
            .orElseThrow()
            .toString();
    String execution = address.substring(address.indexOf("/executions/"));
    eventually(() -> system.admin().get(execution).path("status").asText().equals("COMPLETED"));
    return system.admin().get(execution).path("results");
  }

  private static void journal(int id, Instant at) throws SQLException {
    try (var insert =
        database.prepareStatement(
            "INSERT INTO crm7.exsync_journal (exsync_journal_id, run_id, mailbox_id, kind,"
                + " link_key, record_id, item_id, item_hash, decision, reason, effect,"
                + " before_image, after_image, confidential, happened_at)"
                + " VALUES (?, 0, 4711, 'APPOINTMENT', 0, 0, '', '', 'Align', 'UNCHANGED', 0, '',"
                + " '', 0, ?)")) {
      insert.setInt(1, id);
      insert.setTimestamp(2, Timestamp.from(at));
      insert.executeUpdate();
    }
  }

  /** What has run until now ended eight days ago. */
  private static void olderByAWeek() throws SQLException {
    try (var update =
        database.prepareStatement(
            "UPDATE exsync.JOB_EXECUTION SET ENDTIME = DATEADD(DAY, -8, ENDTIME)"
                + " WHERE ENDTIME IS NOT NULL")) {
      assertThat(update.executeUpdate()).isPositive();
    }
  }

  private static int newestInstance() throws SQLException {
    try (var rows =
        database
            .createStatement()
            .executeQuery(
                "SELECT MAX(JOBINSTANCEID) FROM exsync.JOB_EXECUTION WHERE ENDTIME IS NOT NULL")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static int count(String table) throws SQLException {
    try (var rows = database.createStatement().executeQuery("SELECT COUNT(*) FROM " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static LocalDateTime last(String title) throws SQLException {
    return DiaryEntry.named(database, KARI, title).stream()
        .map(DiaryEntry::start)
        .max(LocalDateTime::compareTo)
        .orElse(LocalDateTime.MIN);
  }

  private static String time(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(ZoneId.of("Europe/Oslo")).toOffsetDateTime().toString();
  }

  private static void eventually(Callable<Boolean> condition) {
    await().atMost(SOON).pollInterval(Duration.ofMillis(300)).until(condition);
  }
}

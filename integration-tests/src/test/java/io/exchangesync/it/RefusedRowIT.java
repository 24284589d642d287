package io.exchangesync.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.exchangesync.demo.launch.SimulatorProcess;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** One row that SuperOffice's database does not take stops nothing else, and is told. */
class RefusedRowIT {
  private static final int KARI = 1;
  private static final String ADDRESS = "kari.haugen@fjordline.example";
  private static final LocalDate DAY = LocalDate.now(ZoneOffset.UTC).plusDays(10);
  private static final Duration SOON = Duration.ofSeconds(40);

  @Test
  void theRestIsSynchronizedTheRowWaitsInAHoldAndGoesOnWhenReleased() throws Exception {
    OutlookUser.assumeAvailable();
    try (var system = new WholeSystem("refused-row", 3)) {
      system.start();
      system.every(1, 1);
      int mailbox = system.link(KARI, ADDRESS);
      eventually(() -> system.state(mailbox).equals("ACTIVE"));
      try (Connection crm = system.connect()) {
        synchronize(system, crm, mailbox);
      }
    }
  }

  private static void synchronize(WholeSystem system, Connection crm, int mailbox)
      throws SQLException {
    OutlookUser outlook =
        OutlookUser.ofCalendar(system.simulator().ews(), ADDRESS, SimulatorProcess.USER_PASSWORD);
    execute(
        crm,
        "ALTER TABLE crm7.appointment ADD CONSTRAINT no_cellar"
            + " CHECK (location IS NULL OR location <> 'Cellar')");
    outlook.create(item("Befaring", "Kaia 3", 9));
    outlook.create(item("Vinsmaking", "Cellar", 11));
    outlook.create(item("Lunsj", "Torget", 13));

    eventually(() -> rows(crm, "Befaring") == 1 && rows(crm, "Lunsj") == 1);
    eventually(() -> holds(system).size() == 1);
    JsonNode hold = holds(system).get(0);
    assertThat(hold.path("reason").asText()).isEqualTo("REFUSED_BY_DATABASE");
    assertThat(hold.path("detail").asText())
        .containsIgnoringCase("no_cellar")
        .doesNotContain("INSERT");
    JsonNode seen = system.admin().get("/mailboxes/" + mailbox);
    assertThat(seen.path("state").asText()).isEqualTo("ACTIVE");
    assertThat(seen.path("lastProblem").asText()).contains("one appointment");

    outlook.create(item("Middag", "Bryggen", 17));
    eventually(() -> rows(crm, "Middag") == 1);
    assertThat(rows(crm, "Vinsmaking")).isZero();
    assertThat(outlook.named("Vinsmaking")).hasSize(1);
    assertThat(system.executions())
        .extracting(execution -> execution.path("status").asText())
        .doesNotContain("FAILED");
    assertThat(holds(system)).hasSize(1);

    execute(crm, "ALTER TABLE crm7.appointment DROP CONSTRAINT no_cellar");
    int id = hold.path("id").asInt();
    assertThat(system.send("POST", "/holds/" + id + "/release", Map.of()).succeeded()).isTrue();
    eventually(() -> rows(crm, "Vinsmaking") == 1);
    eventually(() -> system.admin().get("/holds/" + id).path("state").asText().equals("CLOSED"));
    assertThat(outlook.named("Vinsmaking")).hasSize(1);
    outlook.create(item("Kveldstur", "Fløyen", 19));
    eventually(() -> rows(crm, "Kveldstur") == 1);
    eventually(() -> !system.admin().get("/mailboxes/" + mailbox).hasNonNull("lastProblem"));
  }

  private static Map<String, Object> item(String subject, String location, int hour) {
    return Map.of(
        "subject", subject, "location", location, "start", time(hour), "end", time(hour + 1));
  }

  private static String time(int hour) {
    return DAY.atTime(hour, 0).atZone(ZoneId.of("Europe/Oslo")).toOffsetDateTime().toString();
  }

  private static List<JsonNode> holds(WholeSystem system) {
    return WholeSystem.items(system.admin().get("/holds?limit=200&reason=REFUSED_BY_DATABASE"));
  }

  private static int rows(Connection crm, String title) throws SQLException {
    return DiaryEntry.named(crm, KARI, title).size();
  }

  private static void execute(Connection crm, String sql) throws SQLException {
    try (var statement = crm.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void eventually(Callable<Boolean> condition) {
    await().atMost(SOON).pollInterval(Duration.ofMillis(300)).until(condition);
  }
}

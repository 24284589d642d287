package io.exchangesync.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.exchangesync.demo.launch.AdminClient;
import io.exchangesync.demo.launch.MailboxSeed;
import io.exchangesync.demo.launch.SeedItem;
import io.exchangesync.demo.launch.SimulatorProcess;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs as an administrator sees and steers them, from outside. */
class JobsIT {
  private static final int KARI = 1;
  private static final int OLA = 2;
  private static final String KARIS = "kari.haugen@fjordline.example";
  private static final String OLAS = "ola.andersen@fjordline.example";
  private static final String START = "/jobs/appointments/executions";
  private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "STOPPED", "ABANDONED");
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final LocalDateTime DAY = LocalDate.now(ZoneOffset.UTC).plusDays(5).atTime(8, 0);
  private static final int HOUR = 3600;

  private static WholeSystem system;
  private static Connection crm;
  private static SuperOfficeUser superOffice;
  private static int karis;

  @BeforeAll
  static void linkAUser() throws Exception {
    system = new WholeSystem("jobs", 2);
    system.start();
    system.every(1, 1);
    crm = system.connect();
    superOffice = new SuperOfficeUser(system.connect(), KARI);
    karis = system.link(KARI, KARIS);
    eventually(() -> system.state(karis).equals("ACTIVE"));
  }

  @AfterAll
  static void stop() {
    if (system != null) {
      system.close();
    }
  }

  @BeforeEach
  void quiet() {
    system.simulator().control("DELETE", "/faults", Map.of());
    system.schedule(1, WholeSystem.Timer.OFF);
    eventually(() -> system.executions().stream().allMatch(e -> ENDED.contains(status(e))));
  }

  @Test
  void theTimerStartsTheJobOnlyWhenWorkIsDue() throws Exception {
    system.every(1, HOUR);
    system.admin().post("/mailboxes/" + karis + "/sync", Map.of());
    eventually(() -> nextRun(karis).isAfter(Instant.now().plusSeconds(HOUR / 2)));
    long before = newest();

    Thread.sleep(4000);
    assertThat(newest()).as("an execution without work").isEqualTo(before);

    superOffice.enter("Arbeid", DAY, DAY.plusHours(1), Map.of());
    eventually(() -> newest() > before);
  }

  @Test
  void aJobStartedNowIsFollowedToItsEndAndToldWithCounts() throws Exception {
    superOffice.enter("Nå", DAY.plusHours(1), DAY.plusHours(2), Map.of());
    var answer = start(Map.of("mailboxes", List.of(karis)));

    assertThat(answer.status()).isEqualTo(202);
    JsonNode execution = follow(location(answer));

    assertThat(status(execution)).isEqualTo("COMPLETED");
    assertThat(execution.path("mailboxes").path(0).path("mailboxId").asInt()).isEqualTo(karis);
    var model = new ManagementModel(system.processes().server().console());
    JsonNode shown = model.executions("appointments").path(execution.path("id").asText());
    assertThat(shown.path("batch-status").asText()).isEqualTo("COMPLETED");
  }

  @Test
  void aDryRunCountsAndWritesNothing() throws Exception {
    int before = requests("CreateItem");
    superOffice.enter("Prøve", DAY.plusHours(2), DAY.plusHours(3), Map.of());

    JsonNode execution =
        follow(
            location(start(Map.of("mailboxes", List.of(karis), "mode", "full", "dryRun", true))));

    assertThat(execution.path("counts").toString()).contains("CreateInMailbox", "NEW_IN_CRM");
    assertThat(requests("CreateItem")).isEqualTo(before);
  }

  @Test
  void aSecondStartIsRefusedAndAStoppedJobGoesOnWhenItIsRestarted() throws Exception {
    fill("stop@fjordline.example");
    delay(1500);
    int mailbox = system.link(3, "stop@fjordline.example");
    String first = location(start(Map.of()));
    eventually(() -> requests("GetItem", "stop@fjordline.example") > 0);

    var second = start(Map.of());
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body().path("detail").asText()).isNotEmpty();

    system.admin().post(first + "/stop", Map.of());
    JsonNode stopped = follow(first);
    assertThat(status(stopped)).isEqualTo("STOPPED");
    assertThat(system.state(mailbox)).isEqualTo("FIRST_LINK");

    system.simulator().control("DELETE", "/faults", Map.of());
    var restarted = system.send("POST", first + "/restart", Map.of());
    assertThat(restarted.status()).isEqualTo(202);
    assertThat(status(follow(location(restarted)))).isEqualTo("COMPLETED");
    eventually(() -> system.state(mailbox).equals("ACTIVE"));
    assertThat(DiaryEntry.diary(crm, 3).stream().filter(e -> e.title().startsWith("Post ")))
        .extracting(DiaryEntry::title)
        .hasSize(120)
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsPausedWaits() throws Exception {
    system.admin().send("PATCH", "/mailboxes/" + karis, Optional.of(Map.of("paused", true)));
    system.every(1, 1);
    int id = superOffice.enter("Pause", DAY.plusHours(3), DAY.plusHours(4), Map.of());
    Thread.sleep(3000);

    assertThat(stamp(id)).isEmpty();
    var refused = system.send("POST", "/mailboxes/" + karis + "/sync", Map.of());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("detail").asText()).contains("Resume it first");

    system.admin().send("PATCH", "/mailboxes/" + karis, Optional.of(Map.of("paused", false)));
    eventually(() -> !stamp(id).isEmpty());
  }

  @Test
  void aMailboxWithAWrongAddressFailsAloneWithPlainText() throws Exception {
    int wrong =
        system
            .admin()
            .post("/mailboxes", Map.of("associateId", OLA, "address", "nobody@fjordline.example"))
            .get("id")
            .asInt();
    system.every(1, 1);
    int id = superOffice.enter("Alene", DAY.plusHours(4), DAY.plusHours(5), Map.of());

    eventually(() -> !stamp(id).isEmpty());
    eventually(() -> system.state(wrong).equals("FAILED"));
    JsonNode failed = system.admin().get("/mailboxes/" + wrong);
    assertThat(failed.path("lastProblem").asText()).isNotEmpty().doesNotContain("Exception");
    assertThat(system.state(karis)).isEqualTo("ACTIVE");

    system.simulator().addMailbox(OLAS, "Ola Andersen");
    system.admin().send("PATCH", "/mailboxes/" + wrong, Optional.of(Map.of("address", OLAS)));
    system.admin().post("/mailboxes/" + wrong + "/sync", Map.of());
    eventually(() -> system.state(wrong).equals("ACTIVE"));
  }

  @Test
  void whenExchangeIsDownTheWorkWaitsAndHealsByItself() throws Exception {
    system.every(1, 1);
    system.simulator().process().kill();
    int id;
    try {
      id = superOffice.enter("Nede", DAY.plusHours(5), DAY.plusHours(6), Map.of());
      Thread.sleep(4000);
      assertThat(stamp(id)).isEmpty();
    } finally {
      system.simulator().start();
    }

    await().atMost(Duration.ofSeconds(90)).until(() -> !stamp(id).isEmpty());
    assertThat(system.state(karis)).isEqualTo("ACTIVE");
  }

  private static AdminClient.Answer start(Map<String, Object> request) {
    return system.send("POST", START, request);
  }

  private static String location(AdminClient.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    String address = answer.location().orElseThrow().toString();
    return address.substring(address.indexOf("/executions/"));
  }

  private static JsonNode follow(String execution) {
    eventually(() -> ENDED.contains(status(system.admin().get(execution))));
    return system.admin().get(execution);
  }

  private static String status(JsonNode execution) {
    return execution.path("status").asText();
  }

  private static long newest() {
    return system.executions().stream().mapToLong(e -> e.path("id").asLong()).max().orElse(0);
  }

  private static Instant nextRun(int mailbox) {
    JsonNode work = system.admin().get("/mailboxes/" + mailbox).path("work").path(0);
    return Instant.parse(work.path("nextRun").asText("1970-01-01T00:00:00Z"));
  }

  private static String stamp(int record) throws Exception {
    return DiaryEntry.diary(crm, KARI).stream()
        .filter(entry -> entry.id() == record)
        .findFirst()
        .orElseThrow()
        .stamp();
  }

  private static int requests(String operation) {
    int sum = 0;
    for (JsonNode mailbox : system.simulator().stats().path("operations").path(operation)) {
      sum += mailbox.path("requests").asInt();
    }
    return sum;
  }

  private static int requests(String operation, String mailbox) {
    JsonNode operations = system.simulator().stats().path("operations");
    return operations.path(operation).path(mailbox).path("requests").asInt();
  }

  private static void fill(String address) {
    system.simulator().addMailbox(address, address);
    new MailboxSeed(
            system.simulator().ews(),
            SimulatorProcess.SERVICE_USER,
            SimulatorProcess.SERVICE_PASSWORD)
        .create(address, IntStream.range(0, 120).mapToObj(JobsIT::post).toList());
  }

  private static SeedItem post(int n) {
    LocalDateTime start = DAY.plusHours(n);
    return new SeedItem(
        "Post " + n,
        start,
        start.plusMinutes(30),
        false,
        "",
        "",
        List.of(),
        "Normal",
        "Busy",
        OptionalInt.empty());
  }

  private static void delay(int milliseconds) {
    system
        .simulator()
        .control(
            "POST",
            "/faults",
            Map.of(
                "effect",
                "delay",
                "milliseconds",
                milliseconds,
                "mailbox",
                "stop@fjordline.example",
                "times",
                1_000_000));
  }

  private static void eventually(Callable<Boolean> condition) {
    await().atMost(SOON).pollInterval(Duration.ofMillis(200)).until(condition);
  }
}

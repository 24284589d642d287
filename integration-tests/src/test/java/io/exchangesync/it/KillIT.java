package io.exchangesync.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.exchangesync.demo.launch.MailboxSeed;
import io.exchangesync.demo.launch.SeedItem;
import io.exchangesync.demo.launch.SimulatorProcess;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The server is killed (SIGKILL) three times in the middle of the first synchronization of 560
 * appointments of two users, half of them on each side; in the end each stands once on both sides.
 */
class KillIT {
  private static final Map<Integer, String> USERS =
      Map.of(1, "kari.haugen@fjordline.example", 2, "ola.andersen@fjordline.example");
  private static final int EACH = 140;
  private static final int KILLS = 3;
  private static final Set<String> UNFINISHED = Set.of("STARTING", "STARTED", "STOPPING");
  private static final LocalDateTime FIRST =
      LocalDate.now(ZoneOffset.UTC).minusDays(20).atTime(8, 0);

  @Test
  void aKilledFirstSynchronizationLosesNothingAndDoublesNothing() throws Exception {
    OutlookUser.assumeAvailable();
    long seed = System.nanoTime();
    System.out.println("KillIT: seed " + seed);
    Random random = new Random(seed);
    try (var system = new WholeSystem("kill", 1)) {
      system.start();
      system.every(1, 2);
      enterIntoBothSides(system);
      slowDown(system);
      List<Integer> mailboxes = new ArrayList<>();
      USERS.forEach((associate, address) -> mailboxes.add(system.link(associate, address)));

      for (int kill = 1; kill <= KILLS; kill++) {
        killInTheMiddle(system, random, kill);
        assertThat(links(system)).as("links at kill " + kill).isLessThan(2 * 2 * EACH);
        system.processes().server().start();
        system.processes().server().awaitHealthy();
      }
      system.simulator().control("DELETE", "/faults", Map.of());

      await()
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> mailboxes.stream().allMatch(id -> system.state(id).equals("ACTIVE")));
      assertThatBothSidesHoldEachOnce(system);
      assertThatNothingIsLeft(system, mailboxes);
      assertThat(system.mailsSent()).isZero();
    }
  }

  /** Kills after a random number of items has been written, at a random moment of a chunk. */
  private static void killInTheMiddle(WholeSystem system, Random random, int kill)
      throws Exception {
    int before = written(system);
    int more = 5 + random.nextInt(80);
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> written(system) >= before + more);
    Thread.sleep(random.nextInt(500));
    system.processes().server().kill();
    System.out.printf(
        "KillIT: kill %d after %d items written in Exchange, %d links committed%n",
        kill, written(system), links(system));
  }

  private static void enterIntoBothSides(WholeSystem system) throws SQLException {
    var seed =
        new MailboxSeed(
            system.simulator().ews(),
            SimulatorProcess.SERVICE_USER,
            SimulatorProcess.SERVICE_PASSWORD);
    for (var user : USERS.entrySet()) {
      system.simulator().addMailbox(user.getValue(), user.getValue());
      seed.create(user.getValue(), IntStream.range(0, EACH).mapToObj(KillIT::item).toList());
      try (Connection connection = system.connect()) {
        var superOffice = new SuperOfficeUser(connection, user.getKey());
        for (int n = 0; n < EACH; n++) {
          LocalDateTime start = FIRST.plusHours(7L * n).plusMinutes(30);
          superOffice.enter(row(n), start, start.plusMinutes(30), Map.of());
        }
      }
    }
  }

  private static SeedItem item(int n) {
    LocalDateTime start = FIRST.plusHours(7L * n);
    return new SeedItem(
        "Item " + n,
        start,
        start.plusMinutes(30),
        false,
        "<p>Text " + n + "</p>",
        "Room",
        List.of(),
        "Normal",
        "Busy",
        OptionalInt.empty());
  }

  private static String row(int n) {
    return "Row " + n;
  }

  private static void slowDown(WholeSystem system) {
    for (String operation : List.of("CreateItem", "UpdateItem", "GetItem")) {
      system
          .simulator()
          .control(
              "POST",
              "/faults",
              Map.of(
                  "effect",
                  "delay",
                  "milliseconds",
                  300,
                  "operation",
                  operation,
                  "times",
                  1_000_000));
    }
  }

  private static int written(WholeSystem system) {
    JsonNode operations = system.simulator().stats().path("operations");
    int sum = 0;
    for (String operation : List.of("CreateItem", "UpdateItem")) {
      for (JsonNode mailbox : operations.path(operation)) {
        sum += mailbox.path("items").asInt();
      }
    }
    return sum;
  }

  private static int links(WholeSystem system) throws SQLException {
    try (var connection = system.connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery("SELECT COUNT(*) FROM crm7.exsync_link WHERE state='LIVE'")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void assertThatBothSidesHoldEachOnce(WholeSystem system) throws SQLException {
    List<String> wanted = new ArrayList<>();
    IntStream.range(0, EACH).forEach(n -> wanted.addAll(List.of("Item " + n, row(n))));
    try (Connection crm = system.connect()) {
      for (var user : USERS.entrySet()) {
        Set<String> ours = Set.copyOf(wanted);
        List<DiaryEntry> diary =
            DiaryEntry.diary(crm, user.getKey()).stream()
                .filter(entry -> ours.contains(entry.title()))
                .toList();
        List<JsonNode> calendar =
            system.outlook(user.getValue()).items().stream()
                .filter(item -> ours.contains(item.path("subject").asText()))
                .toList();

        assertThat(diary).extracting(DiaryEntry::title).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(calendar)
            .extracting(item -> item.path("subject").asText())
            .containsExactlyInAnyOrderElementsOf(wanted);
        Map<String, String> stamps =
            diary.stream().collect(Collectors.toMap(DiaryEntry::title, DiaryEntry::stamp));
        assertThat(new TreeSet<>(stamps.values())).hasSize(2 * EACH).doesNotContain("");
        for (JsonNode item : calendar) {
          String subject = item.path("subject").asText();
          assertThat(item.path("stamp").asText()).as(subject).isEqualTo(stamps.get(subject));
        }
      }
    }
  }

  private static void assertThatNothingIsLeft(WholeSystem system, List<Integer> mailboxes) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              for (int mailbox : mailboxes) {
                for (String mode : List.of("changes", "full")) {
                  assertThat(plan(system, mailbox, mode).path("items")).as(mode).isEmpty();
                }
              }
            });
    system.schedule(1, WholeSystem.Timer.OFF);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(system.executions())
                    .noneMatch(
                        execution -> UNFINISHED.contains(execution.path("status").asText())));
  }

  private static JsonNode plan(WholeSystem system, int mailbox, String mode) {
    return system.admin().post("/mailboxes/" + mailbox + "/plan?mode=" + mode, Map.of());
  }
}

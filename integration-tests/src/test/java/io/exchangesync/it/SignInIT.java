package io.exchangesync.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.exchangesync.demo.launch.AdminClient;
import io.exchangesync.demo.launch.DemoUsers;
import io.exchangesync.demo.launch.SimulatorProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Sign-in as an application, its rotation, and several connections, in the whole system. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignInIT {
  private static final int KARI = 1;
  private static final int ANDERS = 2;
  private static final String KARIS = "kari.haugen@fjordline.example";
  private static final String ANDERS_OWN = "anders.dahl@fjordline.example";
  private static final String TENANT = "fjordline.example";
  private static final String CLIENT = "7f0c2a4e-1111-4222-8333-944445555666";
  private static final String SECRET = "first-Sekret-of-the-application";
  private static final String NEXT_SECRET = "second-Sekret-of-the-application";
  private static final Duration SOON = Duration.ofSeconds(60);

  private static WholeSystem system;
  private static int mailbox;

  @BeforeAll
  static void start() throws IOException {
    system = new WholeSystem("sign-in", 12);
    system.start();
    system.every(1, 2);
    register(SECRET);
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  @Order(1)
  void anApplicationSignsInAndItsSecretIsNotShown() {
    JsonNode saved = system.admin().put("/connection", application(Optional.of(SECRET)));
    assertThat(saved.path("signIn").asText()).isEqualTo("CLIENT_SECRET");
    assertThat(saved.path("secretSet").asBoolean()).isTrue();
    system.simulator().addMailbox(KARIS, KARIS);
    JsonNode tested = system.admin().post("/connection/test", Map.of("address", KARIS));
    assertThat(tested.path("passed").asBoolean()).as(tested.toPrettyString()).isTrue();
  }

  @Test
  @Order(2)
  void tokensThatEndInTheMiddleOfARunLoseAndRepeatNothing() throws Exception {
    int entered = 60;
    try (Connection crm = system.connect()) {
      SuperOfficeUser kari = new SuperOfficeUser(crm, KARI);
      LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(3);
      for (int i = 0; i < entered; i++) {
        var start = day.plusDays(i / 6).atTime(LocalTime.of(8 + i % 6, 0));
        kari.enter("Token " + i, start, start.plusMinutes(30), Map.of());
      }
      crm.commit();
    }
    int before = issued();
    AtomicBoolean over = new AtomicBoolean();
    Thread expiring = new Thread(() -> expireAgainAndAgain(over), "expiring");
    expiring.start();
    try {
      mailbox = system.link(KARI, KARIS);
      eventually(() -> system.state(mailbox).equals("ACTIVE"));
    } finally {
      over.set(true);
      expiring.join();
    }
    assertThat(issued()).isGreaterThan(before + 2);
    JsonNode plan = system.admin().post("/mailboxes/" + mailbox + "/plan?mode=full", Map.of());
    assertThat(plan.path("counts"))
        .as(plan.toPrettyString())
        .noneMatch(count -> count.path("decision").asText().startsWith("Create"));
    assertThat(links()).isGreaterThanOrEqualTo(entered);
    assertThat(rows("select count(*) from crm7.text where text like 'Token %'")).isEqualTo(entered);
  }

  @Test
  @Order(3)
  void aSecretIsRotatedWithoutARestart() {
    register(NEXT_SECRET);
    expire();
    system.admin().post("/mailboxes/" + mailbox + "/sync", Map.of());
    eventually(() -> system.state(mailbox).equals("NEEDS_CONSENT"));
    assertThat(system.admin().get("/mailboxes/" + mailbox).path("lastProblem").asText())
        .contains("client secret is wrong")
        .doesNotContain(SECRET);
    system.admin().put("/connection", application(Optional.of(NEXT_SECRET)));
    eventually(() -> system.state(mailbox).equals("ACTIVE"));
  }

  @Test
  @Order(4)
  void anotherConnectionHasItsOwnMailboxesAndIsRefusedToGoWhileTheyAreOnIt() {
    AdminClient.Answer made =
        system.send(
            "POST",
            "/connections",
            Map.of(
                "name",
                "Branch",
                "url",
                system.simulator().ews().toString(),
                "user",
                SimulatorProcess.SERVICE_USER,
                "password",
                SimulatorProcess.SERVICE_PASSWORD));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    int branch = made.body().path("id").asInt();
    assertThat(branch).isEqualTo(2);
    system.simulator().addMailbox(ANDERS_OWN, ANDERS_OWN);
    int other =
        system
            .admin()
            .post(
                "/mailboxes",
                Map.of("associateId", ANDERS, "address", ANDERS_OWN, "connection", branch))
            .path("id")
            .asInt();
    eventually(() -> system.state(other).equals("ACTIVE"));
    assertThat(system.admin().get("/connections/" + branch).path("mailboxes").asInt()).isOne();
    assertThat(system.send("DELETE", "/connections/" + branch, Map.of()).status()).isEqualTo(409);
    JsonNode moved = patch(other, Map.of("connection", 1));
    assertThat(moved.path("connection").asInt()).isOne();
    assertThat(system.send("DELETE", "/connections/" + branch, Map.of()).status()).isEqualTo(204);
    assertThat(system.send("GET", "/connections/" + branch, Map.of()).status()).isEqualTo(404);
    assertThat(system.send("PATCH", "/mailboxes/" + other, Map.of("connection", 9)).status())
        .isEqualTo(400);
    JsonNode rights = system.admin().get("/mailboxes/" + other + "/rights");
    assertThat(rights.path("complete").asBoolean()).as(rights.toPrettyString()).isTrue();
  }

  @Test
  @Order(5)
  void wrongInputsAreRefusedWhenTheyAreEntered() {
    Map<String, Object> online = application(Optional.empty());
    online.put("url", "https://outlook.office365.com/EWS/Exchange.asmx");
    assertRefused(online, "clientSecret", "none is stored for this host");
    Map<String, Object> basic =
        Map.of("url", online.get("url"), "user", "a@b.example", "password", "x");
    assertRefused(basic, "url", "1 October 2022");
    Map<String, Object> elsewhere = application(Optional.of(NEXT_SECRET));
    elsewhere.put("authority", "https://login.example.com/contoso.com");
    assertRefused(elsewhere, "authority", "EXSYNC_TRUSTED_AUTHORITIES");
    Map<String, Object> scope = application(Optional.of(NEXT_SECRET));
    scope.put("scope", "https://graph.microsoft.com/.default");
    assertRefused(scope, "scope", "another host");
    Map<String, Object> certificate = application(Optional.empty());
    certificate.put("signIn", "CLIENT_CERTIFICATE");
    certificate.put("certificate", system.simulator().certificate());
    assertRefused(certificate, "certificate", "no private key");
    assertThat(
            new AdminClient(system.processes().server().api(), DemoUsers.VIEWER)
                .send("DELETE", "/connections/1", Optional.empty())
                .status())
        .isEqualTo(403);
  }

  @Test
  @Order(6)
  void noSecretIsInTheLogTheDatabaseOrAnAnswer() throws Exception {
    String log = Files.readString(system.processes().server().process().log());
    assertThat(log).doesNotContain(SECRET, NEXT_SECRET, SimulatorProcess.SERVICE_PASSWORD);
    try (Connection crm = system.connect();
        Statement statement = crm.createStatement();
        ResultSet rows = statement.executeQuery("script simple nosettings")) {
      while (rows.next()) {
        assertThat(rows.getString(1)).doesNotContain(SECRET, NEXT_SECRET);
      }
    }
    for (String path :
        List.of("/connection", "/connections", "/journal?limit=200", "/holds", "/mailboxes")) {
      assertThat(system.send("GET", path, Map.of()).text()).doesNotContain(SECRET, NEXT_SECRET);
    }
  }

  private static void assertRefused(Map<String, Object> connection, String field, String why) {
    AdminClient.Answer answer = system.send("PUT", "/connection", connection);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.body().path("violations").path(0).path("field").asText()).isEqualTo(field);
    assertThat(answer.text()).contains(why);
  }

  private static Map<String, Object> application(Optional<String> secret) {
    Map<String, Object> connection = new HashMap<>();
    connection.put("url", system.simulator().secureEws().toString());
    connection.put("signIn", "CLIENT_SECRET");
    connection.put("authority", "https://" + system.simulator().authorityHost() + "/" + TENANT);
    connection.put("clientId", CLIENT);
    connection.put("trustedCertificates", system.simulator().certificate());
    connection.put("batchSize", 5);
    secret.ifPresent(value -> connection.put("clientSecret", value));
    return connection;
  }

  private static void register(String secret) {
    system
        .simulator()
        .control(
            "POST",
            "/applications",
            Map.of("tenant", TENANT, "clientId", CLIENT, "secrets", List.of(secret)));
  }

  /** Each token ends shortly after its first use. */
  private static void expireAgainAndAgain(AtomicBoolean over) {
    int seen = issued();
    while (!over.get()) {
      expire();
      int last = seen;
      await().atMost(SOON).until(() -> over.get() || issued() > last);
      seen = issued();
      await().pollDelay(Duration.ofMillis(150)).until(() -> true);
    }
  }

  private static void expire() {
    system.simulator().control("POST", "/issued-tokens", Map.of("expireAll", true));
  }

  private static int issued() {
    return system.simulator().control("POST", "/issued-tokens", Map.of()).path("issued").asInt();
  }

  private static int links() {
    return system.admin().get("/mailboxes/" + mailbox).path("links").asInt();
  }

  private static JsonNode patch(int id, Map<String, Object> change) {
    AdminClient.Answer answer = system.send("PATCH", "/mailboxes/" + id, change);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body();
  }

  private static int rows(String sql) throws SQLException {
    try (Connection crm = system.connect();
        Statement statement = crm.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void eventually(Callable<Boolean> condition) {
    await().atMost(SOON).until(condition);
  }
}

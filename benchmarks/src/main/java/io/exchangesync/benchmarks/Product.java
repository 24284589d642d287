package io.exchangesync.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.exchangesync.demo.db.H2Server;
import io.exchangesync.demo.launch.AdminClient;
import io.exchangesync.demo.launch.BuiltFiles;
import io.exchangesync.demo.launch.DemoUsers;
import io.exchangesync.demo.launch.JobRun;
import io.exchangesync.demo.launch.ProcessFailure;
import io.exchangesync.demo.launch.ServerPorts;
import io.exchangesync.demo.launch.SimulatorProcess;
import io.exchangesync.demo.launch.WildFlyProcess;
import io.exchangesync.demo.launch.WildFlySettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The product as it is delivered: WildFly with the EAR, driven through its admin API.
 *
 * <p>Its timers are paused, so that nothing runs but what is measured.
 */
final class Product implements AutoCloseable {
  static final String JOB = "appointments";

  private static final int INTERVAL_SECONDS = 3600;
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Options options;
  private final WildFlyProcess server;
  private final AdminClient admin;

  /** Starts the server on the stage's database and waits until it is healthy. */
  Product(BuiltFiles built, Options options, Stage stage) {
    this.options = options;
    server =
        new WildFlyProcess(
            new WildFlySettings(
                built.serverHome(),
                stage.folder().resolve("wildfly"),
                ServerPorts.movedBy(options.portOffset()),
                stage.database().applicationUrl(),
                H2Server.USER,
                H2Server.PASSWORD,
                options.heap(),
                Map.of()),
            options.data().resolve("logs").resolve("wildfly.log"));
    admin = new AdminClient(server.api(), DemoUsers.ADMINISTRATOR);
    try {
      server.start();
      server.awaitHealthy();
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** Pauses the timers, says where Exchange is, and lets rows be created in this database. */
  void configure(Stage stage) {
    admin.put(
        "/schedule",
        Map.of(
            "paused",
            true,
            "jobs",
            List.of(Map.of("job", JOB, "enabled", true, "intervalSeconds", INTERVAL_SECONDS))));
    admin.put(
        "/settings",
        Map.of(
            "values",
            Map.of(
                "crm.visible-for", "direct", "poll.interval", String.valueOf(INTERVAL_SECONDS))));
    admin.put(
        "/connection",
        Map.of(
            "url",
            stage.exchange().ews().toString(),
            "user",
            SimulatorProcess.SERVICE_USER,
            "password",
            SimulatorProcess.SERVICE_PASSWORD,
            "batchSize",
            options.batch()));
  }

  /** Links associates to their addresses; they are due from then on. */
  void link(Map<Integer, String> mailboxes) {
    mailboxes.forEach(
        (associate, address) ->
            admin.post("/mailboxes", Map.of("associateId", associate, "address", address)));
  }

  /**
   * Runs the job until every mailbox is in step.
   *
   * @return executions that took
   * @throws ProcessFailure if one does not complete
   */
  int synchronize() {
    int executions = 0;
    do {
      runOnce();
      executions++;
    } while (isAnyWaiting());
    return executions;
  }

  /** Runs the job once for whatever is due. */
  JsonNode runOnce() {
    JsonNode execution = new JobRun(admin, JOB).toEnd(LONGEST);
    if (!execution.path("status").asText().equals("COMPLETED")) {
      throw new ProcessFailure("The job did not complete: " + execution);
    }
    return execution;
  }

  long pid() {
    return JvmMeter.javaOf(server.process().pid().orElseThrow());
  }

  private boolean isAnyWaiting() {
    JsonNode mailboxes = admin.get("/mailboxes?limit=200").path("items");
    for (JsonNode mailbox : mailboxes) {
      String state = mailbox.path("state").asText();
      if (!state.equals("FIRST_LINK") && !state.equals("ACTIVE")) {
        throw new ProcessFailure("A mailbox can't be worked on: " + mailbox);
      }
    }
    return StreamSupport.stream(mailboxes.spliterator(), false)
        .anyMatch(mailbox -> mailbox.path("state").asText().equals("FIRST_LINK"));
  }

  @Override
  public void close() {
    server.close();
  }
}

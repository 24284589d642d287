package io.exchangesync.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.exchangesync.demo.db.H2Server;
import io.exchangesync.demo.launch.AdminClient;
import io.exchangesync.demo.launch.BuiltFiles;
import io.exchangesync.demo.launch.DemoOptions;
import io.exchangesync.demo.launch.DemoProcesses;
import io.exchangesync.demo.launch.DemoUsers;
import io.exchangesync.demo.launch.Folders;
import io.exchangesync.demo.launch.ServerPorts;
import io.exchangesync.demo.launch.SimulatorProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Database, Exchange simulator and server with the deployed EAR as three processes, on ports and
 * with data of their own; everything is done to them from outside.
 */
final class WholeSystem implements AutoCloseable {
  private static final int FIRST = 150;
  private static final int SPACING = 20;

  private final DemoProcesses processes;

  /**
   * @param name of its data folder, which is emptied
   * @param slot from 0: keeps the ports of several of them apart
   */
  WholeSystem(String name, int slot) throws IOException {
    Path data = TestSettings.DATA.resolve(name);
    Folders.delete(data);
    int offset = TestSettings.PORTS.offset(FIRST + slot * SPACING);
    processes =
        new DemoProcesses(
            BuiltFiles.find(),
            new DemoOptions(
                data,
                ServerPorts.movedBy(offset),
                PortBlock.database(offset),
                8085 + offset,
                0,
                0,
                3,
                "1g",
                DemoOptions.Ending.STOP));
  }

  /** Starts everything and tells the product where Exchange is. */
  void start() {
    processes.start();
    admin()
        .put(
            "/connection",
            Map.of(
                "url", simulator().ews().toString(),
                "user", SimulatorProcess.SERVICE_USER,
                "password", SimulatorProcess.SERVICE_PASSWORD));
    admin().put("/settings", Map.of("values", Map.of("crm.visible-for", "direct")));
  }

  /** How often jobs are started and mailboxes are asked. */
  void every(int timerSeconds, int pollSeconds) {
    schedule(timerSeconds, Timer.ON);
    admin()
        .put("/settings", Map.of("values", Map.of("poll.interval", String.valueOf(pollSeconds))));
  }

  /** Whether the timers of the jobs start them. */
  enum Timer {
    ON,
    OFF
  }

  void schedule(int seconds, Timer timer) {
    admin()
        .put(
            "/schedule",
            Map.of(
                "paused",
                false,
                "jobs",
                Stream.of("appointments", "tasks", "contacts", "selections")
                    .map(
                        job ->
                            Map.of(
                                "job",
                                job,
                                "enabled",
                                timer == Timer.ON,
                                "intervalSeconds",
                                seconds))
                    .toList()));
  }

  /** Makes the mailbox in Exchange and links its calendar. */
  int link(int associate, String address) {
    return link(associate, address, List.of("APPOINTMENT"));
  }

  /** Makes the mailbox in Exchange and links what these kinds name. */
  int link(int associate, String address, List<String> kinds) {
    simulator().addMailbox(address, address);
    return admin()
        .post("/mailboxes", Map.of("associateId", associate, "address", address, "kinds", kinds))
        .get("id")
        .asInt();
  }

  String state(int mailbox) {
    return admin().get("/mailboxes/" + mailbox).get("state").asText();
  }

  /** The newest executions of job appointments, newest first. */
  List<JsonNode> executions() {
    return items(admin().get("/jobs/appointments/executions?limit=100"));
  }

  static List<JsonNode> items(JsonNode page) {
    return StreamSupport.stream(page.path("items").spliterator(), false).toList();
  }

  AdminClient admin() {
    return new AdminClient(processes.server().api(), DemoUsers.ADMINISTRATOR);
  }

  AdminClient as(DemoUsers.User user) {
    return new AdminClient(processes.server().api(), user);
  }

  AdminClient.Answer send(String method, String path, Object body) {
    return admin().send(method, path, Optional.of(body));
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        processes.database().jdbcUrl(), H2Server.USER, H2Server.PASSWORD);
  }

  SimulatorProcess simulator() {
    return processes.simulator();
  }

  DemoProcesses processes() {
    return processes;
  }

  OutlookUser outlook(String address) {
    return OutlookUser.ofCalendar(simulator().ews(), address, SimulatorProcess.USER_PASSWORD);
  }

  OutlookUser contactsOf(String address) {
    return OutlookUser.ofContacts(simulator().ews(), address, SimulatorProcess.USER_PASSWORD);
  }

  OutlookUser selectionsOf(String address) {
    return OutlookUser.ofSelections(simulator().ews(), address, SimulatorProcess.USER_PASSWORD);
  }

  OutlookUser tasksOf(String address) {
    return OutlookUser.ofTasks(simulator().ews(), address, SimulatorProcess.USER_PASSWORD);
  }

  /** Nothing the product did has sent a mail. */
  int mailsSent() {
    return simulator().control("GET", "/outbox", Map.of()).get("count").asInt();
  }

  @Override
  public void close() {
    processes.close();
  }
}

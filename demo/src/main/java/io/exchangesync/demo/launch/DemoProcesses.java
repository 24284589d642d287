package io.exchangesync.demo.launch;

import io.exchangesync.demo.db.DemoDatabase;
import io.exchangesync.demo.db.DemoPlan;
import io.exchangesync.demo.db.H2Server;
import io.exchangesync.demo.db.SuperOfficeSchema;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The three processes of the demonstration: they start in the order database, simulator, server and
 * stop in the opposite one.
 */
public final class DemoProcesses implements AutoCloseable {
  private final DemoOptions options;
  private final DatabaseProcess database;
  private final SimulatorProcess simulator;
  private final WildFlyProcess server;
  private volatile boolean stopping;

  public DemoProcesses(BuiltFiles built, DemoOptions options) {
    this.options = options;
    Path data = options.data();
    Path logs = data.resolve("logs");
    database =
        new DatabaseProcess(
            data.resolve("database"), options.databasePort(), logs.resolve("database.log"));
    simulator =
        new SimulatorProcess(
            built.simulator(),
            data.resolve("exchange"),
            options.exchangePort(),
            logs.resolve("exchange.log"));
    server =
        new WildFlyProcess(
            new WildFlySettings(
                built.serverHome(),
                data.resolve("wildfly"),
                options.serverPorts(),
                database.applicationUrl(),
                H2Server.USER,
                H2Server.PASSWORD,
                options.heap(),
                Map.of(
                    "EXSYNC_TRUSTED_AUTHORITIES",
                    SimulatorProcess.authorityHost(options.exchangePort()))),
            logs.resolve("wildfly.log"));
  }

  /**
   * Starts all of them and creates the SuperOffice database unless it is there.
   *
   * @throws ProcessFailure if one does not come up
   */
  public void start() {
    database.start();
    createDatabase();
    simulator.start();
    server.start();
    server.awaitHealthy();
  }

  /** The first of the processes that has ended by itself; none while they are being stopped. */
  public Optional<ManagedProcess> ended() {
    if (stopping) {
      return Optional.empty();
    }
    return List.of(database.process(), simulator.process(), server.process()).stream()
        .filter(process -> !process.isAlive())
        .findFirst();
  }

  /** True once somebody, such as the person at the keyboard, has begun to stop them. */
  public boolean isStopping() {
    return stopping;
  }

  public DatabaseProcess database() {
    return database;
  }

  public SimulatorProcess simulator() {
    return simulator;
  }

  public WildFlyProcess server() {
    return server;
  }

  @Override
  public void close() {
    stopping = true;
    server.close();
    simulator.close();
    database.close();
  }

  private void createDatabase() {
    try (var connection =
        DriverManager.getConnection(database.jdbcUrl(), H2Server.USER, H2Server.PASSWORD)) {
      var plan =
          DemoPlan.around(LocalDate.now(ZoneOffset.UTC))
              .withWindowAppointments(options.appointments());
      DemoDatabase.createIfAbsent(connection, SuperOfficeSchema.LEVEL_12_2, plan);
    } catch (SQLException e) {
      throw new ProcessFailure("cannot create the SuperOffice database: " + e.getMessage());
    }
  }
}

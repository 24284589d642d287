package io.exchangesync.it;

import io.exchangesync.demo.db.DemoDatabase;
import io.exchangesync.demo.db.DemoPlan;
import io.exchangesync.demo.db.H2Server;
import io.exchangesync.demo.db.SuperOfficeSchema;
import io.exchangesync.demo.launch.AdminClient;
import io.exchangesync.demo.launch.DatabaseProcess;
import io.exchangesync.demo.launch.DemoUsers;
import io.exchangesync.demo.launch.Folders;
import io.exchangesync.demo.launch.ServerPorts;
import io.exchangesync.demo.launch.WildFlyProcess;
import io.exchangesync.demo.launch.WildFlySettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * A database and a server of their own for one test class, on ports no other test uses, with fresh
 * data. Both are processes, so that a test can kill them.
 */
final class ServerUnderTest implements AutoCloseable {
  private static final int SPACING = 10;

  private final DatabaseProcess database;
  private final WildFlyProcess server;

  /**
   * @param name of its data folder
   * @param slot from 1: keeps the ports of several of them apart
   */
  ServerUnderTest(String name, int slot) throws IOException {
    Path data = TestSettings.DATA.resolve(name);
    Folders.delete(data);
    int offset = TestSettings.PORTS.offset(slot * SPACING);
    database =
        new DatabaseProcess(
            data.resolve("database"),
            PortBlock.database(offset),
            data.resolve("logs/database.log"));
    server =
        new WildFlyProcess(
            new WildFlySettings(
                TestSettings.SERVER_HOME,
                data.resolve("wildfly"),
                ServerPorts.movedBy(offset),
                database.applicationUrl(),
                H2Server.USER,
                H2Server.PASSWORD,
                "1g",
                Map.of()),
            data.resolve("logs/wildfly.log"));
  }

  /** Starts both with a company of the given plan. */
  void start(DemoPlan plan) throws SQLException {
    database.start();
    try (var connection = connect()) {
      DemoDatabase.createIfAbsent(connection, SuperOfficeSchema.LEVEL_12_2, plan);
    }
    server.start();
    server.awaitHealthy();
  }

  /** A company that is quick to create. */
  static DemoPlan smallCompany() {
    return DemoPlan.around(LocalDate.now(ZoneOffset.UTC))
        .withWindowAppointments(5)
        .withFollowUps(100);
  }

  /** SuperOffice's database as another program sees it. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), H2Server.USER, H2Server.PASSWORD);
  }

  AdminClient admin() {
    return new AdminClient(server.api(), DemoUsers.ADMINISTRATOR);
  }

  DatabaseProcess database() {
    return database;
  }

  WildFlyProcess server() {
    return server;
  }

  @Override
  public void close() {
    server.close();
    database.close();
  }
}

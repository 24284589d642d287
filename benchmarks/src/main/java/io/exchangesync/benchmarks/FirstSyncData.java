package io.exchangesync.benchmarks;

import io.exchangesync.demo.db.DemoDatabase;
import io.exchangesync.demo.db.DemoPlan;
import io.exchangesync.demo.db.H2Server;
import io.exchangesync.demo.db.SuperOfficeSchema;
import io.exchangesync.demo.launch.BuiltFiles;
import io.exchangesync.demo.launch.Folders;
import io.exchangesync.demo.launch.MailboxSeed;
import io.exchangesync.demo.launch.SimulatorProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Both sides before a first synchronization, made once and copied for every run: half of the
 * appointments in SuperOffice, the other half in the mailboxes, every one of them a plain one.
 *
 * @param folder of the prepared data
 * @param mailboxes address by associate: those that are measured
 * @param warmUp further ones, alike, that are synchronized before the clock starts
 */
record FirstSyncData(
    Path folder, LocalDate today, Map<Integer, String> mailboxes, Map<Integer, String> warmUp) {
  /** Makes the data with processes of its own, which have ended when this returns. */
  static FirstSyncData prepare(BuiltFiles built, Options options) throws IOException, SQLException {
    Path folder = options.data().resolve("prepared-first");
    Folders.delete(folder);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    try (var stage = Stage.on(built, options, folder)) {
      try (Connection connection =
          DriverManager.getConnection(
              stage.database().jdbcUrl(), H2Server.USER, H2Server.PASSWORD)) {
        Map<Integer, String> mailboxes = fillDatabase(connection, options, today);
        Map<Integer, String> warmUp = Twins.make(connection, mailboxes, options.warmUp());
        fillMailboxes(stage, options, today, mailboxes);
        fillMailboxes(stage, options, today, warmUp);
        return new FirstSyncData(folder, today, mailboxes, warmUp);
      }
    }
  }

  private static Map<Integer, String> fillDatabase(
      Connection connection, Options options, LocalDate today) throws SQLException {
    DemoDatabase.createIfAbsent(
        connection,
        SuperOfficeSchema.LEVEL_12_2,
        DemoPlan.around(today)
            .withFollowUps(0)
            .withWindowAppointments(options.items() - options.items() / 2));
    onlyPlain(connection);
    return employees(connection, options.mailboxes());
  }

  /** Bookings, series and assignments are not synchronized yet: they would only be skipped. */
  private static void onlyPlain(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(
          "DELETE FROM [crm7].[appointment] WHERE [mother_id] <> 0 OR [recurrenceRuleId] <> 0"
              + " OR [type] <> 1 OR [status] NOT IN (1, 3)");
    }
  }

  private static Map<Integer, String> employees(Connection connection, int count)
      throws SQLException {
    Map<Integer, String> found = new LinkedHashMap<>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT a.[associate_id], e.[email_address] FROM [crm7].[associate] a"
                    + " JOIN [crm7].[Email] e ON e.[person_id] = a.[person_id]"
                    + " WHERE a.[type] = 0 AND a.[deleted] = 0 ORDER BY a.[associate_id]")) {
      while (rows.next() && found.size() < count) {
        found.put(rows.getInt(1), rows.getString(2));
      }
    }
    if (found.size() < count) {
      throw new IllegalArgumentException("there are only " + found.size() + " employees");
    }
    return found;
  }

  private static void fillMailboxes(
      Stage stage, Options options, LocalDate today, Map<Integer, String> mailboxes) {
    var seed =
        new MailboxSeed(
            stage.exchange().ews(),
            SimulatorProcess.SERVICE_USER,
            SimulatorProcess.SERVICE_PASSWORD);
    for (String address : mailboxes.values()) {
      stage.exchange().addMailbox(address, address);
      seed.create(address, Diaries.of(today, options.items() / 2));
    }
  }
}

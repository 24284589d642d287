package io.exchangesync.benchmarks;

import io.exchangesync.demo.db.DemoDatabase;
import io.exchangesync.demo.db.DemoPlan;
import io.exchangesync.demo.db.H2Server;
import io.exchangesync.demo.db.SuperOfficeSchema;
import io.exchangesync.demo.launch.Folders;
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
 * Many linked mailboxes without anything to do.
 *
 * <p>Associates and links are written by SQL. The rows and items that the links name are left out:
 * an idle cycle never looks at them, it only asks both sides what changed.
 */
final class IdleData {
  /** Demonstration employees end below this; copies of the first one begin here. */
  private static final int FIRST_COPY = 1000;

  private IdleData() {}

  /** The demonstration company with so many further employees, and their empty mailboxes. */
  static Map<Integer, String> people(Stage stage, int count) throws SQLException {
    try (Connection connection = connect(stage)) {
      DemoDatabase.createIfAbsent(
          connection,
          SuperOfficeSchema.LEVEL_12_2,
          DemoPlan.around(LocalDate.now(ZoneOffset.UTC))
              .withFollowUps(0)
              .withWindowAppointments(0));
      copyAssociate(connection, count);
    }
    Map<Integer, String> people = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      String address = "user" + i + "@fjordline.example";
      stage.exchange().addMailbox(address, "User " + i);
      people.put(FIRST_COPY + i, address);
    }
    return people;
  }

  /** So many links for each mailbox that is linked by now, as if they had been synchronized. */
  static void links(Stage stage, int each) throws SQLException {
    try (Connection connection = connect(stage);
        var statement = connection.createStatement()) {
      String schema = schemaOf(connection, "exsync_link");
      statement.executeUpdate(
          """
          INSERT INTO %1$s.exsync_link (exsync_link_id, link_id, link_hash, mailbox_id, kind,
              record_id, live_record, item_id, item_hash, live_item, change_key, event_uid,
              crm_version, text_id, agenda_text_id, visible_for_id, base_crm, base_mailbox,
              mapping_version, state)
          SELECT k, 'bench-' || k, RAWTOHEX(HASH('SHA-256', 'bench-' || k)), m, 'APPOINTMENT',
              1000000 + k, 0, 'item-' || k, RAWTOHEX(HASH('SHA-256', 'item-' || k)), 0, 'key', '',
              '1', k, 0, k, '{}', '{}', 1, 'LIVE'
          FROM (SELECT m.exsync_mailbox_id * 100000 + x.x AS k, m.exsync_mailbox_id AS m
              FROM %1$s.exsync_mailbox m, SYSTEM_RANGE(1, %2$d) x)
          """
              .formatted(schema, each));
      statement.executeUpdate(
          "UPDATE "
              + schema
              + ".exsync_key SET next_key = 100000000 WHERE table_name = 'exsync_link'");
    }
  }

  /** Makes the first so many mailboxes due now. */
  static void due(Stage stage, int mailboxes) throws SQLException {
    try (Connection connection = connect(stage);
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE "
              + schemaOf(connection, "exsync_lease")
              + ".exsync_lease SET due = DATEADD(MINUTE, -1, CURRENT_TIMESTAMP)"
              + " WHERE mailbox_id <= "
              + mailboxes);
    }
  }

  /** A folder for the data, empty. */
  static Path folder(Options options) throws IOException {
    Path folder = options.data().resolve("idle");
    Folders.delete(folder);
    return folder;
  }

  private static void copyAssociate(Connection connection, int count) throws SQLException {
    new RowCopy(connection)
        .copy(
            "associate",
            Map.of("associate_id", "x.x", "name", "'U' || x.x", "userName", "'U' || x.x"),
            ", SYSTEM_RANGE(%d, %d) x WHERE r.[associate_id] = 1"
                .formatted(FIRST_COPY, FIRST_COPY + count - 1));
  }

  private static String schemaOf(Connection connection, String table) throws SQLException {
    try (var query =
        connection.prepareStatement(
            "SELECT TABLE_SCHEMA FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = ?")) {
      query.setString(1, table);
      try (var rows = query.executeQuery()) {
        if (!rows.next()) {
          throw new SQLException("there is no table " + table);
        }
        return rows.getString(1);
      }
    }
  }

  private static Connection connect(Stage stage) throws SQLException {
    return DriverManager.getConnection(
        stage.database().jdbcUrl(), H2Server.USER, H2Server.PASSWORD);
  }
}

package io.exchangesync.ejb.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * V4: {@code exsync_link.uid_hash}, by which the other copies of a meeting are found, for links of
 * today and of before.
 *
 * <p>In Java because the hash of a UID is Java's, which no database computes; an int, because most
 * links carry it in an index and few are looked up by it.
 */
final class UidHashMigration implements JavaMigration {
  private static final int BATCH = 1000;

  private final String table;

  /**
   * @param schema checked by {@link SchemaMigration}
   */
  UidHashMigration(String schema) {
    this.table = schema + ".exsync_link";
  }

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("4");
  }

  @Override
  public String getDescription() {
    return "uid hash";
  }

  @Override
  public Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    execute(connection, "ALTER TABLE " + table + " ADD uid_hash int DEFAULT 0 NOT NULL");
    fill(connection);
    execute(connection, "CREATE INDEX ix_exsync_link_uid ON " + table + " (uid_hash)");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void fill(Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE " + table + " SET uid_hash = ? WHERE exsync_link_id = ?")) {
      int waiting = 0;
      for (Map.Entry<Integer, String> link : uids(connection).entrySet()) {
        update.setInt(1, LinkRow.uidHash(link.getValue()));
        update.setInt(2, link.getKey());
        update.addBatch();
        if (++waiting % BATCH == 0) {
          update.executeBatch();
        }
      }
      update.executeBatch();
    }
  }

  private Map<Integer, String> uids(Connection connection) throws SQLException {
    Map<Integer, String> uids = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT exsync_link_id, event_uid FROM " + table + " WHERE event_uid <> ''")) {
      while (rows.next()) {
        uids.put(rows.getInt(1), rows.getString(2));
      }
    }
    return uids;
  }
}

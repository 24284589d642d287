package io.exchangesync.demo.db;

import java.sql.Connection;
import java.sql.SQLException;

/** The whole demonstration database: SuperOffice's schema with its company, and the job tables. */
public final class DemoDatabase {
  /** The schema SuperOffice installs by default. */
  public static final String SCHEMA = "crm7";

  /** Whether {@link #createIfAbsent} had to do anything. */
  public enum Outcome {
    CREATED,
    KEPT
  }

  private DemoDatabase() {}

  /** Creates schemas, tables and company once; a database that has them is left as it is. */
  public static Outcome createIfAbsent(Connection connection, String level, DemoPlan plan)
      throws SQLException {
    keepTextsInRows(connection);
    JobRepositorySchema.createIfAbsent(connection);
    if (isFilled(connection)) {
      return Outcome.KEPT;
    }
    SuperOfficeSchema.create(connection, SCHEMA, level);
    DemoCompany.fill(connection, SCHEMA, plan);
    return Outcome.CREATED;
  }

  /** SQL Server keeps a long text of up to 8,000 bytes in its row; H2 takes only 256 by itself. */
  private static void keepTextsInRows(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SET MAX_LENGTH_INPLACE_LOB 8000");
    }
  }

  private static boolean isFilled(Connection connection) throws SQLException {
    if (TableColumns.of(connection, SCHEMA).has("associate", "associate_id")) {
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery("SELECT COUNT(*) FROM [crm7].[associate]")) {
        rows.next();
        if (rows.getInt(1) == 0) {
          throw new SQLException("schema " + SCHEMA + " exists but is empty; drop it first");
        }
        return true;
      }
    }
    return false;
  }
}

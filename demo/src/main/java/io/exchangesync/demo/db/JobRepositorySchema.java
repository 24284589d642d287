package io.exchangesync.demo.db;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Creates the batch job repository's tables in schema {@code exsync}, because the server can't
 * create them on H2 and would limit checkpoints on SQL Server.
 */
public final class JobRepositorySchema {
  /** Schema of the product's own tables; the server's connections have it as default schema. */
  public static final String SCHEMA = "exsync";

  private JobRepositorySchema() {}

  /** Creates schema and tables; does nothing when they exist. */
  public static void createIfAbsent(Connection connection) throws SQLException {
    try (var tables = connection.getMetaData().getTables(null, SCHEMA, "JOB_INSTANCE", null)) {
      if (tables.next()) {
        return;
      }
    }
    SuperOfficeSchema.run(
        connection, SqlScript.resource("job-repository.sql"), SCHEMA, SuperOfficeSchema.LEVEL_8_5);
  }
}

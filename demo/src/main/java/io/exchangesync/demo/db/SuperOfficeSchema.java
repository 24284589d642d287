package io.exchangesync.demo.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Creates the tables of a SuperOffice database of a chosen level in a schema of a chosen name.
 *
 * <p>Invariant: the script {@code crm7.sql} is executed statement by statement in its own order;
 * only the schema name and what {@link DatabaseDialect} must adapt differ from its text.
 */
public final class SuperOfficeSchema {
  /** The common core, as late 8.5 databases have it. */
  public static final String LEVEL_8_5 = "8.5";

  /** Everything the script knows. */
  public static final String LEVEL_12_2 = "12.2";

  private static final Pattern NAME = Pattern.compile("\\w+");

  private SuperOfficeSchema() {}

  /**
   * Creates schema, tables, indexes and seed rows in autocommit or within the caller's transaction.
   *
   * @param schemaName letters, digits and underscore, e.g. {@code crm7}
   * @param level a version such as {@code 8.5} or {@code 12.2}; blocks above it are left out
   */
  public static void create(Connection connection, String schemaName, String level)
      throws SQLException {
    run(connection, SqlScript.resource("crm7.sql"), schemaName, level);
  }

  static void run(Connection connection, SqlScript script, String schemaName, String level)
      throws SQLException {
    if (!NAME.matcher(schemaName).matches()) {
      throw new IllegalArgumentException("not a schema name: " + schemaName);
    }
    DatabaseDialect dialect = DatabaseDialect.of(connection);
    try (Statement statement = connection.createStatement()) {
      for (SqlScript.Statement each : script.statements()) {
        if (belongs(each.level(), level)) {
          String sql = each.sql().replaceAll("\\bcrm7\\b", schemaName);
          statement.execute(dialect.adapt(sql));
        }
      }
    }
  }

  private static boolean belongs(String block, String level) {
    return block.equals(SqlScript.CORE)
        || block.equals(SqlScript.SEED)
        || Arrays.compare(numbers(block), numbers(level)) <= 0;
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
  }
}

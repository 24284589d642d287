package io.exchangesync.demo.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** What a T-SQL statement must look like on the database at hand; the meaning never changes. */
enum DatabaseDialect {
  /** H2 in its SQL Server mode, which lacks IF, clustered keys and procedure calls by EXEC. */
  H2 {
    @Override
    String adapt(String sql) {
      var schema = CREATE_SCHEMA.matcher(sql);
      if (schema.find()) {
        return "CREATE SCHEMA IF NOT EXISTS [" + schema.group(1) + "]";
      }
      return CLUSTERED.matcher(sql).replaceAll(" ");
    }
  },

  /** Microsoft SQL Server, for which the scripts are written. */
  SQL_SERVER {
    @Override
    String adapt(String sql) {
      return sql;
    }
  };

  private static final Pattern CREATE_SCHEMA =
      Pattern.compile("^IF SCHEMA_ID.*CREATE SCHEMA \\[?(\\w+)", Pattern.DOTALL);
  private static final Pattern CLUSTERED = Pattern.compile("\\s(NON)?CLUSTERED\\s");

  abstract String adapt(String sql);

  static DatabaseDialect of(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().startsWith("H2") ? H2 : SQL_SERVER;
  }
}

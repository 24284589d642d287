package io.exchangesync.benchmarks;

import io.exchangesync.demo.db.H2Server;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Counts what the database executes, whoever asks, by the statistics of H2 itself.
 *
 * <p>Each row of a JDBC batch is a statement, because H2 receives it as one; transaction control
 * and session settings are left out for everybody.
 */
final class SqlCount implements AutoCloseable {
  private static final int KEPT = 20_000;

  private final Connection connection;

  /** How often one statement was executed, and how long that took in the database. */
  record Line(String sql, long executions, double millis) {
    boolean counts() {
      return isData() && !isCheck();
    }

    /** The question "is this connection alive", which a pool asks before handing it out. */
    boolean isCheck() {
      return sql.startsWith("SELECT ISOLATION_LEVEL FROM INFORMATION_SCHEMA.SESSIONS");
    }

    private boolean isData() {
      String start = sql.stripLeading().toUpperCase(Locale.ROOT);
      return start.startsWith("SELECT")
          || start.startsWith("INSERT")
          || start.startsWith("UPDATE")
          || start.startsWith("DELETE")
          || start.startsWith("WITH")
          || start.startsWith("MERGE");
    }
  }

  SqlCount(String jdbcUrl) throws SQLException {
    connection = DriverManager.getConnection(jdbcUrl, H2Server.USER, H2Server.PASSWORD);
  }

  /** Begins to count from zero. */
  void begin() throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SET QUERY_STATISTICS FALSE");
      statement.execute("SET QUERY_STATISTICS TRUE");
      statement.execute("SET QUERY_STATISTICS_MAX_ENTRIES " + KEPT);
    }
  }

  /** Everything since {@link #begin}, the most frequent first. */
  List<Line> lines() throws SQLException {
    List<Line> lines = new ArrayList<>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT SQL_STATEMENT, EXECUTION_COUNT, CUMULATIVE_EXECUTION_TIME"
                    + " FROM INFORMATION_SCHEMA.QUERY_STATISTICS"
                    + " ORDER BY EXECUTION_COUNT DESC")) {
      while (rows.next()) {
        lines.add(new Line(rows.getString(1), rows.getLong(2), rows.getDouble(3)));
      }
    }
    return lines.stream().filter(line -> !line.sql().contains("QUERY_STATISTICS")).toList();
  }

  static long statements(List<Line> lines) {
    return lines.stream().filter(Line::counts).mapToLong(Line::executions).sum();
  }

  static long checks(List<Line> lines) {
    return lines.stream().filter(Line::isCheck).mapToLong(Line::executions).sum();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

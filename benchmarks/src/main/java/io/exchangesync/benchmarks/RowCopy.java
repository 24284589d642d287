package io.exchangesync.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Copies rows of SuperOffice's tables by SQL, with some columns changed. */
final class RowCopy {
  private final Connection connection;

  RowCopy(Connection connection) {
    this.connection = connection;
  }

  /**
   * Copies what a query finds.
   *
   * @param changed SQL expressions by column; a column that does not exist is left out
   * @param from the rest of the query, with the table as {@code r}
   */
  void copy(String table, Map<String, String> changed, String from) throws SQLException {
    Map<String, String> expressions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    expressions.putAll(changed);
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (String column : columns(table)) {
      names.add("[" + column + "]");
      values.add(expressions.getOrDefault(column, "r.[" + column + "]"));
    }
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO [crm7].[%s] (%s) SELECT %s FROM [crm7].[%s] r %s"
              .formatted(table, String.join(", ", names), String.join(", ", values), table, from));
    }
  }

  private List<String> columns(String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (var query =
        connection.prepareStatement(
            "SELECT COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = 'crm7'"
                + " AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION")) {
      query.setString(1, table);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          columns.add(rows.getString(1));
        }
      }
    }
    return columns;
  }
}

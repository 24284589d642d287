package io.exchangesync.benchmarks.floor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One of SuperOffice's tables as far as inserting goes.
 *
 * <p>Invariant: every column is written, with the zero value of its type where a row names none, as
 * the product does it.
 */
final class FloorTable {
  static final LocalDateTime NEVER = LocalDateTime.of(1760, 1, 1, 0, 0);

  private record Column(String name, Object zero) {}

  private final String insert;
  private final List<Column> columns = new ArrayList<>();

  FloorTable(Connection connection, String schema, String table) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT COLUMN_NAME, DATA_TYPE FROM INFORMATION_SCHEMA.COLUMNS"
                + " WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION")) {
      query.setString(1, schema);
      query.setString(2, table);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          columns.add(
              new Column(rows.getString(1).toLowerCase(Locale.ROOT), zero(rows.getString(2))));
        }
      }
    }
    String names =
        columns.stream().map(c -> "[" + c.name() + "]").collect(Collectors.joining(", "));
    String marks = columns.stream().map(c -> "?").collect(Collectors.joining(", "));
    insert = "INSERT INTO [" + schema + "].[" + table + "] (" + names + ") VALUES (" + marks + ")";
  }

  /** Writes the rows, whose keys are column names in lower case, in one JDBC batch. */
  void insert(Connection connection, List<Map<String, Object>> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      for (Map<String, Object> row : rows) {
        for (int i = 0; i < columns.size(); i++) {
          Column column = columns.get(i);
          statement.setObject(i + 1, row.getOrDefault(column.name(), column.zero()));
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static Object zero(String dataType) {
    String type = dataType.toLowerCase(Locale.ROOT);
    if (type.contains("char")) {
      return "";
    }
    if (type.contains("time")) {
      return NEVER;
    }
    return type.contains("binary") || type.contains("large") ? new byte[0] : 0;
  }
}

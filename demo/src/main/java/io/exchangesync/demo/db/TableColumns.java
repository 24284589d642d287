package io.exchangesync.demo.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The columns that tables of one schema really have, in their order, with the zero values. */
final class TableColumns {
  /** SuperOffice's "never". */
  static final LocalDateTime NEVER = LocalDateTime.of(1760, 1, 1, 0, 0);

  /** A column and what it holds when it holds nothing. */
  record Column(String name, Object zero) {}

  private final Map<String, List<Column>> byTable = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  static TableColumns of(Connection connection, String schema) throws SQLException {
    TableColumns found = new TableColumns();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE FROM INFORMATION_SCHEMA.COLUMNS"
                + " WHERE TABLE_SCHEMA = ? ORDER BY TABLE_NAME, ORDINAL_POSITION")) {
      query.setString(1, schema);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found
              .byTable
              .computeIfAbsent(rows.getString(1), t -> new ArrayList<>())
              .add(new Column(rows.getString(2), zeroOf(rows.getString(3))));
        }
      }
    }
    return found;
  }

  List<Column> of(String table) {
    List<Column> columns = byTable.get(table);
    if (columns == null) {
      throw new IllegalArgumentException("no table " + table);
    }
    return columns;
  }

  boolean has(String table, String column) {
    return byTable.containsKey(table)
        && byTable.get(table).stream().anyMatch(c -> c.name().equalsIgnoreCase(column));
  }

  private static Object zeroOf(String dataType) {
    String type = dataType.toLowerCase(Locale.ROOT);
    if (type.contains("char") || type.contains("text")) {
      return "";
    }
    if (type.contains("date") || type.contains("time")) {
      return NEVER;
    }
    if (type.contains("binary") || type.contains("large")) {
      return new byte[0];
    }
    return 0;
  }
}

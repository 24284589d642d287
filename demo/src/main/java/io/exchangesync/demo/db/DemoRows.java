package io.exchangesync.demo.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Collects the rows of a new database and writes many at once.
 *
 * <p>Invariant: keys count from 1 per table, and {@code sequence.next_id} is left beyond them.
 */
final class DemoRows {
  /** SQL Server takes 2,100 in one statement. */
  private static final int MOST_PARAMETERS = 2000;

  private final TableColumns columns;
  private final String schema;
  private final Map<String, List<Row>> rows = new LinkedHashMap<>();
  private final Map<String, Integer> highest = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  DemoRows(TableColumns columns, String schema) {
    this.columns = columns;
    this.schema = schema;
  }

  boolean has(String table, String column) {
    return columns.has(table, column);
  }

  /** A new row with the table's next key. */
  Row add(String table) {
    return add(table, highest.getOrDefault(table, 0) + 1);
  }

  /** A new row with a key that is not counted, such as a country's ISO number. */
  Row add(String table, int id) {
    highest.merge(table, id, Math::max);
    Row row = new Row(table, id).set(columns.of(table).get(0).name(), id);
    rows.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
    return row;
  }

  List<Row> of(String table) {
    return rows.getOrDefault(table, List.of());
  }

  /** Writes everything and moves the sequences; the caller owns the transaction. */
  void write(Connection connection) throws SQLException {
    for (Map.Entry<String, List<Row>> each : rows.entrySet()) {
      insert(connection, each.getKey(), each.getValue());
    }
    try (PreparedStatement move =
        connection.prepareStatement(
            "UPDATE [" + schema + "].[sequence] SET [next_id] = ? WHERE [TableName] = ?")) {
      for (Map.Entry<String, Integer> each : highest.entrySet()) {
        move.setInt(1, each.getValue() + 1);
        move.setString(2, each.getKey());
        move.addBatch();
      }
      move.executeBatch();
    }
  }

  private void insert(Connection connection, String table, List<Row> all) throws SQLException {
    List<TableColumns.Column> of = columns.of(table);
    String names = of.stream().map(c -> "[" + c.name() + "]").collect(Collectors.joining(", "));
    String marks = of.stream().map(c -> "?").collect(Collectors.joining(", ", "(", ")"));
    int size = Math.max(1, MOST_PARAMETERS / of.size());
    for (int from = 0; from < all.size(); from += size) {
      List<Row> group = all.subList(from, Math.min(all.size(), from + size));
      String values = String.join(", ", Collections.nCopies(group.size(), marks));
      String sql = "INSERT INTO [" + schema + "].[" + table + "] (" + names + ") VALUES " + values;
      try (PreparedStatement insert = connection.prepareStatement(sql)) {
        int index = 1;
        for (Row row : group) {
          for (TableColumns.Column column : of) {
            insert.setObject(index++, row.value(column.name(), column.zero()));
          }
        }
        insert.executeUpdate();
      }
    }
  }
}

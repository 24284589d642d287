package io.exchangesync.ejb.crm.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes keys from SuperOffice's {@code sequence} (schema section 4.1).
 *
 * <p>Invariant: raised first and read then, rows in ascending id, in a transaction of its own; no
 * sequence row is ever added or removed.
 */
public final class SequenceKeys {
  private record Row(int id, String table) {}

  private final CrmTransactions transactions;
  private final CrmTable sequence;
  private final Map<String, Integer> rowIds = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** Finds the rows by table name, because only built-in tables have fixed ids (rule 1). */
  public SequenceKeys(CrmTransactions transactions, Connection connection, CrmSchema schema)
      throws SQLException {
    this.transactions = transactions;
    this.sequence = schema.table("sequence");
    try (PreparedStatement query =
            connection.prepareStatement("SELECT [id], [TableName] FROM " + sequence.sql());
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        rowIds.put(rows.getString(2), rows.getInt(1));
      }
    }
  }

  /**
   * Takes intervals of keys, committed at once.
   *
   * @param counts number of keys by table; tables with none are left alone
   */
  public KeyIntervals take(Map<String, Integer> counts) {
    TreeMap<Integer, Row> ordered = new TreeMap<>();
    counts.forEach(
        (table, count) -> {
          if (count > 0) {
            ordered.put(rowId(table), new Row(rowId(table), table));
          }
        });
    if (ordered.isEmpty()) {
      return new KeyIntervals(Map.of());
    }
    return transactions.separate(
        connection -> {
          Map<String, Integer> first = new HashMap<>();
          for (Row row : ordered.values()) {
            first.put(row.table(), raise(connection, row.id(), counts.get(row.table())));
          }
          return new KeyIntervals(first);
        });
  }

  private int rowId(String table) {
    Integer id = rowIds.get(table);
    if (id == null) {
      throw new IllegalStateException("sequence has no row for table " + table);
    }
    return id;
  }

  private int raise(Connection connection, int rowId, int count) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE " + sequence.sql() + " SET [next_id] = [next_id] + ? WHERE [id] = ?")) {
      update.setInt(1, count);
      update.setInt(2, rowId);
      update.executeUpdate();
    }
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT [next_id] FROM " + sequence.sql() + " WHERE [id] = ?")) {
      query.setInt(1, rowId);
      try (ResultSet rows = query.executeQuery()) {
        rows.next();
        return rows.getInt(1) - count;
      }
    }
  }
}

package io.exchangesync.ejb.crm.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tables and columns this SuperOffice database has, read once from INFORMATION_SCHEMA.
 *
 * <p>Invariant: nothing is read from or written to a column that is not in here.
 */
public final class CrmSchema {
  private static final int UNLIMITED = 100_000;

  private final Map<String, CrmTable> tables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private final Map<String, Integer> numbers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private CrmSchema() {}

  /** Finds the tables of a schema; empty if it does not exist. */
  public static CrmSchema find(Connection connection, String schema) throws SQLException {
    Map<String, List<CrmColumn>> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH"
                + " FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = ?"
                + " ORDER BY TABLE_NAME, ORDINAL_POSITION")) {
      query.setString(1, schema);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          long length = rows.getLong(4);
          found
              .computeIfAbsent(rows.getString(1), t -> new ArrayList<>())
              .add(
                  new CrmColumn(
                      rows.getString(2),
                      CrmColumn.kindOf(rows.getString(3)),
                      length < 0 || length > UNLIMITED ? 0 : (int) length));
        }
      }
    }
    CrmSchema result = new CrmSchema();
    found.forEach((name, columns) -> result.tables.put(name, new CrmTable(schema, name, columns)));
    Optional<CrmTable> sequence = result.find("sequence");
    if (sequence.isPresent()) {
      result.readNumbers(connection, sequence.get());
    }
    return result;
  }

  private void readNumbers(Connection connection, CrmTable sequence) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT [TableName], [TableNumber] FROM " + sequence.sql());
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        numbers.put(rows.getString(1), rows.getInt(2));
      }
    }
  }

  /** A table's number in this database (sequence.TableNumber). */
  public Optional<Integer> tableNumber(String name) {
    return Optional.ofNullable(numbers.get(name));
  }

  /** A table every supported level has. */
  public CrmTable table(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "table "
                        + name
                        + " is missing: is the schema name right, and may it be read?"));
  }

  /** A table that only some levels have. */
  public Optional<CrmTable> find(String name) {
    return Optional.ofNullable(tables.get(name));
  }
}

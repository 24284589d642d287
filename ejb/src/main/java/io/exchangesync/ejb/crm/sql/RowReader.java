package io.exchangesync.ejb.crm.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Reads rows of one table by an indexed integer column, only columns that exist. */
public final class RowReader {
  private RowReader() {}

  /** Rows whose {@code column} is one of {@code keys}, by slices. */
  public static List<CrmRow> by(
      Connection connection,
      CrmTable table,
      List<String> columns,
      String column,
      Collection<Integer> keys)
      throws SQLException {
    List<CrmRow> found = new ArrayList<>();
    List<CrmColumn> present = table.present(columns);
    for (List<Integer> slice : Slices.of(keys)) {
      String sql =
          "SELECT "
              + names("r", present)
              + " FROM "
              + table.sql()
              + " r WHERE r.["
              + table.known(column).name()
              + "] IN "
              + Slices.marks(slice);
      try (PreparedStatement query = connection.prepareStatement(sql)) {
        Slices.bind(query, 1, slice);
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            found.add(row(rows, present, 1));
          }
        }
      }
    }
    return found;
  }

  /** Column list with an alias. */
  public static String names(String alias, List<CrmColumn> columns) {
    return columns.stream()
        .map(c -> alias + ".[" + c.name() + "]")
        .collect(Collectors.joining(", "));
  }

  /** The row that begins at a column index of the current result row. */
  public static CrmRow row(ResultSet rows, List<CrmColumn> columns, int from) throws SQLException {
    CrmRow row = CrmRow.empty();
    for (int i = 0; i < columns.size(); i++) {
      CrmColumn column = columns.get(i);
      column.read(rows, from + i).ifPresent(value -> row.set(column.name(), value));
    }
    return row;
  }
}

package io.exchangesync.ejb.crm.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects new rows and writes them table by table, many rows in one statement.
 *
 * <p>Invariant: every column the table has is written; what a row does not name gets the zero value
 * of its type, and what the table does not have is left out.
 */
public final class InsertBatch {
  private static final int MOST_ROWS = 64;

  /** SQL Server takes 2,100 in one statement. */
  private static final int MOST_PARAMETERS = 2000;

  private final Map<CrmTable, List<CrmRow>> rows = new LinkedHashMap<>();

  public void add(CrmTable table, CrmRow row) {
    rows.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
  }

  /** Writes and forgets the rows collected so far. */
  public void flush(Connection connection) throws SQLException {
    for (Map.Entry<CrmTable, List<CrmRow>> each : rows.entrySet()) {
      insert(connection, each.getKey(), each.getValue());
    }
    rows.clear();
  }

  private static void insert(Connection connection, CrmTable table, List<CrmRow> all)
      throws SQLException {
    int from = 0;
    while (from < all.size()) {
      int size = groupSize(table, all.size() - from);
      try (PreparedStatement insert = connection.prepareStatement(table.insertSql(size))) {
        do {
          bind(insert, table, all.subList(from, from + size));
          insert.addBatch();
          from += size;
        } while (from + size <= all.size());
        insert.executeBatch();
      }
    }
  }

  /**
   * Rows per statement: a power of two, so that few plans are kept, within the parameters allowed.
   */
  private static int groupSize(CrmTable table, int rows) {
    int most = Math.min(rows, Math.min(MOST_ROWS, MOST_PARAMETERS / table.all().size()));
    return Integer.highestOneBit(Math.max(1, most));
  }

  private static void bind(PreparedStatement insert, CrmTable table, List<CrmRow> rows)
      throws SQLException {
    int index = 1;
    for (CrmRow row : rows) {
      for (CrmColumn column : table.all()) {
        Optional<Object> value = row.raw(column.name());
        column.bind(insert, index++, value.isPresent() ? value : column.zero());
      }
    }
  }
}

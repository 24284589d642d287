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
 * Collects new rows and writes them table by table in JDBC batches.
 *
 * <p>Invariant: every column the table has is written; what a row does not name gets the zero value
 * of its type, and what the table does not have is left out.
 */
public final class InsertBatch {
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
    try (PreparedStatement insert = connection.prepareStatement(table.insertSql())) {
      for (CrmRow row : all) {
        int index = 1;
        for (CrmColumn column : table.all()) {
          Optional<Object> value = row.raw(column.name());
          column.bind(insert, index++, value.isPresent() ? value : column.zero());
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}

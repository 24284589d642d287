package io.exchangesync.ejb.store;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * Inserts rows of one sync table, many in a statement: a driver may send each row of a JDBC batch
 * by itself.
 *
 * <p>The rows do not enter the persistence context.
 */
final class RowInserts {
  private static final String DEFAULT_SCHEMA = "hibernate.default_schema";
  private static final int MOST_ROWS = 64;

  /** SQL Server takes 2,100 in one statement. */
  private static final int MOST_PARAMETERS = 2000;

  private final String table;
  private final List<String> columns;
  private final Set<String> nullable;

  /**
   * @param nullable text columns in which "" is written as NULL
   */
  RowInserts(String table, List<String> columns, Set<String> nullable) {
    this.table = table;
    this.columns = List.copyOf(columns);
    this.nullable = Set.copyOf(nullable);
  }

  /** Inserts rows of values in the order of the columns; none of them is null. */
  void insert(EntityManager em, List<List<Object>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    String schema = (String) em.getEntityManagerFactory().getProperties().get(DEFAULT_SCHEMA);
    em.unwrap(Session.class).doWork(connection -> insert(connection, schema, rows));
  }

  private void insert(Connection connection, String schema, List<List<Object>> rows)
      throws SQLException {
    int from = 0;
    while (from < rows.size()) {
      int size = groupSize(rows.size() - from);
      try (PreparedStatement insert = connection.prepareStatement(sql(schema, size))) {
        int index = 1;
        for (List<Object> row : rows.subList(from, from + size)) {
          for (Object value : row) {
            bind(insert, index++, value);
          }
        }
        insert.executeUpdate();
      }
      from += size;
    }
  }

  /** Times are stored in UTC, as everything in the sync tables is. */
  private static void bind(PreparedStatement insert, int index, Object value) throws SQLException {
    if (value instanceof String text) {
      insert.setString(index, text);
    } else if (value instanceof Integer number) {
      insert.setInt(index, number);
    } else if (value instanceof Short number) {
      insert.setShort(index, number);
    } else if (value instanceof Instant time) {
      insert.setObject(index, LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    } else {
      throw new IllegalArgumentException("no column holds a " + value.getClass());
    }
  }

  /**
   * Rows per statement: a power of two, so that few plans are kept, within the parameters allowed.
   */
  private int groupSize(int rows) {
    int most = Math.min(rows, Math.min(MOST_ROWS, MOST_PARAMETERS / columns.size()));
    return Integer.highestOneBit(most);
  }

  private String sql(String schema, int rows) {
    String one =
        columns.stream()
            .map(column -> nullable.contains(column) ? "nullif(?, '')" : "?")
            .collect(Collectors.joining(", ", "(", ")"));
    return "insert into "
        + schema
        + "."
        + table
        + " ("
        + String.join(", ", columns)
        + ") values "
        + String.join(", ", Collections.nCopies(rows, one));
  }
}

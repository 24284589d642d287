package io.exchangesync.ejb.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Inserts rows of one sync table, many in a statement: a driver may send each row of a JDBC batch
 * by itself.
 *
 * <p>The rows do not enter the persistence context.
 */
final class RowInserts {
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
    int from = 0;
    while (from < rows.size()) {
      int size = groupSize(rows.size() - from);
      Query insert = em.createNativeQuery(sql(size));
      int index = 1;
      for (List<Object> row : rows.subList(from, from + size)) {
        for (Object value : row) {
          insert.setParameter(index++, value);
        }
      }
      insert.executeUpdate();
      from += size;
    }
  }

  /**
   * Rows per statement: a power of two, so that few plans are kept, within the parameters allowed.
   */
  private int groupSize(int rows) {
    int most = Math.min(rows, Math.min(MOST_ROWS, MOST_PARAMETERS / columns.size()));
    return Integer.highestOneBit(most);
  }

  private String sql(int rows) {
    String one =
        columns.stream()
            .map(column -> nullable.contains(column) ? "nullif(?, '')" : "?")
            .collect(Collectors.joining(", ", "(", ")"));
    return "insert into {h-schema}"
        + table
        + " ("
        + String.join(", ", columns)
        + ") values "
        + String.join(", ", Collections.nCopies(rows, one));
  }
}

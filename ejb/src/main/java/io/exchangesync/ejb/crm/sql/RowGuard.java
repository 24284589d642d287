package io.exchangesync.ejb.crm.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A change of one existing row that happens only if the row is still as it was read: key, {@code
 * updated} and the value of every changed column.
 */
public final class RowGuard {
  private record Condition(CrmColumn column, Optional<Object> value) {}

  private final CrmTable table;
  private final CrmColumn keyColumn;
  private final int key;
  private final List<Condition> conditions = new ArrayList<>();
  private final Map<String, Object> changes;

  /**
   * A guarded change.
   *
   * @param read the row as it was read
   * @param changes new values by column; columns the table does not have are left out
   */
  public RowGuard(CrmTable table, String keyColumn, CrmRow read, Map<String, Object> changes) {
    this.table = table;
    this.keyColumn = table.known(keyColumn);
    this.key = read.number(keyColumn);
    this.changes = changes;
    condition("updated", read);
    changes.keySet().stream().filter(table::has).forEach(column -> condition(column, read));
  }

  public CrmTable table() {
    return table;
  }

  public int key() {
    return key;
  }

  private void condition(String column, CrmRow read) {
    conditions.add(new Condition(table.known(column), read.raw(column)));
  }

  /** Locks the row until the transaction ends; false if it is not as read any more. */
  public boolean lock(Connection connection) throws SQLException {
    return execute(connection, "[updatedCount] = [updatedCount]", List.of());
  }

  /** Writes the changes with their stamp (schema rule 7); false if the row is not as read. */
  public boolean write(Connection connection, Object updated, int actor) throws SQLException {
    List<Condition> sets = new ArrayList<>();
    changes.forEach(
        (column, value) ->
            table.column(column).ifPresent(c -> sets.add(new Condition(c, Optional.of(value)))));
    sets.add(new Condition(table.known("updated"), Optional.of(updated)));
    sets.add(new Condition(table.known("updated_associate_id"), Optional.of(actor)));
    String set =
        sets.stream()
            .map(each -> "[" + each.column().name() + "] = ?")
            .collect(Collectors.joining(", "));
    return execute(connection, set + ", [updatedCount] = [updatedCount] + 1", sets);
  }

  private boolean execute(Connection connection, String set, List<Condition> sets)
      throws SQLException {
    String where =
        conditions.stream()
            .map(
                each ->
                    "["
                        + each.column().name()
                        + (each.value().isPresent()
                            ? "] = " + each.column().comparedParameter()
                            : "] IS NULL"))
            .collect(Collectors.joining(" AND "));
    String sql =
        "UPDATE "
            + table.sql()
            + " SET "
            + set
            + " WHERE ["
            + keyColumn.name()
            + "] = ? AND "
            + where;
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      int index = 1;
      for (Condition each : sets) {
        each.column().bind(update, index++, each.value());
      }
      update.setInt(index++, key);
      for (Condition each : conditions) {
        if (each.value().isPresent()) {
          each.column().bind(update, index++, each.value());
        }
      }
      return update.executeUpdate() == 1;
    }
  }
}

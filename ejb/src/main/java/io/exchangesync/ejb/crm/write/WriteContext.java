package io.exchangesync.ejb.crm.write;

import io.exchangesync.ejb.crm.sql.CrmColumn;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.CrmTable;
import io.exchangesync.ejb.crm.sql.InsertBatch;
import io.exchangesync.ejb.crm.sql.KeyIntervals;
import io.exchangesync.ejb.crm.sql.RowGuard;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One batch of writes under way: its connection, its keys, its moment, the rows not yet sent.
 *
 * <p>Invariant: every row written through here has its stamp and its change-log row.
 */
final class WriteContext {
  private static final Set<Integer> FEED_TABLES =
      Set.of(
          LoggedTable.PERSON.number(),
          LoggedTable.ADDRESS.number(),
          LoggedTable.PHONE.number(),
          LoggedTable.EMAIL.number(),
          LoggedTable.APPOINTMENT.number(),
          LoggedTable.TEXT.number(),
          LoggedTable.VISIBLE_FOR.number(),
          LoggedTable.RECURRENCE_RULE.number());

  private final Connection connection;
  private final CrmSchema schema;
  private final KeyIntervals keys;
  private final LocalDateTime nowUtc;
  private final LocalDateTime logTime;
  private final InsertBatch inserts = new InsertBatch();
  private final List<Integer> feedLogIds = new ArrayList<>();
  private BeforeImage gone = new BeforeImage();

  WriteContext(
      Connection connection,
      CrmSchema schema,
      KeyIntervals keys,
      LocalDateTime nowUtc,
      LocalDateTime logTime) {
    this.connection = connection;
    this.schema = schema;
    this.keys = keys;
    this.nowUtc = nowUtc;
    this.logTime = logTime;
  }

  /** What the write under way takes away or calls off, for the journal. */
  BeforeImage gone() {
    return gone;
  }

  /** The image of the write that ends, as JSON; "" if it took nothing away. */
  String takeGone() {
    String image = gone.isEmpty() ? "" : gone.json();
    gone = new BeforeImage();
    return image;
  }

  /** Locks rows; false if one of them is not as it was read any more. */
  boolean lock(List<RowGuard> rows) throws SQLException {
    for (RowGuard row : rows) {
      if (!row.lock(connection)) {
        return false;
      }
    }
    return true;
  }

  Connection connection() {
    return connection;
  }

  CrmSchema schema() {
    return schema;
  }

  /** Ids of the log rows that the change feed would read. */
  List<Integer> feedLogIds() {
    return List.copyOf(feedLogIds);
  }

  int nextKey(LoggedTable table) {
    return keys.next(table.table());
  }

  /** Adds a row with a key that was taken already, its creation stamp and its log row. */
  void insert(LoggedTable table, int key, CrmRow row, int actor) {
    row.set(table.key(), key)
        .set("registered", nowUtc)
        .set("registered_associate_id", actor)
        .set("updated", CrmColumn.NEVER)
        .set("updated_associate_id", 0)
        .set("updatedCount", 0);
    inserts.add(schema.table(table.table()), row);
    log(LogType.INSERT, table.number(), key, actor, 0);
  }

  /** Adds a row of a table that the change log does not follow; takes its key. */
  void insertUnlogged(String table, String keyColumn, CrmRow row, int actor) {
    row.set(keyColumn, keys.next(table))
        .set("registered", nowUtc)
        .set("registered_associate_id", actor)
        .set("updated", CrmColumn.NEVER)
        .set("updated_associate_id", 0)
        .set("updatedCount", 0);
    inserts.add(schema.table(table), row);
  }

  /** Writes a guarded change with its stamp and log row; false if the row is not as read. */
  boolean update(LoggedTable table, RowGuard guard, int actor) throws SQLException {
    if (!guard.write(connection, nowUtc, actor)) {
      return false;
    }
    log(LogType.UPDATE, table.number(), guard.key(), actor, 0);
    return true;
  }

  /** Writes a guarded change of a row that the change log does not follow; false if not as read. */
  boolean updateUnlogged(RowGuard guard, int actor) throws SQLException {
    return guard.write(connection, nowUtc, actor);
  }

  void delete(LoggedTable table, int key, int actor) throws SQLException {
    if (deleteBy(schema.table(table.table()), table.key(), key) > 0) {
      log(LogType.DELETE, table.number(), key, actor, 0);
    }
  }

  /** Deletes rows of a table that has no log rows. */
  int deleteBy(CrmTable table, String column, int value) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM " + table.sql() + " WHERE [" + column + "] = ?")) {
      delete.setInt(1, value);
      return delete.executeUpdate();
    }
  }

  void log(LogType type, int tableNumber, int record, int actor, int previous) {
    int id = keys.next(LoggedTable.LOG);
    if (FEED_TABLES.contains(tableNumber)) {
      feedLogIds.add(id);
    }
    inserts.add(
        schema.table(LoggedTable.LOG),
        CrmRow.empty()
            .set("traveltransactionlog_id", id)
            .set("ttime", logTime)
            .set("prev_record_id", previous)
            .set("type", type.value())
            .set("associate_id", actor)
            .set("tablenumber", tableNumber)
            .set("record_id", record));
  }

  void flush() throws SQLException {
    inserts.flush(connection);
  }
}

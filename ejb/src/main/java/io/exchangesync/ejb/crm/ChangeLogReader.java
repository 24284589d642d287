package io.exchangesync.ejb.crm;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.CrmChanges;
import io.exchangesync.core.port.CrmTouch;
import io.exchangesync.core.port.LogPosition;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.CrmTable;
import io.exchangesync.ejb.crm.sql.CrmTransactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code traveltransactionlog} by id with an overlap before the position, because rows appear
 * out of id order (schema section 5).
 *
 * <p>Invariant: a log row counts as seen only once the transaction that took or wrote it has
 * committed, so that what is seen is a part of what exists.
 */
final class ChangeLogReader {
  private static final int PAGE = 4000;
  private static final String SPAN =
      " WHERE [traveltransactionlog_id] > ? AND [traveltransactionlog_id] <= ?"
          + " AND [tablenumber] IN (5, 6, 7, 8, 9, 18, 23, 24, 54, 55, 196, 207)";

  private final CrmTransactions transactions;
  private final CrmTable log;
  private final TouchResolver resolver;
  private final PersonTouches persons;
  private final SeenLogRows seen = new SeenLogRows();
  private final int overlapIds;
  private final Duration overlapTime;

  ChangeLogReader(CrmTransactions transactions, CrmSchema schema, CrmSettings settings) {
    this.transactions = transactions;
    this.log = schema.table("traveltransactionlog");
    this.resolver = new TouchResolver(schema);
    this.persons = new PersonTouches(schema);
    this.overlapIds = settings.overlapIds();
    this.overlapTime = settings.overlapTime();
  }

  /** Rows this node wrote itself are no news, once they are committed. */
  void ownRows(List<Integer> logIds) {
    transactions.afterCommit(() -> seen.add(logIds));
  }

  /** The last row's id; what stands in the overlap before it counts as seen. */
  LogPosition end(Connection connection) throws SQLException {
    LogPosition end = new LogPosition(highest(connection));
    int from = overlapBegin(connection, end.logId());
    seen.add(rows(connection, from, end.logId(), 0).stream().map(LogRow::id).toList());
    return end;
  }

  CrmChanges since(Connection connection, LogPosition position) throws SQLException {
    int highest = highest(connection);
    int from = overlapBegin(connection, position.logId());
    List<LogRow> late = late(connection, from, Math.min(position.logId(), highest));
    List<LogRow> fresh = rows(connection, position.logId(), highest, PAGE);
    boolean complete = fresh.size() < PAGE;
    int next = complete ? Math.max(highest, position.logId()) : last(fresh);
    List<LogRow> news = new ArrayList<>(late);
    fresh.stream().filter(row -> !seen.contains(row.id())).forEach(news::add);
    List<CrmTouch> touches = new ArrayList<>(resolver.resolve(connection, news));
    touches.addAll(persons.resolve(connection, news));
    touches.addAll(selections(news));
    List<Integer> taken = news.stream().map(LogRow::id).toList();
    transactions.afterCommit(
        () -> {
          seen.add(taken);
          seen.forgetUpTo(from);
        });
    return new CrmChanges(touches, new LogPosition(next), complete);
  }

  /** Selections by key; a member tells no more than that some selection has changed. */
  private static List<CrmTouch> selections(List<LogRow> news) {
    return news.stream()
        .filter(row -> row.table() == LogRow.SELECTION || row.table() == LogRow.SELECTION_MEMBER)
        .map(row -> row.table() == LogRow.SELECTION ? row.record() : 0)
        .distinct()
        .map(id -> new CrmTouch(Kind.SELECTION, id, 0, CrmTouch.Change.WRITTEN))
        .toList();
  }

  /** Rows of the overlap not seen before; read only if there are more of them than were seen. */
  private List<LogRow> late(Connection connection, int after, int upTo) throws SQLException {
    PreparedStatement query =
        connection.prepareStatement("SELECT COUNT(*) FROM " + log.sql() + SPAN);
    query.setInt(1, after);
    query.setInt(2, upTo);
    if (number(query).orElse(0) == seen.count(after, upTo)) {
      return List.of();
    }
    return rows(connection, after, upTo, 0).stream()
        .filter(row -> !seen.contains(row.id()))
        .toList();
  }

  private static int last(List<LogRow> rows) {
    return rows.get(rows.size() - 1).id();
  }

  private int highest(Connection connection) throws SQLException {
    return number(
            connection.prepareStatement("SELECT MAX([traveltransactionlog_id]) FROM " + log.sql()))
        .orElse(0);
  }

  /** The id after which the overlap begins: so many ids, or so much time, before the position. */
  private int overlapBegin(Connection connection, int position) throws SQLException {
    int byCount = Math.max(0, position - overlapIds);
    Optional<LocalDateTime> at = timeOf(connection, position);
    if (at.isEmpty()) {
      return byCount;
    }
    PreparedStatement query =
        connection.prepareStatement(
            "SELECT MIN([traveltransactionlog_id]) FROM "
                + log.sql()
                + " WHERE [ttime] BETWEEN ? AND ?");
    query.setObject(1, at.get().minus(overlapTime));
    query.setObject(2, at.get());
    int byTime = number(query).orElse(byCount) - 1;
    return Math.max(0, Math.min(byCount, byTime));
  }

  private Optional<LocalDateTime> timeOf(Connection connection, int position) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT MAX([ttime]) FROM "
                + log.sql()
                + " WHERE [traveltransactionlog_id] BETWEEN ? AND ?")) {
      query.setInt(1, position - 10);
      query.setInt(2, position);
      try (ResultSet rows = query.executeQuery()) {
        rows.next();
        return Optional.ofNullable(rows.getObject(1, LocalDateTime.class));
      }
    }
  }

  private static Optional<Integer> number(PreparedStatement query) throws SQLException {
    try (query;
        ResultSet rows = query.executeQuery()) {
      rows.next();
      int value = rows.getInt(1);
      return rows.wasNull() ? Optional.empty() : Optional.of(value);
    }
  }

  private List<LogRow> rows(Connection connection, int after, int upTo, int limit)
      throws SQLException {
    if (upTo <= after) {
      return List.of();
    }
    List<LogRow> found = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT [traveltransactionlog_id], [tablenumber], [record_id], [type],"
                + " [prev_record_id] FROM "
                + log.sql()
                + SPAN
                + " ORDER BY [traveltransactionlog_id]")) {
      query.setInt(1, after);
      query.setInt(2, upTo);
      query.setMaxRows(limit);
      query.setFetchSize(1000);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(
              new LogRow(
                  rows.getInt(1), rows.getInt(2), rows.getInt(3), rows.getInt(4), rows.getInt(5)));
        }
      }
    }
    return found;
  }
}

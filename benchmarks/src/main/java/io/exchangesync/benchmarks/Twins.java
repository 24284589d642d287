package io.exchangesync.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Further associates with the same diaries as those that are measured: both contenders do them
 * first, unmeasured, to warm up.
 */
final class Twins {
  /** Added to the key of everything that is copied; no demonstration key is as large. */
  private static final int APART = 1_000_000;

  private Twins() {}

  /** Copies so many of the associates with their diaries; answers addresses by new associate. */
  static Map<Integer, String> make(Connection connection, Map<Integer, String> of, int count)
      throws SQLException {
    Map<Integer, String> twins = new LinkedHashMap<>();
    of.entrySet().stream()
        .limit(count)
        .forEach(each -> twins.put(each.getKey() + APART, "twin." + each.getValue()));
    if (!twins.isEmpty()) {
      copy(new RowCopy(connection), of.keySet().stream().limit(count).toList());
      moveSequences(connection);
    }
    return twins;
  }

  private static void copy(RowCopy rows, Collection<Integer> associates) throws SQLException {
    String list = associates.stream().map(String::valueOf).collect(Collectors.joining(", "));
    String diaries =
        "(SELECT a.[appointment_id] FROM [crm7].[appointment] a WHERE a.[associate_id] IN ("
            + list
            + "))";
    rows.copy(
        "VisibleFor",
        Map.of(
            "VisibleFor_id", apart("VisibleFor_id"),
            "recordId", apart("recordId"),
            "appointmentId", apart("appointmentId"),
            "forAssocId", apart("forAssocId"),
            "registered_associate_id", apart("registered_associate_id")),
        "WHERE r.[appointmentId] IN " + diaries);
    rows.copy(
        "text",
        Map.of(
            "text_id", apart("text_id"),
            "owner_id", apart("owner_id"),
            "registered_associate_id", apart("registered_associate_id")),
        "WHERE r.[owner_id] IN " + diaries);
    rows.copy(
        "appointment",
        Map.of(
            "appointment_id", apart("appointment_id"),
            "text_id", apart("text_id"),
            "agenda_text_id", apart("agenda_text_id"),
            "associate_id", apart("associate_id"),
            "registered_associate_id", apart("registered_associate_id")),
        "WHERE r.[associate_id] IN (" + list + ")");
    rows.copy(
        "associate",
        Map.of(
            "associate_id", apart("associate_id"),
            "name", "'T' || r.[associate_id]",
            "userName", "'T' || r.[associate_id]"),
        "WHERE r.[associate_id] IN (" + list + ")");
  }

  private static String apart(String column) {
    return "CASE WHEN r.[%s] > 0 THEN r.[%s] + %d ELSE r.[%s] END"
        .formatted(column, column, APART, column);
  }

  private static void moveSequences(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE [crm7].[sequence] SET [next_id] = [next_id] + "
              + 2 * APART
              + " WHERE [TableName] IN ('appointment', 'text', 'VisibleFor', 'associate')");
    }
  }
}

package io.exchangesync.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Further associates with the same diaries as those that are measured: both contenders do them
 * first, unmeasured, to warm up.
 */
final class Twins {
  /**
   * Between the keys of one generation of copies and the next; no demonstration key is as large.
   */
  private static final int APART = 1_000_000;

  private final RowCopy rows;
  private final int offset;

  private Twins(Connection connection, int generation) {
    this.rows = new RowCopy(connection);
    this.offset = generation * APART;
  }

  /** So many copies of associates with their diaries; answers addresses by new associate. */
  static Map<Integer, String> make(Connection connection, Map<Integer, String> of, int count)
      throws SQLException {
    Map<Integer, String> made = new LinkedHashMap<>();
    int generation = 0;
    while (made.size() < count) {
      generation++;
      List<Integer> associates = of.keySet().stream().limit(count - made.size()).toList();
      var twins = new Twins(connection, generation);
      twins.copy(associates);
      for (int associate : associates) {
        made.put(associate + twins.offset, "twin" + generation + "." + of.get(associate));
      }
    }
    moveSequences(connection, generation);
    return made;
  }

  private void copy(Collection<Integer> associates) throws SQLException {
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
            "name", "'T' || (r.[associate_id] + %d)".formatted(offset),
            "userName", "'T' || (r.[associate_id] + %d)".formatted(offset)),
        "WHERE r.[associate_id] IN (" + list + ")");
  }

  private String apart(String column) {
    return "CASE WHEN r.[%s] > 0 THEN r.[%s] + %d ELSE r.[%s] END"
        .formatted(column, column, offset, column);
  }

  private static void moveSequences(Connection connection, int generations) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE [crm7].[sequence] SET [next_id] = [next_id] + "
              + (generations + 1) * APART
              + " WHERE [TableName] IN ('appointment', 'text', 'VisibleFor', 'associate')");
    }
  }
}

package io.exchangesync.ejb.crm.person;

import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.Slices;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What identifies the definition and membership of selections: counted and summed in the database,
 * so that no member is fetched.
 *
 * <p>lastMembershipChange is a part of it where it exists (9.2); the counts are there for older
 * levels and for whoever forgets it.
 */
public final class SelectionStates {
  private final CrmSchema schema;
  private final SelectionReader reader;

  public SelectionStates(CrmSchema schema) {
    this.schema = schema;
    this.reader = new SelectionReader(schema);
  }

  public Map<Integer, String> of(Connection connection, Collection<Integer> selectionIds)
      throws SQLException {
    Map<Integer, CrmRow> rows = new HashMap<>();
    Set<Integer> ask = new HashSet<>(selectionIds);
    while (!ask.isEmpty()) {
      Set<Integer> inputs = new HashSet<>();
      for (CrmRow row : reader.definitions(connection, ask)) {
        rows.put(row.number("selection_id"), row);
        if (row.number("seltype") == SelectionRow.COMBINED) {
          inputs.add(row.number("leftSelectionId"));
          inputs.add(row.number("rightSelectionId"));
        }
      }
      inputs.removeAll(rows.keySet());
      inputs.removeAll(ask);
      ask = inputs;
    }
    Map<Integer, String> members = members(connection, rows.keySet());
    Map<Integer, String> states = new HashMap<>();
    for (int id : selectionIds) {
      if (rows.containsKey(id)) {
        states.put(id, state(id, rows, members, new HashSet<>()));
      }
    }
    return states;
  }

  private static String state(
      int id, Map<Integer, CrmRow> rows, Map<Integer, String> members, Set<Integer> above) {
    CrmRow row = rows.get(id);
    if (row == null || !above.add(id)) {
      return "none";
    }
    List<String> parts = new ArrayList<>();
    parts.add(row.asMap().toString());
    parts.add(members.getOrDefault(id, "0"));
    if (row.number("seltype") == SelectionRow.COMBINED) {
      parts.add(state(row.number("leftSelectionId"), rows, members, above));
      parts.add(state(row.number("rightSelectionId"), rows, members, above));
    }
    return String.join("|", parts);
  }

  private Map<Integer, String> members(Connection connection, Set<Integer> ids)
      throws SQLException {
    Map<Integer, String> found = new HashMap<>();
    for (List<Integer> slice : Slices.of(ids)) {
      String sql =
          "SELECT [selection_id], COUNT(*), MAX([selectionmember_id]),"
              + " SUM(CAST([person_id] AS bigint)), SUM(CAST([contact_id] AS bigint)) FROM "
              + schema.table("selectionmember").sql()
              + " WHERE [selection_id] IN "
              + Slices.marks(slice)
              + " GROUP BY [selection_id]";
      try (PreparedStatement query = connection.prepareStatement(sql)) {
        Slices.bind(query, 1, slice);
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            found.put(
                rows.getInt(1),
                rows.getLong(2)
                    + "/"
                    + rows.getLong(3)
                    + "/"
                    + rows.getLong(4)
                    + "/"
                    + rows.getLong(5));
          }
        }
      }
    }
    return found;
  }
}

package io.exchangesync.ejb.crm.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exchangesync.ejb.crm.sql.CrmTable;
import io.exchangesync.ejb.crm.sql.Slices;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * The rows that a delete takes away, by table, as JSON for the journal (sync-rules 7a): every
 * column of every row, so that they can be put back.
 */
final class BeforeImage {
  private static final String CALLED_OFF = "calledOff";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode tables = JSON.createObjectNode();

  /** Adds the rows of a table whose column has one of the values. */
  void add(Connection connection, CrmTable table, String column, Collection<Integer> values)
      throws SQLException {
    add(connection, table, table.name(), column, values);
  }

  private void add(
      Connection connection, CrmTable table, String name, String column, Collection<Integer> values)
      throws SQLException {
    for (List<Integer> slice : Slices.of(values)) {
      String sql =
          "SELECT * FROM " + table.sql() + " WHERE [" + column + "] IN " + Slices.marks(slice);
      try (PreparedStatement query = connection.prepareStatement(sql)) {
        Slices.bind(query, 1, slice);
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            add(name, rows);
          }
        }
      }
    }
  }

  /** Adds participants' rows as they were before they said that the booking is off. */
  void addCalledOff(Connection connection, CrmTable appointments, Collection<Integer> keys)
      throws SQLException {
    add(connection, appointments, CALLED_OFF, LoggedTable.APPOINTMENT.key(), keys);
  }

  boolean isEmpty() {
    return tables.isEmpty();
  }

  /** Adds every row of another image. */
  void addAll(String image) {
    try {
      JSON.readTree(image)
          .properties()
          .forEach(table -> table.getValue().forEach(tables.withArray("/" + table.getKey())::add));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an image is JSON", e);
    }
  }

  private void add(String table, ResultSet rows) throws SQLException {
    ArrayNode known = tables.withArray("/" + table);
    ObjectNode row = known.addObject();
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      put(row, rows.getMetaData().getColumnName(i), rows.getObject(i));
    }
  }

  private static void put(ObjectNode row, String column, Object value) {
    if (value == null) {
      row.putNull(column);
    } else if (value instanceof byte[] bytes) {
      row.put(column, bytes);
    } else if (value instanceof Boolean flag) {
      row.put(column, flag);
    } else if (value instanceof Number number) {
      row.put(column, new BigDecimal(number.toString()));
    } else {
      row.put(column, value.toString());
    }
  }

  String json() {
    return tables.toString();
  }
}

package io.exchangesync.ejb.crm.person;

import io.exchangesync.core.port.PersonWish;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;

/**
 * The persons that an associate's diary rows name inside a window: the row's person and the
 * participants of its meeting.
 *
 * <p>Rows the associate has declined, or that are hidden, name nobody.
 */
final class NamedPersons {
  private static final String INSIDE =
      " a.[associate_id] = ? AND a.[type] IN (1, 6)"
          + " AND (a.[document_id] = 0 OR a.[document_id] IS NULL)"
          + " AND a.[status] NOT IN (4, 9, 10, 13)"
          + " AND a.[endDate] >= ? AND a.[do_by] < ?";

  private final String sql;

  NamedPersons(CrmSchema schema) {
    String table = schema.table("appointment").sql();
    sql =
        "SELECT a.[person_id] FROM "
            + table
            + " a WHERE"
            + INSIDE
            + " AND a.[person_id] > 0"
            + " UNION SELECT p.[invitedPersonId] FROM "
            + table
            + " a JOIN "
            + table
            + " p ON p.[mother_id] = a.[mother_id] WHERE"
            + INSIDE
            + " AND a.[mother_id] > 0 AND p.[invitedPersonId] > 0";
  }

  /**
   * @param from begin of the window, wall time of the base zone
   * @param to end of the window, exclusive
   */
  Set<Integer> of(Connection connection, PersonWish wish, LocalDateTime from, LocalDateTime to)
      throws SQLException {
    Set<Integer> found = new HashSet<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      int at = 1;
      for (int part = 0; part < 2; part++) {
        query.setInt(at++, wish.owner().associateId());
        query.setObject(at++, from);
        query.setObject(at++, to);
      }
      query.setFetchSize(256);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getInt(1));
        }
      }
    }
    found.remove(wish.owner().personId());
    return found;
  }
}

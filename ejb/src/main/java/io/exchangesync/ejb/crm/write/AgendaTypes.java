package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.port.CrmCapabilities;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The {@code text.type} of agenda rows, which is not published: the commonest among existing ones,
 * else the setting (sync-rules 2b).
 */
final class AgendaTypes {
  private final CrmSchema schema;
  private final boolean agendas;
  private final int fallback;
  private volatile int measured;

  AgendaTypes(CrmSchema schema, CrmCapabilities capabilities, int fallback) {
    this.schema = schema;
    this.agendas = capabilities.agenda();
    this.fallback = fallback;
  }

  /** The type a new agenda row gets; measured once. */
  int of(Connection connection) throws SQLException {
    if (!agendas) {
      return fallback;
    }
    if (measured == 0) {
      measured = commonest(connection);
    }
    return measured;
  }

  private int commonest(Connection connection) throws SQLException {
    String sql =
        "SELECT t.[type], COUNT(*) AS n FROM "
            + schema.table("appointment").sql()
            + " a JOIN "
            + schema.table("text").sql()
            + " t ON t.[text_id] = a.[agenda_text_id] WHERE a.[agenda_text_id] > 0"
            + " GROUP BY t.[type] ORDER BY n DESC";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setMaxRows(1);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() && rows.getInt(1) != 0 ? rows.getInt(1) : fallback;
      }
    }
  }
}

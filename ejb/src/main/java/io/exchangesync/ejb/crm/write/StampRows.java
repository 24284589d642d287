package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.model.Stamp;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.RowReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Our stamps in ForeignApp, ForeignDevice and ForeignKey: one device row per associate. */
public final class StampRows {
  static final String APP = "ExchangeSync for SuperOffice";
  static final String SUBKEY = "ExchangeSync.stamp";

  private final CrmSchema schema;

  public StampRows(CrmSchema schema) {
    this.schema = schema;
  }

  /** Stamps on one associate's rows, by record. */
  public Map<Integer, Stamp> of(Connection connection, int associateId) throws SQLException {
    String sql =
        "SELECT k.[record_id], k.[subvalue] FROM "
            + schema.table("foreigndevice").sql()
            + " d JOIN "
            + schema.table("foreignapp").sql()
            + " f ON f.[foreignapp_id] = d.[foreignapp_id] JOIN "
            + schema.table("foreignkey").sql()
            + " k ON k.[foreigndevice_id] = d.[foreigndevice_id]"
            + " WHERE d.[owner_id] = ? AND f.[name] = ? AND k.[table_id] = ? AND k.[subkey] = ?";
    Map<Integer, Stamp> found = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setInt(1, associateId);
      query.setString(2, APP);
      query.setInt(3, LoggedTable.APPOINTMENT.number());
      query.setString(4, SUBKEY);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          int record = rows.getInt(1);
          Stamp.parse(rows.getString(2)).ifPresent(stamp -> found.put(record, stamp));
        }
      }
    }
    return found;
  }

  /** Rows that hold stamps of ours, by record. */
  Map<Integer, List<CrmRow>> onRecords(Connection connection, Collection<Integer> records)
      throws SQLException {
    return RowReader.by(
            connection,
            schema.table("foreignkey"),
            List.of(
                "foreignkey_id",
                "foreigndevice_id",
                "table_id",
                "record_id",
                "subkey",
                "subvalue",
                "updated"),
            "record_id",
            records)
        .stream()
        .filter(row -> row.number("table_id") == LoggedTable.APPOINTMENT.number())
        .filter(row -> row.string("subkey").equalsIgnoreCase(SUBKEY))
        .collect(Collectors.groupingBy(row -> row.number("record_id")));
  }

  static CrmRow row(int device, int record, Stamp stamp) {
    return CrmRow.empty()
        .set("foreigndevice_id", device)
        .set("table_id", LoggedTable.APPOINTMENT.number())
        .set("record_id", record)
        .set("subkey", SUBKEY)
        .set("subvalue", stamp.encoded());
  }
}

package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.model.SeriesKey;
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
import java.util.Set;
import java.util.stream.Collectors;

/** Our stamps in ForeignApp, ForeignDevice and ForeignKey: one device row per associate. */
public final class StampRows {
  static final String APP = "ExchangeSync for SuperOffice";
  static final String SUBKEY = "ExchangeSync.stamp";

  private static final Set<Integer> TABLES =
      Set.of(LoggedTable.APPOINTMENT.number(), LoggedTable.RECURRENCE_RULE.number());

  private final CrmSchema schema;

  public StampRows(CrmSchema schema) {
    this.schema = schema;
  }

  /** Stamps on one associate's rows, by record. */
  public Map<Integer, Stamp> of(Connection connection, int associateId) throws SQLException {
    String sql =
        "SELECT k.[table_id], k.[record_id], k.[subvalue] FROM "
            + schema.table("foreigndevice").sql()
            + " d JOIN "
            + schema.table("foreignapp").sql()
            + " f ON f.[foreignapp_id] = d.[foreignapp_id] JOIN "
            + schema.table("foreignkey").sql()
            + " k ON k.[foreigndevice_id] = d.[foreigndevice_id]"
            + " WHERE d.[owner_id] = ? AND f.[name] = ? AND k.[table_id] IN (?, ?)"
            + " AND k.[subkey] = ?";
    Map<Integer, Stamp> found = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setInt(1, associateId);
      query.setString(2, APP);
      query.setInt(3, LoggedTable.APPOINTMENT.number());
      query.setInt(4, LoggedTable.RECURRENCE_RULE.number());
      query.setString(5, SUBKEY);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          int record = recordId(rows.getInt(1), rows.getInt(2));
          Stamp.parse(rows.getString(3)).ifPresent(stamp -> found.put(record, stamp));
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
            records.stream().map(Math::abs).toList())
        .stream()
        .filter(row -> TABLES.contains(row.number("table_id")))
        .filter(row -> row.string("subkey").equalsIgnoreCase(SUBKEY))
        .filter(row -> records.contains(recordId(row)))
        .collect(Collectors.groupingBy(StampRows::recordId));
  }

  /** Whether a stamp was put for one associate's diary. */
  static boolean isOf(CrmRow row, int associateId) {
    return Stamp.parse(row.string("subvalue"))
        .filter(stamp -> stamp.associateId() == associateId)
        .isPresent();
  }

  private static int recordId(CrmRow row) {
    return recordId(row.number("table_id"), row.number("record_id"));
  }

  private static int recordId(int table, int key) {
    return table == LoggedTable.RECURRENCE_RULE.number() ? SeriesKey.ofRule(key) : key;
  }

  private static LoggedTable table(int recordId) {
    return SeriesKey.isSeries(recordId) ? LoggedTable.RECURRENCE_RULE : LoggedTable.APPOINTMENT;
  }

  /** The stamp row of a record; a series is stamped on its rule. */
  static CrmRow row(int device, int record, Stamp stamp) {
    return CrmRow.empty()
        .set("foreigndevice_id", device)
        .set("table_id", table(record).number())
        .set("record_id", Math.abs(record))
        .set("subkey", SUBKEY)
        .set("subvalue", stamp.encoded());
  }
}

package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.model.Stamp;
import io.exchangesync.ejb.crm.sql.CrmColumn;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.CrmTransactions;
import io.exchangesync.ejb.crm.sql.KeyIntervals;
import io.exchangesync.ejb.crm.sql.SequenceKeys;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ForeignApp row of the product and a ForeignDevice row per installation and associate.
 *
 * <p>Invariant: rows are made in transactions of their own, so that a remembered key always exists.
 */
final class ForeignDevices {
  private record Device(String installation, int owner) {}

  private final CrmTransactions transactions;
  private final CrmSchema schema;
  private final SequenceKeys keys;
  private final LogClock clock;
  private final Map<Device, Integer> known = new ConcurrentHashMap<>();

  ForeignDevices(
      CrmTransactions transactions, CrmSchema schema, SequenceKeys keys, LogClock clock) {
    this.transactions = transactions;
    this.schema = schema;
    this.keys = keys;
    this.clock = clock;
  }

  /** The key of the device that holds an associate's stamps; made if it does not exist. */
  synchronized int of(Stamp stamp) {
    return known.computeIfAbsent(
        new Device(stamp.installationId(), stamp.associateId()), this::findOrMake);
  }

  private int findOrMake(Device device) {
    Optional<Integer> app =
        transactions.separate(
            c -> find(c, "SELECT MIN([foreignapp_id]) FROM # WHERE [name] = ?", StampRows.APP));
    int appId = app.orElseGet(() -> makeApp(device.owner()));
    String query =
        "SELECT MIN([foreigndevice_id]) FROM # WHERE [device_id] = ? AND [foreignapp_id] = "
            + appId
            + " AND [owner_id] = "
            + device.owner();
    Optional<Integer> found = transactions.separate(c -> find(c, query, device.installation()));
    return found.orElseGet(() -> makeDevice(device, appId));
  }

  private Optional<Integer> find(Connection connection, String sql, String value)
      throws SQLException {
    String table = sql.contains("[foreigndevice_id]") ? "foreigndevice" : "foreignapp";
    try (PreparedStatement query =
        connection.prepareStatement(sql.replace("#", schema.table(table).sql()))) {
      query.setString(1, value);
      try (ResultSet rows = query.executeQuery()) {
        rows.next();
        int id = rows.getInt(1);
        return rows.wasNull() ? Optional.empty() : Optional.of(id);
      }
    }
  }

  private int makeApp(int actor) {
    return make(LoggedTable.FOREIGN_APP, CrmRow.empty().set("name", StampRows.APP), actor);
  }

  private int makeDevice(Device device, int app) {
    CrmRow row =
        CrmRow.empty()
            .set("name", "ExchangeSync")
            .set("device_id", device.installation())
            .set("foreignapp_id", app)
            .set("owner_id", device.owner())
            .set("lastsynced", CrmColumn.NEVER);
    return make(LoggedTable.FOREIGN_DEVICE, row, device.owner());
  }

  private int make(LoggedTable table, CrmRow row, int actor) {
    KeyNeeds needs = new KeyNeeds().row(table);
    KeyIntervals taken = keys.take(needs.counts());
    LocalDateTime logTime = clock.logTime();
    return transactions.separate(
        connection -> {
          WriteContext context =
              new WriteContext(connection, schema, taken, clock.nowUtc(), logTime);
          int key = context.nextKey(table);
          context.insert(table, key, row, actor);
          context.flush();
          return key;
        });
  }
}

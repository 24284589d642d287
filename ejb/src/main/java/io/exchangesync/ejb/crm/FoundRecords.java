package io.exchangesync.ejb.crm;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmNames;
import io.exchangesync.core.model.SeriesKey;
import io.exchangesync.core.port.CrmOutcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Records by key, single rows and series together. */
final class FoundRecords {
  private final Map<Integer, FollowUpRecord> rows;
  private final Map<Integer, SeriesRecord> series;
  private final Map<Integer, CrmNames> names;

  private FoundRecords(
      Map<Integer, FollowUpRecord> rows,
      Map<Integer, SeriesRecord> series,
      Map<Integer, CrmNames> names) {
    this.rows = rows;
    this.series = series;
    this.names = names;
  }

  static FoundRecords read(Connection connection, SqlCrmParts parts, Collection<Integer> recordIds)
      throws SQLException {
    List<Integer> single = recordIds.stream().filter(id -> !SeriesKey.isSeries(id)).toList();
    List<Integer> rules =
        recordIds.stream().filter(SeriesKey::isSeries).map(SeriesKey::rule).toList();
    Map<Integer, FollowUpRecord> rows = parts.reader().byKey(connection, single);
    Map<Integer, SeriesRecord> series = parts.series().byRule(connection, rules);
    List<FollowUpRecord> all = new ArrayList<>(rows.values());
    series.values().forEach(one -> all.addAll(one.dates()));
    return new FoundRecords(rows, series, parts.names().names(connection, all));
  }

  /** What the engine works on, by record id. */
  Map<Integer, CrmAppointment> values() {
    Map<Integer, CrmAppointment> found = new HashMap<>();
    rows.forEach(
        (id, row) -> found.put(id, FollowUpMapper.map(row, names.getOrDefault(id, CrmNames.NONE))));
    series.values().forEach(one -> found.put(one.recordId(), SeriesMapper.map(one, names)));
    return found;
  }

  /** The outcome of a write whose record was read again afterwards. */
  CrmOutcome written(int recordId) {
    if (SeriesKey.isSeries(recordId)) {
      SeriesRecord now = series.get(SeriesKey.rule(recordId));
      return new CrmOutcome.Written(now.version(), SeriesMapper.keys(now));
    }
    FollowUpRecord now = rows.get(recordId);
    return new CrmOutcome.Written(now.version(), FollowUpMapper.keys(now));
  }
}

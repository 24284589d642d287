package io.exchangesync.ejb.crm;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
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
import java.util.Optional;

/** Records by key, single rows and series together. */
final class FoundRecords {
  private final SqlCrmParts parts;
  private final Map<Integer, FollowUpRecord> rows;
  private final Map<Integer, SeriesRecord> series;

  private FoundRecords(
      SqlCrmParts parts, Map<Integer, FollowUpRecord> rows, Map<Integer, SeriesRecord> series) {
    this.parts = parts;
    this.rows = rows;
    this.series = series;
  }

  static FoundRecords read(Connection connection, SqlCrmParts parts, Collection<Integer> recordIds)
      throws SQLException {
    List<Integer> single = recordIds.stream().filter(id -> !SeriesKey.isSeries(id)).toList();
    List<Integer> rules =
        recordIds.stream().filter(SeriesKey::isSeries).map(SeriesKey::rule).toList();
    return new FoundRecords(
        parts, parts.reader().byKey(connection, single), parts.series().byRule(connection, rules));
  }

  /** As one diary has them. */
  static FoundRecords readIn(
      Connection connection, SqlCrmParts parts, int associateId, Collection<Integer> recordIds)
      throws SQLException {
    List<Integer> single = recordIds.stream().filter(id -> !SeriesKey.isSeries(id)).toList();
    List<Integer> rules =
        recordIds.stream().filter(SeriesKey::isSeries).map(SeriesKey::rule).toList();
    return new FoundRecords(
        parts,
        parts.reader().byKey(connection, single),
        parts.series().inDiary(connection, associateId, rules));
  }

  /** What the engine works on, by record id. */
  Map<Integer, CrmAppointment> values(Connection connection) throws SQLException {
    List<FollowUpRecord> all = new ArrayList<>(rows.values());
    series.values().forEach(one -> all.addAll(one.dates()));
    Map<Integer, CrmNames> names = parts.names().names(connection, all);
    Map<Integer, CrmBooking> bookings = bookings(connection, all);
    Map<Integer, CrmAppointment> found = new HashMap<>();
    rows.forEach(
        (id, row) -> {
          if (!row.inSeries()) {
            found.put(
                id,
                FollowUpMapper.map(
                    row,
                    names.getOrDefault(id, CrmNames.NONE),
                    Optional.ofNullable(bookings.get(id))));
          }
        });
    series
        .values()
        .forEach(one -> found.put(one.recordId(), SeriesMapper.map(one, names, bookings)));
    return found;
  }

  /** Who takes part, by appointment_id: a participant's row shows the booking of its master. */
  private Map<Integer, CrmBooking> bookings(Connection connection, List<FollowUpRecord> all)
      throws SQLException {
    Map<Integer, Integer> masters = new HashMap<>();
    all.forEach(row -> row.master().ifPresent(master -> masters.put(row.id(), master)));
    List<FollowUpRecord> booked = new ArrayList<>(all);
    List<Integer> further =
        masters.values().stream().distinct().filter(id -> !rows.containsKey(id)).toList();
    booked.addAll(parts.reader().byKey(connection, further).values());
    Map<Integer, CrmBooking> found = new HashMap<>(parts.people().bookings(connection, booked));
    masters.forEach(
        (row, master) ->
            Optional.ofNullable(found.get(master)).ifPresent(booking -> found.put(row, booking)));
    return found;
  }

  /** The outcome of a write whose record was read again afterwards. */
  CrmOutcome.Written written(int recordId) {
    if (SeriesKey.isSeries(recordId)) {
      SeriesRecord now = series.get(SeriesKey.rule(recordId));
      return new CrmOutcome.Written(now.version(), now.keys());
    }
    FollowUpRecord now = rows.get(recordId);
    return new CrmOutcome.Written(now.version(), now.keys());
  }
}

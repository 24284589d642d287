package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.SeriesKey;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.ejb.crm.FollowUpReader;
import io.exchangesync.ejb.crm.FollowUpRecord;
import io.exchangesync.ejb.crm.SeriesReader;
import io.exchangesync.ejb.crm.SeriesRecord;
import io.exchangesync.ejb.crm.sql.CrmRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What stands in the database as a batch of writes begins; a series as the diary of its write has
 * it.
 *
 * @param rows single rows by appointment_id
 * @param series by diary and rule
 * @param stamps our ForeignKey rows by record id
 */
record RecordsNow(
    Connection connection,
    Map<Integer, FollowUpRecord> rows,
    Map<DatesIn, SeriesRecord> series,
    Map<Integer, List<CrmRow>> stamps,
    int agendaType) {

  /** The dates of a rule in one diary. */
  record DatesIn(int associateId, int ruleId) {
    static DatesIn of(CrmWrite write) {
      return new DatesIn(diary(write), SeriesKey.rule(recordId(write)));
    }
  }

  static RecordsNow read(
      Connection connection,
      List<CrmWrite> writes,
      FollowUpReader reader,
      SeriesReader seriesReader,
      StampRows stampRows,
      int agendaType)
      throws SQLException {
    List<Integer> single = writes.stream().map(RecordsNow::recordId).filter(id -> id > 0).toList();
    Map<Integer, TreeSet<Integer>> rules = new LinkedHashMap<>();
    writes.stream()
        .filter(write -> SeriesKey.isSeries(recordId(write)))
        .map(DatesIn::of)
        .forEach(
            dates ->
                rules
                    .computeIfAbsent(dates.associateId(), diary -> new TreeSet<>())
                    .add(dates.ruleId()));
    Map<DatesIn, SeriesRecord> series = new HashMap<>();
    for (Map.Entry<Integer, TreeSet<Integer>> each : rules.entrySet()) {
      int diary = each.getKey();
      seriesReader
          .inDiary(connection, diary, each.getValue())
          .forEach((rule, found) -> series.put(new DatesIn(diary, rule), found));
    }
    List<Integer> stamped =
        writes.stream()
            .filter(CrmWrite.PutStamp.class::isInstance)
            .map(RecordsNow::recordId)
            .toList();
    return new RecordsNow(
        connection,
        reader.byKey(connection, single),
        series,
        stampRows.onRecords(connection, stamped),
        agendaType);
  }

  static int recordId(CrmWrite write) {
    return write instanceof CrmWrite.PutStamp put ? put.recordId() : value(write).recordId();
  }

  /** The associate in whose diary a record is written. */
  static int diary(CrmWrite write) {
    return write instanceof CrmWrite.PutStamp put
        ? put.stamp().associateId()
        : ((CrmAppointment) value(write)).associateId();
  }

  private static CrmRecord value(CrmWrite write) {
    if (write instanceof CrmWrite.Create create) {
      return create.value();
    }
    return write instanceof CrmWrite.Update update
        ? update.before()
        : ((CrmWrite.Delete) write).before();
  }

  SeriesRecord series(CrmWrite write) {
    return series.get(DatesIn.of(write));
  }

  FollowUpRecord row(CrmWrite write) {
    return rows.get(recordId(write));
  }

  boolean exists(CrmWrite write) {
    return SeriesKey.isSeries(recordId(write)) ? series(write) != null : row(write) != null;
  }

  /** The version of a record that exists. */
  String version(CrmWrite write) {
    return SeriesKey.isSeries(recordId(write)) ? series(write).version() : row(write).version();
  }

  /** The outcome of a write that leaves the record's own rows as they are. */
  CrmOutcome written(CrmWrite write) {
    if (SeriesKey.isSeries(recordId(write))) {
      SeriesRecord one = series(write);
      return new CrmOutcome.Written(one.version(), one.keys());
    }
    return new CrmOutcome.Written(row(write).version(), row(write).keys());
  }

  /** Stamps that a new one takes the place of; each diary stamps its part of a series itself. */
  List<CrmRow> replaced(CrmWrite.PutStamp put) {
    List<CrmRow> all = stamps.getOrDefault(put.recordId(), List.of());
    return SeriesKey.isSeries(put.recordId())
        ? all.stream().filter(row -> StampRows.isOf(row, put.stamp().associateId())).toList()
        : all;
  }
}

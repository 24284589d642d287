package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.SeriesKey;
import io.exchangesync.core.port.CrmOutcome.Refused;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.ejb.crm.FollowUpRecord;
import io.exchangesync.ejb.crm.SeriesRecord;
import io.exchangesync.ejb.crm.sql.CrmColumn;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides the row writes of a single row that becomes a series and of a series that becomes a
 * single row (schema 4.9): the row that both have is changed, never made anew.
 */
final class SeriesTurns {
  private static final String RULE = "recurrenceRuleId";
  private static final String END = "endDate";

  private final CrmSchema schema;
  private final DeleteRules deleteRules;
  private final DeletePlanner deletes;
  private final ChangePlanner changes;
  private final SeriesPlanner series;

  SeriesTurns(
      CrmSchema schema,
      DeleteRules deleteRules,
      DeletePlanner deletes,
      ChangePlanner changes,
      SeriesPlanner series) {
    this.schema = schema;
    this.deleteRules = deleteRules;
    this.deletes = deletes;
    this.changes = changes;
    this.series = series;
  }

  PlannedWrite intoSeries(
      CrmWrite.Turn turn, FollowUpRecord read, DiaryOwner owner, CrmRow stampRow, RecordsNow now)
      throws SQLException {
    CrmAppointment before = (CrmAppointment) turn.before();
    CrmAppointment after = (CrmAppointment) turn.after();
    if (before.bookingMaster() || before.bookingChild()) {
      return PlannedWrite.ended(new Refused("appointment.mother_id: a booking has further rows"));
    }
    int ruleId = SeriesKey.rule(after.recordId());
    CrmRow rule = CrmRow.empty();
    RuleColumns.of(after.series().orElseThrow().rule()).forEach(rule::set);
    List<PlannedWrite> dates = new ArrayList<>();
    List<ChangePlanner.Change> changed = new ArrayList<>();
    for (CrmSeries.Occurrence date : after.series().orElseThrow().occurrences()) {
      if (date.row().recordId() == before.recordId()) {
        Map<String, Object> further = new LinkedHashMap<>();
        further.put(RULE, ruleId);
        date.originalStart()
            .ifPresent(start -> further.put(SeriesPlanner.ORIGINAL_START, Limits.time(start)));
        changed.add(new ChangePlanner.Change(before, date.row(), read, known(further)));
      } else {
        dates.add(series.newDate(date, ruleId, owner, now.agendaType()));
      }
    }
    dates.addAll(changes.plan(now.connection(), changed, now.agendaType()));
    return new PlannedSeries(
        new PlannedSeries.RuleWrite.Begin(ruleId, rule, stampRow, now.replaced(turn)),
        PlannedSeries.locks(schema, List.of(read)),
        dates,
        before.associateId());
  }

  PlannedWrite intoSingle(CrmWrite.Turn turn, SeriesRecord read, CrmRow stampRow, RecordsNow now)
      throws SQLException {
    CrmAppointment after = (CrmAppointment) turn.after();
    List<PlannedWrite> dates = new ArrayList<>();
    List<FollowUpRecord> kept = new ArrayList<>();
    for (FollowUpRecord date : read.dates()) {
      if (date.id() == after.recordId()) {
        dates.addAll(changes.plan(now.connection(), List.of(single(turn, date)), now.agendaType()));
      } else if (turn.kept().contains(date.id())) {
        kept.add(date);
      } else {
        Optional<String> refusal = deleteRules.refusal(now.connection(), date);
        if (refusal.isPresent()) {
          return PlannedWrite.ended(new Refused("one date of the series: " + refusal.get()));
        }
        dates.add(deletes.plan(now.connection(), date));
      }
    }
    Map<String, Object> ended =
        kept.stream()
            .map(date -> date.appointment().time("do_by"))
            .max(java.time.LocalDateTime::compareTo)
            .map(last -> Map.<String, Object>of(END, Limits.time(last)))
            .orElse(Map.of());
    return new PlannedSeries(
        new PlannedSeries.RuleWrite.End(
            series.rule(read, ended), !kept.isEmpty(), stampRow, now.replaced(turn)),
        PlannedSeries.locks(schema, read.dates()),
        dates,
        after.associateId());
  }

  private ChangePlanner.Change single(CrmWrite.Turn turn, FollowUpRecord read) {
    CrmSeries.Occurrence before =
        ((CrmAppointment) turn.before())
            .series().orElseThrow().occurrences().stream()
                .filter(date -> date.row().recordId() == read.id())
                .findFirst()
                .orElseThrow();
    Map<String, Object> further = new LinkedHashMap<>();
    further.put(RULE, 0);
    before
        .originalStart()
        .ifPresent(start -> further.put(SeriesPlanner.ORIGINAL_START, CrmColumn.NEVER));
    return new ChangePlanner.Change(
        before.row(), (CrmAppointment) turn.after(), read, known(further));
  }

  /** Without columns that this database lacks. */
  private Map<String, Object> known(Map<String, Object> columns) {
    columns.keySet().removeIf(column -> !schema.table("appointment").has(column));
    return columns;
  }
}

package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.SeriesKey;
import io.exchangesync.core.port.CrmOutcome.Refused;
import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.ejb.crm.FollowUpRecord;
import io.exchangesync.ejb.crm.SeriesRecord;
import io.exchangesync.ejb.crm.sql.CrmColumn;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.RowGuard;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides the row writes of a series: dates are paired by appointment_id (schema 4.9). */
final class SeriesPlanner {
  static final String ORIGINAL_START = "original_start_date";

  private final CrmSchema schema;
  private final Limits limits;
  private final DeleteRules deleteRules;
  private final DeletePlanner deletes;
  private final ChildRows children;
  private final ChangePlanner changes;

  SeriesPlanner(
      CrmSchema schema,
      Limits limits,
      DeleteRules deleteRules,
      DeletePlanner deletes,
      ChildRows children,
      ChangePlanner changes) {
    this.children = children;
    this.changes = changes;
    this.schema = schema;
    this.limits = limits;
    this.deleteRules = deleteRules;
    this.deletes = deletes;
  }

  PlannedWrite create(CrmAppointment value, DiaryOwner owner, int agendaType, CrmRow stampRow) {
    CrmSeries series = value.series().orElseThrow();
    int ruleId = SeriesKey.rule(value.recordId());
    CrmRow row = CrmRow.empty();
    RuleColumns.of(series.rule()).forEach(row::set);
    List<PlannedWrite> dates = new ArrayList<>();
    for (CrmSeries.Occurrence date : series.occurrences()) {
      dates.add(newDate(date, ruleId, owner, agendaType));
    }
    return new PlannedSeries(
        new PlannedSeries.RuleWrite.Insert(ruleId, row, stampRow),
        List.of(),
        dates,
        value.associateId());
  }

  /** Of somebody else's series only what an invitee may change of his own rows (rule 48). */
  PlannedWrite update(
      Connection connection,
      CrmAppointment before,
      CrmAppointment after,
      SeriesRecord read,
      DiaryOwner owner,
      int agendaType)
      throws SQLException {
    Map<Integer, FollowUpRecord> rows = new HashMap<>();
    read.dates().forEach(row -> rows.put(row.id(), row));
    Map<Integer, CrmSeries.Occurrence> old = new LinkedHashMap<>();
    before
        .series()
        .orElseThrow()
        .occurrences()
        .forEach(date -> old.put(date.row().recordId(), date));
    List<PlannedWrite> dates = new ArrayList<>();
    List<FollowUpRecord> touched = new ArrayList<>();
    List<ChangePlanner.Change> changed = new ArrayList<>();
    boolean invitee = before.bookingChild();
    for (CrmSeries.Occurrence date : after.series().orElseThrow().occurrences()) {
      CrmSeries.Occurrence known = old.remove(date.row().recordId());
      if (known == null && invitee) {
        continue;
      }
      if (known == null) {
        dates.add(newDate(date, read.ruleId(), owner, agendaType));
      } else if (!known.equals(date)) {
        if (ChangePlanner.visibilityOfOthersTouched(known.row(), date.row())) {
          return PlannedWrite.ended(ChangePlanner.VISIBLE_TO_OTHERS);
        }
        FollowUpRecord row = rows.get(known.row().recordId());
        touched.add(row);
        changed.add(new ChangePlanner.Change(known.row(), date.row(), row, moved(known, date)));
      }
    }
    dates.addAll(changes.plan(connection, changed, agendaType));
    for (CrmSeries.Occurrence gone : invitee ? List.<CrmSeries.Occurrence>of() : old.values()) {
      FollowUpRecord row = rows.get(gone.row().recordId());
      Optional<String> refusal = deleteRules.refusal(connection, row);
      if (refusal.isPresent()) {
        return PlannedWrite.ended(new Refused("one date of the series: " + refusal.get()));
      }
      touched.add(row);
      dates.add(deletes.plan(connection, row));
    }
    Map<String, Object> rule =
        RuleColumns.between(before.series().get().rule(), after.series().get().rule());
    return new PlannedSeries(
        rule.isEmpty() || invitee
            ? new PlannedSeries.RuleWrite.Keep()
            : new PlannedSeries.RuleWrite.Change(rule(read, rule)),
        PlannedSeries.locks(schema, touched),
        dates,
        before.associateId());
  }

  PlannedWrite delete(Connection connection, SeriesRecord read, List<CrmRow> stamps)
      throws SQLException {
    List<PlannedWrite> dates = new ArrayList<>();
    boolean told = false;
    for (FollowUpRecord date : read.dates()) {
      Optional<String> refusal = deleteRules.refusal(connection, date);
      if (refusal.isPresent()) {
        return PlannedWrite.ended(new Refused("one date of the series: " + refusal.get()));
      }
      PlannedDelete delete = deletes.plan(connection, date);
      told |= delete.tellsColleagues();
      dates.add(delete);
    }
    int owner = read.dates().get(0).appointment().number("associate_id");
    List<CrmRow> own = stamps.stream().filter(row -> StampRows.isOf(row, owner)).toList();
    return new PlannedSeries(
        told
            ? new PlannedSeries.RuleWrite.Leave(rule(read, Map.of()), own)
            : new PlannedSeries.RuleWrite.Delete(rule(read, Map.of()), stamps),
        PlannedSeries.locks(schema, read.dates()),
        dates,
        owner);
  }

  PlannedCreate newDate(CrmSeries.Occurrence date, int ruleId, DiaryOwner owner, int agendaType) {
    Map<String, Object> further = new LinkedHashMap<>();
    further.put("recurrenceRuleId", ruleId);
    date.originalStart().ifPresent(start -> further.put(ORIGINAL_START, Limits.time(start)));
    return new PlannedCreate(
        date.row().with().recordId(0).build(),
        owner,
        limits,
        agendaType,
        Optional.empty(),
        further,
        children);
  }

  static Map<String, Object> moved(CrmSeries.Occurrence before, CrmSeries.Occurrence after) {
    return before.originalStart().equals(after.originalStart())
        ? Map.of()
        : Map.of(ORIGINAL_START, after.originalStart().map(Limits::time).orElse(CrmColumn.NEVER));
  }

  RowGuard rule(SeriesRecord read, Map<String, Object> changes) {
    return new RowGuard(
        schema.table(LoggedTable.RECURRENCE_RULE.table()),
        LoggedTable.RECURRENCE_RULE.key(),
        read.rule(),
        changes);
  }
}

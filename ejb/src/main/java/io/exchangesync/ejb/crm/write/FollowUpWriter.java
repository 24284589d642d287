package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.SeriesKey;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.port.CrmCapabilities;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.core.port.CrmOutcome.ChangedMeanwhile;
import io.exchangesync.core.port.CrmOutcome.Refused;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.ejb.crm.FollowUpReader;
import io.exchangesync.ejb.crm.FollowUpRecord;
import io.exchangesync.ejb.crm.SeriesReader;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.CrmTransactions;
import io.exchangesync.ejb.crm.sql.SequenceKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Performs a batch of writes: reads the rows as they are now, decides each write, takes all keys at
 * once, writes.
 *
 * <p>Invariant: a write whose rows changed since they were read does nothing.
 */
public final class FollowUpWriter {
  private final CrmSchema schema;
  private final FollowUpReader reader;
  private final SeriesReader seriesReader;
  private final SeriesPlanner series;
  private final StampRows stamps;
  private final ForeignDevices devices;
  private final SequenceKeys keys;
  private final LogClock clock;
  private final Limits limits;
  private final DeleteRules deleteRules;
  private final DeletePlanner deletes;
  private final ChildRows children;
  private final ChangePlanner changes;
  private final IntFunction<Optional<DiaryOwner>> owners;
  private final AgendaTypes agendaTypes;

  /**
   * What one batch did.
   *
   * @param gone of each write what {@link CrmOutcome.Written#gone} shall say
   */
  public record Result(
      List<Optional<CrmOutcome>> outcomes, List<String> gone, List<Integer> feedLogIds) {}

  public FollowUpWriter(
      CrmTransactions transactions,
      CrmSchema schema,
      FollowUpReader reader,
      SeriesReader seriesReader,
      SequenceKeys keys,
      LogClock clock,
      CrmCapabilities capabilities,
      IntFunction<Optional<DiaryOwner>> owners,
      int defaultAgendaType) {
    this.schema = schema;
    this.reader = reader;
    this.seriesReader = seriesReader;
    this.stamps = new StampRows(schema);
    this.devices = new ForeignDevices(transactions, schema, keys, clock);
    this.keys = keys;
    this.clock = clock;
    this.limits = new Limits(capabilities, schema.find(Invitations.TABLE).isPresent());
    this.deleteRules = new DeleteRules(schema);
    this.deletes = new DeletePlanner(schema, reader, stamps);
    this.children = new ChildRows(limits, owners);
    this.changes = new ChangePlanner(schema, reader, limits, deletes, children);
    this.series = new SeriesPlanner(schema, limits, deleteRules, deletes, children, changes);
    this.owners = owners;
    this.agendaTypes = new AgendaTypes(schema, capabilities, defaultAgendaType);
  }

  /** Outcomes in order; empty ones were written and wait for their new version to be read. */
  public Result perform(Connection connection, List<CrmWrite> writes) throws SQLException {
    RecordsNow now =
        RecordsNow.read(
            connection, writes, reader, seriesReader, stamps, agendaTypes.of(connection));
    List<PlannedWrite> plans = new ArrayList<>();
    KeyNeeds needs = new KeyNeeds();
    for (CrmWrite each : writes) {
      PlannedWrite plan = plan(each, now);
      plan.count(needs);
      plans.add(plan);
    }
    WriteContext context =
        new WriteContext(
            connection, schema, keys.take(needs.counts()), clock.nowUtc(), clock.logTime());
    List<Optional<CrmOutcome>> outcomes = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    for (PlannedWrite each : plans) {
      outcomes.add(each.perform(context));
      gone.add(context.takeGone());
    }
    context.flush();
    return new Result(outcomes, gone, context.feedLogIds());
  }

  /** The record as it is after a write. */
  public static int recordId(CrmWrite write) {
    return write instanceof CrmWrite.Turn turn
        ? turn.after().recordId()
        : RecordsNow.recordId(write);
  }

  /** The associate in whose diary a record is written. */
  public static int diary(CrmWrite write) {
    return RecordsNow.diary(write);
  }

  private PlannedWrite plan(CrmWrite write, RecordsNow now) throws SQLException {
    boolean exists = now.exists(write);
    if (write instanceof CrmWrite.Create create) {
      return exists ? PlannedWrite.ended(new ChangedMeanwhile()) : create(create, now);
    }
    if (!exists) {
      return PlannedWrite.ended(new ChangedMeanwhile());
    }
    if (write instanceof CrmWrite.PutStamp put) {
      return new PlannedStamp(
          now.written(put),
          stampRow(put.recordId(), put.stamp()),
          now.replaced(put),
          schema,
          put.stamp().associateId());
    }
    if (write instanceof CrmWrite.Update update) {
      return now.version(write).equals(update.before().version())
          ? update(update, now)
          : PlannedWrite.ended(new ChangedMeanwhile());
    }
    if (write instanceof CrmWrite.Turn turn) {
      return now.version(write).equals(turn.before().version())
          ? turn(turn, now)
          : PlannedWrite.ended(new ChangedMeanwhile());
    }
    CrmWrite.Delete delete = (CrmWrite.Delete) write;
    return now.version(write).equals(delete.before().version())
        ? delete(delete, now)
        : PlannedWrite.ended(new ChangedMeanwhile());
  }

  private PlannedWrite create(CrmWrite.Create create, RecordsNow now) {
    CrmAppointment value = (CrmAppointment) create.value();
    Optional<DiaryOwner> owner = owners.apply(value.associateId());
    if (owner.isEmpty()) {
      return noDiary(value);
    }
    CrmRow stampRow = stampRow(value.recordId(), create.stamp());
    return value.series().isPresent()
        ? series.create(value, owner.get(), now.agendaType(), stampRow)
        : new PlannedCreate(
            value,
            owner.get(),
            limits,
            now.agendaType(),
            Optional.of(stampRow),
            Map.of(),
            children);
  }

  private static PlannedWrite noDiary(CrmAppointment value) {
    return PlannedWrite.ended(
        new Refused("associate " + value.associateId() + " has no diary (associate.deleted)"));
  }

  private PlannedWrite update(CrmWrite.Update update, RecordsNow now) throws SQLException {
    CrmAppointment before = (CrmAppointment) update.before();
    CrmAppointment after = (CrmAppointment) update.after();
    if (ChangePlanner.visibilityOfOthersTouched(before, after)) {
      return PlannedWrite.ended(ChangePlanner.VISIBLE_TO_OTHERS);
    }
    if (before.series().isEmpty()) {
      var change = new ChangePlanner.Change(before, after, now.row(update), Map.of());
      return changes.plan(now.connection(), List.of(change), now.agendaType()).get(0);
    }
    Optional<DiaryOwner> owner = owners.apply(before.associateId());
    return owner.isEmpty()
        ? noDiary(before)
        : series.update(
            now.connection(), before, after, now.series(update), owner.get(), now.agendaType());
  }

  private PlannedWrite turn(CrmWrite.Turn turn, RecordsNow now) throws SQLException {
    CrmAppointment before = (CrmAppointment) turn.before();
    CrmAppointment after = (CrmAppointment) turn.after();
    CrmRow stampRow = stampRow(after.recordId(), turn.stamp());
    SeriesTurns turns = new SeriesTurns(schema, deleteRules, deletes, changes, series);
    if (after.series().isEmpty()) {
      return turns.intoSingle(turn, now.series(turn), stampRow, now);
    }
    Optional<DiaryOwner> owner = owners.apply(before.associateId());
    return owner.isEmpty()
        ? noDiary(before)
        : turns.intoSeries(turn, now.row(turn), owner.get(), stampRow, now);
  }

  private PlannedWrite delete(CrmWrite.Delete delete, RecordsNow now) throws SQLException {
    int recordId = delete.before().recordId();
    if (SeriesKey.isSeries(recordId)) {
      List<CrmRow> stamped =
          stamps.onRecords(now.connection(), List.of(recordId)).getOrDefault(recordId, List.of());
      return series.delete(now.connection(), now.series(delete), stamped);
    }
    FollowUpRecord read = now.row(delete);
    Optional<String> refusal = deleteRules.refusal(now.connection(), read);
    return refusal.isPresent()
        ? PlannedWrite.ended(new Refused(refusal.get()))
        : deletes.plan(now.connection(), read);
  }

  private CrmRow stampRow(int record, Stamp stamp) {
    return StampRows.row(devices.of(stamp), record, stamp.withRecord(record));
  }
}

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
import io.exchangesync.ejb.crm.SeriesRecord;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.CrmTransactions;
import io.exchangesync.ejb.crm.sql.SequenceKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;

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

  /** What one batch did. */
  public record Result(List<Optional<CrmOutcome>> outcomes, List<Integer> feedLogIds) {}

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
    List<Integer> records = writes.stream().map(FollowUpWriter::recordId).toList();
    Now now =
        new Now(
            connection,
            reader.byKey(connection, records.stream().filter(id -> id > 0).toList()),
            series(connection, writes),
            stamps.onRecords(connection, stampedRecords(writes)),
            agendaTypes.of(connection));
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
    for (PlannedWrite each : plans) {
      outcomes.add(each.perform(context));
    }
    context.flush();
    return new Result(outcomes, context.feedLogIds());
  }

  private Map<DiarySeries, SeriesRecord> series(Connection connection, List<CrmWrite> writes)
      throws SQLException {
    Map<Integer, Set<Integer>> rules = new HashMap<>();
    writes.stream()
        .filter(write -> SeriesKey.isSeries(recordId(write)))
        .forEach(
            write ->
                rules
                    .computeIfAbsent(diary(write), none -> new HashSet<>())
                    .add(SeriesKey.rule(recordId(write))));
    Map<DiarySeries, SeriesRecord> found = new HashMap<>();
    for (Map.Entry<Integer, Set<Integer>> each : rules.entrySet()) {
      seriesReader
          .inDiary(connection, each.getKey(), each.getValue())
          .forEach((rule, one) -> found.put(new DiarySeries(each.getKey(), rule), one));
    }
    return found;
  }

  /** A series as one diary has it. */
  private record DiarySeries(int associateId, int rule) {
    static DiarySeries of(CrmWrite write) {
      return new DiarySeries(diary(write), SeriesKey.rule(recordId(write)));
    }
  }

  /**
   * What stands in the database as the batch begins.
   *
   * @param rows single rows by appointment_id
   * @param series by diary and RecurrenceRule_id
   * @param stamps our ForeignKey rows by record id
   */
  private record Now(
      Connection connection,
      Map<Integer, FollowUpRecord> rows,
      Map<DiarySeries, SeriesRecord> series,
      Map<Integer, List<CrmRow>> stamps,
      int agendaType) {

    /** The outcome of a write that leaves the record's own rows as they are. */
    CrmOutcome written(CrmWrite write) {
      if (SeriesKey.isSeries(recordId(write))) {
        SeriesRecord one = series.get(DiarySeries.of(write));
        return new CrmOutcome.Written(one.version(), one.keys());
      }
      FollowUpRecord row = rows.get(recordId(write));
      return new CrmOutcome.Written(row.version(), row.keys());
    }

    Optional<String> version(CrmWrite write) {
      return SeriesKey.isSeries(recordId(write))
          ? Optional.ofNullable(series.get(DiarySeries.of(write))).map(SeriesRecord::version)
          : Optional.ofNullable(rows.get(recordId(write))).map(FollowUpRecord::version);
    }

    /** Stamps that a new one replaces: a rule keeps those of other diaries. */
    List<CrmRow> older(CrmWrite.PutStamp put) {
      List<CrmRow> all = stamps.getOrDefault(put.recordId(), List.of());
      return SeriesKey.isSeries(put.recordId())
          ? all.stream().filter(row -> StampRows.isOf(row, put.stamp().associateId())).toList()
          : all;
    }
  }

  public static int recordId(CrmWrite write) {
    if (write instanceof CrmWrite.Create create) {
      return create.value().recordId();
    }
    if (write instanceof CrmWrite.Update update) {
      return update.before().recordId();
    }
    if (write instanceof CrmWrite.Delete delete) {
      return delete.before().recordId();
    }
    return ((CrmWrite.PutStamp) write).recordId();
  }

  /** The associate in whose diary a write takes place. */
  public static int diary(CrmWrite write) {
    if (write instanceof CrmWrite.Create create) {
      return ((CrmAppointment) create.value()).associateId();
    }
    if (write instanceof CrmWrite.Update update) {
      return ((CrmAppointment) update.before()).associateId();
    }
    if (write instanceof CrmWrite.Delete delete) {
      return ((CrmAppointment) delete.before()).associateId();
    }
    return ((CrmWrite.PutStamp) write).stamp().associateId();
  }

  private PlannedWrite plan(CrmWrite write, Now now) throws SQLException {
    Optional<String> version = now.version(write);
    if (write instanceof CrmWrite.Create create) {
      return version.isPresent() ? PlannedWrite.ended(new ChangedMeanwhile()) : create(create, now);
    }
    if (version.isEmpty()) {
      return PlannedWrite.ended(new ChangedMeanwhile());
    }
    if (write instanceof CrmWrite.PutStamp put) {
      return new PlannedStamp(
          now.written(put),
          stampRow(put.recordId(), put.stamp()),
          now.older(put),
          schema,
          put.stamp().associateId());
    }
    if (write instanceof CrmWrite.Update update) {
      return version.get().equals(update.before().version())
          ? update((CrmAppointment) update.before(), (CrmAppointment) update.after(), now)
          : PlannedWrite.ended(new ChangedMeanwhile());
    }
    CrmWrite.Delete delete = (CrmWrite.Delete) write;
    return version.get().equals(delete.before().version())
        ? delete(delete, now)
        : PlannedWrite.ended(new ChangedMeanwhile());
  }

  private PlannedWrite create(CrmWrite.Create create, Now now) {
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

  private PlannedWrite update(CrmAppointment before, CrmAppointment after, Now now)
      throws SQLException {
    if (ChangePlanner.visibilityOfOthersTouched(before, after)) {
      return PlannedWrite.ended(ChangePlanner.VISIBLE_TO_OTHERS);
    }
    if (before.series().isEmpty()) {
      FollowUpRecord read = now.rows().get(before.recordId());
      var change = new ChangePlanner.Change(before, after, read, Map.of());
      return changes.plan(now.connection(), List.of(change), now.agendaType()).get(0);
    }
    Optional<DiaryOwner> owner = owners.apply(before.associateId());
    return owner.isEmpty()
        ? noDiary(before)
        : series.update(
            now.connection(),
            before,
            after,
            now.series()
                .get(new DiarySeries(before.associateId(), SeriesKey.rule(before.recordId()))),
            owner.get(),
            now.agendaType());
  }

  private PlannedWrite delete(CrmWrite.Delete delete, Now now) throws SQLException {
    int recordId = recordId(delete);
    if (SeriesKey.isSeries(recordId)) {
      List<CrmRow> stamped =
          stamps.onRecords(now.connection(), List.of(recordId)).getOrDefault(recordId, List.of());
      return series.delete(now.connection(), now.series().get(DiarySeries.of(delete)), stamped);
    }
    FollowUpRecord read = now.rows().get(recordId);
    Optional<String> refusal = deleteRules.refusal(now.connection(), read);
    return refusal.isPresent()
        ? PlannedWrite.ended(new Refused(refusal.get()))
        : deletes.plan(now.connection(), read);
  }

  private CrmRow stampRow(int record, Stamp stamp) {
    return StampRows.row(devices.of(stamp), record, stamp.withRecord(record));
  }

  private static List<Integer> stampedRecords(List<CrmWrite> writes) {
    return writes.stream()
        .flatMap(
            write ->
                write instanceof CrmWrite.PutStamp put
                    ? Stream.of(put.recordId())
                    : Stream.<Integer>empty())
        .toList();
  }
}

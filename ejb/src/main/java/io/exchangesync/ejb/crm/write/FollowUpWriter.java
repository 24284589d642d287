package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.core.port.CrmCapabilities;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.core.port.CrmOutcome.ChangedMeanwhile;
import io.exchangesync.core.port.CrmOutcome.Refused;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.ejb.crm.FollowUpReader;
import io.exchangesync.ejb.crm.FollowUpRecord;
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
  private final StampRows stamps;
  private final ForeignDevices devices;
  private final SequenceKeys keys;
  private final LogClock clock;
  private final Limits limits;
  private final DeleteRules deleteRules;
  private final DeletePlanner deletes;
  private final IntFunction<Optional<DiaryOwner>> owners;
  private final AgendaTypes agendaTypes;

  /** What one batch did. */
  public record Result(List<Optional<CrmOutcome>> outcomes, List<Integer> feedLogIds) {}

  public FollowUpWriter(
      CrmTransactions transactions,
      CrmSchema schema,
      FollowUpReader reader,
      SequenceKeys keys,
      LogClock clock,
      CrmCapabilities capabilities,
      IntFunction<Optional<DiaryOwner>> owners,
      int defaultAgendaType) {
    this.schema = schema;
    this.reader = reader;
    this.stamps = new StampRows(schema);
    this.devices = new ForeignDevices(transactions, schema, keys, clock);
    this.keys = keys;
    this.clock = clock;
    this.limits = new Limits(capabilities);
    this.deleteRules = new DeleteRules(schema);
    this.deletes = new DeletePlanner(schema, reader, stamps);
    this.owners = owners;
    this.agendaTypes = new AgendaTypes(schema, capabilities, defaultAgendaType);
  }

  /** Outcomes in order; empty ones were written and wait for their new version to be read. */
  public Result perform(Connection connection, List<CrmWrite> writes) throws SQLException {
    Map<Integer, FollowUpRecord> current =
        reader.byKey(connection, writes.stream().map(FollowUpWriter::recordId).toList());
    Map<Integer, List<CrmRow>> older = stamps.onRecords(connection, stampedRecords(writes));
    int agendaType = agendaTypes.of(connection);
    List<PlannedWrite> plans = new ArrayList<>();
    KeyNeeds needs = new KeyNeeds();
    for (CrmWrite each : writes) {
      PlannedWrite plan = plan(connection, each, current, older, agendaType);
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

  private PlannedWrite plan(
      Connection connection,
      CrmWrite write,
      Map<Integer, FollowUpRecord> current,
      Map<Integer, List<CrmRow>> older,
      int agendaType)
      throws SQLException {
    Optional<FollowUpRecord> read = Optional.ofNullable(current.get(recordId(write)));
    if (write instanceof CrmWrite.Create create) {
      return create(create, read, agendaType);
    }
    if (read.isEmpty()) {
      return PlannedWrite.ended(new ChangedMeanwhile());
    }
    if (write instanceof CrmWrite.Update update) {
      return update(update, read.get(), agendaType);
    }
    if (write instanceof CrmWrite.Delete delete) {
      return delete(connection, delete, read.get());
    }
    CrmWrite.PutStamp put = (CrmWrite.PutStamp) write;
    return new PlannedStamp(
        read.get(),
        stampRow(put.recordId(), put.stamp()),
        older.getOrDefault(put.recordId(), List.of()),
        schema,
        put.stamp().associateId());
  }

  private PlannedWrite create(
      CrmWrite.Create create, Optional<FollowUpRecord> read, int agendaType) {
    CrmAppointment value = (CrmAppointment) create.value();
    if (read.isPresent()) {
      return PlannedWrite.ended(new ChangedMeanwhile());
    }
    Optional<DiaryOwner> owner = owners.apply(value.associateId());
    if (owner.isEmpty()) {
      return PlannedWrite.ended(
          new Refused("associate " + value.associateId() + " has no diary (associate.deleted)"));
    }
    CrmRow stampRow = stampRow(value.recordId(), create.stamp());
    return new PlannedCreate(value, owner.get(), limits, agendaType, stampRow);
  }

  private PlannedWrite update(CrmWrite.Update update, FollowUpRecord read, int agendaType) {
    CrmAppointment before = (CrmAppointment) update.before();
    CrmAppointment after = (CrmAppointment) update.after();
    if (!read.version().equals(before.version())) {
      return PlannedWrite.ended(new ChangedMeanwhile());
    }
    boolean rewritten = before.visibility() != after.visibility();
    if (rewritten
        && (before.visibility() == Visibility.OTHER || after.visibility() == Visibility.OTHER)) {
      return PlannedWrite.ended(
          new Refused("its visibility was set for somebody else and stays (table VisibleFor)"));
    }
    return new PlannedUpdate(before, after, read, schema, limits, agendaType);
  }

  private PlannedWrite delete(Connection connection, CrmWrite.Delete delete, FollowUpRecord read)
      throws SQLException {
    if (!read.version().equals(delete.before().version())) {
      return PlannedWrite.ended(new ChangedMeanwhile());
    }
    Optional<String> refusal = deleteRules.refusal(connection, read);
    if (refusal.isPresent()) {
      return PlannedWrite.ended(new Refused(refusal.get()));
    }
    return deletes.plan(connection, read);
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

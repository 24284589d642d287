package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.core.port.CrmOutcome.Refused;
import io.exchangesync.ejb.crm.FollowUpReader;
import io.exchangesync.ejb.crm.FollowUpRecord;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.CrmTable;
import io.exchangesync.ejb.crm.sql.RowGuard;
import io.exchangesync.ejb.crm.sql.RowReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides the row writes of changes of single rows: plain ones, booking masters with their
 * participants, participants' own rows, meetings that are owned outside (schema 4.8).
 */
final class ChangePlanner {
  /** Visibility that was set for somebody else is not ours to change. */
  static final Refused VISIBLE_TO_OTHERS =
      new Refused("its visibility was set for somebody else and stays (table VisibleFor)");

  private static final String REJECT_COUNTER = "rejectCounter";
  private static final String EXTERNAL_PARTICIPANTS = "external_participants";

  private final CrmSchema schema;
  private final FollowUpReader reader;
  private final Limits limits;
  private final DeletePlanner deletes;
  private final ChildRows children;

  ChangePlanner(
      CrmSchema schema,
      FollowUpReader reader,
      Limits limits,
      DeletePlanner deletes,
      ChildRows children) {
    this.schema = schema;
    this.reader = reader;
    this.limits = limits;
    this.deletes = deletes;
    this.children = children;
  }

  /**
   * One row's change.
   *
   * @param read the row as it stands, of the same version as {@code before}
   * @param further changed columns that the two values do not hold
   */
  record Change(
      CrmAppointment before,
      CrmAppointment after,
      FollowUpRecord read,
      Map<String, Object> further) {

    boolean invitee() {
      return before.bookingChild();
    }

    boolean external() {
      return after.ties().ownedExternally() != 0;
    }

    /** Whether it has participants' rows, or gets some. */
    boolean booking() {
      return !invitee() && (read.bookingMaster() || after.booking().isPresent() && !external());
    }
  }

  static boolean visibilityOfOthersTouched(CrmAppointment before, CrmAppointment after) {
    return before.visibility() != after.visibility()
        && (before.visibility() == Visibility.OTHER || after.visibility() == Visibility.OTHER);
  }

  /** The writes, in the order of the changes; further rows are read for all of them at once. */
  List<PlannedWrite> plan(Connection connection, List<Change> changes, int agendaType)
      throws SQLException {
    Set<Integer> further = new LinkedHashSet<>();
    for (Change each : changes) {
      each.read().children().forEach(row -> further.add(row.number("appointment_id")));
      if (declines(each) != 0) {
        further.add(each.before().ties().motherId());
      }
    }
    Map<Integer, FollowUpRecord> rows = reader.byKey(connection, further);
    List<PlannedWrite> plans = new ArrayList<>();
    for (Change each : changes) {
      plans.add(plan(connection, each, rows, agendaType));
    }
    return plans;
  }

  private PlannedWrite plan(
      Connection connection, Change change, Map<Integer, FollowUpRecord> rows, int agendaType)
      throws SQLException {
    if (change.invitee()) {
      return reply(change, rows, agendaType);
    }
    if (change.booking()) {
      return booking(connection, change, rows, agendaType);
    }
    return change.external() && change.after().booking().isPresent()
        ? external(connection, change, agendaType)
        : update(change, agendaType);
  }

  private PlannedUpdate update(Change change, int agendaType) {
    return new PlannedUpdate(
        change.before(),
        change.after(),
        change.read(),
        schema,
        limits,
        agendaType,
        change.further());
  }

  /** Who takes part in a meeting that is owned outside, as text where SuperOffice shows it. */
  private PlannedWrite external(Connection connection, Change change, int agendaType)
      throws SQLException {
    CrmTable appointments = schema.table(LoggedTable.APPOINTMENT.table());
    if (!appointments.has(EXTERNAL_PARTICIPANTS)) {
      return update(change, agendaType);
    }
    String key = LoggedTable.APPOINTMENT.key();
    List<String> columns = List.of(key, EXTERNAL_PARTICIPANTS);
    CrmRow stored =
        RowReader.by(connection, appointments, columns, key, List.of(change.read().id())).get(0);
    String json = ExternalParticipants.json(change.after().booking().orElseThrow());
    if (json.equals(stored.string(EXTERNAL_PARTICIPANTS))) {
      return update(change, agendaType);
    }
    stored
        .raw(EXTERNAL_PARTICIPANTS)
        .ifPresent(known -> change.read().appointment().set(EXTERNAL_PARTICIPANTS, known));
    return update(with(change, Map.of(EXTERNAL_PARTICIPANTS, json)), agendaType);
  }

  private static Change with(Change change, Map<String, Object> columns) {
    Map<String, Object> further = new LinkedHashMap<>(change.further());
    further.putAll(columns);
    return new Change(change.before(), change.after(), change.read(), further);
  }

  private PlannedWrite reply(Change change, Map<Integer, FollowUpRecord> rows, int agendaType) {
    PlannedUpdate update =
        update(
            new Change(change.before(), inviteesOwn(change), change.read(), Map.of()), agendaType);
    FollowUpRecord master = rows.get(change.before().ties().motherId());
    int declines = declines(change);
    return master == null || declines == 0
        ? update
        : new PlannedReply(update, counted(master, declines), change.before().associateId());
  }

  /** What an invitee may change of his row (rule 48); the rest is the organizer's and stays. */
  private static CrmAppointment inviteesOwn(Change change) {
    CrmAppointment after = change.after();
    return change
        .before()
        .with()
        .type(after.type())
        .status(after.status())
        .done(after.done())
        .hasAlarm(after.hasAlarm())
        .alarmMinutes(after.alarmMinutes())
        .priorityId(after.priorityId())
        .freeBusy(after.freeBusy())
        .visibility(after.visibility())
        .build();
  }

  /** 1 if an invitee declines, -1 if he does so no more. */
  private static int declines(Change change) {
    if (!change.invitee() || change.before().status() == change.after().status()) {
      return 0;
    }
    return change.after().status() == Participation.DECLINED
        ? 1
        : change.before().status() == Participation.DECLINED ? -1 : 0;
  }

  private RowGuard counted(FollowUpRecord master, int declines) {
    int counted = master.appointment().number(REJECT_COUNTER) + declines;
    return new RowGuard(
        schema.table(LoggedTable.APPOINTMENT.table()),
        LoggedTable.APPOINTMENT.key(),
        master.appointment(),
        Map.of(REJECT_COUNTER, Math.max(0, counted)));
  }

  private PlannedWrite booking(
      Connection connection, Change change, Map<Integer, FollowUpRecord> rows, int agendaType)
      throws SQLException {
    BookingChanges changes = BookingChanges.of(change, rows);
    Map<String, Object> columns = new LinkedHashMap<>();
    int mother = changes.motherId(change.read());
    if (mother != change.read().appointment().number("mother_id")) {
      columns.put("mother_id", mother);
    }
    if (changes.declines() != 0) {
      int counted = change.read().appointment().number(REJECT_COUNTER) + changes.declines();
      columns.put(REJECT_COUNTER, Math.max(0, counted));
    }
    List<PlannedWrite> deletions = new ArrayList<>();
    for (FollowUpRecord gone : changes.gone()) {
      deletions.add(deletes.plan(connection, gone));
    }
    String uid = change.after().booking().map(CrmBooking::eventUid).orElse("");
    return new PlannedParticipants(
        update(with(change, columns), agendaType),
        change,
        changes,
        deletions,
        limits.invitations() && Invitations.missing(change.read().invitation(), uid) ? uid : "",
        children,
        schema);
  }
}

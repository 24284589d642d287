package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.ejb.crm.FollowUpRecord;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.RowGuard;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change of a booking master together with its participants' rows (rules 45 to 48); a plain row
 * becomes a master here, and a master plain.
 *
 * <p>Invariant: master and participants are locked as they were read before the first is written; a
 * new time asks colleagues anew.
 */
final class PlannedParticipants implements PlannedWrite {
  private static final String MASTERS_OWNER = "mother_associate_id";

  private final PlannedUpdate master;
  private final ChangePlanner.Change change;
  private final BookingChanges participants;
  private final List<PlannedWrite> deletions;
  private final String newUid;
  private final ChildRows rows;
  private final CrmSchema schema;

  /**
   * @param deletions of the rows that are gone
   * @param newUid event UID that table invitation does not have yet; "" if there is none to write
   */
  PlannedParticipants(
      PlannedUpdate master,
      ChangePlanner.Change change,
      BookingChanges participants,
      List<PlannedWrite> deletions,
      String newUid,
      ChildRows rows,
      CrmSchema schema) {
    this.master = master;
    this.change = change;
    this.participants = participants;
    this.deletions = List.copyOf(deletions);
    this.newUid = newUid;
    this.rows = rows;
    this.schema = schema;
  }

  @Override
  public void count(KeyNeeds needs) {
    master.count(needs);
    participants.added().forEach(one -> rows.count(needs));
    deletions.forEach(each -> each.count(needs));
    needs.log(2 * participants.kept().size() + participants.cancelled().size());
    if (!newUid.isEmpty() && change.read().invitation().isEmpty()) {
      needs.key(Invitations.TABLE);
    }
  }

  @Override
  public Optional<CrmOutcome> perform(WriteContext context) throws SQLException {
    if (!context.lock(locks())) {
      return Optional.of(new CrmOutcome.ChangedMeanwhile());
    }
    Optional<CrmOutcome> outcome = master.perform(context);
    if (outcome.isPresent()) {
      return outcome;
    }
    context
        .gone()
        .addCalledOff(
            context.connection(),
            schema.table(LoggedTable.APPOINTMENT.table()),
            participants.cancelled().stream().map(FollowUpRecord::id).toList());
    int actor = change.before().associateId();
    Map<String, Object> shared = ChildRows.shared(master.columns());
    for (BookingChanges.Kept each : participants.kept()) {
      follow(context, each, shared, actor);
    }
    for (FollowUpRecord each : participants.cancelled()) {
      written(context, each, Map.of("status", Participation.CANCELLED), actor);
    }
    for (CrmBooking.Participant one : participants.added()) {
      rows.insert(context, asWritten(), one);
    }
    for (PlannedWrite each : deletions) {
      context
          .gone()
          .addAll(
              each.perform(context)
                  .filter(CrmOutcome.Deleted.class::isInstance)
                  .map(CrmOutcome.Deleted.class::cast)
                  .orElseThrow(PlannedParticipants::changedMeanwhile)
                  .rows());
    }
    invitation(context, actor);
    return Optional.empty();
  }

  @Override
  public List<RowGuard> locks() {
    List<FollowUpRecord> touched = new ArrayList<>(List.of(change.read()));
    participants.kept().forEach(each -> touched.add(each.row()));
    touched.addAll(participants.cancelled());
    touched.addAll(participants.gone());
    List<RowGuard> locks = new ArrayList<>();
    touched.forEach(
        each -> locks.add(guard(LoggedTable.APPOINTMENT, each.appointment(), Map.of())));
    boolean seen = change.before().visibility() != change.after().visibility();
    for (BookingChanges.Kept each : seen ? participants.kept() : List.<BookingChanges.Kept>of()) {
      each.row()
          .visibleFor()
          .forEach(visible -> locks.add(guard(LoggedTable.VISIBLE_FOR, visible, Map.of())));
    }
    return locks;
  }

  private ChildRows.Master asWritten() {
    Map<String, Object> changed = master.columns();
    CrmRow read = change.read().appointment();
    Map<String, Object> further = new LinkedHashMap<>(change.further());
    further.put("recurrenceRuleId", read.number("recurrenceRuleId"));
    read.raw("original_start_date").ifPresent(at -> further.putIfAbsent("original_start_date", at));
    return new ChildRows.Master(
        change.after(),
        change.read().id(),
        (Integer) changed.getOrDefault("text_id", read.number("text_id")),
        (Integer) changed.getOrDefault("agenda_text_id", read.number("agenda_text_id")),
        further);
  }

  private void follow(
      WriteContext context, BookingChanges.Kept kept, Map<String, Object> shared, int actor)
      throws SQLException {
    Map<String, Object> columns = new LinkedHashMap<>(shared);
    columns.putAll(kept.own());
    columns.putAll(mastersOwner(kept.row()));
    Visibility old = ChildRows.visibility(change.before().visibility());
    Visibility wanted = ChildRows.visibility(change.after().visibility());
    if (wanted != old && kept.row().visibleFor().size() == 1 && seenAs(old, kept.row())) {
      columns.put("private", wanted.privateColumn());
      CrmRow visible = kept.row().visibleFor().get(0);
      int owner = kept.row().appointment().number("associate_id");
      Map<String, Object> who = ChildRows.visibleFor(wanted, owner, actor);
      if (!context.update(
          LoggedTable.VISIBLE_FOR, guard(LoggedTable.VISIBLE_FOR, visible, who), actor)) {
        throw changedMeanwhile();
      }
    }
    written(context, kept.row(), columns, actor);
  }

  /** Whose booking it is, where the row says otherwise: the booking was given to somebody else. */
  private Map<String, Object> mastersOwner(FollowUpRecord row) {
    int owner = change.after().associateId();
    boolean known = schema.table(LoggedTable.APPOINTMENT.table()).has(MASTERS_OWNER);
    return known && row.appointment().number(MASTERS_OWNER) != owner
        ? Map.of(MASTERS_OWNER, owner)
        : Map.of();
  }

  /** Whether a participant's row is still seen as its master had it; else its owner chose. */
  private static boolean seenAs(Visibility ofMaster, FollowUpRecord row) {
    boolean everyone = row.visibleFor().get(0).flag("forAll");
    return everyone == (ofMaster == Visibility.EVERYONE);
  }

  private void written(
      WriteContext context, FollowUpRecord row, Map<String, Object> columns, int actor)
      throws SQLException {
    if (!columns.isEmpty()
        && !context.update(
            LoggedTable.APPOINTMENT,
            guard(LoggedTable.APPOINTMENT, row.appointment(), columns),
            actor)) {
      throw changedMeanwhile();
    }
  }

  private RowGuard guard(LoggedTable table, CrmRow row, Map<String, Object> columns) {
    return new RowGuard(schema.table(table.table()), table.key(), row, columns);
  }

  private static IllegalStateException changedMeanwhile() {
    return new IllegalStateException("a locked participant's row was changed meanwhile");
  }

  private void invitation(WriteContext context, int actor) throws SQLException {
    if (newUid.isEmpty()) {
      return;
    }
    Optional<CrmRow> known = change.read().invitation();
    if (known.isPresent()) {
      Invitations.complete(context, schema, known.get(), newUid, actor);
    } else {
      Invitations.insert(context, change.read().id(), newUid, actor);
    }
  }
}

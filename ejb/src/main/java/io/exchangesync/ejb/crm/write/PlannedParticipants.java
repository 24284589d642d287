package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.ejb.crm.FollowUpRecord;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.RowGuard;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change of a booking master together with its participants' rows (rules 45 to 48).
 *
 * <p>Invariant: master and participants are locked as they were read before the first is written; a
 * new time asks colleagues anew.
 */
final class PlannedParticipants implements PlannedWrite {
  private static final int ASKED_AGAIN = 6;
  private static final int BOOKING = 6;
  private static final int CANCELLED = 10;

  private final PlannedUpdate master;
  private final CrmAppointment after;
  private final FollowUpRecord read;
  private final ChildRows rows;
  private final CrmSchema schema;
  private final List<CrmBooking.Participant> added = new ArrayList<>();
  private final List<RowGuard> changed = new ArrayList<>();
  private final List<PlannedWrite> gone = new ArrayList<>();

  PlannedParticipants(
      PlannedUpdate master,
      CrmAppointment before,
      CrmAppointment after,
      FollowUpRecord read,
      Map<Integer, FollowUpRecord> children,
      Map<Integer, PlannedWrite> deletions,
      ChildRows rows,
      CrmSchema schema) {
    this.master = master;
    this.after = after;
    this.read = read;
    this.rows = rows;
    this.schema = schema;
    Map<Integer, CrmBooking.Participant> old = byRow(before);
    boolean moved =
        !before.doBy().equals(after.doBy()) || !before.endDate().equals(after.endDate());
    for (CrmBooking.Participant one : after.booking().orElseThrow().participants()) {
      CrmBooking.Participant known = old.remove(one.rowId());
      if (known == null) {
        added.add(one);
      } else {
        change(children.get(one.rowId()), changes(known, one, moved));
      }
    }
    for (CrmBooking.Participant one : old.values()) {
      if (colleague(one)) {
        change(children.get(one.rowId()), Map.of("status", CANCELLED));
      } else {
        gone.add(deletions.get(one.rowId()));
      }
    }
  }

  /** Participants of {@code before} without a row in {@code after} that are deleted, not told. */
  static List<Integer> deleted(CrmAppointment before, CrmAppointment after) {
    Map<Integer, CrmBooking.Participant> old = byRow(before);
    byRow(after).keySet().forEach(old::remove);
    return old.values().stream()
        .filter(one -> !colleague(one))
        .map(CrmBooking.Participant::rowId)
        .toList();
  }

  private static Map<Integer, CrmBooking.Participant> byRow(CrmAppointment row) {
    Map<Integer, CrmBooking.Participant> byRow = new HashMap<>();
    row.booking()
        .ifPresent(booking -> booking.participants().forEach(one -> byRow.put(one.rowId(), one)));
    return byRow;
  }

  private static boolean colleague(CrmBooking.Participant one) {
    return one.associateId() != 0 && !one.resource();
  }

  private Map<String, Object> changes(
      CrmBooking.Participant known, CrmBooking.Participant one, boolean moved) {
    Map<String, Object> columns = new LinkedHashMap<>(ChildRows.shared(master.columns()));
    boolean answered = known.type() != one.type() || known.status() != one.status();
    if (answered) {
      columns.put("type", one.type());
      columns.put("status", one.status());
    } else if (moved && colleague(one) && one.status() != CANCELLED) {
      columns.put("type", BOOKING);
      columns.put("status", ASKED_AGAIN);
    }
    return columns;
  }

  private void change(FollowUpRecord child, Map<String, Object> columns) {
    if (child != null && !columns.isEmpty()) {
      changed.add(
          new RowGuard(
              schema.table(LoggedTable.APPOINTMENT.table()),
              LoggedTable.APPOINTMENT.key(),
              child.appointment(),
              columns));
    }
  }

  @Override
  public void count(KeyNeeds needs) {
    master.count(needs);
    added.forEach(one -> rows.count(needs));
    gone.forEach(each -> each.count(needs));
    needs.log(changed.size());
  }

  @Override
  public Optional<CrmOutcome> perform(WriteContext context) throws SQLException {
    for (RowGuard each : changed) {
      if (!each.lock(context.connection())) {
        return Optional.of(new CrmOutcome.ChangedMeanwhile());
      }
    }
    Optional<CrmOutcome> outcome = master.perform(context);
    if (outcome.isPresent()) {
      return outcome;
    }
    int actor = after.associateId();
    for (RowGuard each : changed) {
      if (!context.update(LoggedTable.APPOINTMENT, each, actor)) {
        throw new IllegalStateException("a locked participant's row was changed meanwhile");
      }
    }
    for (CrmBooking.Participant one : added) {
      rows.insert(
          context,
          after,
          read.id(),
          read.appointment().number("text_id"),
          read.appointment().number("agenda_text_id"),
          one);
    }
    for (PlannedWrite each : gone) {
      each.perform(context);
    }
    return Optional.empty();
  }
}

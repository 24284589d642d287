package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.model.CrmAppointment;
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
 * Changed columns of the rows of one follow-up (rules 7, 11, 12, 36, 42).
 *
 * <p>Invariant: either all rows were still as read and all are written, or none is.
 */
final class PlannedUpdate implements PlannedWrite {
  private static final int TITLE_TYPE = 4;

  private record Change(LoggedTable table, RowGuard guard) {}

  private record NewText(int type, String referringColumn, Map<String, Object> columns) {}

  private final CrmAppointment before;
  private final CrmAppointment after;
  private final FollowUpRecord read;
  private final CrmSchema schema;
  private final Map<String, Object> appointment;
  private final List<Change> changes = new ArrayList<>();
  private final List<NewText> newTexts = new ArrayList<>();

  /**
   * @param further changed columns that the two values do not hold
   */
  PlannedUpdate(
      CrmAppointment before,
      CrmAppointment after,
      FollowUpRecord read,
      CrmSchema schema,
      Limits limits,
      int agendaType,
      Map<String, Object> further) {
    this.before = before;
    this.after = after;
    this.read = read;
    this.schema = schema;
    this.appointment = new LinkedHashMap<>(AppointmentChanges.between(before, after, limits));
    this.appointment.putAll(further);
    if (!before.title().equals(after.title())) {
      text(read.title(), TITLE_TYPE, "text_id", limits.title(after.title()));
    }
    if (limits.agendas() && !before.agenda().equals(after.agenda())) {
      text(read.agenda(), agendaType, "agenda_text_id", limits.agenda(after.agenda()));
    }
    if (before.visibility() != after.visibility()) {
      change(LoggedTable.VISIBLE_FOR, read.visibleFor().get(0), visibleFor());
    }
  }

  /** Changed columns of the appointment row itself. */
  Map<String, Object> columns() {
    return java.util.Collections.unmodifiableMap(appointment);
  }

  private Map<String, Object> visibleFor() {
    return VisibleForColumns.of(after.visibility(), after.associateId(), after.groupId());
  }

  private void text(
      Optional<CrmRow> row, int type, String referringColumn, Map<String, Object> columns) {
    if (row.isPresent()) {
      change(LoggedTable.TEXT, row.get(), columns);
    } else {
      newTexts.add(new NewText(type, referringColumn, columns));
    }
  }

  private void change(LoggedTable table, CrmRow row, Map<String, Object> columns) {
    changes.add(
        new Change(table, new RowGuard(schema.table(table.table()), table.key(), row, columns)));
  }

  @Override
  public void count(KeyNeeds needs) {
    newTexts.forEach(each -> needs.row(LoggedTable.TEXT));
    needs.log(changes.size() + 4);
  }

  @Override
  public Optional<CrmOutcome> perform(WriteContext context) throws SQLException {
    int actor = before.associateId();
    for (NewText each : newTexts) {
      appointment.put(each.referringColumn(), context.nextKey(LoggedTable.TEXT));
    }
    if (!appointment.isEmpty()) {
      change(LoggedTable.APPOINTMENT, read.appointment(), appointment);
    }
    if (changes.size() > 1 && !lockAll(context)) {
      return Optional.of(new CrmOutcome.ChangedMeanwhile());
    }
    for (Change each : changes) {
      if (!context.update(each.table(), each.guard(), actor)) {
        return Optional.of(new CrmOutcome.ChangedMeanwhile());
      }
    }
    for (NewText each : newTexts) {
      int id = (Integer) appointment.get(each.referringColumn());
      context.insert(
          LoggedTable.TEXT, id, Limits.textRow(each.type(), read.id(), each.columns()), actor);
    }
    logMoves(context, actor);
    return Optional.empty();
  }

  private boolean lockAll(WriteContext context) throws SQLException {
    for (Change each : changes) {
      if (!each.guard().lock(context.connection())) {
        return false;
      }
    }
    return true;
  }

  private void logMoves(WriteContext context, int actor) {
    int table = LoggedTable.APPOINTMENT.number();
    if (appointment.containsKey("associate_id")) {
      context.log(LogType.OWNER_CHANGED, table, read.id(), actor, before.associateId());
    }
    if (appointment.containsKey("contact_id")) {
      int old = before.references().contactId();
      context.log(LogType.CONTACT_CHANGED, table, read.id(), actor, old);
    }
    if (appointment.containsKey("project_id")) {
      int old = before.references().projectId();
      context.log(LogType.PROJECT_CHANGED, table, read.id(), actor, old);
    }
  }
}

package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.ejb.crm.sql.CrmColumn;
import io.exchangesync.ejb.crm.sql.CrmRow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Rows of a booking's participants: the master's text, time and references in the participant's
 * diary (rules 45, 46, 50).
 */
final class ChildRows {
  /** What a participant's row has from its master. */
  private static final Set<String> SHARED =
      Set.of(
          "do_by",
          "endDate",
          "alldayEvent",
          "location",
          "task_idx",
          "contact_id",
          "person_id",
          "project_id",
          "sale_id",
          "preferredTZLocation",
          "text_id",
          "agenda_text_id",
          "recurrenceRuleId",
          "original_start_date");

  private final Limits limits;
  private final IntFunction<Optional<DiaryOwner>> owners;

  /**
   * The master of new rows.
   *
   * @param further columns its participants share that the value does not hold
   */
  record Master(
      CrmAppointment value, int id, int textId, int agendaId, Map<String, Object> further) {
    Master {
      further = shared(further);
    }
  }

  ChildRows(Limits limits, IntFunction<Optional<DiaryOwner>> owners) {
    this.limits = limits;
    this.owners = owners;
  }

  void count(KeyNeeds needs) {
    needs.row(LoggedTable.APPOINTMENT).row(LoggedTable.VISIBLE_FOR);
  }

  /** Inserts one participant's row with its own VisibleFor row; the actor is the master's owner. */
  void insert(WriteContext context, Master of, CrmBooking.Participant participant) {
    CrmAppointment master = of.value();
    int id = context.nextKey(LoggedTable.APPOINTMENT);
    int actor = master.associateId();
    Visibility visibility = visibility(master.visibility());
    CrmRow row =
        CrmRow.empty()
            .set("contact_id", master.references().contactId())
            .set("person_id", master.references().personId())
            .set("project_id", master.references().projectId())
            .set("sale_id", master.references().saleId())
            .set("associate_id", participant.associateId())
            .set("group_idx", group(participant.associateId()))
            .set("invitedPersonId", participant.personId())
            .set("type", participant.type())
            .set("status", participant.status())
            .set("task_idx", master.taskId())
            .set("private", visibility.privateColumn())
            .set("do_by", Limits.time(master.doBy()))
            .set("activeDate", Limits.time(master.doBy()))
            .set("endDate", Limits.time(master.endDate()))
            .set("done", CrmColumn.NEVER)
            .set("alldayEvent", master.allDay() ? 1 : 0)
            .set("location", limits.location(master.location()))
            .set("preferredTZLocation", master.preferredTzLocation())
            .set("mother_id", of.id())
            .set("mother_associate_id", master.associateId())
            .set("text_id", of.textId())
            .set("agenda_text_id", of.agendaId());
    of.further().forEach(row::set);
    context.insert(LoggedTable.APPOINTMENT, id, row, actor);
    CrmRow visible =
        CrmRow.empty()
            .set("tableId", LoggedTable.APPOINTMENT.number())
            .set("recordId", id)
            .set("appointmentId", id);
    visibleFor(visibility, participant.associateId(), master.associateId()).forEach(visible::set);
    context.insert(
        LoggedTable.VISIBLE_FOR, context.nextKey(LoggedTable.VISIBLE_FOR), visible, actor);
  }

  private int group(int associateId) {
    return associateId == 0 ? 0 : owners.apply(associateId).map(DiaryOwner::groupId).orElse(0);
  }

  /** A private booking is seen by each participant alone. */
  static Visibility visibility(Visibility ofMaster) {
    return ofMaster == Visibility.EVERYONE ? Visibility.EVERYONE : Visibility.OWNER;
  }

  /** Columns of VisibleFor; a row in no diary is seen by its master's owner. */
  static Map<String, Object> visibleFor(Visibility visibility, int associateId, int mastersOwner) {
    return VisibleForColumns.of(visibility, associateId == 0 ? mastersOwner : associateId, 0);
  }

  /**
   * Of a master's changed columns those that its participants' rows share; a master completed does
   * not complete them.
   */
  static Map<String, Object> shared(Map<String, Object> masterChanges) {
    Map<String, Object> columns = new LinkedHashMap<>(masterChanges);
    columns.keySet().retainAll(SHARED);
    if (columns.containsKey("do_by")) {
      columns.put("activeDate", columns.get("do_by"));
    }
    return columns;
  }
}

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
          "activeDate",
          "alldayEvent",
          "location",
          "task_idx",
          "contact_id",
          "person_id",
          "project_id",
          "sale_id",
          "preferredTZLocation",
          "text_id",
          "agenda_text_id");

  private final Limits limits;
  private final IntFunction<Optional<DiaryOwner>> owners;

  ChildRows(Limits limits, IntFunction<Optional<DiaryOwner>> owners) {
    this.limits = limits;
    this.owners = owners;
  }

  void count(KeyNeeds needs) {
    needs.row(LoggedTable.APPOINTMENT).row(LoggedTable.VISIBLE_FOR);
  }

  /** Inserts one participant's row with its own VisibleFor row; the actor is the master's owner. */
  void insert(
      WriteContext context,
      CrmAppointment master,
      int masterId,
      int textId,
      int agendaId,
      CrmBooking.Participant participant) {
    int id = context.nextKey(LoggedTable.APPOINTMENT);
    int actor = master.associateId();
    int group =
        participant.associateId() == 0
            ? 0
            : owners.apply(participant.associateId()).map(DiaryOwner::groupId).orElse(0);
    CrmRow row =
        CrmRow.empty()
            .set("contact_id", master.references().contactId())
            .set("person_id", master.references().personId())
            .set("project_id", master.references().projectId())
            .set("sale_id", master.references().saleId())
            .set("associate_id", participant.associateId())
            .set("group_idx", group)
            .set("invitedPersonId", participant.personId())
            .set("type", participant.type())
            .set("status", participant.status())
            .set("task_idx", master.taskId())
            .set("private", master.visibility().privateColumn())
            .set("do_by", Limits.time(master.doBy()))
            .set("activeDate", Limits.time(master.doBy()))
            .set("endDate", Limits.time(master.endDate()))
            .set("done", CrmColumn.NEVER)
            .set("alldayEvent", master.allDay() ? 1 : 0)
            .set("location", limits.location(master.location()))
            .set("preferredTZLocation", master.preferredTzLocation())
            .set("mother_id", masterId)
            .set("mother_associate_id", master.associateId())
            .set("text_id", textId)
            .set("agenda_text_id", agendaId);
    context.insert(LoggedTable.APPOINTMENT, id, row, actor);
    CrmRow visible =
        CrmRow.empty()
            .set("tableId", LoggedTable.APPOINTMENT.number())
            .set("recordId", id)
            .set("appointmentId", id);
    visibleFor(master, participant, group).forEach(visible::set);
    context.insert(
        LoggedTable.VISIBLE_FOR, context.nextKey(LoggedTable.VISIBLE_FOR), visible, actor);
  }

  /**
   * A private booking is seen by each participant alone; a row in no diary by its master's owner.
   */
  private static Map<String, Object> visibleFor(
      CrmAppointment master, CrmBooking.Participant participant, int group) {
    boolean open = master.visibility() == Visibility.EVERYONE;
    int owner = participant.associateId() == 0 ? master.associateId() : participant.associateId();
    return VisibleForColumns.of(open ? Visibility.EVERYONE : Visibility.OWNER, owner, group);
  }

  /** Of a master's changed columns those that its participants' rows share. */
  static Map<String, Object> shared(Map<String, Object> masterChanges) {
    Map<String, Object> columns = new LinkedHashMap<>(masterChanges);
    columns.keySet().retainAll(SHARED);
    return columns;
  }
}

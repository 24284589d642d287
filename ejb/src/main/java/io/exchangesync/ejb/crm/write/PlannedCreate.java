package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.ejb.crm.sql.CrmColumn;
import io.exchangesync.ejb.crm.sql.CrmRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A new diary row with its title, agenda, VisibleFor and stamp rows (rules 34, 35, 38 to 43).
 *
 * <p>Invariant: creator and actor are the owner of the diary, so that the row does not look
 * assigned (rule 8).
 */
final class PlannedCreate implements PlannedWrite {
  private static final int TITLE_TYPE = 4;

  private final CrmAppointment value;
  private final DiaryOwner owner;
  private final Limits limits;
  private final int agendaType;
  private final Optional<CrmRow> stampRow;
  private final Map<String, Object> further;
  private final ChildRows children;

  /**
   * @param value recordId 0 takes a key of its own
   * @param stampRow empty for the dates of a series, whose stamp stands on the rule
   * @param further columns that the value does not hold
   */
  PlannedCreate(
      CrmAppointment value,
      DiaryOwner owner,
      Limits limits,
      int agendaType,
      Optional<CrmRow> stampRow,
      Map<String, Object> further,
      ChildRows children) {
    this.value = value;
    this.children = children;
    this.further = Map.copyOf(further);
    this.owner = owner;
    this.limits = limits;
    this.agendaType = agendaType;
    this.stampRow = stampRow;
  }

  @Override
  public void count(KeyNeeds needs) {
    needs.row(LoggedTable.TEXT).row(LoggedTable.VISIBLE_FOR);
    stampRow.ifPresent(stamp -> needs.row(LoggedTable.FOREIGN_KEY));
    if (value.recordId() == 0) {
      needs.row(LoggedTable.APPOINTMENT);
    } else {
      needs.log(1);
    }
    if (hasAgenda()) {
      needs.row(LoggedTable.TEXT);
    }
    participants().forEach(one -> children.count(needs));
    if (hasInvitation()) {
      needs.key(Invitations.TABLE);
    }
  }

  private List<CrmBooking.Participant> participants() {
    return externallyOwned()
        ? List.of()
        : value.booking().map(CrmBooking::participants).orElse(List.of()).stream()
            .filter(one -> one.status() != Participation.CANCELLED)
            .toList();
  }

  private boolean externallyOwned() {
    return value.ties().ownedExternally() != 0;
  }

  private boolean hasInvitation() {
    return limits.invitations()
        && value.booking().filter(booking -> !booking.eventUid().isEmpty()).isPresent();
  }

  @Override
  public Optional<CrmOutcome> perform(WriteContext context) {
    int actor = value.associateId();
    int id = value.recordId() == 0 ? context.nextKey(LoggedTable.APPOINTMENT) : value.recordId();
    int group = value.groupId() == 0 ? owner.groupId() : value.groupId();
    int textId = context.nextKey(LoggedTable.TEXT);
    int agendaId = hasAgenda() ? context.nextKey(LoggedTable.TEXT) : 0;
    CrmRow row = appointment(group, textId, agendaId);
    if (value.booking().isPresent() && !externallyOwned()) {
      row.set("mother_id", id);
    } else if (value.booking().isPresent()) {
      row.set("external_participants", ExternalParticipants.json(value.booking().get()));
    }
    context.insert(LoggedTable.APPOINTMENT, id, row, actor);
    context.insert(
        LoggedTable.TEXT,
        textId,
        Limits.textRow(TITLE_TYPE, id, limits.title(value.title())),
        actor);
    if (agendaId != 0) {
      CrmRow agenda = Limits.textRow(agendaType, id, limits.agenda(value.agenda()));
      context.insert(LoggedTable.TEXT, agendaId, agenda, actor);
    }
    CrmRow visible =
        CrmRow.empty()
            .set("tableId", LoggedTable.APPOINTMENT.number())
            .set("recordId", id)
            .set("appointmentId", id);
    VisibleForColumns.of(visibility(), actor, group).forEach(visible::set);
    context.insert(
        LoggedTable.VISIBLE_FOR, context.nextKey(LoggedTable.VISIBLE_FOR), visible, actor);
    stampRow.ifPresent(
        stamp ->
            context.insert(
                LoggedTable.FOREIGN_KEY, context.nextKey(LoggedTable.FOREIGN_KEY), stamp, actor));
    ChildRows.Master master = new ChildRows.Master(value, id, textId, agendaId, further);
    participants().forEach(one -> children.insert(context, master, one));
    if (hasInvitation()) {
      Invitations.insert(context, id, value.booking().orElseThrow().eventUid(), actor);
    }
    return Optional.empty();
  }

  private boolean hasAgenda() {
    return limits.agendas() && !value.agenda().isBlank();
  }

  private Visibility visibility() {
    return value.visibility() == Visibility.OTHER ? Visibility.OWNER : value.visibility();
  }

  private CrmRow appointment(int group, int textId, int agendaId) {
    CrmRow row = columns(group, textId, agendaId);
    further.forEach(row::set);
    return row;
  }

  private CrmRow columns(int group, int textId, int agendaId) {
    return CrmRow.empty()
        .set("contact_id", value.references().contactId())
        .set("person_id", value.references().personId())
        .set("project_id", value.references().projectId())
        .set("sale_id", value.references().saleId())
        .set("associate_id", value.associateId())
        .set("group_idx", group)
        .set("invitedPersonId", owner.personId())
        .set("type", value.type())
        .set("status", value.status())
        .set("task_idx", value.taskId())
        .set("priority_idx", value.priorityId())
        .set("private", visibility().privateColumn())
        .set("do_by", Limits.time(value.doBy()))
        .set("activeDate", Limits.activeDate(value))
        .set("endDate", Limits.time(value.endDate()))
        .set("done", value.completed() ? Limits.time(value.done()) : CrmColumn.NEVER)
        .set("alldayEvent", value.allDay() ? 1 : 0)
        .set("freeBusy", value.freeBusy())
        .set("hasAlarm", value.hasAlarm() ? 1 : 0)
        .set("alarm", limits.alarm(value.alarmMinutes()))
        .set("location", limits.location(value.location()))
        .set("preferredTZLocation", value.preferredTzLocation())
        .set("owned_externally", value.ties().ownedExternally())
        .set("text_id", textId)
        .set("agenda_text_id", agendaId);
  }
}

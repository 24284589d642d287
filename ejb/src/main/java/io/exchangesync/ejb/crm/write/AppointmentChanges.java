package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmTies;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The columns of table appointment in which two states of one follow-up differ. */
final class AppointmentChanges {
  private final CrmAppointment before;
  private final CrmAppointment after;
  private final Map<String, Object> columns = new LinkedHashMap<>();

  private AppointmentChanges(CrmAppointment before, CrmAppointment after) {
    this.before = before;
    this.after = after;
  }

  static Map<String, Object> between(CrmAppointment before, CrmAppointment after, Limits limits) {
    AppointmentChanges changes = new AppointmentChanges(before, after);
    changes.collect(limits);
    return changes.columns;
  }

  private void collect(Limits limits) {
    differing("do_by", a -> Limits.time(a.doBy()));
    differing("endDate", a -> Limits.time(a.endDate()));
    differing("done", a -> Limits.time(a.done()));
    differing("activeDate", Limits::activeDate);
    differing("alldayEvent", a -> a.allDay() ? 1 : 0);
    differing("location", a -> limits.location(a.location()));
    differing("hasAlarm", a -> a.hasAlarm() ? 1 : 0);
    differing("alarm", a -> limits.alarm(a.alarmMinutes()));
    differing("freeBusy", CrmAppointment::freeBusy);
    differing("private", a -> a.visibility().privateColumn());
    differing("task_idx", CrmAppointment::taskId);
    differing("priority_idx", CrmAppointment::priorityId);
    differing("type", CrmAppointment::type);
    differing("status", CrmAppointment::status);
    differing("associate_id", CrmAppointment::associateId);
    differing("group_idx", CrmAppointment::groupId);
    differing("contact_id", a -> a.references().contactId());
    differing("person_id", a -> a.references().personId());
    differing("project_id", a -> a.references().projectId());
    differing("sale_id", a -> a.references().saleId());
    differing("preferredTZLocation", CrmAppointment::preferredTzLocation);
    if (after.ties().caution() != CrmTies.NO_CAUTION) {
      differing("cautionWarning", a -> a.ties().caution());
    }
    if (limits.ownedExternally()) {
      differing("owned_externally", a -> a.ties().ownedExternally());
    }
  }

  private void differing(String column, Function<CrmAppointment, Object> value) {
    Object wanted = value.apply(after);
    if (!Objects.equals(value.apply(before), wanted)) {
      columns.put(column, wanted);
    }
  }
}

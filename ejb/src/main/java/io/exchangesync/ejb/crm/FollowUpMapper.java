package io.exchangesync.ejb.crm;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.CrmNames;
import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.CrmTies;
import io.exchangesync.ejb.crm.sql.CrmRow;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;

/** Turns the rows of a follow-up into the value the engine works on. */
final class FollowUpMapper {
  private FollowUpMapper() {}

  static CrmAppointment map(FollowUpRecord record, CrmNames names, Optional<CrmBooking> booking) {
    CrmRow row = record.appointment();
    return new CrmAppointment(
        record.id(),
        row.number("associate_id"),
        row.number("group_idx"),
        row.number("registered_associate_id"),
        row.number("type"),
        row.number("status"),
        row.number("task_idx"),
        row.number("priority_idx"),
        row.time("do_by"),
        row.time("activeDate"),
        row.time("endDate"),
        row.time("done"),
        row.flag("alldayEvent"),
        record.title().map(t -> CrmText.canonical(t.string("text"))).orElse(""),
        record.agenda().map(FollowUpMapper::html).orElse(""),
        CrmText.canonical(row.string("location")),
        row.flag("hasAlarm"),
        row.number("alarm"),
        row.number("freeBusy"),
        record.visibility(),
        new CrmReferences(
            row.number("contact_id"),
            row.number("person_id"),
            row.number("project_id"),
            row.number("sale_id")),
        names,
        row.number("preferredTZLocation"),
        ties(record),
        record.keys(),
        Optional.empty(),
        booking,
        latest(record, "registered").toInstant(ZoneOffset.UTC),
        latest(record, "updated").toInstant(ZoneOffset.UTC),
        record.version());
  }

  private static CrmTies ties(FollowUpRecord record) {
    CrmRow row = record.appointment();
    return new CrmTies(
        row.number("document_id"),
        row.number("mother_id"),
        row.number("recurrenceRuleId"),
        row.number("assignedBy"),
        row.number("activeLinks"),
        row.flag("isMilestone"),
        row.number("owned_externally"),
        record.invited(),
        record.cautions() ? row.number("cautionWarning") : CrmTies.NO_CAUTION,
        record.customDate());
  }

  static String html(CrmRow agenda) {
    String html = CrmText.canonical(agenda.string("html_text"));
    return html.isEmpty() ? CrmText.asHtml(CrmText.canonical(agenda.string("text"))) : html;
  }

  private static LocalDateTime latest(FollowUpRecord record, String stamp) {
    return record.rows().map(row -> row.time(stamp)).max(Comparator.naturalOrder()).orElseThrow();
  }
}

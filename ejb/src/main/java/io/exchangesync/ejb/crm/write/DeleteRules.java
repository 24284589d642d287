package io.exchangesync.ejb.crm.write;

import io.exchangesync.ejb.crm.FollowUpRecord;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.CrmTable;
import io.exchangesync.ejb.crm.sql.RowReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which follow-ups must not be deleted (sync-rules 7a). */
final class DeleteRules {
  private final CrmSchema schema;

  DeleteRules(CrmSchema schema) {
    this.schema = schema;
  }

  /** Why this follow-up must stay; empty if it may go. */
  Optional<String> refusal(Connection connection, FollowUpRecord read) throws SQLException {
    CrmRow row = read.appointment();
    if (row.number("document_id") != 0) {
      return Optional.of("the row belongs to a document (appointment.document_id)");
    }
    if (row.number("mother_id") != 0 && row.number("mother_id") != read.id()) {
      return Optional.of("an invitation is declined, not deleted (appointment.mother_id)");
    }
    if (Set.of(11, 12, 13).contains(row.number("status"))) {
      return Optional.of("an assignment is declined, not deleted (appointment.status)");
    }
    if (row.number("activeLinks") > 0) {
      return Optional.of("documents or other records are linked to it (appointment.activeLinks)");
    }
    if (row.flag("isMilestone")) {
      return Optional.of("it is a milestone of a project (appointment.isMilestone)");
    }
    if (refersBack(connection, "sale", "sale_id", "nddAppointment_id", read)) {
      return Optional.of("it is the next due date of its sale (sale.nddAppointment_id)");
    }
    if (refersBack(connection, "project", "project_id", "nmdAppointment_id", read)) {
      return Optional.of("it is the next milestone of its project (project.nmdAppointment_id)");
    }
    return Optional.empty();
  }

  private boolean refersBack(
      Connection connection, String table, String key, String column, FollowUpRecord read)
      throws SQLException {
    int id = read.appointment().number(key);
    Optional<CrmTable> known = schema.find(table).filter(t -> t.has(column));
    if (id == 0 || known.isEmpty()) {
      return false;
    }
    return RowReader.by(connection, known.get(), List.of(key, column), key, List.of(id)).stream()
        .anyMatch(row -> row.number(column) == read.id());
  }
}

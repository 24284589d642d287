package io.exchangesync.ejb.crm.write;

import io.exchangesync.ejb.crm.FollowUpReader;
import io.exchangesync.ejb.crm.FollowUpRecord;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.CrmTable;
import io.exchangesync.ejb.crm.sql.RowReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds every row that goes, or changes, with a follow-up (rule 33, sync-rules 7a).
 *
 * <p>Invariant: a text that another appointment refers to stays; colleagues' invitations stay with
 * status 10.
 */
final class DeletePlanner {
  private static final List<String> TEXT_COLUMNS =
      List.of("text_id", "agenda_text_id", "internal_notes_text_id");

  private final CrmSchema schema;
  private final FollowUpReader reader;
  private final StampRows stamps;

  DeletePlanner(CrmSchema schema, FollowUpReader reader, StampRows stamps) {
    this.schema = schema;
    this.reader = reader;
    this.stamps = stamps;
  }

  PlannedDelete plan(Connection connection, FollowUpRecord read) throws SQLException {
    List<FollowUpRecord> colleagues = new ArrayList<>();
    List<FollowUpRecord> going = new ArrayList<>();
    for (FollowUpRecord child : children(connection, read)) {
      (isColleague(connection, child) ? colleagues : going).add(child);
    }
    going.add(read);
    Set<Integer> goingIds = new HashSet<>(going.stream().map(FollowUpRecord::id).toList());
    List<PlannedDelete.Gone> rows = new ArrayList<>();
    for (FollowUpRecord each : going) {
      each.visibleFor()
          .forEach(
              v ->
                  rows.add(
                      new PlannedDelete.Gone(
                          LoggedTable.VISIBLE_FOR, v.number(LoggedTable.VISIBLE_FOR.key()))));
    }
    for (int text : unsharedTexts(connection, going, goingIds)) {
      rows.add(new PlannedDelete.Gone(LoggedTable.TEXT, text));
    }
    stamps
        .onRecords(connection, goingIds)
        .values()
        .forEach(
            keys ->
                keys.forEach(
                    k ->
                        rows.add(
                            new PlannedDelete.Gone(
                                LoggedTable.FOREIGN_KEY,
                                k.number(LoggedTable.FOREIGN_KEY.key())))));
    for (CrmRow email : emails(connection, goingIds)) {
      rows.add(new PlannedDelete.Gone(LoggedTable.EMAIL, email.number("email_id")));
    }
    going.forEach(each -> rows.add(new PlannedDelete.Gone(LoggedTable.APPOINTMENT, each.id())));
    return new PlannedDelete(read, rows, colleagues, schema);
  }

  private Collection<FollowUpRecord> children(Connection connection, FollowUpRecord read)
      throws SQLException {
    if (read.appointment().number("mother_id") != read.id()) {
      return List.of();
    }
    List<Integer> ids =
        RowReader.by(
                connection,
                schema.table("appointment"),
                List.of("appointment_id"),
                "mother_id",
                List.of(read.id()))
            .stream()
            .map(row -> row.number("appointment_id"))
            .filter(id -> id != read.id())
            .toList();
    return reader.byKey(connection, ids).values();
  }

  private boolean isColleague(Connection connection, FollowUpRecord child) throws SQLException {
    int associate = child.appointment().number("associate_id");
    return associate != 0
        && RowReader.by(
                connection,
                schema.table("associate"),
                List.of("associate_id", "type"),
                "associate_id",
                List.of(associate))
            .stream()
            .anyMatch(row -> row.number("type") == 0);
  }

  private List<Integer> unsharedTexts(
      Connection connection, List<FollowUpRecord> going, Set<Integer> goingIds)
      throws SQLException {
    Set<Integer> texts = new HashSet<>();
    for (FollowUpRecord each : going) {
      TEXT_COLUMNS.forEach(column -> texts.add(each.appointment().number(column)));
    }
    texts.remove(0);
    CrmTable appointments = schema.table("appointment");
    for (String column : TEXT_COLUMNS) {
      if (appointments.has(column)) {
        for (CrmRow row :
            RowReader.by(
                connection,
                appointments,
                List.of("appointment_id", column),
                column,
                List.copyOf(texts))) {
          if (!goingIds.contains(row.number("appointment_id"))) {
            texts.remove(row.number(column));
          }
        }
      }
    }
    return texts.stream().sorted().toList();
  }

  private List<CrmRow> emails(Connection connection, Set<Integer> ids) throws SQLException {
    Optional<CrmTable> emails = schema.find("Email").filter(t -> t.has("appointment_id"));
    return emails.isEmpty()
        ? List.of()
        : RowReader.by(connection, emails.get(), List.of("email_id"), "appointment_id", ids);
  }
}

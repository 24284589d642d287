package io.exchangesync.ejb.crm;

import io.exchangesync.ejb.crm.sql.CrmColumn;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.CrmTable;
import io.exchangesync.ejb.crm.sql.RowReader;
import io.exchangesync.ejb.crm.sql.Slices;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads follow-ups with their text and VisibleFor rows, one statement per slice of keys or window.
 *
 * <p>Invariant: only columns that exist are read; internal notes never are (invariant I10).
 */
public final class FollowUpReader {
  private static final List<String> APPOINTMENT =
      List.of(
          "appointment_id",
          "contact_id",
          "person_id",
          "associate_id",
          "group_idx",
          "registered",
          "registered_associate_id",
          "done",
          "do_by",
          "task_idx",
          "priority_idx",
          "type",
          "status",
          "private",
          "alarm",
          "text_id",
          "project_id",
          "mother_id",
          "document_id",
          "activeDate",
          "endDate",
          "updated",
          "updatedCount",
          "activeLinks",
          "recurrenceRuleId",
          "location",
          "alldayEvent",
          "freeBusy",
          "hasAlarm",
          "assignedBy",
          "preferredTZLocation",
          "sale_id",
          "isMilestone",
          "userdef_id",
          "userdef2_id",
          "agenda_text_id",
          "internal_notes_text_id",
          "owned_externally",
          "original_start_date",
          "rejectCounter",
          "cautionWarning",
          "mother_associate_id");
  private static final List<String> INVITATION =
      List.of("invitation_id", "appointment_id", "event_uid", "updated");
  private static final List<String> CHILD =
      List.of(
          "appointment_id",
          "mother_id",
          "associate_id",
          "invitedPersonId",
          "emailId",
          "type",
          "status",
          "updated",
          "updatedCount");
  private static final List<String> TEXT =
      List.of("text_id", "text", "html_text", "registered", "updated", "updatedCount");
  private static final List<String> VISIBLE_FOR =
      List.of(
          "VisibleFor_id",
          "forAll",
          "forGroupId",
          "forAssocId",
          "registered",
          "updated",
          "updatedCount");

  private final CrmTable appointments;
  private final Optional<CrmTable> invitations;
  private final List<CrmColumn> appointment;
  private final List<CrmColumn> text;
  private final List<CrmColumn> visibleFor;
  private final boolean agendas;
  private final String select;

  public FollowUpReader(CrmSchema schema) {
    appointments = schema.table("appointment");
    CrmTable texts = schema.table("text");
    CrmTable visibility = schema.table("VisibleFor");
    invitations = schema.find("invitation");
    appointment = appointments.present(APPOINTMENT);
    text = texts.present(TEXT);
    visibleFor = visibility.present(VISIBLE_FOR);
    agendas = appointments.has("agenda_text_id");
    String invited =
        invitations
            .map(
                table ->
                    "CASE WHEN EXISTS (SELECT 1 FROM "
                        + table.sql()
                        + " i WHERE i.[appointment_id] = a.[appointment_id]) THEN 1 ELSE 0 END")
            .orElse("0");
    select =
        "SELECT "
            + invited
            + ", "
            + rulePattern(schema)
            + ", "
            + RowReader.names("a", appointment)
            + ", "
            + RowReader.names("v", visibleFor)
            + ", "
            + RowReader.names("t", text)
            + (agendas ? ", " + RowReader.names("g", text) : "")
            + " FROM "
            + appointments.sql()
            + " a LEFT JOIN "
            + visibility.sql()
            + " v ON v.[appointmentId] = a.[appointment_id] LEFT JOIN "
            + texts.sql()
            + " t ON t.[text_id] = a.[text_id]"
            + (agendas
                ? " LEFT JOIN " + texts.sql() + " g ON g.[text_id] = a.[agenda_text_id]"
                : "");
  }

  /** Pattern of the row's rule; {@link FollowUpRecord#NO_RULE} if there is no such rule. */
  private static String rulePattern(CrmSchema schema) {
    return "COALESCE((SELECT r.[pattern] FROM "
        + schema.table("RecurrenceRule").sql()
        + " r WHERE r.[RecurrenceRule_id] = a.[recurrenceRuleId]), "
        + FollowUpRecord.NO_RULE
        + ")";
  }

  boolean agendas() {
    return agendas;
  }

  /** Follow-ups by key; keys that do not exist are absent. */
  public Map<Integer, FollowUpRecord> byKey(Connection connection, Collection<Integer> ids)
      throws SQLException {
    Map<Integer, FollowUpRecord> found = new LinkedHashMap<>();
    for (List<Integer> slice : Slices.of(ids)) {
      String sql =
          select
              + " WHERE a.[appointment_id] IN "
              + Slices.marks(slice)
              + " ORDER BY a.[appointment_id], v.[VisibleFor_id]";
      try (PreparedStatement query = connection.prepareStatement(sql)) {
        Slices.bind(query, 1, slice);
        collect(query, found);
      }
    }
    bookings(connection, found);
    return found;
  }

  /** The dates of series in their owners' diaries, by key: without booking children. */
  Map<Integer, FollowUpRecord> datesOf(Connection connection, Collection<Integer> ruleIds)
      throws SQLException {
    return dates(
        connection,
        ruleIds,
        "(a.[mother_id] = 0 OR a.[mother_id] IS NULL OR a.[mother_id] = a.[appointment_id])");
  }

  /** The dates of series that the owner of a diary is invited to, by key (schema 4.8). */
  Map<Integer, FollowUpRecord> datesInvitedTo(
      Connection connection, int associateId, Collection<Integer> ruleIds) throws SQLException {
    return dates(
        connection,
        ruleIds,
        "a.[mother_id] <> 0 AND a.[mother_id] <> a.[appointment_id] AND a.[associate_id] = "
            + associateId);
  }

  private Map<Integer, FollowUpRecord> dates(
      Connection connection, Collection<Integer> ruleIds, String which) throws SQLException {
    Map<Integer, FollowUpRecord> found = new LinkedHashMap<>();
    for (List<Integer> slice : Slices.of(ruleIds)) {
      String sql =
          select
              + " WHERE a.[recurrenceRuleId] IN "
              + Slices.marks(slice)
              + " AND a.[type] IN (1, 6) AND "
              + which
              + " AND (a.[document_id] = 0 OR a.[document_id] IS NULL)"
              + " ORDER BY a.[appointment_id], v.[VisibleFor_id]";
      try (PreparedStatement query = connection.prepareStatement(sql)) {
        Slices.bind(query, 1, slice);
        collect(query, found);
      }
    }
    bookings(connection, found);
    return found;
  }

  /** Adds participants' rows and invitations to those that have some, in two statements for all. */
  private void bookings(Connection connection, Map<Integer, FollowUpRecord> found)
      throws SQLException {
    List<Integer> masters = ids(found, FollowUpRecord::bookingMaster);
    Map<Integer, List<CrmRow>> children =
        RowReader.by(connection, appointments, CHILD, "mother_id", masters).stream()
            .filter(row -> row.number("appointment_id") != row.number("mother_id"))
            .sorted(Comparator.comparingInt(row -> row.number("appointment_id")))
            .collect(Collectors.groupingBy(row -> row.number("mother_id")));
    List<Integer> invited = ids(found, FollowUpRecord::invited);
    Map<Integer, CrmRow> invitation = new HashMap<>();
    if (invitations.isPresent()) {
      RowReader.by(connection, invitations.get(), INVITATION, "appointment_id", invited)
          .forEach(row -> invitation.putIfAbsent(row.number("appointment_id"), row));
    }
    found.replaceAll(
        (id, record) ->
            children.containsKey(id) || invitation.containsKey(id)
                ? record.with(
                    children.getOrDefault(id, List.of()), Optional.ofNullable(invitation.get(id)))
                : record);
  }

  private static List<Integer> ids(
      Map<Integer, FollowUpRecord> found, Predicate<FollowUpRecord> which) {
    return found.values().stream().filter(which).map(FollowUpRecord::id).toList();
  }

  /**
   * Diary rows of type 1 and 6 that overlap a time span by do_by..endDate.
   *
   * @param from begin of the span, wall time of the base zone
   * @param to end of the span, exclusive
   */
  Map<Integer, FollowUpRecord> overlapping(
      Connection connection, int associateId, LocalDateTime from, LocalDateTime to)
      throws SQLException {
    String sql =
        select
            + " WHERE a.[associate_id] = ? AND a.[type] IN (1, 6)"
            + " AND (a.[document_id] = 0 OR a.[document_id] IS NULL)"
            + " AND a.[endDate] >= ? AND a.[do_by] < ?"
            + " ORDER BY a.[appointment_id], v.[VisibleFor_id]";
    Map<Integer, FollowUpRecord> found = new LinkedHashMap<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setInt(1, associateId);
      query.setObject(2, from);
      query.setObject(3, to);
      collect(query, found);
    }
    found
        .values()
        .removeIf(
            each ->
                !each.appointment().time("endDate").isAfter(from)
                    && each.appointment().time("do_by").isBefore(from));
    bookings(connection, found);
    return found;
  }

  /**
   * To-dos of type 2 and 7 that are open, or whose days from do_by to done overlap a time span.
   *
   * @param from begin of the span, wall time of the base zone
   * @param to end of the span, exclusive
   */
  Map<Integer, FollowUpRecord> toDos(
      Connection connection, int associateId, LocalDateTime from, LocalDateTime to)
      throws SQLException {
    String sql =
        select
            + " WHERE a.[associate_id] = ? AND a.[type] IN (2, 7)"
            + " AND (a.[document_id] = 0 OR a.[document_id] IS NULL)"
            + " AND (a.[status] <> 3 OR (a.[do_by] >= ? OR a.[done] >= ?)"
            + " AND (a.[do_by] < ? OR a.[done] < ?))"
            + " ORDER BY a.[appointment_id], v.[VisibleFor_id]";
    Map<Integer, FollowUpRecord> found = new LinkedHashMap<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setInt(1, associateId);
      query.setObject(2, from);
      query.setObject(3, from);
      query.setObject(4, to);
      query.setObject(5, to);
      collect(query, found);
    }
    return found;
  }

  private void collect(PreparedStatement query, Map<Integer, FollowUpRecord> found)
      throws SQLException {
    query.setFetchSize(256);
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        FollowUpRecord each = record(rows);
        found.merge(each.id(), each, FollowUpReader::withFurtherVisibleFor);
      }
    }
  }

  private FollowUpRecord record(ResultSet rows) throws SQLException {
    int at = 3;
    CrmRow main = RowReader.row(rows, appointment, at);
    at += appointment.size();
    CrmRow visible = RowReader.row(rows, visibleFor, at);
    at += visibleFor.size();
    CrmRow title = RowReader.row(rows, text, at);
    at += text.size();
    CrmRow agenda = agendas ? RowReader.row(rows, text, at) : CrmRow.empty();
    return new FollowUpRecord(
        main,
        existing(title, "text_id"),
        existing(agenda, "text_id"),
        existing(visible, "VisibleFor_id").stream().toList(),
        rows.getInt(1) == 1,
        rows.getInt(2),
        appointments.has("cautionWarning"),
        List.of(),
        Optional.empty());
  }

  private static Optional<CrmRow> existing(CrmRow row, String key) {
    return row.raw(key).map(found -> row);
  }

  private static FollowUpRecord withFurtherVisibleFor(FollowUpRecord one, FollowUpRecord more) {
    List<CrmRow> all = new ArrayList<>(one.visibleFor());
    all.addAll(more.visibleFor());
    return new FollowUpRecord(
        one.appointment(),
        one.title(),
        one.agenda(),
        all,
        one.invited(),
        one.rulePattern(),
        one.cautions(),
        one.children(),
        one.invitation());
  }
}

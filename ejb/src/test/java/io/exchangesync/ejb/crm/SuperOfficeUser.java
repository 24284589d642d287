package io.exchangesync.ejb.crm;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.InsertBatch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a SuperOffice client does to the database: rows, stamps, log rows, keys from sequence. */
final class SuperOfficeUser {
  private final CrmTestDatabase database;
  private final CrmSchema schema;

  SuperOfficeUser(CrmTestDatabase database) {
    this.database = database;
    try (Connection connection = database.dataSource().getConnection()) {
      this.schema = CrmSchema.find(connection, database.schema());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  int creates(CrmAppointment value) {
    int id = key("appointment");
    int text = key("text");
    int agenda = agendas() && !value.agenda().isEmpty() ? key("text") : 0;
    int visible = key("VisibleFor");
    InsertBatch rows = new InsertBatch();
    CrmRow main =
        stamped("appointment_id", id, value)
            .set("text_id", text)
            .set("agenda_text_id", agenda)
            .set("document_id", value.ties().documentId())
            .set("activeLinks", value.ties().activeLinks())
            .set("isMilestone", value.ties().milestone() ? 1 : 0);
    columns(value).forEach(main::set);
    rows.add(schema.table("appointment"), main);
    rows.add(
        schema.table("text"),
        stamped("text_id", text, value)
            .set("type", 4)
            .set("owner_id", id)
            .set("text", value.title()));
    if (agenda != 0) {
      rows.add(
          schema.table("text"),
          stamped("text_id", agenda, value)
              .set("type", 4)
              .set("owner_id", id)
              .set("html_text", value.agenda()));
    }
    CrmRow visibleFor =
        stamped("VisibleFor_id", visible, value)
            .set("tableId", 9)
            .set("recordId", id)
            .set("appointmentId", id);
    visibility(value).forEach(visibleFor::set);
    rows.add(schema.table("VisibleFor"), visibleFor);
    flush(rows);
    log(4352, 9, id, value.associateId(), 0);
    log(4352, 18, text, value.associateId(), 0);
    log(4352, 196, visible, value.associateId(), 0);
    return id;
  }

  void writes(CrmAppointment before, CrmAppointment after) {
    int actor = before.associateId();
    int id = before.recordId();
    update("appointment", "appointment_id", id, columns(after), actor);
    log(4608, 9, id, actor, 0);
    if (before.associateId() != after.associateId()) {
      log(5120, 9, id, actor, before.associateId());
    }
    if (!before.title().equals(after.title())) {
      update("text", "text_id", before.keys().textId(), Map.of("text", after.title()), actor);
      log(4608, 18, before.keys().textId(), actor, 0);
    }
    if (before.visibility() != after.visibility()) {
      int visible = before.keys().visibleForId();
      update("VisibleFor", "VisibleFor_id", visible, visibility(after), actor);
      log(4608, 196, visible, actor, 0);
    }
  }

  void deletes(CrmAppointment row) {
    database.execute("DELETE FROM #.[VisibleFor] WHERE appointmentId = " + row.recordId());
    database.execute("DELETE FROM #.[text] WHERE text_id = " + row.keys().textId());
    database.execute("DELETE FROM #.[appointment] WHERE appointment_id = " + row.recordId());
    log(4864, 196, row.keys().visibleForId(), row.associateId(), 0);
    log(4864, 18, row.keys().textId(), row.associateId(), 0);
    log(4864, 9, row.recordId(), row.associateId(), 0);
  }

  void log(int type, int table, int record, int actor, int previous) {
    InsertBatch rows = new InsertBatch();
    rows.add(
        schema.table("traveltransactionlog"),
        CrmRow.empty()
            .set("traveltransactionlog_id", key("traveltransactionlog"))
            .set("ttime", now().plusHours(2))
            .set("type", type)
            .set("associate_id", actor)
            .set("tablenumber", table)
            .set("record_id", record)
            .set("prev_record_id", previous)
            .set("application_id", 2147483647));
    flush(rows);
  }

  int key(String table) {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      String where = " WHERE TableName = '" + table + "'";
      String sequence = "[" + database.schema() + "].[sequence]";
      statement.executeUpdate("UPDATE " + sequence + " SET next_id = next_id + 1" + where);
      try (var rows = statement.executeQuery("SELECT next_id FROM " + sequence + where)) {
        rows.next();
        int key = rows.getInt(1) - 1;
        connection.commit();
        connection.setAutoCommit(true);
        return key;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean agendas() {
    return schema.table("appointment").has("agenda_text_id");
  }

  private static CrmRow stamped(String keyColumn, int key, CrmAppointment value) {
    return CrmRow.empty()
        .set(keyColumn, key)
        .set("registered", now())
        .set("registered_associate_id", value.registeredAssociateId());
  }

  private static Map<String, Object> columns(CrmAppointment value) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("associate_id", value.associateId());
    columns.put("group_idx", value.groupId());
    columns.put("type", value.type());
    columns.put("status", value.status());
    columns.put("task_idx", value.taskId());
    columns.put("priority_idx", value.priorityId());
    columns.put("do_by", value.doBy());
    columns.put("activeDate", value.activeDate());
    columns.put("endDate", value.endDate());
    columns.put("done", value.done());
    columns.put("alldayEvent", value.allDay() ? 1 : 0);
    columns.put("location", value.location());
    columns.put("hasAlarm", value.hasAlarm() ? 1 : 0);
    columns.put("alarm", value.alarmMinutes());
    columns.put("freeBusy", value.freeBusy());
    columns.put("private", value.visibility().privateColumn());
    columns.put("contact_id", value.references().contactId());
    columns.put("person_id", value.references().personId());
    columns.put("preferredTZLocation", value.preferredTzLocation());
    return columns;
  }

  private static Map<String, Object> visibility(CrmAppointment value) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("forAll", value.visibility() == Visibility.EVERYONE ? 1 : 0);
    columns.put("forAssocId", value.visibility() == Visibility.OWNER ? value.associateId() : 0);
    columns.put("forGroupId", value.visibility() == Visibility.GROUP ? value.groupId() : 0);
    return columns;
  }

  private void update(
      String table, String keyColumn, int key, Map<String, Object> columns, int actor) {
    Map<String, Object> all = new LinkedHashMap<>(columns);
    all.put("updated", now());
    all.put("updated_associate_id", actor);
    String set = String.join(" = ?, ", all.keySet().stream().map(c -> "[" + c + "]").toList());
    String sql =
        "UPDATE ["
            + database.schema()
            + "].["
            + table
            + "] SET "
            + set
            + " = ?, updatedCount = updatedCount + 1 WHERE ["
            + keyColumn
            + "] = ?";
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      int index = 1;
      for (Object value : all.values()) {
        update.setObject(index++, value);
      }
      update.setInt(index, key);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void flush(InsertBatch rows) {
    try (Connection connection = database.dataSource().getConnection()) {
      rows.flush(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static LocalDateTime now() {
    return LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
  }
}

package io.exchangesync.it;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One to-do as another program finds it in SuperOffice's tables: the row with its text, agenda,
 * VisibleFor and foreignkey rows. Two of one of them give two entries.
 */
record ToDoEntry(
    int id,
    int textId,
    int visibleForId,
    int foreignKeyId,
    String title,
    String agenda,
    int status,
    LocalDateTime due,
    LocalDateTime active,
    LocalDateTime end,
    LocalDateTime done,
    int taskType,
    boolean hasAlarm,
    int alarm,
    int privacy,
    int forAll,
    int forAssociate,
    int priority,
    int registeredBy,
    String stamp) {
  private static final String SQL =
      "SELECT a.appointment_id, t.text_id, v.VisibleFor_id, k.foreignkey_id, t.text, g.html_text,"
          + " a.status, a.do_by, a.activeDate, a.endDate, a.done, a.task_idx, a.hasAlarm, a.alarm,"
          + " a.private, v.forAll, v.forAssocId, a.priority_idx, a.registered_associate_id,"
          + " k.subvalue FROM crm7.appointment a"
          + " LEFT JOIN crm7.text t ON t.text_id=a.text_id"
          + " LEFT JOIN crm7.text g ON g.text_id=a.agenda_text_id AND a.agenda_text_id<>0"
          + " LEFT JOIN crm7.VisibleFor v ON v.appointmentId=a.appointment_id"
          + " LEFT JOIN crm7.foreignkey k ON k.table_id=9 AND k.record_id=a.appointment_id"
          + " AND k.subkey='ExchangeSync.stamp'"
          + " WHERE a.associate_id=? AND a.type=2 AND t.text=? ORDER BY a.appointment_id";

  /** The to-dos of an associate with this title. */
  static List<ToDoEntry> named(Connection connection, int associate, String title)
      throws SQLException {
    List<ToDoEntry> found = new ArrayList<>();
    try (var query = connection.prepareStatement(SQL)) {
      query.setInt(1, associate);
      query.setString(2, title);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(of(rows));
        }
      }
    }
    return found;
  }

  private static ToDoEntry of(ResultSet row) throws SQLException {
    return new ToDoEntry(
        row.getInt(1),
        row.getInt(2),
        row.getInt(3),
        row.getInt(4),
        text(row, 5),
        text(row, 6),
        row.getInt(7),
        row.getObject(8, LocalDateTime.class),
        row.getObject(9, LocalDateTime.class),
        row.getObject(10, LocalDateTime.class),
        row.getObject(11, LocalDateTime.class),
        row.getInt(12),
        row.getInt(13) != 0,
        row.getInt(14),
        row.getInt(15),
        row.getInt(16),
        row.getInt(17),
        row.getInt(18),
        row.getInt(19),
        text(row, 20));
  }

  private static String text(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).orElse("");
  }
}

package io.exchangesync.it;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One appointment as another program finds it in SuperOffice's tables: the row with its text,
 * agenda, VisibleFor and foreignkey rows. Two of one of them give two entries.
 */
record DiaryEntry(
    int id,
    int textId,
    int agendaId,
    int visibleForId,
    int foreignKeyId,
    String title,
    String agenda,
    LocalDateTime start,
    LocalDateTime end,
    boolean allDay,
    String location,
    boolean hasAlarm,
    int alarm,
    int freeBusy,
    int privacy,
    int forAll,
    int forAssociate,
    int priority,
    int registeredBy,
    String stamp) {
  private static final String SQL =
      "SELECT a.appointment_id, t.text_id, g.text_id, v.VisibleFor_id, k.foreignkey_id, t.text,"
          + " g.html_text, a.do_by, a.endDate, a.alldayEvent, a.location, a.hasAlarm, a.alarm,"
          + " a.freeBusy, a.private, v.forAll, v.forAssocId, a.priority_idx,"
          + " a.registered_associate_id, k.subvalue"
          + " FROM crm7.appointment a"
          + " LEFT JOIN crm7.text t ON t.text_id=a.text_id"
          + " LEFT JOIN crm7.text g ON g.text_id=a.agenda_text_id AND a.agenda_text_id<>0"
          + " LEFT JOIN crm7.VisibleFor v ON v.appointmentId=a.appointment_id"
          + " LEFT JOIN crm7.foreignkey k ON k.table_id=9 AND k.record_id=a.appointment_id"
          + " AND k.subkey='ExchangeSync.stamp'"
          + " WHERE a.associate_id=? AND a.document_id=0 AND a.type=1";

  /** The diary of an associate. */
  static List<DiaryEntry> diary(Connection connection, int associate) throws SQLException {
    var found = new ArrayList<DiaryEntry>();
    try (var query = connection.prepareStatement(SQL)) {
      query.setInt(1, associate);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(of(rows));
        }
      }
    }
    return found;
  }

  /** The appointments with this title. */
  static List<DiaryEntry> named(Connection connection, int associate, String title)
      throws SQLException {
    return diary(connection, associate).stream().filter(e -> title.equals(e.title())).toList();
  }

  /** Change-log rows with a key above the given one, as "type table record". */
  static List<String> loggedAfter(Connection connection, int key) throws SQLException {
    var found = new ArrayList<String>();
    try (var query =
        connection.prepareStatement(
            "SELECT type, tablenumber, record_id FROM crm7.traveltransactionlog"
                + " WHERE traveltransactionlog_id>? ORDER BY traveltransactionlog_id")) {
      query.setInt(1, key);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getInt(1) + " " + rows.getInt(2) + " " + rows.getInt(3));
        }
      }
    }
    return found;
  }

  static int lastLogged(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT MAX(traveltransactionlog_id) FROM crm7.traveltransactionlog")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  /** Its rows in the log, for one type of change. */
  List<String> logged(int type) {
    var rows = new ArrayList<String>();
    rows.add(type + " 9 " + id);
    rows.add(type + " 18 " + textId);
    if (agendaId != 0) {
      rows.add(type + " 18 " + agendaId);
    }
    rows.add(type + " 196 " + visibleForId);
    rows.add(type + " 183 " + foreignKeyId);
    return rows;
  }

  private static DiaryEntry of(ResultSet row) throws SQLException {
    return new DiaryEntry(
        row.getInt(1),
        row.getInt(2),
        row.getInt(3),
        row.getInt(4),
        row.getInt(5),
        text(row, 6),
        text(row, 7),
        row.getObject(8, LocalDateTime.class),
        row.getObject(9, LocalDateTime.class),
        row.getInt(10) != 0,
        text(row, 11),
        row.getInt(12) != 0,
        row.getInt(13),
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

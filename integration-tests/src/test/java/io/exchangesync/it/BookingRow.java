package io.exchangesync.it;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** One row of a booking as another program finds it in SuperOffice's tables (schema 4.8). */
record BookingRow(
    int id,
    int mother,
    int motherAssociate,
    int associate,
    int group,
    int invitedPerson,
    int type,
    int status,
    int textId,
    int rule,
    int rejected,
    int ownedExternally,
    String externalParticipants,
    LocalDateTime start,
    LocalDateTime end,
    String location,
    String eventUid,
    int visibleForRows) {
  private static final String SQL =
      "SELECT a.appointment_id, a.mother_id, a.mother_associate_id, a.associate_id, a.group_idx,"
          + " a.invitedPersonId, a.type, a.status, a.text_id, a.recurrenceRuleId, a.rejectCounter,"
          + " a.owned_externally, a.external_participants, a.do_by, a.endDate, a.location,"
          + " (SELECT MIN(i.event_uid) FROM crm7.invitation i"
          + " WHERE i.appointment_id=a.appointment_id),"
          + " (SELECT COUNT(*) FROM crm7.VisibleFor v WHERE v.appointmentId=a.appointment_id)"
          + " FROM crm7.appointment a JOIN crm7.text t ON t.text_id=a.text_id"
          + " WHERE t.text=? ORDER BY a.do_by, a.appointment_id";

  /** Every row of this title, in whichever diary. */
  static List<BookingRow> named(Connection connection, String title) throws SQLException {
    List<BookingRow> found = new ArrayList<>();
    try (var query = connection.prepareStatement(SQL)) {
      query.setString(1, title);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(of(rows));
        }
      }
    }
    return found;
  }

  private static BookingRow of(ResultSet row) throws SQLException {
    return new BookingRow(
        row.getInt(1),
        row.getInt(2),
        row.getInt(3),
        row.getInt(4),
        row.getInt(5),
        row.getInt(6),
        row.getInt(7),
        row.getInt(8),
        row.getInt(9),
        row.getInt(10),
        row.getInt(11),
        row.getInt(12),
        row.getString(13),
        row.getObject(14, LocalDateTime.class),
        row.getObject(15, LocalDateTime.class),
        row.getString(16),
        row.getString(17),
        row.getInt(18));
  }

  boolean master() {
    return mother == id;
  }
}

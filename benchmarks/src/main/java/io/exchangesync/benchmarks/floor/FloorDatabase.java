package io.exchangesync.benchmarks.floor;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** SuperOffice's rows by JDBC, in batches. Not thread-safe. */
final class FloorDatabase implements AutoCloseable {
  private static final String SCHEMA = "crm7";
  private static final int INSERT = 4352;

  private final Connection connection;
  private final FloorTable appointments;
  private final FloorTable texts;
  private final FloorTable visibleFor;
  private final FloorTable log;

  FloorDatabase(FloorSettings settings) throws SQLException {
    connection =
        DriverManager.getConnection(
            settings.jdbcUrl(), settings.jdbcUser(), settings.jdbcPassword());
    connection.setAutoCommit(false);
    appointments = new FloorTable(connection, SCHEMA, "appointment");
    texts = new FloorTable(connection, SCHEMA, "text");
    visibleFor = new FloorTable(connection, SCHEMA, "VisibleFor");
    log = new FloorTable(connection, SCHEMA, "traveltransactionlog");
    connection.commit();
  }

  /** The plain appointments of a diary that overlap the window. */
  List<Diary> read(int associate, LocalDate from, LocalDate to) throws SQLException {
    List<Diary> found = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            SELECT a.[do_by], a.[endDate], a.[alldayEvent], a.[freeBusy], a.[private],
                a.[hasAlarm], a.[alarm], a.[location], t.[text], g.[html_text], k.[name]
            FROM [crm7].[appointment] a
            JOIN [crm7].[text] t ON t.[text_id] = a.[text_id]
            LEFT JOIN [crm7].[text] g ON g.[text_id] = a.[agenda_text_id]
            LEFT JOIN [crm7].[Task] k ON k.[task_id] = a.[task_idx]
            WHERE a.[associate_id] = ? AND a.[type] = 1 AND a.[document_id] = 0
                AND a.[do_by] < ? AND a.[endDate] >= ?
            """)) {
      query.setInt(1, associate);
      query.setObject(2, to.plusDays(1).atStartOfDay());
      query.setObject(3, from.atStartOfDay());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(
              new Diary(
                  rows.getString(9),
                  rows.getString(10) == null ? "" : rows.getString(10),
                  rows.getString(8),
                  rows.getObject(1, LocalDateTime.class),
                  rows.getObject(2, LocalDateTime.class),
                  rows.getInt(3) == 1,
                  rows.getInt(4) == 1,
                  rows.getInt(5) != 0,
                  rows.getInt(6) == 1 ? rows.getInt(7) : 0,
                  rows.getString(11) == null ? "" : rows.getString(11)));
        }
      }
    }
    connection.commit();
    return found;
  }

  /** The first of so many keys of a table, taken in a short transaction of its own. */
  int take(String table, int count) throws SQLException {
    try (PreparedStatement update =
            connection.prepareStatement(
                "UPDATE [crm7].[sequence] SET [next_id] = [next_id] + ? WHERE [TableName] = ?");
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT [next_id] FROM [crm7].[sequence] WHERE [TableName] = ?")) {
      update.setInt(1, count);
      update.setString(2, table);
      update.executeUpdate();
      query.setString(1, table);
      try (ResultSet rows = query.executeQuery()) {
        rows.next();
        int first = rows.getInt(1) - count;
        connection.commit();
        return first;
      }
    }
  }

  /** Appointment, text, VisibleFor and log rows of a batch in one transaction. */
  void write(int associate, int firstRecord, List<Diary> entries) throws SQLException {
    int agendas = (int) entries.stream().filter(e -> !e.agendaHtml().isEmpty()).count();
    int text = take("text", entries.size() + agendas);
    int visible = take("VisibleFor", entries.size());
    var rows = new Rows(associate, take("traveltransactionlog", 3 * entries.size() + agendas));
    for (int i = 0; i < entries.size(); i++) {
      Diary entry = entries.get(i);
      int record = firstRecord + i;
      int title = text++;
      int agenda = entry.agendaHtml().isEmpty() ? 0 : text++;
      rows.appointment(record, title, agenda, entry);
      rows.text(title, record, entry.title(), "");
      if (agenda != 0) {
        rows.text(agenda, record, plain(entry.agendaHtml()), entry.agendaHtml());
      }
      rows.visibleFor(visible++, record, entry);
    }
    appointments.insert(connection, rows.appointments);
    texts.insert(connection, rows.texts);
    visibleFor.insert(connection, rows.visible);
    log.insert(connection, rows.log);
    connection.commit();
  }

  private static String plain(String html) {
    return html.replaceAll("<[^>]*>", " ").strip();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** The rows of one batch, by table. */
  private static final class Rows {
    private final LocalDateTime now =
        LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    private final List<Map<String, Object>> appointments = new ArrayList<>();
    private final List<Map<String, Object>> texts = new ArrayList<>();
    private final List<Map<String, Object>> visible = new ArrayList<>();
    private final List<Map<String, Object>> log = new ArrayList<>();
    private final int associate;
    private int nextLog;

    Rows(int associate, int firstLog) {
      this.associate = associate;
      this.nextLog = firstLog;
    }

    void appointment(int record, int title, int agenda, Diary entry) {
      Map<String, Object> row = stamped("appointment_id", record, 9);
      row.put("associate_id", associate);
      row.put("type", 1);
      row.put("status", 1);
      row.put("do_by", entry.start());
      row.put("activedate", entry.start());
      row.put("enddate", entry.end());
      row.put("alldayevent", entry.allDay() ? 1 : 0);
      row.put("freebusy", entry.free() ? 1 : 0);
      row.put("private", entry.hidden() ? 1 : 0);
      row.put("hasalarm", entry.reminderMinutes() > 0 ? 1 : 0);
      row.put("alarm", entry.reminderMinutes());
      row.put("location", entry.location());
      row.put("text_id", title);
      row.put("agenda_text_id", agenda);
      appointments.add(row);
    }

    void text(int key, int record, String text, String html) {
      Map<String, Object> row = stamped("text_id", key, 18);
      row.put("type", 4);
      row.put("owner_id", record);
      row.put("text", text);
      row.put("html_text", html);
      texts.add(row);
    }

    void visibleFor(int key, int record, Diary entry) {
      Map<String, Object> row = stamped("visiblefor_id", key, 196);
      row.put("tableid", 9);
      row.put("recordid", record);
      row.put("appointmentid", record);
      row.put("forall", entry.hidden() ? 0 : 1);
      row.put("forassocid", entry.hidden() ? associate : 0);
      visible.add(row);
    }

    private Map<String, Object> stamped(String keyColumn, int key, int table) {
      log.add(
          Map.of(
              "traveltransactionlog_id", nextLog++,
              "ttime", now,
              "type", INSERT,
              "associate_id", associate,
              "tablenumber", table,
              "record_id", key));
      Map<String, Object> row = new HashMap<>();
      row.put(keyColumn, key);
      row.put("registered", now);
      row.put("registered_associate_id", associate);
      return row;
    }
  }
}

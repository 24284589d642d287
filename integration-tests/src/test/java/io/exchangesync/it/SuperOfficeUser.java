package io.exchangesync.it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An associate who works in SuperOffice: every act writes the rows, stamps and change-log rows that
 * SuperOffice's own client writes.
 */
final class SuperOfficeUser {
  static final LocalDateTime NEVER = LocalDateTime.of(1760, 1, 1, 0, 0);
  private static final ZoneId BASE = ZoneId.of("Europe/Oslo");
  private static final int INSERTED = 4352;
  private static final int UPDATED = 4608;
  private static final int DELETED = 4864;
  private static final Map<String, Integer> NUMBERS =
      Map.of(
          "person",
          6,
          "appointment",
          9,
          "text",
          18,
          "selection",
          23,
          "VisibleFor",
          196,
          "RecurrenceRule",
          207);

  private final Connection connection;
  private final int associate;
  private final int group;
  private final int person;

  SuperOfficeUser(Connection connection, int associate) throws SQLException {
    this.connection = connection;
    this.associate = associate;
    this.group = number("SELECT group_idx FROM crm7.associate WHERE associate_id=" + associate);
    this.person = number("SELECT person_id FROM crm7.associate WHERE associate_id=" + associate);
    connection.setAutoCommit(false);
  }

  /**
   * Enters a public, open appointment.
   *
   * @param start wall time of the base zone
   * @param columns further columns of table appointment
   * @return its key
   */
  int enter(String title, LocalDateTime start, LocalDateTime end, Map<String, Object> columns)
      throws SQLException {
    int id = key("appointment");
    int text = text(id, title, Map.of());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("associate_id", associate);
    row.put("group_idx", group);
    row.put("invitedPersonId", person);
    row.put("task_idx", 1);
    row.put("type", 1);
    row.put("status", 1);
    row.put("text_id", text);
    row.put("do_by", start);
    row.put("activeDate", start);
    row.put("endDate", end);
    row.put("preferredTZLocation", 1);
    row.putAll(columns);
    insert("appointment", id, row);
    insert(
        "VisibleFor",
        key("VisibleFor"),
        Map.of("tableId", 9, "recordId", id, "appointmentId", id, "forAll", 1));
    connection.commit();
    return id;
  }

  /**
   * Books a public meeting: a master and a row for each colleague or resource.
   *
   * @param start wall time of the base zone
   * @param associates colleagues, who are asked, and resources, who are not
   * @param columns further columns of every row
   * @return the master's key
   */
  int book(
      String title,
      LocalDateTime start,
      LocalDateTime end,
      List<Integer> associates,
      Map<String, Object> columns)
      throws SQLException {
    int master = key("appointment");
    int text = text(master, title, Map.of());
    row(master, text, associate, master, start, end, columns);
    for (int each : associates) {
      row(key("appointment"), text, each, master, start, end, columns);
    }
    connection.commit();
    return master;
  }

  private void row(
      int id,
      int text,
      int owner,
      int master,
      LocalDateTime start,
      LocalDateTime end,
      Map<String, Object> columns)
      throws SQLException {
    String of = " FROM crm7.associate WHERE associate_id=" + owner;
    boolean asked = owner != associate && number("SELECT type" + of) == 0;
    Map<String, Object> row = new LinkedHashMap<>(columns);
    row.put("associate_id", owner);
    row.put("group_idx", number("SELECT group_idx" + of));
    row.put("invitedPersonId", number("SELECT person_id" + of));
    row.put("mother_id", master);
    row.put("mother_associate_id", associate);
    row.put("task_idx", 1);
    row.put("type", asked ? 6 : 1);
    row.put("status", asked ? 5 : 1);
    row.put("text_id", text);
    row.put("do_by", start);
    row.put("activeDate", start);
    row.put("endDate", end);
    row.put("preferredTZLocation", 1);
    insert("appointment", id, row);
    insert(
        "VisibleFor",
        key("VisibleFor"),
        Map.of("tableId", 9, "recordId", id, "appointmentId", id, "forAll", 1));
  }

  /** Books the same meeting of one hour every week: a rule, and a booking for each date. */
  List<Integer> bookWeekly(String title, LocalDateTime first, int dates, List<Integer> associates)
      throws SQLException {
    int rule = weekly(first, dates);
    List<Integer> keys = new ArrayList<>();
    for (int date = 0; date < dates; date++) {
      LocalDateTime start = first.plusWeeks(date);
      keys.add(
          book(title, start, start.plusHours(1), associates, Map.of("recurrenceRuleId", rule)));
    }
    return keys;
  }

  /**
   * Enters a series of one hour on the same weekday: a rule and an appointment for each date.
   *
   * @param first wall time of the base zone
   * @return the keys of its dates, in order
   */
  List<Integer> enterWeekly(String title, LocalDateTime first, int dates) throws SQLException {
    int rule = weekly(first, dates);
    List<Integer> keys = new ArrayList<>();
    for (int date = 0; date < dates; date++) {
      LocalDateTime start = first.plusWeeks(date);
      keys.add(enter(title, start, start.plusHours(1), Map.of("recurrenceRuleId", rule)));
    }
    return keys;
  }

  private int weekly(LocalDateTime first, int dates) throws SQLException {
    int rule = key("RecurrenceRule");
    LocalDateTime last = first.plusWeeks(dates - 1L);
    insert(
        "RecurrenceRule",
        rule,
        Map.of(
            "pattern",
            2,
            "subPattern",
            0,
            "weekdays",
            1 << (first.getDayOfWeek().getValue() - 1),
            "startDate",
            first,
            "endDate",
            last,
            "cyclicWeek",
            1));
    return rule;
  }

  /** Writes the agenda of an appointment that has none. */
  void describe(int id, String html, String plain) throws SQLException {
    int text = text(id, plain, Map.of("html_text", html));
    update("appointment", id, Map.of("agenda_text_id", text));
    connection.commit();
  }

  /** Changes columns of table appointment. */
  void change(int id, Map<String, Object> columns) throws SQLException {
    update("appointment", id, columns);
    connection.commit();
  }

  void changePerson(int id, Map<String, Object> columns) throws SQLException {
    update("person", id, columns);
    connection.commit();
  }

  void rename(int id, String title) throws SQLException {
    int text = number("SELECT text_id FROM crm7.appointment WHERE appointment_id=" + id);
    update("text", text, Map.of("text", title));
    connection.commit();
  }

  /** Shows the appointment to its owner only. */
  void hide(int id) throws SQLException {
    int row = number("SELECT VisibleFor_id FROM crm7.VisibleFor WHERE appointmentId=" + id);
    update("VisibleFor", row, Map.of("forAll", 0, "forAssocId", associate));
    update("appointment", id, Map.of("private", 1));
    connection.commit();
  }

  void remove(int id) throws SQLException {
    for (String column : new String[] {"text_id", "agenda_text_id"}) {
      int text = number("SELECT " + column + " FROM crm7.appointment WHERE appointment_id=" + id);
      if (text != 0) {
        delete("text", text);
      }
    }
    delete("VisibleFor", number("SELECT VisibleFor_id FROM crm7.VisibleFor WHERE recordId=" + id));
    delete("appointment", id);
    connection.commit();
  }

  private int text(int owner, String text, Map<String, Object> more) throws SQLException {
    Map<String, Object> row = new LinkedHashMap<>(more);
    row.put("type", 4);
    row.put("owner_id", owner);
    row.put("text", text);
    int id = key("text");
    insert("text", id, row);
    return id;
  }

  private void insert(String table, int id, Map<String, Object> values) throws SQLException {
    Map<String, Object> row = zeroes(table);
    row.put(keyColumn(table), id);
    values.forEach((column, value) -> row.put(column.toLowerCase(Locale.ROOT), value));
    row.put("registered", nowUtc());
    row.put("registered_associate_id", associate);
    write(
        "INSERT INTO crm7."
            + table
            + " ("
            + row.keySet().stream().map(c -> "[" + c + "]").collect(Collectors.joining(","))
            + ") VALUES ("
            + row.keySet().stream().map(c -> "?").collect(Collectors.joining(","))
            + ")",
        row);
    log(INSERTED, table, id);
  }

  private void update(String table, int id, Map<String, Object> values) throws SQLException {
    Map<String, Object> row = new LinkedHashMap<>(values);
    row.put("updated", nowUtc());
    row.put("updated_associate_id", associate);
    write(
        "UPDATE crm7."
            + table
            + " SET updatedCount=updatedCount+1,"
            + row.keySet().stream().map(c -> "[" + c + "]=?").collect(Collectors.joining(","))
            + " WHERE "
            + keyColumn(table)
            + "="
            + id,
        row);
    log(UPDATED, table, id);
  }

  private void delete(String table, int id) throws SQLException {
    write("DELETE FROM crm7." + table + " WHERE " + keyColumn(table) + "=" + id, Map.of());
    log(DELETED, table, id);
  }

  /** The log row of an edited selection, as SuperOffice writes it where selections replicate. */
  void logsSelection(int id) throws SQLException {
    log(UPDATED, "selection", id);
    connection.commit();
  }

  private void log(int type, String table, int record) throws SQLException {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("traveltransactionlog_id", key("traveltransactionlog"));
    row.put("ttime", LocalDateTime.now(BASE).truncatedTo(ChronoUnit.SECONDS));
    row.put("prev_record_id", 0);
    row.put("type", type);
    row.put("associate_id", associate);
    row.put("tablenumber", NUMBERS.get(table));
    row.put("record_id", record);
    row.put("flags", 0);
    row.put("application_id", 2147483647);
    write(
        "INSERT INTO crm7.traveltransactionlog ("
            + String.join(",", row.keySet())
            + ") VALUES (?,?,?,?,?,?,?,?,?)",
        row);
  }

  /** The next key, raised before it is read, in a transaction of its own. */
  private int key(String table) throws SQLException {
    try (Connection own = DriverManager.getConnection(url(), "sa", "sa")) {
      own.setAutoCommit(false);
      String where = " WHERE TableName='" + table + "'";
      own.createStatement().executeUpdate("UPDATE crm7.[sequence] SET next_id=next_id+1" + where);
      int id = number(own, "SELECT next_id-1 FROM crm7.[sequence]" + where);
      own.commit();
      return id;
    }
  }

  private String url() throws SQLException {
    return connection.getMetaData().getURL();
  }

  private Map<String, Object> zeroes(String table) throws SQLException {
    Map<String, Object> row = new LinkedHashMap<>();
    try (var statement = connection.createStatement();
        ResultSet none = statement.executeQuery("SELECT * FROM crm7." + table + " WHERE 1=0")) {
      ResultSetMetaData columns = none.getMetaData();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        String type = columns.getColumnClassName(i);
        Object zero = type.endsWith("Timestamp") ? NEVER : type.endsWith("String") ? "" : 0;
        row.put(columns.getColumnName(i).toLowerCase(Locale.ROOT), zero);
      }
    }
    return row;
  }

  private static String keyColumn(String table) {
    return table.toLowerCase(Locale.ROOT) + "_id";
  }

  private static LocalDateTime nowUtc() {
    return LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
  }

  private void write(String sql, Map<String, Object> values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int at = 0;
      for (Object value : values.values()) {
        statement.setObject(++at, value);
      }
      if (statement.executeUpdate() != 1) {
        throw new IllegalStateException("no row was written by " + sql);
      }
    }
  }

  private int number(String sql) throws SQLException {
    return number(connection, sql);
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      if (!rows.next()) {
        throw new IllegalStateException("nothing found by " + sql);
      }
      return rows.getInt(1);
    }
  }
}

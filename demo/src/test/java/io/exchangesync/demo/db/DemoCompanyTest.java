package io.exchangesync.demo.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCompanyTest {
  private static final DemoPlan PLAN = DemoPlan.around(LocalDate.of(2026, 6, 15));
  private static final List<String> KEYED =
      List.of("appointment", "text", "VisibleFor", "contact", "person", "Email", "phone");

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void everyFollowUpHasOneTextAndExactlyOneVisibleForRow(String level) throws SQLException {
    try (Connection db = filled("texts" + level, level, PLAN)) {
      assertThat(one(db, "select count(*) from crm7.appointment")).isGreaterThanOrEqualTo(4000);
      assertThat(
              one(
                  db,
                  "select count(*) from crm7.appointment a where (select count(*) from crm7.text t"
                      + " where t.text_id = a.text_id and t.type = 4) <> 1"))
          .isZero();
      assertThat(
              one(
                  db,
                  "select count(*) from crm7.appointment a where (select count(*) from"
                      + " crm7.VisibleFor v where v.appointmentId = a.appointment_id and v.tableId"
                      + " = 9 and v.recordId = a.appointment_id) <> 1"))
          .isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void sequencesStandBeyondTheKeysInUse(String level) throws SQLException {
    try (Connection db = filled("keys" + level, level, PLAN.withFollowUps(500))) {
      for (String table : KEYED) {
        String key = table.equals("VisibleFor") ? "VisibleFor_id" : table.toLowerCase() + "_id";
        int highest = one(db, "select max(" + key + ") from crm7." + table);
        int next = one(db, "select next_id from crm7.sequence where TableName = '" + table + "'");
        assertThat(next).as(table).isEqualTo(highest + 1);
      }
    }
  }

  @Test
  void everyEmployeeHasAsManyPlainAppointmentsInTheWindowAsPlanned() throws SQLException {
    DemoPlan plan = PLAN.withWindowAppointments(25).withFollowUps(1500);
    try (Connection db = filled("window", "12.2", plan)) {
      String plain =
          "select count(*) from crm7.appointment where type = 1 and document_id = 0 and mother_id ="
              + " 0 and recurrenceRuleId = 0 and status in (1, 2, 3) and do_by <"
              + " DATEADD(day, 120, TIMESTAMP '2026-06-15 00:00:00') and endDate >"
              + " DATEADD(day, -30, TIMESTAMP '2026-06-15 00:00:00') and associate_id = ";
      for (int associate :
          ints(db, "select associate_id from crm7.associate where type = 0" + " and deleted = 0")) {
        assertThat(one(db, plain + associate)).as("associate " + associate).isEqualTo(25);
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameRows() throws SQLException {
    DemoPlan plan = PLAN.withFollowUps(800);
    try (Connection one = filled("seed1", "12.2", plan);
        Connection two = filled("seed2", "12.2", plan)) {
      for (String table : List.of("appointment", "text", "person", "traveltransactionlog")) {
        assertThat(rows(one, table)).as(table).isEqualTo(rows(two, table));
      }
    }
  }

  @Test
  void everyKindOfFollowUpOccurs() throws SQLException {
    try (Connection db = filled("kinds", "12.2", PLAN)) {
      assertThat(ints(db, "select distinct type from crm7.appointment")).contains(1, 2, 3, 4, 6);
      assertThat(ints(db, "select distinct status from crm7.appointment"))
          .contains(1, 3, 4, 5, 9, 11);
      assertThat(ints(db, "select distinct private from crm7.appointment")).contains(0, 1, 2);
      assertThat(one(db, "select count(*) from crm7.appointment where alldayEvent = 1"))
          .isGreaterThan(50);
      assertThat(one(db, "select count(*) from crm7.appointment where agenda_text_id > 0"))
          .isGreaterThan(200);
      assertThat(one(db, "select count(*) from crm7.contact")).isEqualTo(251);
      assertThat(one(db, "select count(*) from crm7.person")).isGreaterThan(400);
      assertThat(one(db, "select count(*) from crm7.traveltransactionlog")).isGreaterThan(100);
    }
  }

  @Test
  void everyKindOfSelectionOccurs() throws SQLException {
    try (Connection db = filled("selections", "8.5", PLAN.withFollowUps(500))) {
      assertThat(ints(db, "select seltype from crm7.selection order by selection_id"))
          .containsExactly(0, 0, 2, 1);
      assertThat(one(db, "select count(*) from crm7.VisibleFor where tableId = 23")).isEqualTo(4);
      String members = "select count(*) from crm7.selectionmember where selection_id = ";
      assertThat(one(db, members + "1 and person_id > 0")).isEqualTo(40);
      assertThat(one(db, members + "2 and person_id = 0")).isEqualTo(10);
    }
  }

  @Test
  void everyEmployeeIsAPersonOfTheOwnCompanyWithAnAddressInItsDomain() throws SQLException {
    try (Connection db = filled("staff", "8.5", PLAN.withFollowUps(500))) {
      assertThat(
              one(
                  db,
                  "select count(*) from crm7.associate a join crm7.person p on p.person_id ="
                      + " a.person_id join crm7.OwnerContactLink o on o.contact_id = p.contact_id"
                      + " join crm7.Email e on e.person_id = p.person_id where a.type = 0 and"
                      + " a.deleted = 0 and e.email_address like '%@fjordline.example'"))
          .isEqualTo(12);
    }
  }

  private static Connection filled(String name, String level, DemoPlan plan) throws SQLException {
    Connection db = SuperOfficeSchemaTest.memory("company-" + name);
    DemoDatabase.createIfAbsent(db, level, plan);
    assertThat(DemoDatabase.createIfAbsent(db, level, plan)).isEqualTo(DemoDatabase.Outcome.KEPT);
    return db;
  }

  private static int one(Connection db, String sql) throws SQLException {
    return ints(db, sql).get(0);
  }

  private static List<Integer> ints(Connection db, String sql) throws SQLException {
    List<Integer> found = new ArrayList<>();
    try (var statement = db.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getInt(1));
      }
    }
    return found;
  }

  private static List<String> rows(Connection db, String table) throws SQLException {
    List<String> found = new ArrayList<>();
    try (var statement = db.createStatement();
        ResultSet rows = statement.executeQuery("select * from crm7." + table + " order by 1")) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          line.append(rows.getString(i)).append('|');
        }
        found.add(line.toString());
      }
    }
    return found;
  }
}

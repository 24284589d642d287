package io.exchangesync.demo.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SuperOfficeSchemaTest {
  @Test
  void theCoreLevelHasNoColumnThatCameLater() throws SQLException {
    try (Connection db = memory("core")) {
      SuperOfficeSchema.create(db, "crm7", SuperOfficeSchema.LEVEL_8_5);
      assertThat(columns(db, "crm7", "appointment")).contains("alldayEvent", "isMilestone");
      assertThat(columns(db, "crm7", "appointment"))
          .doesNotContain("agenda_text_id", "owned_externally", "cautionWarning");
      assertThat(columns(db, "crm7", "invitation")).isEmpty();
    }
  }

  @Test
  void levelTenStopsBeforeTheElevens() throws SQLException {
    try (Connection db = memory("ten")) {
      SuperOfficeSchema.create(db, "crm7", "10.2.6");
      assertThat(columns(db, "crm7", "appointment"))
          .contains("agenda_text_id")
          .doesNotContain("SendEmail", "external_participants");
    }
  }

  @Test
  void theNewestLevelHasEveryColumnUnderAnySchemaName() throws SQLException {
    try (Connection db = memory("newest")) {
      SuperOfficeSchema.create(db, "crm5", SuperOfficeSchema.LEVEL_12_2);
      assertThat(columns(db, "crm5", "appointment"))
          .contains("agenda_text_id", "owned_externally", "external_participants");
      assertThat(columns(db, "crm5", "text")).contains("html_text");
      assertThat(columns(db, "crm7", "appointment")).isEmpty();
      try (var rows = db.createStatement().executeQuery("select count(*) from crm5.sequence")) {
        rows.next();
        assertThat(rows.getInt(1)).isGreaterThan(70);
      }
    }
  }

  @Test
  void aSchemaNameThatIsNoNameIsRefused() throws SQLException {
    try (Connection db = memory("refused")) {
      assertThatThrownBy(() -> SuperOfficeSchema.create(db, "x]; drop", "8.5"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void theJobRepositoryIsFoundByUnqualifiedNames() throws SQLException {
    try (Connection db = memory("jobs")) {
      JobRepositorySchema.createIfAbsent(db);
      JobRepositorySchema.createIfAbsent(db);
      try (var statement = db.createStatement()) {
        statement.execute("SET SCHEMA exsync");
        statement.execute("INSERT INTO JOB_INSTANCE(JOBNAME, APPLICATIONNAME) VALUES('a', 'b')");
        try (var rows =
            statement.executeQuery("SELECT COUNT(PARTITIONEXECUTIONID) FROM PARTITION_EXECUTION")) {
          assertThat(rows.next()).isTrue();
        }
      }
    }
  }

  static Connection memory(String name) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:h2:mem:" + name + H2Server.OPTIONS, H2Server.USER, H2Server.PASSWORD);
  }

  private static java.util.List<String> columns(Connection db, String schema, String table)
      throws SQLException {
    var names = new java.util.ArrayList<String>();
    try (var rows = db.getMetaData().getColumns(null, schema, table, null)) {
      while (rows.next()) {
        names.add(rows.getString("COLUMN_NAME"));
      }
    }
    return names;
  }
}

package io.exchangesync.ejb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.ejb.plain.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class SchemaMigrationTest {
  private final TestDatabase database = TestDatabase.h2();

  @Test
  void tablesAreMadeBesideSuperOfficesOwnAndOnlyOnce() {
    String schema = database.ensured("superoffice");
    database.execute("create table superoffice.associate (associate_id int not null)");
    SchemaMigration migration = new SchemaMigration(database.dataSource(), schema);
    assertThat(migration.version()).isEmpty();

    assertThat(migration.migrate()).isPositive();

    assertThat(migration.migrate()).isZero();
    assertThat(migration.version()).isEqualTo("13");
    database.execute("delete from superoffice.exsync_link");
    database.execute("delete from superoffice.associate");
  }

  @Test
  void linksOfBeforeAreFoundByTheirUid() throws SQLException {
    String schema = database.ensured("before_v4");
    Flyway.configure()
        .dataSource(database.dataSource())
        .defaultSchema(schema)
        .table("exsync_schema_history")
        .resourceProvider(new PackagedMigrations())
        .placeholders(Map.of("schema", schema))
        .target("3")
        .load()
        .migrate();
    List.of("1, 'UID-1'", "2, 'uid-1'", "3, ''")
        .forEach(
            values ->
                database.execute(
                    "insert into before_v4.exsync_link (exsync_link_id, event_uid, link_id,"
                        + " link_hash, mailbox_id, kind, record_id, live_record, item_id,"
                        + " item_hash, live_item, change_key, crm_version, text_id,"
                        + " agenda_text_id, visible_for_id, base_crm, base_mailbox,"
                        + " mapping_version, state) values ("
                        + values
                        + ", 'l', 'h', 1, 'APPOINTMENT', 1, "
                        + values.charAt(0)
                        + ", 'i', 'h', "
                        + values.charAt(0)
                        + ", 'ck', 'v', 0, 0, 0, '{}', '=', 1, 'LIVE')"));

    new SchemaMigration(database.dataSource(), schema).migrate();

    assertThat(hashes())
        .containsExactly(LinkRow.uidHash("UID-1"), LinkRow.uidHash("uid-1"), 0)
        .doesNotHaveDuplicates();
  }

  @Test
  void holdsOfBeforeAreShownToAdministratorsAlone() throws SQLException {
    String schema = database.ensured("before_v8");
    Flyway.configure()
        .dataSource(database.dataSource())
        .defaultSchema(schema)
        .table("exsync_schema_history")
        .resourceProvider(new PackagedMigrations())
        .placeholders(Map.of("schema", schema))
        .target("3")
        .load()
        .migrate();
    database.execute(
        "insert into before_v8.exsync_hold (exsync_hold_id, mailbox_id, kind, link_key, record_id,"
            + " item_id, reason, detail, state, held_since) values (1, 1, 'APPOINTMENT', 0, 7, '',"
            + " 'CONFLICT', 'subject: Salary', 'OPEN', '2026-11-01 08:00:00')");

    new SchemaMigration(database.dataSource(), schema).migrate();

    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select confidential, silent from before_v8.exsync_hold")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(1);
      assertThat(rows.getInt(2)).isZero();
    }
  }

  private List<Integer> hashes() throws SQLException {
    List<Integer> hashes = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select uid_hash from before_v4.exsync_link order by exsync_link_id")) {
      while (rows.next()) {
        hashes.add(rows.getInt(1));
      }
    }
    return hashes;
  }

  @Test
  void aSchemaNameIsNoSql() {
    assertThatThrownBy(() -> new SchemaMigration(database.dataSource(), "crm7; drop table x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

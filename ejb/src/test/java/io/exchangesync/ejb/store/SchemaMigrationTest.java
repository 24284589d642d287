package io.exchangesync.ejb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.ejb.plain.TestDatabase;
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
    assertThat(migration.version()).isEqualTo("7");
    database.execute("delete from superoffice.exsync_link");
    database.execute("delete from superoffice.associate");
  }

  @Test
  void aSchemaNameIsNoSql() {
    assertThatThrownBy(() -> new SchemaMigration(database.dataSource(), "crm7; drop table x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package io.exchangesync.ejb.crm;

import static io.exchangesync.core.port.CrmSamples.meeting;
import static io.exchangesync.core.port.CrmSamples.stamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.core.port.SyncException;
import io.exchangesync.core.port.WriteRefused;
import io.exchangesync.ejb.crm.sql.DatabaseTrouble;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the database says of a row it does not take, and what it says when it is not the row. */
class RefusedRowsTest {
  private final SqlCrmFixture crm = new SqlCrmFixture(CrmTestDatabase.h2("12.2", "crm_refusing"));

  @AfterEach
  void forgetTheConstraint() {
    crm.database().execute("ALTER TABLE #.[appointment] DROP CONSTRAINT IF EXISTS no_cellar");
  }

  @Test
  void aRowThatAConstraintForbidsIsRefusedWithTheDatabasesWordsAndWithoutTheStatement() {
    crm.database()
        .execute(
            "ALTER TABLE #.[appointment] ADD CONSTRAINT no_cellar CHECK ([location] <> 'Cellar')");
    int id = crm.gateway().reserve(1).get(0);
    WriteRefused refused = catchThrowableOfType(WriteRefused.class, () -> create(id, "Cellar"));

    assertThat(refused.code()).isEqualTo("SQL state 23513, error 23513");
    assertThat(refused.getMessage())
        .containsIgnoringCase("no_cellar")
        .contains("SQL state 23513")
        .doesNotContain("INSERT");
    assertThat(crm.gateway().read(List.of(id))).isEmpty();
    create(id, "Kai 3");
    assertThat(crm.read(id).location()).isEqualTo("Kai 3");
  }

  @Test
  void deadlocksAndLostConnectionsPassByThemselves() {
    assertThat(typed("40001", 1205)).isInstanceOf(SyncException.Retriable.class);
    assertThat(typed("S0001", 1222)).isInstanceOf(SyncException.Retriable.class);
    assertThat(typed("HYT00", 50200)).isInstanceOf(SyncException.Retriable.class);
    assertThat(typed("08S01", 0)).isInstanceOf(SyncException.Retriable.class);
  }

  @Test
  void whatIsAboutNoRowIsNoRowsFault() {
    assertThat(typed("S0005", 229)).isInstanceOf(SyncException.Retriable.class);
    assertThat(typed("S0002", 208)).isInstanceOf(SyncException.Retriable.class);
    assertThat(typed("S0002", 9002)).isInstanceOf(SyncException.Retriable.class);
    assertThat(typed("42S02", 42102)).isInstanceOf(SyncException.Retriable.class);
  }

  @Test
  void constraintsTriggersAndTooLongValuesAreAboutTheRow() {
    assertThat(typed("23000", 547)).isInstanceOf(WriteRefused.class);
    assertThat(typed("S0001", 2628)).isInstanceOf(WriteRefused.class);
    assertThat(typed("S0001", 50000)).isInstanceOf(WriteRefused.class);
    assertThat(typed("22001", 22001)).isInstanceOf(WriteRefused.class);
    SQLException batch = new BatchUpdateException("no", "23000", 2627, new int[0]);
    assertThat(DatabaseTrouble.translate(batch)).isInstanceOf(WriteRefused.class);
  }

  @Test
  void anEndlessMessageIsCut() {
    assertThat(DatabaseTrouble.translate(new SQLException("x".repeat(9000), "23000", 547)))
        .hasMessageEndingWith("… (SQL state 23000, error 547)")
        .message()
        .hasSizeLessThan(600);
  }

  private static RuntimeException typed(String state, int code) {
    return DatabaseTrouble.translate(new SQLException("no", state, code));
  }

  private void create(int id, String location) {
    int owner = crm.associate();
    CrmWrite write =
        new CrmWrite.Create(
            meeting(owner).with().recordId(id).location(location).build(),
            stamp(owner, id, "link-" + id));
    crm.committed(() -> crm.gateway().apply(List.of(write)));
  }
}

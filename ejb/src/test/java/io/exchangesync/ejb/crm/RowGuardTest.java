package io.exchangesync.ejb.crm;

import static io.exchangesync.core.port.CrmSamples.meeting;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.CrmTable;
import io.exchangesync.ejb.crm.sql.RowGuard;
import io.exchangesync.ejb.crm.sql.RowReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The last line against lost edits: somebody writes between our reading and our writing. */
class RowGuardTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 6, 15, 8, 0);

  private final SqlCrmFixture crm = new SqlCrmFixture(CrmTestDatabase.h2("12.2", "crm7"));
  private int record;

  @BeforeEach
  void aRow() {
    record = crm.userCreates(meeting(crm.associate()));
  }

  @Test
  void aRowAsReadIsWritten() throws SQLException {
    assertThat(changeLocationAfter("leadtime = leadtime")).isTrue();
    assertThat(crm.read(record).location()).isEqualTo("Vår kai");
  }

  @Test
  void anotherStampStopsTheWrite() throws SQLException {
    assertThat(changeLocationAfter("updated = '20260615'")).isFalse();
    assertThat(crm.read(record).location()).isEqualTo("Kai 3");
  }

  @Test
  void anotherValueOfTheSameColumnStopsTheWriteWithoutAnyStamp() throws SQLException {
    assertThat(changeLocationAfter("location = 'Brukerens kai'")).isFalse();
    assertThat(crm.read(record).location()).isEqualTo("Brukerens kai");
  }

  @Test
  void aValueThatBecameNullOrCeasedToBeStopsTheWrite() throws SQLException {
    assertThat(changeLocationAfter("location = NULL")).isFalse();
    assertThat(changeLocationAfter("location = 'Igjen'")).isFalse();
  }

  @Test
  void anotherColumnsEditWithoutAStampIsKept() throws SQLException {
    assertThat(changeLocationAfter("priority_idx = 2")).isTrue();
    assertThat(crm.read(record).priorityId()).isEqualTo(2);
  }

  private boolean changeLocationAfter(String meanwhile) throws SQLException {
    try (Connection connection = crm.database().dataSource().getConnection()) {
      CrmTable table = CrmSchema.find(connection, crm.database().schema()).table("appointment");
      CrmRow read =
          RowReader.by(
                  connection,
                  table,
                  List.of("appointment_id", "updated", "location"),
                  "appointment_id",
                  List.of(record))
              .get(0);
      crm.database()
          .execute("UPDATE #.[appointment] SET " + meanwhile + " WHERE appointment_id = " + record);
      RowGuard guard = new RowGuard(table, "appointment_id", read, Map.of("location", "Vår kai"));
      return guard.write(connection, NOW, crm.associate());
    }
  }
}

package io.exchangesync.ejb.crm;

import static io.exchangesync.core.port.CrmSamples.meeting;
import static io.exchangesync.core.port.CrmSamples.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.core.port.CrmOutcome.Deleted;
import io.exchangesync.core.port.CrmOutcome.Refused;
import io.exchangesync.core.port.CrmWrite;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deleting in SuperOffice, looked at in the tables. */
class DeleteRulesTest {
  private SqlCrmFixture crm;
  private int owner;

  private void at(String level) {
    crm = new SqlCrmFixture(CrmTestDatabase.h2(level, "crm7"));
    owner = crm.associate();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void aPlainRowGoesWithAllItsRowsAndOneLogRowForEach(String level) {
    at(level);
    int record = crm.userCreates(meeting(owner).with().agenda("<p>Sak</p>").build());
    apply(new CrmWrite.PutStamp(record, stamp(owner, record, "d-1")));
    var keys = crm.read(record).keys();
    int before = crm.database().lastLog();
    assertThat(delete(record)).isInstanceOf(Deleted.class);

    assertThat(count("VisibleFor", "appointmentId = " + record)).isZero();
    assertThat(count("foreignkey", "record_id = " + record + " AND table_id = 9")).isZero();
    assertThat(count("text", "text_id IN (" + keys.textId() + ", " + keys.agendaTextId() + ")"))
        .isZero();
    List<String> expected =
        keys.agendaTextId() == 0
            ? List.of("196:4864", "18:4864", "183:4864", "9:4864")
            : List.of("196:4864", "18:4864", "18:4864", "183:4864", "9:4864");
    assertThat(crm.database().logged(before)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void everyRowThatGoesIsInTheImageForTheJournal(String level) throws Exception {
    crm = new SqlCrmFixture(CrmTestDatabase.h2(level, "crm_udef"));
    crm.database()
        .execute(
            "CREATE TABLE IF NOT EXISTS #.[udappntSmall]"
                + " ([udappntSmall_id] int PRIMARY KEY, [double01] float)");
    owner = crm.associate();
    int record = crm.userCreates(meeting(owner).with().agenda("<p>Sak</p>").build());
    apply(new CrmWrite.PutStamp(record, stamp(owner, record, "d-2")));
    crm.database().execute("INSERT INTO #.[udappntSmall] VALUES (" + record + ", 2.5)");
    set(record, "userdef_id = " + record);
    JsonNode rows = new ObjectMapper().readTree(((Deleted) delete(record)).rows());

    assertThat(count("udappntSmall", "udappntSmall_id = " + record)).isZero();
    assertThat(rows.at("/udappntSmall/0").toString()).contains("2.5");
    assertThat(number(rows, "/appointment/0", "appointment_id")).isEqualTo(record);
    assertThat(number(rows, "/udappntSmall/0", "udappntSmall_id")).isEqualTo(record);
    assertThat(number(rows, "/VisibleFor/0", "forAll")).isEqualTo(1);
    assertThat(rows.at("/text").toString()).contains(meeting(owner).title());
    assertThat(rows.at("/foreignkey").size()).isEqualTo(1);
  }

  private static int number(JsonNode rows, String row, String column) {
    JsonNode found = rows.at(row);
    Iterable<String> names = found::fieldNames;
    for (String name : names) {
      if (name.equalsIgnoreCase(column)) {
        return found.get(name).asInt();
      }
    }
    throw new AssertionError("no column " + column + " in " + rows);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void aTextThatAnotherRowSharesStays(String level) {
    at(level);
    int record = crm.userCreates(meeting(owner));
    int sharing = crm.userCreates(meeting(owner));
    int text = crm.read(record).keys().textId();
    set(sharing, "text_id = " + text);
    delete(record);
    assertThat(count("text", "text_id = " + text)).isOne();
    assertThat(crm.read(sharing).title()).isEqualTo(meeting(owner).title());
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void theMasterOfABookingTellsColleaguesAndTakesRoomsAndGuestsAlong(String level) {
    at(level);
    int room = crm.database().number("SELECT associate_id FROM #.[associate] WHERE type = 1");
    int master = crm.userCreates(meeting(owner));
    int colleague = crm.userCreates(meeting(crm.colleague()).with().type(6).status(5).build());
    int booked = crm.userCreates(meeting(room));
    int guest = crm.userCreates(meeting(0));
    int text = crm.read(master).keys().textId();
    for (int row : List.of(master, colleague, booked, guest)) {
      set(row, "mother_id = " + master + ", text_id = " + text);
    }
    assertThat(delete(master)).isInstanceOf(Deleted.class);

    assertThat(crm.gateway().read(List.of(master, booked, guest))).isEmpty();
    assertThat(crm.read(colleague).status()).isEqualTo(10);
    assertThat(crm.read(colleague).title()).isEqualTo(meeting(owner).title());
    assertThat(count("VisibleFor", "appointmentId IN (" + booked + ", " + guest + ")")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void anInvitationAnAssignmentAndADocumentAreNotDeleted(String level) {
    at(level);
    int master = crm.userCreates(meeting(crm.colleague()));
    for (String reason :
        List.of("mother_id = " + master, "status = 11, assignedBy = 3", "document_id = 55")) {
      int record = crm.userCreates(meeting(owner));
      set(record, reason);
      assertThat(delete(record)).as(reason).isInstanceOf(Refused.class);
      assertThat(count("appointment", "appointment_id = " + record)).isOne();
      assertThat(count("VisibleFor", "appointmentId = " + record)).isOne();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void theNextDueDateOfASaleIsNotDeleted(String level) {
    at(level);
    int record = crm.userCreates(meeting(owner));
    int sale = 1000 + record;
    crm.database()
        .execute(
            "INSERT INTO #.[sale] (sale_id, associate_id, group_idx, contact_id, saledate,"
                + " probability_idx, appointment_id, project_id, registered_associate_id, updated,"
                + " updated_associate_id, updatedCount, nddAppointment_id) VALUES ("
                + sale
                + ", 1, 1, 1, '20260101', 1, 0, 0, 1, '17600101', 0, 0, "
                + record
                + ")");
    set(record, "sale_id = " + sale);
    assertThat(delete(record)).isInstanceOf(Refused.class);
  }

  private CrmOutcome delete(int record) {
    return apply(new CrmWrite.Delete(crm.read(record)));
  }

  private CrmOutcome apply(CrmWrite write) {
    return crm.committed(() -> crm.gateway().apply(List.of(write))).get(0);
  }

  private void set(int record, String columns) {
    crm.database()
        .execute("UPDATE #.[appointment] SET " + columns + " WHERE appointment_id = " + record);
  }

  private int count(String table, String where) {
    return crm.database().number("SELECT COUNT(*) FROM #.[" + table + "] WHERE " + where);
  }
}

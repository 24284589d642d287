package io.exchangesync.ejb.crm;

import static io.exchangesync.core.port.CrmSamples.DAY;
import static io.exchangesync.core.port.CrmSamples.meeting;
import static io.exchangesync.core.port.CrmSamples.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmAppointmentBuilder;
import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.core.port.CrmOutcome.ChangedMeanwhile;
import io.exchangesync.core.port.CrmOutcome.Written;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.ejb.crm.CrmSettings.LogTime;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for direct writers, looked at in the tables. */
class WriteRulesTest {
  private static final LocalDateTime NEVER = CrmAppointment.NEVER;

  private SqlCrmFixture crm;
  private int owner;

  private void at(String level) {
    crm = new SqlCrmFixture(CrmTestDatabase.h2(level, "crm7"));
    owner = crm.associate();
    apply(new CrmWrite.PutStamp(crm.userCreates(meeting(owner)), stamp(owner, 1, "device")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void aCreateWritesItsRowsAndOneLogRowForEach(String level) {
    at(level);
    int before = crm.database().lastLog();
    int record = create(meeting(owner));

    Map<String, Object> row = row("appointment", "appointment_id = " + record);
    assertThat(row)
        .containsEntry("type", 1)
        .containsEntry("status", 1)
        .containsEntry("mother_id", 0)
        .containsEntry("registered_associate_id", owner)
        .containsEntry("associate_id", owner)
        .containsEntry("updated", NEVER)
        .containsEntry("updated_associate_id", 0)
        .containsEntry("updatedcount", 0)
        .containsEntry("done", NEVER)
        .containsEntry("activedate", DAY.atTime(10, 0))
        .containsEntry("rejectreason", "")
        .containsEntry("userdef_id", 0);
    assertThat((Integer) row.get("invitedpersonid")).isPositive();
    assertThat(row("text", "text_id = " + row.get("text_id")))
        .containsEntry("owner_id", record)
        .containsEntry("type", 4)
        .containsEntry("seqno", 0);
    assertThat(row("VisibleFor", "appointmentId = " + record))
        .containsEntry("recordid", record)
        .containsEntry("tableid", 9)
        .containsEntry("forall", 1)
        .containsEntry("encryptedcheck", "");
    assertThat(crm.database().logged(before))
        .containsExactlyInAnyOrder("9:4352", "18:4352", "196:4352", "183:4352");
    assertThat(crm.database().query(log(before)))
        .allSatisfy(
            each ->
                assertThat(each)
                    .containsEntry("associate_id", owner)
                    .containsEntry("flags", 0)
                    .containsEntry("application_id", 0)
                    .containsEntry("prev_record_id", 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void logTimeIsLocalWhereSuperOfficeWritesItSo(String level) {
    at(level);
    int before = crm.database().lastLog();
    int record = create(meeting(owner));
    LocalDateTime registered =
        (LocalDateTime) row("appointment", "appointment_id = " + record).get("registered");
    LocalDateTime wall =
        registered
            .atZone(ZoneOffset.UTC)
            .withZoneSameInstant(ZoneId.of("Europe/Oslo"))
            .toLocalDateTime();

    assertThat(crm.database().query(log(before)))
        .allSatisfy(each -> assertThat(each).containsEntry("ttime", wall));
    assertThat(registered).isEqualTo(registered.truncatedTo(ChronoUnit.SECONDS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void logTimeIsUtcWhereTheSettingSaysSo(String level) {
    crm =
        new SqlCrmFixture(
            CrmTestDatabase.h2(level, "crm7"), CrmSettings.DEFAULTS.withLogTime(LogTime.UTC));
    owner = crm.associate();
    int before = crm.database().lastLog();
    int record = create(meeting(owner));
    Object registered = row("appointment", "appointment_id = " + record).get("registered");
    assertThat(crm.database().query(log(before) + " AND tablenumber = 9"))
        .allSatisfy(each -> assertThat(each).containsEntry("ttime", registered));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void anUpdateStampsAndLogsOnlyTheRowsItChanges(String level) {
    at(level);
    int record = crm.userCreates(meeting(owner));
    crm.database()
        .execute(
            "UPDATE #.[appointment] SET leadtime = 7, source = NULL, color_index = NULL WHERE"
                + " appointment_id = "
                + record);
    int before = crm.database().lastLog();
    update(record, row -> row.location("Kai 9"));

    assertThat(crm.database().logged(before)).containsExactly("9:4608");
    assertThat(row("appointment", "appointment_id = " + record))
        .containsEntry("location", "Kai 9")
        .containsEntry("updated_associate_id", owner)
        .containsEntry("updatedcount", 1)
        .containsEntry("leadtime", 7)
        .containsEntry("source", null);

    before = crm.database().lastLog();
    update(record, row -> row.title("Ny tittel"));
    assertThat(crm.database().logged(before)).containsExactly("18:4608");

    before = crm.database().lastLog();
    update(record, row -> row.visibility(Visibility.OWNER));
    assertThat(crm.database().logged(before)).containsExactlyInAnyOrder("9:4608", "196:4608");
    assertThat(row("VisibleFor", "appointmentId = " + record))
        .containsEntry("forall", 0)
        .containsEntry("forassocid", owner);
    assertThat(row("appointment", "appointment_id = " + record)).containsEntry("private", 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void anEditThatLeftTheStampsAloneIsNotOverwrittenEither(String level) {
    at(level);
    int record = crm.userCreates(meeting(owner));
    CrmAppointment before = crm.read(record);
    crm.database()
        .execute(
            "UPDATE #.[text] SET [text] = 'Direkte SQL' WHERE text_id = " + before.keys().textId());

    assertThat(apply(new CrmWrite.Update(before, before.with().title("Vår").build())))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(crm.read(record).title()).isEqualTo("Direkte SQL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void theMoveOfACompletedRowLeavesItsCompletionAlone(String level) {
    at(level);
    LocalDateTime done = DAY.plusDays(3).atTime(9, 0);
    int record =
        crm.userCreates(meeting(owner).with().status(3).done(done).activeDate(done).build());
    update(record, row -> row.doBy(DAY.atTime(14, 0)).endDate(DAY.atTime(15, 0)));

    assertThat(row("appointment", "appointment_id = " + record))
        .containsEntry("do_by", DAY.atTime(14, 0))
        .containsEntry("enddate", DAY.atTime(15, 0))
        .containsEntry("activedate", done)
        .containsEntry("done", done);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void movesBetweenOwnersCompaniesAndProjectsLeaveTheirOwnLogRows(String level) {
    at(level);
    int record =
        crm.userCreates(meeting(owner).with().references(new CrmReferences(3, 0, 0, 0)).build());
    int before = crm.database().lastLog();
    update(
        record, row -> row.associateId(crm.colleague()).references(new CrmReferences(4, 0, 9, 0)));

    assertThat(crm.database().logged(before))
        .containsExactlyInAnyOrder("9:4608", "9:5120", "9:10000", "9:20000");
    assertThat(crm.database().query(log(before) + " AND type = 5120").get(0))
        .containsEntry("prev_record_id", owner);
    assertThat(crm.database().query(log(before) + " AND type = 10000").get(0))
        .containsEntry("prev_record_id", 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void textsAreTrimmedAndCutToTheColumn(String level) {
    at(level);
    int length = crm.gateway().capabilities().textLength();
    assertThat(length).isEqualTo(level.equals("8.5") ? 2047 : 4000);
    String tooLong = "x".repeat(length - 1) + "\uD83D\uDE00tail";
    int cut = create(meeting(owner).with().title(tooLong).location("y".repeat(300)).build());
    int trimmed = create(meeting(owner).with().title("En\r\nto \t\r\n").build());

    assertThat(crm.read(cut).title()).isEqualTo("x".repeat(length - 1));
    assertThat(crm.read(cut).location()).hasSize(254);
    assertThat(row("text", "text_id = " + crm.read(trimmed).keys().textId()))
        .containsEntry("text", "En\nto");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void nullsReadAsNothing(String level) {
    at(level);
    int record = crm.userCreates(meeting(owner));
    crm.database()
        .execute(
            "UPDATE #.[appointment] SET location = NULL, priority_idx = NULL, document_id = NULL,"
                + " mother_id = NULL, hasAlarm = NULL, preferredTZLocation = NULL WHERE"
                + " appointment_id = "
                + record);
    CrmAppointment read = crm.read(record);
    assertThat(read.location()).isEmpty();
    assertThat(read.priorityId()).isZero();
    assertThat(read.hasAlarm()).isFalse();

    update(record, row -> row.location("Kai 1").hasAlarm(true));
    assertThat(crm.read(record).location()).isEqualTo("Kai 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void aColumnNobodyKnowsGetsTheZeroValueOfItsType(String level) {
    crm = new SqlCrmFixture(CrmTestDatabase.h2(level, "crm_extra"));
    crm.database().execute("ALTER TABLE #.[appointment] ADD x_text nvarchar(20) NULL");
    crm.database().execute("ALTER TABLE #.[appointment] ADD x_date datetime NULL");
    crm.database().execute("ALTER TABLE #.[appointment] ADD x_number int NULL");
    owner = crm.associate();
    try {
      int record = create(meeting(owner));
      assertThat(row("appointment", "appointment_id = " + record))
          .containsEntry("x_text", "")
          .containsEntry("x_date", NEVER)
          .containsEntry("x_number", 0);
    } finally {
      for (String column : List.of("x_text", "x_date", "x_number")) {
        crm.database().execute("ALTER TABLE #.[appointment] DROP COLUMN " + column);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void keysComeFromSequenceAndLeaveItBeyondThem(String level) {
    at(level);
    int record = create(meeting(owner));
    CrmAppointment read = crm.read(record);
    assertThat(next("appointment")).isGreaterThan(record);
    assertThat(next("text")).isGreaterThan(read.keys().textId());
    assertThat(next("VisibleFor")).isGreaterThan(read.keys().visibleForId());
    assertThat(next("traveltransactionlog")).isGreaterThan(crm.database().lastLog());
    assertThat(crm.user().key("appointment")).isGreaterThan(record);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void aRecordThatExistsIsNotCreatedAgain(String level) {
    at(level);
    int record = create(meeting(owner));
    CrmWrite again =
        new CrmWrite.Create(
            meeting(owner).with().recordId(record).title("Igjen").build(),
            stamp(owner, record, "x"));
    assertThat(apply(again)).isInstanceOf(ChangedMeanwhile.class);
    assertThat(crm.read(record).title()).isEqualTo(meeting(owner).title());
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void stampsStandInOneAppRowOneDeviceRowPerAssociateAndOneKeyRowPerRecord(String level) {
    at(level);
    int record = crm.userCreates(meeting(owner));
    apply(new CrmWrite.PutStamp(record, stamp(owner, record, "one")));
    int before = crm.database().lastLog();
    apply(new CrmWrite.PutStamp(record, stamp(owner, record, "two")));

    assertThat(crm.database().logged(before)).containsExactly("183:4608");
    String keys = "FROM #.[foreignkey] WHERE table_id = 9 AND record_id = " + record;
    assertThat(crm.database().number("SELECT COUNT(*) " + keys)).isOne();
    assertThat(crm.database().number("SELECT COUNT(*) FROM #.[foreignapp]")).isOne();
    assertThat(
            crm.database()
                .number("SELECT COUNT(*) FROM #.[foreigndevice] WHERE owner_id = " + owner))
        .isOne();
  }

  private CrmOutcome apply(CrmWrite write) {
    return crm.committed(() -> crm.gateway().apply(List.of(write))).get(0);
  }

  private int create(CrmAppointment value) {
    int record = crm.gateway().reserve(1).get(0);
    CrmWrite create =
        new CrmWrite.Create(
            value.with().recordId(record).build(), stamp(owner, record, "l" + record));
    assertThat(apply(create)).isInstanceOf(Written.class);
    return record;
  }

  private void update(int record, UnaryOperator<CrmAppointmentBuilder> edit) {
    CrmAppointment before = crm.read(record);
    assertThat(apply(new CrmWrite.Update(before, edit.apply(before.with()).build())))
        .isInstanceOf(Written.class);
  }

  private Map<String, Object> row(String table, String where) {
    List<Map<String, Object>> rows =
        crm.database().query("SELECT * FROM #.[" + table + "] WHERE " + where);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private int next(String table) {
    return crm.database()
        .number("SELECT next_id FROM #.[sequence] WHERE TableName = '" + table + "'");
  }

  private static String log(int after) {
    return "SELECT * FROM #.[traveltransactionlog] WHERE traveltransactionlog_id > " + after;
  }
}

package io.exchangesync.ejb.crm;

import static io.exchangesync.core.port.CrmSamples.DAY;
import static io.exchangesync.core.port.CrmSamples.meetingAt;
import static io.exchangesync.core.port.CrmSamples.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmAppointmentBuilder;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.CrmTies;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.core.port.CrmOutcome.ChangedMeanwhile;
import io.exchangesync.core.port.CrmOutcome.Written;
import io.exchangesync.core.port.CrmWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bookings in the tables: a master and a row for each participant (schema 4.8). */
class BookingRowsTest {
  private SqlCrmFixture crm;
  private int owner;
  private int colleague;

  private void at(String level) {
    crm = new SqlCrmFixture(CrmTestDatabase.h2(level, "crm7"));
    owner = crm.associate();
    colleague = crm.colleague();
    apply(
        new CrmWrite.PutStamp(
            crm.userCreates(meetingAt(owner, DAY.minusDays(300).atTime(9, 0))),
            stamp(owner, 1, "device")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void aBookingIsAMasterAndARowForEachParticipantWithOneTextForAll(String level) {
    at(level);
    int resource = resource();
    int person = outsidePerson();
    int master =
        create(
            new Participant(0, colleague, personOf(colleague), 6, 5, "", "", false),
            new Participant(0, resource, 0, 1, 1, "", "", true),
            new Participant(0, 0, person, 1, 1, "", "", false));

    Map<String, Object> mother = row("appointment", "appointment_id = " + master);
    assertThat(mother)
        .containsEntry("mother_id", master)
        .containsEntry("type", 1)
        .containsEntry("status", 1)
        .containsEntry("invitedpersonid", personOf(owner));
    List<Map<String, Object>> children = children(master);
    assertThat(children).hasSize(3);
    assertThat(children)
        .allSatisfy(
            child -> {
              assertThat(child).containsEntry("text_id", mother.get("text_id"));
              assertThat(child).containsEntry("do_by", mother.get("do_by"));
              assertThat(child).containsEntry("enddate", mother.get("enddate"));
              assertThat(
                      crm.database()
                          .rows("VisibleFor", "appointmentId = " + child.get("appointment_id")))
                  .hasSize(1);
            });
    assertThat(child(master, "associate_id = " + colleague))
        .containsEntry("type", 6)
        .containsEntry("status", 5)
        .containsEntry("invitedpersonid", personOf(colleague));
    assertThat(child(master, "associate_id = " + resource))
        .containsEntry("type", 1)
        .containsEntry("status", 1)
        .containsEntry("invitedpersonid", 0);
    assertThat(child(master, "associate_id = 0"))
        .containsEntry("type", 1)
        .containsEntry("status", 1)
        .containsEntry("invitedpersonid", person)
        .containsEntry("group_idx", 0);
    if (level.equals("12.2")) {
      assertThat(children)
          .allSatisfy(child -> assertThat(child).containsEntry("mother_associate_id", owner));
      assertThat(crm.database().rows("invitation", "appointment_id = " + master))
          .singleElement()
          .satisfies(row -> assertThat(row).containsEntry("event_uid", "uid-1"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void aBookingIsReadWithItsParticipants(String level) {
    at(level);
    int master = create(new Participant(0, colleague, personOf(colleague), 6, 5, "", "", false));
    CrmAppointment read = read(master);

    Participant participant = read.booking().orElseThrow().participants().get(0);
    assertThat(participant.associateId()).isEqualTo(colleague);
    assertThat(participant.status()).isEqualTo(5);
    assertThat(participant.name()).isNotEmpty();
    assertThat(read.keys().rows()).containsExactly(participant.rowId());
    assertThat(read(participant.rowId()).booking()).isEqualTo(read.booking());
    assertThat(read(participant.rowId()).keys().rows()).isEmpty();
    assertThat(read(participant.rowId()).ties().motherId()).isEqualTo(master);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void aNewTimeMovesAllRowsAndAsksColleaguesAnew(String level) {
    at(level);
    int resource = resource();
    int master =
        create(
            new Participant(0, colleague, personOf(colleague), 1, 1, "", "", false),
            new Participant(0, resource, 0, 1, 1, "", "", true));
    update(
        master,
        row ->
            row.doBy(DAY.atTime(15, 0)).activeDate(DAY.atTime(15, 0)).endDate(DAY.atTime(16, 0)));

    assertThat(child(master, "associate_id = " + colleague))
        .containsEntry("do_by", DAY.atTime(15, 0))
        .containsEntry("activedate", DAY.atTime(15, 0))
        .containsEntry("type", 6)
        .containsEntry("status", 6);
    assertThat(child(master, "associate_id = " + resource))
        .containsEntry("do_by", DAY.atTime(15, 0))
        .containsEntry("type", 1)
        .containsEntry("status", 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void aRemovedColleagueIsToldAndARemovedResourceIsDeleted(String level) {
    at(level);
    int resource = resource();
    int master =
        create(
            new Participant(0, colleague, personOf(colleague), 1, 1, "", "", false),
            new Participant(0, resource, 0, 1, 1, "", "", true));
    participants(master, all -> List.of());

    assertThat(child(master, "associate_id = " + colleague)).containsEntry("status", 10);
    assertThat(
            crm.database()
                .rows("appointment", "mother_id = " + master + " AND associate_id = " + resource))
        .isEmpty();
    assertThat(
            crm.database()
                .rows(
                    "text",
                    "text_id = " + row("appointment", "appointment_id = " + master).get("text_id")))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void anAddedParticipantGetsARow(String level) {
    at(level);
    int master = create();
    participants(
        master,
        all -> List.of(new Participant(0, colleague, personOf(colleague), 6, 5, "", "", false)));

    assertThat(child(master, "associate_id = " + colleague)).containsEntry("type", 6);
    assertThat(read(master).booking().orElseThrow().participants()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void aParticipantWhoDeclinesIsCountedByTheMaster(String level) {
    at(level);
    int master = create(new Participant(0, colleague, personOf(colleague), 6, 5, "", "", false));
    int child = read(master).keys().rows().get(0);
    update(child, row -> row.status(9));

    assertThat(row("appointment", "appointment_id = " + child)).containsEntry("status", 9);
    assertThat(row("appointment", "appointment_id = " + master)).containsEntry("rejectcounter", 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void aReplyMeanwhileKeepsTheMasterFromBeingWritten(String level) {
    at(level);
    int master = create(new Participant(0, colleague, personOf(colleague), 6, 5, "", "", false));
    CrmAppointment before = read(master);
    crm.userEdits(before.keys().rows().get(0), row -> row.type(1).status(1));

    assertThat(apply(new CrmWrite.Update(before, before.with().location("Kai 9").build())))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(row("appointment", "appointment_id = " + master)).containsEntry("location", "Kai 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void aMeetingOwnedOutsideIsOneRowThatNamesItsAttendees(String level) {
    at(level);
    CrmAppointment value =
        meetingAt(owner, DAY.atTime(9, 0))
            .with()
            .ties(new CrmTies(0, 0, 0, 0, 0, false, 2, false))
            .booking(
                Optional.of(
                    new CrmBooking(
                        List.of(new Participant(0, 0, 0, 1, 1, "anna@partner.test", "Anna", false)),
                        "uid-9")))
            .build();
    int record = crm.gateway().reserve(1).get(0);
    apply(
        new CrmWrite.Create(
            value.with().recordId(record).build(), stamp(owner, record, "outside")));

    Map<String, Object> row = row("appointment", "appointment_id = " + record);
    assertThat(row).containsEntry("mother_id", 0);
    assertThat(children(record)).isEmpty();
    if (level.equals("12.2")) {
      assertThat(row).containsEntry("owned_externally", 2);
      assertThat((String) row.get("external_participants")).contains("anna@partner.test");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void aPlainRowThatBecomesABookingWritesItselfAndTheRowsOfItsParticipants(String level) {
    at(level);
    int record = crm.userCreates(meetingAt(owner, DAY.atTime(10, 0)));
    int before = crm.database().lastLog();
    update(record, row -> row.booking(booking(List.of(asked()), "uid-2")));

    assertThat(row("appointment", "appointment_id = " + record))
        .containsEntry("mother_id", record)
        .containsEntry("updated_associate_id", owner);
    assertThat(child(record, "associate_id = " + colleague))
        .containsEntry("registered_associate_id", owner)
        .containsEntry("updatedcount", 0)
        .containsEntry("hasalarm", 0);
    assertThat(crm.database().logged(before))
        .containsExactlyInAnyOrder("9:4608", "9:4352", "196:4352");
    if (level.equals("12.2")) {
      assertThat(row("invitation", "appointment_id = " + record))
          .containsEntry("event_uid", "uid-2");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void aUidThatStandsThereIsKeptAndAMissingOneIsFilledIn(String level) {
    at(level);
    int master = create(asked());
    if (level.equals("8.5")) {
      assertThat(read(master).booking().orElseThrow().eventUid()).isEmpty();
      return;
    }
    update(
        master,
        row -> row.booking(booking(read(master).booking().orElseThrow().participants(), "other")));
    assertThat(row("invitation", "appointment_id = " + master)).containsEntry("event_uid", "uid-1");

    crm.database()
        .execute("UPDATE #.[invitation] SET event_uid = '' WHERE appointment_id = " + master);
    update(
        master,
        row -> row.booking(booking(read(master).booking().orElseThrow().participants(), "new")));
    assertThat(row("invitation", "appointment_id = " + master)).containsEntry("event_uid", "new");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void theMasterCountsWhoDeclinesAndWhoDoesSoNoMore(String level) {
    at(level);
    int master = create(asked());
    int child = read(master).keys().rows().get(0);
    update(child, row -> row.status(9));
    assertThat(row("appointment", "appointment_id = " + master)).containsEntry("rejectcounter", 1);
    update(child, row -> row.type(1).status(1));
    assertThat(row("appointment", "appointment_id = " + master)).containsEntry("rejectcounter", 0);

    update(child, row -> row.status(9));
    update(
        master,
        row ->
            row.doBy(DAY.atTime(15, 0)).activeDate(DAY.atTime(15, 0)).endDate(DAY.atTime(16, 0)));
    assertThat(row("appointment", "appointment_id = " + child)).containsEntry("status", 6);
    assertThat(row("appointment", "appointment_id = " + master)).containsEntry("rejectcounter", 0);

    participants(master, all -> List.of(all.get(0).with(6, 9)));
    assertThat(row("appointment", "appointment_id = " + child)).containsEntry("status", 9);
    assertThat(row("appointment", "appointment_id = " + master)).containsEntry("rejectcounter", 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void anInviteesReplyWritesHisRowAloneAndInHisName(String level) {
    at(level);
    int master = create(asked());
    int child = read(master).keys().rows().get(0);
    int before = crm.database().lastLog();
    update(child, row -> row.type(1).status(1).location("Mitt sted").title("Min tittel"));

    assertThat(crm.database().logged(before)).containsExactly("9:4608");
    assertThat(row("appointment", "appointment_id = " + child))
        .containsEntry("type", 1)
        .containsEntry("status", 1)
        .containsEntry("location", "Kai 3")
        .containsEntry("updated_associate_id", colleague);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void aBookingMadePrivateIsSeenByEachParticipantAlone(String level) {
    at(level);
    int master = create(asked());
    int child = read(master).keys().rows().get(0);
    update(master, row -> row.visibility(Visibility.GROUP));

    assertThat(row("appointment", "appointment_id = " + child)).containsEntry("private", 1);
    assertThat(row("VisibleFor", "appointmentId = " + child))
        .containsEntry("forall", 0)
        .containsEntry("forgroupid", 0)
        .containsEntry("forassocid", colleague);
    update(master, row -> row.visibility(Visibility.EVERYONE));
    assertThat(row("VisibleFor", "appointmentId = " + child)).containsEntry("forall", 1);

    update(child, row -> row.visibility(Visibility.OWNER));
    update(master, row -> row.location("Kai 9"));
    assertThat(row("VisibleFor", "appointmentId = " + child))
        .containsEntry("forassocid", colleague);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void anAgendaThatComesLaterIsEverybodys(String level) {
    at(level);
    int master = create(asked());
    update(master, row -> row.agenda("<p>Punkt 1</p>"));

    Map<String, Object> mother = row("appointment", "appointment_id = " + master);
    Map<String, Object> child = child(master, "associate_id = " + colleague);
    assertThat(child.get("agenda_text_id")).isEqualTo(mother.get("agenda_text_id"));
    assertThat(child.get("text_id")).isEqualTo(mother.get("text_id"));
    if (level.equals("12.2")) {
      assertThat((Integer) child.get("agenda_text_id")).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void aMasterCompletedDoesNotCompleteItsParticipants(String level) {
    at(level);
    int master = create(asked());
    update(master, row -> row.status(3).done(DAY.atTime(18, 0)).activeDate(DAY.atTime(18, 0)));

    assertThat(row("appointment", "appointment_id = " + master))
        .containsEntry("activedate", DAY.atTime(18, 0));
    assertThat(child(master, "associate_id = " + colleague))
        .containsEntry("status", 5)
        .containsEntry("activedate", DAY.atTime(10, 0))
        .containsEntry("done", CrmAppointment.NEVER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void whoTakesPartInAMeetingOwnedOutsideIsKeptUpToDate(String level) {
    at(level);
    int record = crm.gateway().reserve(1).get(0);
    CrmAppointment value =
        meetingAt(owner, DAY.atTime(9, 0))
            .with()
            .recordId(record)
            .ties(CrmTies.NONE.ownedByExchange())
            .booking(booking(List.of(outside("anna@partner.test")), "uid-9"))
            .build();
    apply(new CrmWrite.Create(value, stamp(owner, record, "outside-2")));
    update(
        record,
        row ->
            row.location("Kai 9")
                .ties(CrmTies.NONE.ownedByExchange())
                .booking(
                    booking(
                        List.of(outside("anna@partner.test"), outside("bo@partner.test")),
                        "uid-9")));

    Map<String, Object> row = row("appointment", "appointment_id = " + record);
    assertThat(row).containsEntry("mother_id", 0).containsEntry("location", "Kai 9");
    if (level.equals("12.2")) {
      assertThat((String) row.get("external_participants")).contains("bo@partner.test");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void participantsRowsOfASeriesCarryItsRule(String level) {
    at(level);
    int series = crm.gateway().reserveSeries(1).get(0);
    CrmAppointment date =
        meetingAt(owner, DAY.atTime(10, 0)).with().booking(booking(List.of(asked()), "u")).build();
    CrmSeries.Rule rule =
        new CrmSeries.Rule(0, 2, 0, 1, DAY.atTime(10, 0), DAY.atTime(11, 0), 0, 1, 0);
    CrmSeries dates =
        new CrmSeries(rule, List.of(new CrmSeries.Occurrence(Optional.empty(), date)));
    CrmAppointment value = date.with().recordId(series).series(Optional.of(dates)).build();
    apply(new CrmWrite.Create(value, stamp(owner, series, "series-b")));

    List<Map<String, Object>> all =
        crm.database().rows("appointment", "recurrenceRuleId = " + -series);
    assertThat(all).hasSize(2);
    assertThat(all)
        .extracting(row -> row.get("mother_id"))
        .containsOnly(mother(all).get("appointment_id"));
    assertThat(all).extracting(row -> row.get("text_id")).containsOnly(all.get(0).get("text_id"));
    assertThat(all)
        .extracting(row -> row.get("associate_id"))
        .containsExactlyInAnyOrder(owner, colleague);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void peopleAreKnownByTheirAddress(String level) {
    at(level);
    int person = personOf(colleague);
    crm.database()
        .execute(
            "UPDATE #.[Email] SET email_address = 'Known@Own.test' WHERE person_id = " + person);
    boolean hasAddress = !crm.database().rows("Email", "person_id = " + person).isEmpty();
    assertThat(hasAddress).isTrue();

    assertThat(crm.gateway().people(List.of("known@own.TEST", "nobody@own.test")))
        .containsOnlyKeys("known@own.test")
        .hasEntrySatisfying(
            "known@own.test",
            known -> {
              assertThat(known.associateId()).isEqualTo(colleague);
              assertThat(known.status()).isEqualTo(5);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void aParticipantIsReadWithEveryAddressOfHisPersonTheFirstByRank(String level) {
    at(level);
    int person = personOf(colleague);
    int other = emailOfSomebodyWithoutDiary();
    crm.database()
        .execute(
            "UPDATE #.[Email] SET email_address = 'First@Own.test', [rank] = 1 WHERE person_id = "
                + person);
    crm.database()
        .execute(
            "UPDATE #.[Email] SET email_address = 'Second@Own.test', [rank] = 2, person_id = "
                + person
                + " WHERE email_id = "
                + other);
    int master = create(asked());

    Participant participant = read(master).booking().orElseThrow().participants().get(0);
    assertThat(participant.email()).isEqualTo("first@own.test");
    assertThat(participant.addresses())
        .containsExactlyInAnyOrder("first@own.test", "second@own.test");
  }

  /** Tests of users in the same database know those users by their addresses. */
  private int emailOfSomebodyWithoutDiary() {
    String users = "(SELECT person_id FROM #.[associate])";
    return (int)
        crm.database()
            .query(
                "SELECT MAX(email_id) AS email_id FROM #.[Email] WHERE type = 0"
                    + " AND person_id NOT IN "
                    + users)
            .get(0)
            .get("email_id");
  }

  private static Map<String, Object> mother(List<Map<String, Object>> rows) {
    return rows.stream()
        .filter(row -> row.get("mother_id").equals(row.get("appointment_id")))
        .findFirst()
        .orElseThrow();
  }

  private Participant asked() {
    return new Participant(0, colleague, personOf(colleague), 6, 5, "", "", false);
  }

  private static Participant outside(String address) {
    return new Participant(0, 0, 0, 1, 1, address, "", false);
  }

  private static Optional<CrmBooking> booking(List<Participant> participants, String uid) {
    return Optional.of(new CrmBooking(participants, uid));
  }

  private int create(Participant... participants) {
    int record = crm.gateway().reserve(1).get(0);
    CrmAppointment value =
        meetingAt(owner, DAY.atTime(10, 0))
            .with()
            .recordId(record)
            .booking(Optional.of(new CrmBooking(List.of(participants), "uid-1")))
            .build();
    assertThat(apply(new CrmWrite.Create(value, stamp(owner, record, "booking"))))
        .isInstanceOf(Written.class);
    return record;
  }

  private void update(int record, UnaryOperator<CrmAppointmentBuilder> edit) {
    CrmAppointment before = read(record);
    assertThat(apply(new CrmWrite.Update(before, edit.apply(before.with()).build())))
        .isInstanceOf(Written.class);
  }

  private void participants(int master, UnaryOperator<List<Participant>> edit) {
    update(
        master,
        row -> {
          CrmBooking booking = read(master).booking().orElseThrow();
          return row.booking(
              Optional.of(
                  new CrmBooking(
                      edit.apply(new ArrayList<>(booking.participants())), booking.eventUid())));
        });
  }

  private int resource() {
    return (Integer)
        crm.database().rows("associate", "type = 1 AND deleted = 0").stream()
            .findFirst()
            .orElseThrow()
            .get("associate_id");
  }

  private int outsidePerson() {
    return (Integer)
        crm
            .database()
            .rows("person", "person_id NOT IN (SELECT person_id FROM #.[associate])")
            .stream()
            .findFirst()
            .orElseThrow()
            .get("person_id");
  }

  private int personOf(int associate) {
    return (Integer) row("associate", "associate_id = " + associate).get("person_id");
  }

  private List<Map<String, Object>> children(int master) {
    return crm.database()
        .rows("appointment", "mother_id = " + master + " AND appointment_id <> " + master);
  }

  private Map<String, Object> child(int master, String condition) {
    return row(
        "appointment",
        "mother_id = " + master + " AND appointment_id <> " + master + " AND " + condition);
  }

  private CrmAppointment read(int recordId) {
    return crm.gateway().read(List.of(recordId)).get(recordId);
  }

  private CrmOutcome apply(CrmWrite write) {
    return crm.gateway().apply(List.of(write)).get(0);
  }

  private Map<String, Object> row(String table, String where) {
    List<Map<String, Object>> rows = crm.database().rows(table, where);
    assertThat(rows).as(table + " where " + where).hasSize(1);
    return rows.get(0);
  }
}

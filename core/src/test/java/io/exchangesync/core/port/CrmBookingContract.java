package io.exchangesync.core.port;

import static io.exchangesync.core.port.CrmSamples.DAY;
import static io.exchangesync.core.port.CrmSamples.meeting;
import static io.exchangesync.core.port.CrmSamples.meetingAt;
import static io.exchangesync.core.port.CrmSamples.stamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmAppointmentBuilder;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.CrmTies;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.core.port.CrmOutcome.Deleted;
import io.exchangesync.core.port.CrmOutcome.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What every {@link CrmGateway} promises about meetings with participants (schema 4.8). */
public abstract class CrmBookingContract {

  protected abstract CrmFixture crm();

  private CrmGateway gateway() {
    return crm().gateway();
  }

  @Test
  void aPlainRowBecomesABookingWithARowForEachParticipant() {
    int record = crm().userCreates(meeting(crm().associate()));
    CrmAppointment before = read(record);
    Written written = booked(before, colleague(6, 5), resource(), outsider());

    CrmAppointment master = read(record);
    assertThat(written.version()).isEqualTo(master.version());
    assertThat(written.keys()).isEqualTo(master.keys());
    assertThat(master.bookingMaster()).isTrue();
    assertThat(master.type()).isEqualTo(1);
    assertThat(master.title()).isEqualTo(before.title());
    assertThat(participants(master))
        .extracting(
            Participant::associateId, Participant::personId, Participant::type, Participant::status)
        .containsExactlyInAnyOrder(
            tuple(crm().colleague(), crm().personOf(crm().colleague()), 6, 5),
            tuple(crm().resource(), 0, 1, 1),
            tuple(0, crm().outsidePerson(), 1, 1));
    assertThat(master.keys().rows()).hasSize(3);
  }

  @Test
  void aParticipantsRowHasItsMastersTextAndTimeAndNamesEverybody() {
    int record = create(meeting(crm().associate()), colleague(6, 5), resource());
    CrmAppointment master = read(record);
    CrmAppointment row = ofColleague(record);

    assertThat(row.bookingChild()).isTrue();
    assertThat(row.ties().motherId()).isEqualTo(record);
    assertThat(row.title()).isEqualTo(master.title());
    assertThat(row.doBy()).isEqualTo(master.doBy());
    assertThat(row.endDate()).isEqualTo(master.endDate());
    assertThat(row.location()).isEqualTo(master.location());
    assertThat(row.booking()).isEqualTo(master.booking());
    assertThat(row.keys().rows()).isEmpty();
  }

  @Test
  void aParticipantWhoLeavesIsToldAndAResourceIsFreed() {
    int record = create(meeting(crm().associate()), colleague(1, 1), resource(), outsider());
    int told = ofColleague(record).recordId();
    CrmAppointment before = read(record);
    Written written = update(before, row -> row.booking(booking(List.of(), before)));

    for (int row : before.keys().rows()) {
      assertThat(written.gone()).as("image for the journal").contains(String.valueOf(row));
    }
    assertThat(written.gone()).contains("calledOff");
    assertThat(participants(read(record)))
        .extracting(Participant::rowId, Participant::status)
        .containsExactly(tuple(told, 10));
    assertThat(read(told).title()).isEqualTo(before.title());
    for (int gone : before.keys().rows()) {
      assertThat(gateway().read(List.of(gone)).containsKey(gone)).isEqualTo(gone == told);
    }
  }

  @Test
  void aParticipantMayJoinLater() {
    int record = create(meeting(crm().associate()), resource());
    CrmAppointment before = read(record);
    List<Participant> all = new ArrayList<>(participants(before));
    all.add(colleague(6, 5));
    update(before, row -> row.booking(booking(all, before)));

    assertThat(participants(read(record)))
        .extracting(Participant::associateId)
        .containsExactlyInAnyOrder(crm().resource(), crm().colleague());
    assertThat(ofColleague(record).status()).isEqualTo(5);
  }

  @Test
  void aNewTimeIsEverybodysAndColleaguesAreAskedAnew() {
    int record = create(meeting(crm().associate()), colleague(1, 1), resource(), outsider());
    update(
        read(record),
        row ->
            row.doBy(DAY.atTime(15, 0))
                .activeDate(DAY.atTime(15, 0))
                .endDate(DAY.atTime(16, 0))
                .location("Kai 9"));

    CrmAppointment asked = ofColleague(record);
    assertThat(asked.doBy()).isEqualTo(DAY.atTime(15, 0));
    assertThat(asked.activeDate()).isEqualTo(DAY.atTime(15, 0));
    assertThat(asked.endDate()).isEqualTo(DAY.atTime(16, 0));
    assertThat(asked.location()).isEqualTo("Kai 9");
    assertThat(asked.type()).isEqualTo(6);
    assertThat(asked.status()).isEqualTo(6);
    assertThat(participants(read(record)))
        .filteredOn(one -> one.associateId() != crm().colleague())
        .hasSize(2)
        .allMatch(one -> one.type() == 1 && one.status() == 1);
  }

  @Test
  void whatIsNoNewTimeLeavesRepliesAlone() {
    int record = create(meeting(crm().associate()), colleague(1, 1));
    update(read(record), row -> row.location("Kai 9").title("Ny tittel"));

    CrmAppointment row = ofColleague(record);
    assertThat(row.location()).isEqualTo("Kai 9");
    assertThat(row.title()).isEqualTo("Ny tittel");
    assertThat(row.type()).isEqualTo(1);
    assertThat(row.status()).isEqualTo(1);
  }

  @Test
  void aBookingWithoutColleaguesBecomesPlainAtOnce() {
    int record = create(meeting(crm().associate()), resource());
    int room = read(record).keys().rows().get(0);
    update(read(record), row -> row.booking(Optional.empty()));

    CrmAppointment plain = read(record);
    assertThat(plain.bookingMaster()).isFalse();
    assertThat(plain.ties().motherId()).isZero();
    assertThat(plain.booking()).isEmpty();
    assertThat(gateway().read(List.of(room))).isEmpty();
  }

  @Test
  void aBookingStaysOneAsLongAsAColleaguesRowRefersToIt() {
    int record = create(meeting(crm().associate()), colleague(6, 5));
    update(read(record), row -> row.booking(Optional.empty()));

    assertThat(read(record).bookingMaster()).isTrue();
    assertThat(ofColleague(record).status()).isEqualTo(10);
    assertThat(ofColleague(record).ties().motherId()).isEqualTo(record);
  }

  @Test
  void anInviteeWritesReplyAlarmAndVisibilityOfTheOwnRowAndNothingElse() {
    int record = create(meeting(crm().associate()), colleague(6, 5), resource());
    CrmAppointment master = read(record);
    CrmAppointment before = ofColleague(record);
    Written written =
        update(
            before,
            row ->
                row.type(1)
                    .status(1)
                    .hasAlarm(true)
                    .alarmMinutes(25)
                    .freeBusy(1)
                    .visibility(Visibility.OWNER)
                    .title("Min tittel")
                    .location("Mitt sted")
                    .doBy(DAY.atTime(20, 0))
                    .activeDate(DAY.atTime(20, 0))
                    .endDate(DAY.atTime(21, 0))
                    .booking(booking(List.of(), before)));

    CrmAppointment row = read(before.recordId());
    assertThat(written.version()).isEqualTo(row.version());
    assertThat(row.type()).isEqualTo(1);
    assertThat(row.status()).isEqualTo(1);
    assertThat(row.alarmMinutes()).isEqualTo(25);
    assertThat(row.freeBusy()).isEqualTo(1);
    assertThat(row.visibility()).isEqualTo(Visibility.OWNER);
    assertThat(row.title()).isEqualTo(master.title());
    assertThat(row.location()).isEqualTo(master.location());
    assertThat(row.doBy()).isEqualTo(master.doBy());
    assertThat(row.activeDate()).isEqualTo(master.doBy());
    assertThat(row.endDate()).isEqualTo(master.endDate());
    assertThat(read(record).title()).isEqualTo(master.title());
    assertThat(read(record).visibility()).isEqualTo(Visibility.EVERYONE);
    assertThat(participants(read(record)))
        .extracting(Participant::associateId, Participant::status)
        .containsExactlyInAnyOrder(tuple(crm().colleague(), 1), tuple(crm().resource(), 1));
  }

  @Test
  void aReplyIsANewVersionOfTheBooking() {
    int record = create(meeting(crm().associate()), colleague(6, 5));
    String before = read(record).version();
    update(ofColleague(record), row -> row.type(6).status(7));
    assertThat(read(record).version()).isNotEqualTo(before);
    assertThat(participants(read(record))).extracting(Participant::status).containsExactly(7);
  }

  @Test
  void aDeletedBookingIsCalledOff() {
    int record = create(meeting(crm().associate()), colleague(1, 1), resource());
    CrmAppointment master = read(record);
    int told = ofColleague(record).recordId();
    assertThat(apply(new CrmWrite.Delete(master))).isInstanceOf(Deleted.class);

    assertThat(gateway().read(master.keys().rows())).containsOnlyKeys(told);
    assertThat(read(told).status()).isEqualTo(10);
    assertThat(read(told).title()).isEqualTo(master.title());
  }

  @Test
  void aMeetingOwnedOutsideIsOnePlainRow() {
    CrmAppointment value =
        meeting(crm().associate()).with().ties(CrmTies.NONE.ownedByExchange()).build();
    int record = create(value, outsider());
    update(
        read(record),
        row ->
            row.location("Kai 9")
                .ties(CrmTies.NONE.ownedByExchange())
                .booking(booking(List.of(outsider(), resource()), value)));

    CrmAppointment row = read(record);
    assertThat(row.ties().motherId()).isZero();
    assertThat(row.bookingMaster()).isFalse();
    assertThat(row.keys().rows()).isEmpty();
    assertThat(row.location()).isEqualTo("Kai 9");
    assertThat(row.ties().ownedExternally())
        .isEqualTo(gateway().capabilities().ownedExternally() ? CrmTies.EXCHANGE : 0);
  }

  @Test
  void eachDateOfABookedSeriesIsABookingAndEachDiaryHasItsOwnDates() {
    int series = createSeries(3, colleague(6, 5), resource());
    CrmAppointment organizers = gateway().readIn(crm().associate(), List.of(series)).get(series);
    CrmAppointment invitees = gateway().readIn(crm().colleague(), List.of(series)).get(series);

    assertThat(organizers.bookingMaster()).isTrue();
    assertThat(dates(organizers)).hasSize(3).allMatch(row -> participants(row).size() == 2);
    assertThat(invitees.bookingChild()).isTrue();
    assertThat(invitees.associateId()).isEqualTo(crm().colleague());
    assertThat(dates(invitees)).extracting(CrmAppointment::status).containsExactly(5, 5, 5);
    assertThat(dates(invitees))
        .extracting(CrmAppointment::doBy)
        .isEqualTo(dates(organizers).stream().map(CrmAppointment::doBy).toList());
    assertThat(dates(invitees))
        .extracting(row -> row.ties().motherId())
        .isEqualTo(dates(organizers).stream().map(CrmAppointment::recordId).toList());
  }

  @Test
  void oneDateOfABookedSeriesMovesForItsParticipantsOnly() {
    int series = createSeries(3, colleague(1, 1));
    CrmAppointment before = gateway().readIn(crm().associate(), List.of(series)).get(series);
    update(
        before,
        row ->
            row.series(
                changed(
                    before,
                    1,
                    date ->
                        date.doBy(date(1).withHour(15))
                            .activeDate(date(1).withHour(15))
                            .endDate(date(1).withHour(16)))));

    CrmAppointment invitees = gateway().readIn(crm().colleague(), List.of(series)).get(series);
    assertThat(dates(invitees)).extracting(CrmAppointment::status).containsExactly(1, 6, 1);
    assertThat(dates(invitees).get(1).doBy()).isEqualTo(date(1).withHour(15));
  }

  @Test
  void anInviteeOfASeriesRepliesDateByDateAndChangesNothingElse() {
    int series = createSeries(3, colleague(6, 5));
    CrmAppointment before = gateway().readIn(crm().colleague(), List.of(series)).get(series);
    Written written =
        update(
            before,
            row -> row.series(changed(before, 2, date -> date.status(9).location("Mitt sted"))));

    CrmAppointment invitees = gateway().readIn(crm().colleague(), List.of(series)).get(series);
    assertThat(written.version()).isEqualTo(invitees.version());
    assertThat(dates(invitees)).extracting(CrmAppointment::status).containsExactly(5, 5, 9);
    assertThat(dates(invitees)).extracting(CrmAppointment::location).containsOnly("Kai 3");
    CrmAppointment organizers = gateway().readIn(crm().associate(), List.of(series)).get(series);
    assertThat(participants(dates(organizers).get(2)))
        .extracting(Participant::status)
        .containsExactly(9);
  }

  @Test
  void aDeletedBookedSeriesIsCalledOffDateByDate() {
    int series = createSeries(2, colleague(1, 1), resource());
    int owner = crm().associate();
    int invitee = crm().colleague();
    apply(new CrmWrite.PutStamp(series, stamp(invitee, series, "invitees")));
    CrmAppointment before = gateway().readIn(owner, List.of(series)).get(series);
    assertThat(apply(new CrmWrite.Delete(before))).isInstanceOf(Deleted.class);

    CrmAppointment invitees = gateway().readIn(invitee, List.of(series)).get(series);
    assertThat(dates(invitees)).extracting(CrmAppointment::status).containsExactly(10, 10);
    assertThat(gateway().readIn(owner, List.of(series))).isEmpty();
    assertThat(gateway().stamps(Kind.APPOINTMENT, owner)).doesNotContainKey(series);
    assertThat(gateway().stamps(Kind.APPOINTMENT, invitee))
        .containsEntry(series, stamp(invitee, series, "invitees"));
  }

  @Test
  void eachDiaryStampsItsPartOfASeries() {
    int series = createSeries(2, colleague(6, 5));
    apply(new CrmWrite.PutStamp(series, stamp(crm().colleague(), series, "invitees")));

    assertThat(gateway().stamps(Kind.APPOINTMENT, crm().colleague()))
        .containsEntry(series, stamp(crm().colleague(), series, "invitees"));
    assertThat(gateway().stamps(Kind.APPOINTMENT, crm().associate()))
        .containsEntry(series, stamp(crm().associate(), series, "series"));
  }

  private Participant colleague(int type, int status) {
    int id = crm().colleague();
    return new Participant(0, id, crm().personOf(id), type, status, "", "", false);
  }

  private Participant resource() {
    return new Participant(0, crm().resource(), 0, 1, 1, "", "", true);
  }

  private Participant outsider() {
    return new Participant(0, 0, crm().outsidePerson(), 1, 1, "", "", false);
  }

  private static Optional<CrmBooking> booking(List<Participant> all, CrmAppointment of) {
    return Optional.of(new CrmBooking(all, of.booking().map(CrmBooking::eventUid).orElse("")));
  }

  private static List<Participant> participants(CrmAppointment master) {
    return master.booking().orElseThrow().participants();
  }

  private CrmAppointment ofColleague(int master) {
    return participants(read(master)).stream()
        .filter(one -> one.associateId() == crm().colleague())
        .map(one -> read(one.rowId()))
        .findFirst()
        .orElseThrow();
  }

  private Written booked(CrmAppointment before, Participant... participants) {
    return update(
        before, row -> row.booking(Optional.of(new CrmBooking(List.of(participants), "uid-1"))));
  }

  private int create(CrmAppointment value, Participant... participants) {
    int record = gateway().reserve(1).get(0);
    CrmAppointment booked =
        value
            .with()
            .recordId(record)
            .booking(Optional.of(new CrmBooking(List.of(participants), "uid-1")))
            .build();
    apply(new CrmWrite.Create(booked, stamp(value.associateId(), record, "booking")));
    return record;
  }

  private static java.time.LocalDateTime date(int week) {
    return DAY.plusWeeks(week).atTime(10, 0);
  }

  private int createSeries(int weeks, Participant... participants) {
    int series = gateway().reserveSeries(1).get(0);
    int owner = crm().associate();
    List<CrmSeries.Occurrence> dates = new ArrayList<>();
    for (int week = 0; week < weeks; week++) {
      CrmAppointment row =
          meetingAt(owner, date(week))
              .with()
              .booking(Optional.of(new CrmBooking(List.of(participants), "uid-s")))
              .build();
      dates.add(new CrmSeries.Occurrence(Optional.empty(), row));
    }
    CrmSeries.Rule rule =
        new CrmSeries.Rule(0, 2, 0, 1, date(0), date(weeks - 1).plusHours(1), 0, 1, 0);
    CrmAppointment value =
        meeting(owner)
            .with()
            .recordId(series)
            .series(Optional.of(new CrmSeries(rule, dates)))
            .build();
    apply(new CrmWrite.Create(value, stamp(owner, series, "series")));
    return series;
  }

  private static List<CrmAppointment> dates(CrmAppointment series) {
    return series.series().orElseThrow().occurrences().stream()
        .map(CrmSeries.Occurrence::row)
        .toList();
  }

  private static Optional<CrmSeries> changed(
      CrmAppointment before, int index, UnaryOperator<CrmAppointmentBuilder> edit) {
    CrmSeries series = before.series().orElseThrow();
    List<CrmSeries.Occurrence> dates = new ArrayList<>(series.occurrences());
    CrmSeries.Occurrence old = dates.get(index);
    dates.set(
        index, new CrmSeries.Occurrence(old.originalStart(), edit.apply(old.row().with()).build()));
    return Optional.of(new CrmSeries(series.rule(), dates));
  }

  private CrmAppointment read(int record) {
    return gateway().read(List.of(record)).get(record);
  }

  private Written update(CrmAppointment before, UnaryOperator<CrmAppointmentBuilder> edit) {
    CrmOutcome outcome = apply(new CrmWrite.Update(before, edit.apply(before.with()).build()));
    assertThat(outcome).isInstanceOf(Written.class);
    return (Written) outcome;
  }

  private CrmOutcome apply(CrmWrite write) {
    return crm().committed(() -> gateway().apply(List.of(write))).get(0);
  }
}

package io.exchangesync.ejb.crm;

import static io.exchangesync.core.port.CrmSamples.DAY;
import static io.exchangesync.core.port.CrmSamples.meetingAt;
import static io.exchangesync.core.port.CrmSamples.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.core.port.CrmOutcome.ChangedMeanwhile;
import io.exchangesync.core.port.CrmOutcome.Deleted;
import io.exchangesync.core.port.CrmOutcome.Written;
import io.exchangesync.core.port.CrmWrite;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Somebody writes a row of a booking between our reading and our writing: nothing is written. */
class BookingRacesTest {
  private final SqlCrmFixture crm = new SqlCrmFixture(CrmTestDatabase.h2("12.2", "crm7"));
  private final int owner = crm.associate();
  private final int colleague = crm.colleague();

  @Test
  void anInviteesAnswerToASeriesWaitsForTheMasterThatIsEdited() {
    int series = series();
    CrmAppointment before = invitees(series);
    int master = before.series().orElseThrow().occurrences().get(1).row().ties().motherId();
    crm.meanwhile(() -> edit(master));
    CrmOutcome outcome = apply(new CrmWrite.Update(before, declined(before)));

    assertThat(outcome).isInstanceOf(ChangedMeanwhile.class);
    assertThat(statuses(series)).containsExactly(5, 5, 5);
    assertThat(apply(new CrmWrite.Update(invitees(series), declined(invitees(series)))))
        .isInstanceOf(Written.class);
    assertThat(statuses(series)).containsExactly(9, 9, 9);
  }

  @Test
  void aDeletedBookingWaitsForTheColleagueWhoAnswers() {
    int record = booking();
    int child = read(record).keys().rows().get(0);
    CrmAppointment before = read(record);
    crm.meanwhile(() -> edit(child));

    assertThat(apply(new CrmWrite.Delete(before))).isInstanceOf(ChangedMeanwhile.class);
    assertThat(read(record).booking().orElseThrow().participants())
        .extracting(Participant::status)
        .containsExactly(5);
    assertThat(apply(new CrmWrite.Delete(read(record)))).isInstanceOf(Deleted.class);
    assertThat(read(child).status()).isEqualTo(10);
  }

  @Test
  void aDeletedBookedSeriesWaitsForTheColleagueWhoAnswersOneDate() {
    int series = series();
    CrmAppointment before = crm.gateway().readIn(owner, List.of(series)).get(series);
    int child = invitees(series).series().orElseThrow().occurrences().get(2).row().recordId();
    crm.meanwhile(() -> edit(child));

    assertThat(apply(new CrmWrite.Delete(before))).isInstanceOf(ChangedMeanwhile.class);
    assertThat(statuses(series)).containsExactly(5, 5, 5);
  }

  @Test
  void theImageOfADeletedBookingHoldsTheColleaguesRowAsItWas() {
    int record = booking();
    int child = read(record).keys().rows().get(0);
    CrmOutcome outcome = apply(new CrmWrite.Delete(read(record)));

    assertThat(((Deleted) outcome).rows())
        .containsPattern("\"calledOff\":\\[\\{[^}]*\"appointment_id\":" + child)
        .containsPattern("\"calledOff\":\\[\\{[^}]*\"status\":5");
  }

  @Test
  void participantsRowsFollowABookingThatIsGivenToSomebodyElse() {
    int record = booking();
    int child = read(record).keys().rows().get(0);
    int other =
        crm.database()
            .number(
                "SELECT MIN(associate_id) FROM #.[associate] WHERE type = 0 AND deleted = 0 AND"
                    + " associate_id NOT IN ("
                    + owner
                    + ", "
                    + colleague
                    + ")");
    CrmAppointment before = read(record);
    assertThat(apply(new CrmWrite.Update(before, before.with().associateId(other).build())))
        .isInstanceOf(Written.class);

    assertThat(mastersOwner(child)).isEqualTo(other);
  }

  @Test
  void participantsRowsOfABookingThatAUserGaveAwayFollowAtItsNextChange() {
    int record = booking();
    int child = read(record).keys().rows().get(0);
    crm.database()
        .execute(
            "UPDATE #.[appointment] SET mother_associate_id = 999 WHERE appointment_id = " + child);
    CrmAppointment before = read(record);
    assertThat(apply(new CrmWrite.Update(before, before.with().location("Kai 7").build())))
        .isInstanceOf(Written.class);

    assertThat(mastersOwner(child)).isEqualTo(owner);
  }

  private int mastersOwner(int child) {
    return crm.database()
        .number("SELECT mother_associate_id FROM #.[appointment] WHERE appointment_id = " + child);
  }

  private void edit(int record) {
    crm.database()
        .execute(
            "UPDATE #.[appointment] SET updated = '20270101', updatedCount = updatedCount + 1"
                + " WHERE appointment_id = "
                + record);
  }

  private List<Integer> statuses(int series) {
    return invitees(series).series().orElseThrow().occurrences().stream()
        .map(date -> date.row().status())
        .toList();
  }

  private CrmAppointment invitees(int series) {
    return crm.gateway().readIn(colleague, List.of(series)).get(series);
  }

  private static CrmAppointment declined(CrmAppointment series) {
    return series.onEachRow(row -> row.with().status(9).build());
  }

  private int booking() {
    int record = crm.gateway().reserve(1).get(0);
    CrmAppointment value =
        meetingAt(owner, DAY.atTime(10, 0)).with().recordId(record).booking(asked()).build();
    apply(new CrmWrite.Create(value, stamp(owner, record, "booking")));
    return record;
  }

  private int series() {
    int series = crm.gateway().reserveSeries(1).get(0);
    CrmSeries.Rule rule =
        new CrmSeries.Rule(0, 1, 0, 0, DAY.atTime(10, 0), DAY.plusDays(2).atTime(11, 0), 1, 0, 0);
    List<CrmSeries.Occurrence> dates =
        IntStream.range(0, 3)
            .mapToObj(
                day ->
                    new CrmSeries.Occurrence(
                        Optional.empty(),
                        meetingAt(owner, DAY.plusDays(day).atTime(10, 0))
                            .with()
                            .booking(asked())
                            .build()))
            .toList();
    CrmAppointment value =
        dates
            .get(0)
            .row()
            .with()
            .recordId(series)
            .series(Optional.of(new CrmSeries(rule, dates)))
            .build();
    apply(new CrmWrite.Create(value, stamp(owner, series, "series")));
    return series;
  }

  private Optional<CrmBooking> asked() {
    int person = crm.personOf(colleague);
    return Optional.of(
        new CrmBooking(
            List.of(new Participant(0, colleague, person, 6, 5, "", "", false)), "uid-1"));
  }

  private CrmAppointment read(int record) {
    return crm.read(record);
  }

  private CrmOutcome apply(CrmWrite write) {
    return crm.committed(() -> crm.gateway().apply(List.of(write)).get(0));
  }
}

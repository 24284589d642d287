package io.exchangesync.ejb.crm;

import static io.exchangesync.core.port.CrmSamples.DAY;
import static io.exchangesync.core.port.CrmSamples.meetingAt;
import static io.exchangesync.core.port.CrmSamples.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.SeriesKey;
import io.exchangesync.core.model.Window;
import io.exchangesync.core.port.CrmHead;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.core.port.CrmOutcome.ChangedMeanwhile;
import io.exchangesync.core.port.CrmOutcome.Refused;
import io.exchangesync.core.port.CrmOutcome.Written;
import io.exchangesync.core.port.CrmTouch;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.core.port.LogPosition;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that become series, series that become rows, custom dates and warnings in the tables. */
class SeriesTurnRowsTest {
  private static final LocalDateTime TEN = DAY.atTime(10, 0);
  private static final Window WINDOW = new Window(DAY.minusDays(1), DAY.plusDays(60));

  private SqlCrmFixture crm;
  private int owner;

  private void at(String level) {
    crm = new SqlCrmFixture(CrmTestDatabase.h2(level, "crm7"));
    owner = crm.associate();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void aRowThatBecomesASeriesStaysAndTheOtherDatesAreAdded(String level) {
    at(level);
    int row = stamped();
    CrmAppointment before = read(row);
    int log = crm.database().lastLog();
    LogPosition end = crm.gateway().logEnd();
    int series = turn(before, 3);
    int rule = SeriesKey.rule(series);

    assertThat(crm.database().rows("RecurrenceRule", "RecurrenceRule_id = " + rule)).hasSize(1);
    assertThat(crm.database().rows("appointment", "recurrenceRuleId = " + rule))
        .hasSize(3)
        .extracting(date -> date.get("appointment_id"))
        .contains(row);
    assertThat(crm.database().rows("appointment", "appointment_id = " + row).get(0))
        .containsEntry("text_id", before.keys().textId())
        .containsEntry("updatedcount", 1);
    assertThat(crm.database().rows("foreignkey", "table_id = 9 AND record_id = " + row)).isEmpty();
    assertThat(crm.database().rows("foreignkey", "table_id = 207 AND record_id = " + rule))
        .hasSize(1);
    assertThat(crm.gateway().stamps(Kind.APPOINTMENT, owner))
        .containsKey(series)
        .doesNotContainKey(row);
    assertThat(crm.database().logged(log))
        .containsExactlyInAnyOrder(
            "207:4352",
            "183:4864",
            "183:4352",
            "9:4608",
            "9:4352",
            "18:4352",
            "196:4352",
            "9:4352",
            "18:4352",
            "196:4352");
    assertThat(read(series).series().orElseThrow().occurrences()).hasSize(3);
    assertThat(crm.gateway().read(List.of(row))).as("a date is no record of its own").isEmpty();
    assertThat(crm.gateway().changesSince(end).touches())
        .as("our own writes are no changes")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void aSeriesThatBecomesSingleKeepsOneRowAndDeletesTheOthersWithAnImage(String level) {
    at(level);
    int row = stamped();
    int series = turn(read(row), 3);
    CrmAppointment before = read(series);
    int log = crm.database().lastLog();
    CrmOutcome outcome = apply(intoSingle(before, row, Set.of()));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Written.class,
            written -> {
              assertThat(written.gone()).contains("RecurrenceRule", "VisibleFor", "text");
              assertThat(written.version()).isEqualTo(read(row).version());
            });
    assertThat(crm.database().rows("appointment", "appointment_id = " + row).get(0))
        .containsEntry("recurrenceruleid", 0);
    assertThat(crm.database().rows("appointment", "recurrenceRuleId = " + SeriesKey.rule(series)))
        .isEmpty();
    assertThat(
            crm.database().rows("RecurrenceRule", "RecurrenceRule_id = " + SeriesKey.rule(series)))
        .isEmpty();
    assertThat(crm.gateway().stamps(Kind.APPOINTMENT, owner))
        .containsKey(row)
        .doesNotContainKey(series);
    assertThat(crm.database().logged(log))
        .containsExactlyInAnyOrder(
            "9:4608",
            "9:4864",
            "18:4864",
            "196:4864",
            "9:4864",
            "18:4864",
            "196:4864",
            "183:4864",
            "183:4352",
            "207:4864");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void datesThatAreKeptStayWithTheirRuleWhichEndsWithThem(String level) {
    at(level);
    int row = stamped();
    int series = turn(read(row), 4);
    CrmAppointment before = read(series);
    List<Integer> dates =
        before.series().orElseThrow().occurrences().stream()
            .map(date -> date.row().recordId())
            .toList();
    apply(intoSingle(before, dates.get(2), Set.of(dates.get(0), dates.get(1))));

    assertThat(crm.database().rows("appointment", "recurrenceRuleId = " + SeriesKey.rule(series)))
        .extracting(date -> date.get("appointment_id"))
        .containsExactlyInAnyOrder(dates.get(0), dates.get(1));
    assertThat(
            crm.database().rows("RecurrenceRule", "RecurrenceRule_id = " + SeriesKey.rule(series)))
        .singleElement()
        .satisfies(rule -> assertThat(rule).containsEntry("enddate", TEN.plusWeeks(1)));
    assertThat(crm.database().rows("appointment", "appointment_id = " + dates.get(3))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void nothingTurnsIfARowWasChangedMeanwhileOrMayNotGo(String level) {
    at(level);
    int row = stamped();
    CrmAppointment before = read(row);
    crm.userEdits(row, edit -> edit.location("Kai 7"));
    int log = crm.database().lastLog();
    int key = crm.gateway().reserveSeries(1).get(0);
    assertThat(apply(intoSeries(before, key, 3))).isInstanceOf(ChangedMeanwhile.class);
    assertThat(crm.database().logged(log)).isEmpty();

    int series = turn(read(row), 3);
    int last = read(series).keys().rows().get(2);
    crm.database()
        .execute("UPDATE #.[appointment] SET isMilestone = 1 WHERE appointment_id = " + last);
    assertThat(apply(intoSingle(read(series), row, Set.of()))).isInstanceOf(Refused.class);
    assertThat(read(series).series().orElseThrow().occurrences()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void customDatesAreRecordsOfTheirOwnAndKeepTheirRule(String level) {
    at(level);
    int row = stamped();
    int series = turn(read(row), 3);
    List<Integer> dates = read(series).keys().rows();
    LogPosition end = crm.gateway().logEnd();
    crm.database()
        .execute(
            "UPDATE #.[RecurrenceRule] SET pattern = 5 WHERE RecurrenceRule_id = "
                + SeriesKey.rule(series));
    crm.user().log(4608, 207, SeriesKey.rule(series), owner, 0);

    assertThat(crm.gateway().changesSince(end).touches())
        .extracting(CrmTouch::recordId)
        .containsExactlyInAnyOrderElementsOf(dates);
    assertThat(crm.gateway().read(List.of(series))).isEmpty();
    assertThat(crm.gateway().list(Kind.APPOINTMENT, owner, WINDOW))
        .extracting(CrmHead::recordId)
        .containsAll(dates)
        .doesNotContain(series);
    CrmAppointment date = read(dates.get(1));
    assertThat(date.ties().customDate()).isTrue();
    apply(new CrmWrite.Update(date, date.with().location("Oslo").build()));
    assertThat(crm.database().rows("appointment", "appointment_id = " + dates.get(1)).get(0))
        .containsEntry("location", "Oslo")
        .containsEntry("recurrenceruleid", SeriesKey.rule(series));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void aWarningIsOneColumnWhereItExists(String level) {
    at(level);
    int row = stamped();
    CrmAppointment before = read(row);
    int log = crm.database().lastLog();
    LogPosition end = crm.gateway().logEnd();
    CrmAppointment warned = before.with().ties(before.ties().withCaution(3)).build();
    if (level.equals("8.5")) {
      assertThat(warned).isEqualTo(before);
      return;
    }
    assertThat(apply(new CrmWrite.Update(before, warned))).isInstanceOf(Written.class);
    assertThat(crm.database().rows("appointment", "appointment_id = " + row).get(0))
        .containsEntry("cautionwarning", 3);
    assertThat(crm.database().logged(log)).containsExactly("9:4608");
    assertThat(read(row).ties().caution()).isEqualTo(3);
    assertThat(crm.gateway().changesSince(end).touches()).isEmpty();
  }

  private int stamped() {
    int row = crm.userCreates(meetingAt(owner, TEN));
    apply(new CrmWrite.PutStamp(row, stamp(owner, row, "single")));
    return row;
  }

  private int turn(CrmAppointment before, int weeks) {
    int series = crm.gateway().reserveSeries(1).get(0);
    assertThat(apply(intoSeries(before, series, weeks))).isInstanceOf(Written.class);
    return series;
  }

  private CrmWrite intoSeries(CrmAppointment before, int series, int weeks) {
    List<CrmSeries.Occurrence> dates = new ArrayList<>();
    dates.add(new CrmSeries.Occurrence(Optional.empty(), before));
    for (int week = 1; week < weeks; week++) {
      dates.add(new CrmSeries.Occurrence(Optional.empty(), meetingAt(owner, TEN.plusWeeks(week))));
    }
    CrmSeries.Rule rule =
        new CrmSeries.Rule(
            SeriesKey.rule(series), 2, 0, 1, TEN, TEN.plusWeeks(weeks - 1L), 0, 1, 0);
    CrmAppointment after =
        before.with().recordId(series).series(Optional.of(new CrmSeries(rule, dates))).build();
    return new CrmWrite.Turn(before, after, Set.of(), stamp(owner, series, "single"));
  }

  private CrmWrite intoSingle(CrmAppointment series, int row, Set<Integer> kept) {
    CrmAppointment survivor =
        series.series().orElseThrow().occurrences().stream()
            .map(CrmSeries.Occurrence::row)
            .filter(date -> date.recordId() == row)
            .findFirst()
            .orElseThrow();
    CrmAppointment after = survivor.with().ties(survivor.ties().withRule(0)).build();
    return new CrmWrite.Turn(series, after, kept, stamp(owner, row, "single"));
  }

  private CrmAppointment read(int recordId) {
    return crm.gateway().read(List.of(recordId)).get(recordId);
  }

  private CrmOutcome apply(CrmWrite write) {
    return crm.gateway().apply(List.of(write)).get(0);
  }
}

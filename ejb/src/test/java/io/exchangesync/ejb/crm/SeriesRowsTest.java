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
import io.exchangesync.core.port.CrmOutcome.Written;
import io.exchangesync.core.port.CrmTouch;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.core.port.LogPosition;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Series in the tables: a rule row and one whole follow-up for each date (schema 4.9). */
class SeriesRowsTest {
  private static final Window WINDOW = new Window(DAY.minusDays(1), DAY.plusDays(60));

  private SqlCrmFixture crm;
  private int owner;

  private void at(String level) {
    crm = new SqlCrmFixture(CrmTestDatabase.h2(level, "crm7"));
    owner = crm.associate();
    apply(
        new CrmWrite.PutStamp(
            crm.userCreates(meetingAt(owner, DAY.minusDays(300).atTime(9, 0))),
            stamp(owner, 1, "device")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void aSeriesIsARuleAndAWholeFollowUpForEachDate(String level) {
    at(level);
    int before = crm.database().lastLog();
    int series = create(3);
    int rule = SeriesKey.rule(series);

    assertThat(crm.database().rows("RecurrenceRule", "RecurrenceRule_id = " + rule))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("pattern", 2)
                    .containsEntry("subpattern", 0)
                    .containsEntry("weekdays", 1)
                    .containsEntry("cyclicweek", 1)
                    .containsEntry("startdate", DAY.atTime(10, 0)));
    List<Map<String, Object>> dates =
        crm.database().rows("appointment", "recurrenceRuleId = " + rule);
    assertThat(dates).hasSize(3);
    assertThat(dates)
        .extracting(row -> row.get("do_by"))
        .containsExactlyInAnyOrder(
            DAY.atTime(10, 0), DAY.plusWeeks(1).atTime(10, 0), DAY.plusWeeks(2).atTime(10, 0));
    for (Map<String, Object> date : dates) {
      assertThat(date).containsEntry("type", 1).containsEntry("mother_id", 0);
      assertThat(crm.database().rows("text", "owner_id = " + date.get("appointment_id")))
          .hasSize(1);
      assertThat(crm.database().rows("VisibleFor", "appointmentId = " + date.get("appointment_id")))
          .hasSize(1);
    }
    assertThat(crm.database().logged(before)).hasSize(2 + 3 * 3).contains("207:4352", "183:4352");
    assertThat(crm.database().rows("foreignkey", "table_id = 207 AND record_id = " + rule))
        .hasSize(1);
    assertThat(crm.gateway().stamps(Kind.APPOINTMENT, owner)).containsKey(series);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void aSeriesIsReadAndListedAsOneRecord(String level) {
    at(level);
    int series = create(3);
    CrmAppointment read = read(series);

    assertThat(read.series().orElseThrow().occurrences()).hasSize(3);
    assertThat(read.doBy()).isEqualTo(DAY.atTime(10, 0));
    assertThat(read.keys().rows()).hasSize(3);
    List<CrmHead> heads = crm.gateway().list(Kind.APPOINTMENT, owner, WINDOW);
    assertThat(heads)
        .filteredOn(head -> head.recordId() == series)
        .singleElement()
        .satisfies(
            head -> {
              assertThat(head.version()).isEqualTo(read.version());
              assertThat(head.doBy()).isEqualTo(DAY.atTime(10, 0));
              assertThat(head.endDate()).isEqualTo(DAY.plusWeeks(2).atTime(11, 0));
            });
    assertThat(heads).noneMatch(head -> read.keys().rows().contains(head.recordId()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void oneDateMovedWritesThatRowAlone(String level) {
    at(level);
    int series = create(3);
    int before = crm.database().lastLog();
    CrmAppointment read = read(series);
    CrmOutcome outcome = apply(update(read, dates -> moved(dates, 1)));

    assertThat(outcome).isInstanceOf(Written.class);
    assertThat(crm.database().logged(before)).containsExactly("9:4608");
    CrmAppointment now = read(series);
    assertThat(now.series().orElseThrow().occurrences().get(1).row().doBy())
        .isEqualTo(DAY.plusWeeks(1).atTime(15, 0));
    assertThat(((Written) outcome).version()).isEqualTo(now.version());
    if (level.equals("12.2")) {
      assertThat(now.series().orElseThrow().occurrences().get(1).originalStart())
          .contains(DAY.plusWeeks(1).atTime(10, 0));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void datesComeAndGoByTheirRows(String level) {
    at(level);
    int series = create(3);
    CrmAppointment read = read(series);
    int gone = read.series().orElseThrow().occurrences().get(0).row().recordId();
    int before = crm.database().lastLog();
    apply(
        update(
            read,
            dates -> {
              List<CrmSeries.Occurrence> changed = new ArrayList<>(dates.subList(1, 3));
              changed.add(date(DAY.plusWeeks(3).atTime(10, 0)));
              return changed;
            }));

    assertThat(crm.database().rows("appointment", "appointment_id = " + gone)).isEmpty();
    assertThat(crm.database().rows("text", "owner_id = " + gone)).isEmpty();
    assertThat(crm.database().rows("VisibleFor", "appointmentId = " + gone)).isEmpty();
    assertThat(read(series).series().orElseThrow().occurrences())
        .extracting(date -> date.row().doBy())
        .containsExactly(
            DAY.plusWeeks(1).atTime(10, 0),
            DAY.plusWeeks(2).atTime(10, 0),
            DAY.plusWeeks(3).atTime(10, 0));
    assertThat(crm.database().logged(before))
        .containsExactlyInAnyOrder(
            "9:4352", "18:4352", "196:4352", "9:4864", "18:4864", "196:4864");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void nothingOfASeriesIsWrittenIfOneOfItsDatesWasChangedMeanwhile(String level) {
    at(level);
    int series = create(3);
    CrmAppointment read = read(series);
    crm.userEdits(read.keys().rows().get(2), row -> row.location("Kai 7"));
    int before = crm.database().lastLog();

    assertThat(apply(update(read, dates -> moved(dates, 0)))).isInstanceOf(ChangedMeanwhile.class);
    assertThat(crm.database().logged(before)).isEmpty();
    assertThat(apply(new CrmWrite.Delete(read))).isInstanceOf(ChangedMeanwhile.class);
    assertThat(read(series).series().orElseThrow().occurrences()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void aDeletedSeriesTakesItsRuleItsDatesAndItsStampAlong(String level) {
    at(level);
    int series = create(3);
    int rule = SeriesKey.rule(series);
    int before = crm.database().lastLog();

    assertThat(apply(new CrmWrite.Delete(read(series))))
        .isInstanceOfSatisfying(
            CrmOutcome.Deleted.class,
            deleted -> assertThat(deleted.rows()).contains("RecurrenceRule", "VisibleFor"));
    assertThat(crm.database().rows("RecurrenceRule", "RecurrenceRule_id = " + rule)).isEmpty();
    assertThat(crm.database().rows("appointment", "recurrenceRuleId = " + rule)).isEmpty();
    assertThat(crm.database().rows("foreignkey", "table_id = 207 AND record_id = " + rule))
        .isEmpty();
    assertThat(crm.database().logged(before)).contains("207:4864", "183:4864").hasSize(2 + 3 * 3);
    assertThat(crm.gateway().read(List.of(series))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.5", "12.2"})
  void anEditOfOneDateTouchesItsSeries(String level) {
    at(level);
    int series = create(3);
    LogPosition end = crm.gateway().logEnd();
    crm.userEdits(read(series).keys().rows().get(1), row -> row.title("Annet"));

    assertThat(crm.gateway().changesSince(end).touches())
        .containsExactly(new CrmTouch(Kind.APPOINTMENT, series, owner, CrmTouch.Change.WRITTEN));
  }

  private int create(int weeks) {
    int series = crm.gateway().reserveSeries(1).get(0);
    List<CrmSeries.Occurrence> dates = new ArrayList<>();
    for (int week = 0; week < weeks; week++) {
      dates.add(date(DAY.plusWeeks(week).atTime(10, 0)));
    }
    CrmSeries.Rule rule =
        new CrmSeries.Rule(
            0, 2, 0, 1, DAY.atTime(10, 0), DAY.plusWeeks(weeks - 1L).atTime(11, 0), 0, 1, 0);
    CrmAppointment value =
        meetingAt(owner, DAY.atTime(10, 0))
            .with()
            .recordId(series)
            .series(Optional.of(new CrmSeries(rule, dates)))
            .build();
    assertThat(apply(new CrmWrite.Create(value, stamp(owner, series, "series"))))
        .isInstanceOf(Written.class);
    return series;
  }

  private CrmSeries.Occurrence date(LocalDateTime start) {
    return new CrmSeries.Occurrence(Optional.empty(), meetingAt(owner, start));
  }

  private static List<CrmSeries.Occurrence> moved(List<CrmSeries.Occurrence> dates, int index) {
    List<CrmSeries.Occurrence> changed = new ArrayList<>(dates);
    CrmAppointment row = dates.get(index).row();
    LocalDateTime start = row.doBy().withHour(15);
    changed.set(
        index,
        new CrmSeries.Occurrence(
            Optional.of(row.doBy()),
            row.with().doBy(start).activeDate(start).endDate(start.plusHours(1)).build()));
    return changed;
  }

  private static CrmWrite update(
      CrmAppointment read, UnaryOperator<List<CrmSeries.Occurrence>> edit) {
    CrmSeries series = read.series().orElseThrow();
    return new CrmWrite.Update(
        read,
        read.with()
            .series(Optional.of(new CrmSeries(series.rule(), edit.apply(series.occurrences()))))
            .build());
  }

  private CrmAppointment read(int recordId) {
    return crm.gateway().read(List.of(recordId)).get(recordId);
  }

  private CrmOutcome apply(CrmWrite write) {
    return crm.gateway().apply(List.of(write)).get(0);
  }
}

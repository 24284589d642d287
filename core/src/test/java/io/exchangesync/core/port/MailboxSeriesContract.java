package io.exchangesync.core.port;

import static io.exchangesync.core.port.SeriesSamples.BERLIN;
import static io.exchangesync.core.port.SeriesSamples.at;
import static io.exchangesync.core.port.SeriesSamples.date;
import static io.exchangesync.core.port.SeriesSamples.exceptAt;
import static io.exchangesync.core.port.SeriesSamples.plainAt;
import static io.exchangesync.core.port.SeriesSamples.repeating;
import static io.exchangesync.core.port.SeriesSamples.series;
import static io.exchangesync.core.port.SeriesSamples.tuesdays;
import static io.exchangesync.core.port.SeriesSamples.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.Recurrence.Rule;
import io.exchangesync.core.model.When;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Series go both ways whole: pattern, moved, edited and deleted dates by their original date. */
public abstract class MailboxSeriesContract extends MailboxContractBase {
  private static final LocalDate SECOND = date("2026-03-17");
  private static final LocalDate THIRD = date("2026-03-24");
  private static final LocalDate FOURTH = date("2026-03-31");
  private static final LocalDate FIFTH = date("2026-04-07");

  private SeriesFixture owner;

  @Override
  protected abstract SeriesFixture fixture();

  @BeforeEach
  void letTheOwnerWorkOnTheSameMailbox() {
    owner = (SeriesFixture) fixture;
  }

  @ParameterizedTest
  @MethodSource("io.exchangesync.core.port.SeriesSamples#everyPattern")
  void everyPatternIsReadBack(Recurrence wanted) {
    When first = at(wanted.first(), "09:00", BERLIN);
    ItemVersion created = create(series("a", first, wanted));
    MailboxAppointment stored = read(created.id());
    assertThat(stored.type()).isEqualTo(CalendarItemType.MASTER);
    assertThat(stored.when()).isEqualTo(first);
    assertThat(stored.series()).contains(new MailboxSeries(wanted, List.of(), Set.of()));
    assertThat(stored.version()).isEqualTo(created);
  }

  @Test
  void aSeriesIsCreatedWithItsMovedEditedAndDeletedDates() {
    String position = positionNow();
    ItemVersion created = create(fullSeries());
    MailboxAppointment stored = read(created.id());
    assertSameSeries(stored, fullSeries());
    assertThat(stored.version()).isEqualTo(created);
    assertThat(allChanges(Optional.of(position)).present())
        .extracting(ItemHead::version)
        .containsExactly(created);
  }

  @ParameterizedTest
  @CsvSource({
    "00:15, Europe/Berlin",
    "09:00, Europe/Berlin",
    "23:30, America/New_York",
    "03:00, Asia/Kolkata",
    "02:30, Australia/Sydney",
  })
  void originalDatesAreThoseOfTheZoneOfTheSeriesAcrossDaylightSaving(String time, ZoneId zone) {
    for (LocalDate first : List.of(date("2026-03-02"), date("2026-10-05"))) {
      LocalDate deleted = first.plusDays(28);
      LocalDate edited = first.plusDays(35);
      MailboxAppointment weekly =
          series(
              "a",
              at(first, time, zone),
              new Recurrence(
                  new Rule.Weekly(1, EnumSet.of(DayOfWeek.MONDAY), DayOfWeek.MONDAY),
                  first,
                  new End.After(9)));
      MailboxAppointment wanted =
          exceptAt(
              without(weekly, deleted),
              edited,
              item -> item.subject("edited").when(at(edited, time, zone)));
      assertSameSeries(read(create(wanted).id()), wanted);
    }
  }

  @Test
  void allDaySeriesKeepTheirDates() {
    LocalDate first = date("2026-03-23");
    LocalDate moved = date("2026-04-06");
    MailboxAppointment weekly =
        series(
            "a",
            new When.AllDay(first, first.plusDays(1)),
            new Recurrence(
                new Rule.Weekly(1, EnumSet.of(DayOfWeek.MONDAY), DayOfWeek.MONDAY),
                first,
                new End.After(5)));
    MailboxAppointment wanted =
        exceptAt(
            without(weekly, date("2026-03-30")),
            moved,
            item -> item.when(new When.AllDay(moved.plusDays(1), moved.plusDays(1))));
    assertSameSeries(read(create(wanted).id()), wanted);
  }

  @Test
  void whatTheOwnerDoesToSingleDatesInOutlookIsRead() {
    ItemVersion created = create(tuesdays("a"));
    owner.moveOccurrenceOutside(
        mailbox, created.id(), FOURTH, at(FOURTH.plusDays(1), "15:00", BERLIN), "moved");
    owner.deleteOccurrenceOutside(mailbox, created.id(), SECOND);
    MailboxAppointment stored = read(created.id());
    assertThat(stored.version().changeKey()).isNotEqualTo(created.changeKey());
    assertSameSeries(
        stored,
        exceptAt(
            without(tuesdays("a"), SECOND),
            FOURTH,
            item -> item.subject("moved").when(at(FOURTH.plusDays(1), "15:00", BERLIN))));
  }

  @Test
  void exceptionsAloneCanBeWritten() {
    MailboxAppointment stored = read(create(tuesdays("a")).id());
    ItemVersion updated =
        update(
            stored,
            exceptAt(
                without(stored, SECOND),
                FOURTH,
                item -> item.location("elsewhere").when(at(FOURTH, "11:00", BERLIN))));
    MailboxAppointment after = read(stored.version().id());
    assertThat(after.version()).isEqualTo(updated);
    assertSameSeries(
        after,
        exceptAt(
            without(tuesdays("a"), SECOND),
            FOURTH,
            item -> item.location("elsewhere").when(at(FOURTH, "11:00", BERLIN))));
  }

  @Test
  void oneMoreExceptionLeavesTheOthersAlone() {
    MailboxAppointment stored = read(create(fullSeries()).id());
    update(
        stored,
        exceptAt(stored, FIFTH, item -> item.subject("new").when(at(FIFTH, "09:00", BERLIN))));
    assertSameSeries(
        read(stored.version().id()),
        exceptAt(
            fullSeries(), FIFTH, item -> item.subject("new").when(at(FIFTH, "09:00", BERLIN))));
  }

  @Test
  void aNewSubjectOfTheSeriesKeepsItsExceptions() {
    MailboxAppointment stored = read(create(fullSeries()).id());
    MailboxAppointment wanted = stored.with().location("new place").build();
    ItemVersion updated = update(stored, wanted);
    MailboxAppointment after = read(stored.version().id());
    assertThat(after.location()).isEqualTo("new place");
    assertThat(after.version()).isEqualTo(updated);
    assertSameSeries(after, wanted);
  }

  @Test
  void aNewPatternKeepsTheExceptionsThatAreWanted() {
    MailboxAppointment stored = read(create(fullSeries()).id());
    Recurrence twice =
        new Recurrence(
            new Rule.Weekly(1, EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY), DayOfWeek.MONDAY),
            date("2026-03-10"),
            new End.On(date("2026-04-30")));
    ItemVersion updated = update(stored, repeating(stored, twice));
    MailboxAppointment after = read(stored.version().id());
    assertThat(after.version()).isEqualTo(updated);
    assertSameSeries(after, repeating(fullSeries(), twice));
  }

  @Test
  void aNewTimeKeepsTheExceptionsThatAreWanted() {
    MailboxAppointment stored = read(create(fullSeries()).id());
    When later = at(date("2026-03-10"), "13:00", BERLIN);
    update(stored, stored.with().when(later).build());
    assertSameSeries(read(stored.version().id()), fullSeries().with().when(later).build());
  }

  @Test
  void anExceptionCanBeTakenBack() {
    MailboxAppointment stored = read(create(fullSeries()).id());
    update(stored, plainAt(stored, FOURTH));
    assertSameSeries(read(stored.version().id()), plainAt(fullSeries(), FOURTH));
  }

  @Test
  void aDeletedDateCanBeBroughtBackAndTheOthersStay() {
    MailboxAppointment stored = read(create(without(fullSeries(), SECOND, FIFTH)).id());
    ItemVersion updated = update(stored, without(stored, FIFTH));
    MailboxAppointment after = read(stored.version().id());
    assertSameSeries(after, without(fullSeries(), FIFTH));
    assertThat(after.version()).isEqualTo(updated);
  }

  @Test
  void anExceptionCanBeDeleted() {
    MailboxAppointment stored = read(create(fullSeries()).id());
    update(stored, without(plainAt(stored, FOURTH), SECOND, FOURTH));
    assertSameSeries(
        read(stored.version().id()), without(plainAt(fullSeries(), FOURTH), SECOND, FOURTH));
  }

  @Test
  void exceptionsAreNotWrittenOverWhatHappenedMeanwhile() {
    MailboxAppointment stored = read(create(tuesdays("a")).id());
    owner.deleteOccurrenceOutside(mailbox, stored.version().id(), THIRD);
    Answer<ItemVersion> answer = applyOne(new MailboxWrite.Update(stored, without(stored, SECOND)));
    assertProblem(answer, ItemProblem.Type.CHANGED_MEANWHILE);
    assertSameSeries(read(stored.version().id()), without(tuesdays("a"), THIRD));
  }

  @Test
  void anUpdateOfASeriesWithoutDifferenceWritesNothing() {
    ItemVersion created = create(fullSeries());
    String position = positionNow();
    MailboxAppointment seen = read(created.id());
    assertThat(ok(applyOne(new MailboxWrite.Update(seen, seen)))).isEqualTo(created);
    assertThat(allChanges(Optional.of(position)).present()).isEmpty();
  }

  @Test
  void aSingleAppointmentBecomesASeriesAndSingleAgain() {
    MailboxAppointment single = read(create(MailboxSamples.anAppointment("a")).id());
    Recurrence daily = new Recurrence(new Rule.Daily(1), date("2026-05-12"), new End.After(4));
    update(single, series("a", single.when(), daily).with().item(single.item()).build());
    MailboxAppointment repeated = read(single.version().id());
    assertThat(repeated.type()).isEqualTo(CalendarItemType.MASTER);
    assertThat(repeated.series().orElseThrow().recurrence()).isEqualTo(daily);
    update(
        repeated, repeated.with().type(CalendarItemType.SINGLE).series(Optional.empty()).build());
    MailboxAppointment again = read(single.version().id());
    assertThat(again.type()).isEqualTo(CalendarItemType.SINGLE);
    assertThat(again.series()).isEmpty();
  }

  private MailboxAppointment fullSeries() {
    return exceptAt(
        exceptAt(
            without(tuesdays("every Tuesday"), SECOND),
            THIRD,
            item ->
                item.subject("edited")
                    .reminderSet(true)
                    .reminderMinutes(30)
                    .when(at(THIRD, "09:00", BERLIN))),
        FOURTH,
        item -> item.location("moved").when(at(FOURTH.plusDays(2), "10:30", BERLIN)));
  }

  private ItemVersion update(MailboxAppointment before, MailboxAppointment after) {
    return ok(applyOne(new MailboxWrite.Update(before, after)));
  }

  /** Pattern, deleted dates, and what the exceptions of both hold. */
  static void assertSameSeries(MailboxAppointment stored, MailboxAppointment wanted) {
    MailboxSeries have = stored.series().orElseThrow();
    MailboxSeries want = wanted.series().orElseThrow();
    assertSameTime(stored.when(), wanted.when());
    assertThat(have.recurrence()).isEqualTo(want.recurrence());
    assertThat(have.deleted()).isEqualTo(want.deleted());
    assertThat(have.exceptions())
        .extracting(MailboxSeries.Exception::originalDate)
        .containsExactlyElementsOf(
            want.exceptions().stream().map(MailboxSeries.Exception::originalDate).toList());
    for (int i = 0; i < want.exceptions().size(); i++) {
      MailboxAppointment is = have.exceptions().get(i).content();
      MailboxAppointment shall = want.exceptions().get(i).content();
      assertSameTime(is.when(), shall.when());
      assertThat(is.subject()).isEqualTo(shall.subject());
      assertThat(is.location()).isEqualTo(shall.location());
      assertThat(is.reminderSet()).isEqualTo(shall.reminderSet());
    }
  }

  /** Two names of one zone are the same zone. */
  private static void assertSameTime(When is, When shall) {
    if (is instanceof When.Timed a && shall instanceof When.Timed b) {
      assertThat(a.start()).isEqualTo(b.start());
      assertThat(a.end()).isEqualTo(b.end());
      assertThat(a.zone().getRules()).isEqualTo(b.zone().getRules());
    } else {
      assertThat(is).isEqualTo(shall);
    }
  }
}

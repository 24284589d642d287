package io.exchangesync.exchange.ews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxAppointmentBuilder;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.Recurrence.Rule;
import io.exchangesync.core.model.Recurrence.Week;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.model.When;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.ItemHead;
import io.exchangesync.core.port.ItemProblem;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.MailboxWrite;
import io.exchangesync.simulator.faults.Effect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to a series that Exchange refuses in part, or that fails in the middle. */
class SeriesOnSimulatorTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 5, 12);
  private static final LocalDate SECOND = FIRST.plusDays(2);
  private static final LocalDate THIRD = FIRST.plusDays(4);
  private static final Stamp STAMP = new Stamp("inst", Kind.APPOINTMENT, 1, -2, "link");

  private final SimulatorFixture fixture = SimulatorFixture.basic(Access.IMPERSONATION);
  private final Mailbox mailbox = fixture.newMailbox();
  private MailboxSession session;

  @BeforeEach
  void open() {
    session = fixture.gateway().open(mailbox);
  }

  @AfterEach
  void close() {
    session.close();
    fixture.close();
  }

  @Test
  void aDateThatWouldPassItsNeighbourIsToldInPlainWordsAndNothingIsLeftOfTheNewSeries() {
    Answer<ItemVersion> answer =
        create(exceptAt(everyOtherDay(), SECOND, item -> item.when(at(THIRD, "15:00"))));
    ItemProblem problem = answer.failure().orElseThrow();
    assertThat(problem.type()).isEqualTo(ItemProblem.Type.FATAL);
    assertThat(problem.code()).isEqualTo("ErrorOccurrenceCrossingBoundary");
    assertThat(problem.message()).contains("2026-05-14").contains("neighbour");
    assertThat(session.changes(Optional.empty()).present()).isEmpty();
  }

  @Test
  void datesMakeRoomForEachOtherInWhateverOrderTheyMove() {
    MailboxAppointment later =
        exceptAt(
            exceptAt(everyOtherDay(), SECOND, item -> item.when(at(THIRD, "15:00"))),
            THIRD,
            item -> item.when(at(THIRD.plusDays(1), "08:00")));
    MailboxAppointment stored = read(ok(create(later)));
    assertThat(stored.series().orElseThrow().exceptions())
        .extracting(exception -> exception.content().when())
        .containsExactly(at(THIRD, "15:00"), at(THIRD.plusDays(1), "08:00"));
  }

  @Test
  void aSeriesCutInTheMiddleIsTriedAgainAndThenWhole() {
    MailboxAppointment wanted =
        exceptAt(without(everyOtherDay(), THIRD), SECOND, item -> item.subject("edited"));
    for (String operation : List.of("GetItem", "FindItem", "DeleteItem", "UpdateItem")) {
      fixture
          .simulator()
          .faults()
          .add(
              io.exchangesync.simulator.faults.Rule.next(1, new Effect.ServerBusy(1500))
                  .onOperation(operation));
      ItemProblem problem = create(wanted).failure().orElseThrow();
      assertThat(problem.type()).isEqualTo(ItemProblem.Type.RETRIABLE);
      assertThat(problem.backOff()).contains(Duration.ofMillis(1500));
      ItemHead found = session.changes(Optional.empty()).present().get(0);
      assertThat(found.stamp()).contains(STAMP);
      MailboxAppointment half = read(found.version());
      ItemVersion whole =
          ok(apply(new MailboxWrite.Update(half, half.with().series(wanted.series()).build())));
      MailboxAppointment stored = read(whole);
      assertThat(stored.version()).isEqualTo(whole);
      assertThat(stored.series().orElseThrow().deleted()).containsExactly(THIRD);
      assertThat(stored.series().orElseThrow().exceptions())
          .extracting(exception -> exception.content().subject())
          .containsExactly("edited");
      ok(apply(new MailboxWrite.Delete(whole)));
    }
  }

  @Test
  void aFailureOfOneSeriesLeavesItsNeighboursAlone() {
    fixture
        .simulator()
        .faults()
        .add(
            io.exchangesync.simulator.faults.Rule.next(1, new Effect.ServerBusy(1))
                .onOperation("FindItem"));
    MailboxWrite write = new MailboxWrite.Create(without(everyOtherDay(), THIRD));
    List<Answer<ItemVersion>> answers = session.apply(List.of(write, write, write));
    assertThat(answers)
        .extracting(answer -> answer.failure().map(ItemProblem::type))
        .containsExactly(
            Optional.of(ItemProblem.Type.RETRIABLE), Optional.empty(), Optional.empty());
  }

  @Test
  void aLostConnectionAfterTheMasterIsMetByOnceMoreAtOnce() {
    MailboxAppointment wanted =
        exceptAt(without(everyOtherDay(), THIRD), SECOND, item -> item.subject("edited"));
    MailboxAppointment stored = read(ok(create(wanted)));
    int hour = 10;
    for (Effect effect :
        List.of(new Effect.CutBefore(), new Effect.CutMidway(), new Effect.LostReply())) {
      fixture
          .simulator()
          .faults()
          .add(
              io.exchangesync.simulator.faults.Rule.next(1, effect)
                  .onOperation("UpdateItem")
                  .afterSkipping(1));
      MailboxAppointment later = stored.with().when(at(FIRST, ++hour + ":00")).build();
      ItemVersion updated = ok(apply(new MailboxWrite.Update(stored, later)));
      stored = read(updated);
      assertThat(stored.version()).isEqualTo(updated);
      assertThat(stored.when()).isEqualTo(later.when());
      assertThat(stored.series().orElseThrow().deleted()).containsExactly(THIRD);
      assertThat(stored.series().orElseThrow().exceptions())
          .extracting(exception -> exception.content().subject())
          .containsExactly("edited");
    }
  }

  @Test
  void whatExchangeCanNotHoldIsNotSentAndItsNeighboursAre() {
    Recurrence oddDays =
        new Recurrence(
            new Rule.MonthlyByWeekday(
                1, Week.FIRST, EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY)),
            FIRST,
            new End.Never());
    MailboxAppointment oddZone =
        everyOtherDay().with().when(at(FIRST, "09:00", ZoneOffset.ofHoursMinutes(5, 17))).build();
    List<Answer<ItemVersion>> answers =
        session.apply(
            List.of(
                new MailboxWrite.Create(repeating(oddDays)),
                new MailboxWrite.Create(everyOtherDay()),
                new MailboxWrite.Create(oddZone)));
    assertThat(answers)
        .extracting(answer -> answer.failure().map(ItemProblem::type))
        .containsExactly(
            Optional.of(ItemProblem.Type.FATAL),
            Optional.empty(),
            Optional.of(ItemProblem.Type.FATAL));
    assertThat(session.changes(Optional.empty()).present()).hasSize(1);
  }

  @Test
  void aPatternThatExchangeRefusesIsHeldWithItsReason() {
    ItemProblem problem =
        create(repeating(new Recurrence(new Rule.Daily(1200), FIRST, new End.Never())))
            .failure()
            .orElseThrow();
    assertThat(problem.type()).isEqualTo(ItemProblem.Type.FATAL);
    assertThat(problem.message()).startsWith("A number of the series");
  }

  @Test
  void deletingTheLastDateIsRefusedInPlainWords() {
    MailboxAppointment two = repeating(new Recurrence(new Rule.Daily(2), FIRST, new End.After(2)));
    MailboxAppointment stored = read(ok(create(two)));
    ItemProblem problem =
        apply(new MailboxWrite.Update(stored, without(stored, FIRST, SECOND)))
            .failure()
            .orElseThrow();
    assertThat(problem.type()).isEqualTo(ItemProblem.Type.FATAL);
    assertThat(problem.message()).contains("delete the series instead");
  }

  @Test
  void allRequestsAboutASeriesObeyMicrosoftsSchemas() {
    String folder = System.getenv("EXSYNC_EWS_SCHEMAS");
    assumeThat(folder)
        .as("EXSYNC_EWS_SCHEMAS names no folder with messages.xsd and types.xsd")
        .isNotNull();
    List<String> requests = Collections.synchronizedList(new ArrayList<>());
    fixture
        .simulator()
        .tap((request, answer) -> requests.add(new String(request, StandardCharsets.UTF_8)));
    MailboxAppointment wanted =
        exceptAt(without(everyOtherDay(), THIRD), SECOND, item -> item.subject("edited"));
    MailboxAppointment stored = read(ok(create(wanted)));
    ok(apply(new MailboxWrite.Update(stored, without(stored))));
    assertThat(requests).anyMatch(request -> request.contains("<m:FindItem "));
    EwsSchemas schemas = new EwsSchemas(Path.of(folder));
    for (String request : requests) {
      assertThatCode(() -> schemas.validateBody(request)).as(request).doesNotThrowAnyException();
    }
  }

  private Answer<ItemVersion> create(MailboxAppointment value) {
    return apply(new MailboxWrite.Create(value));
  }

  private Answer<ItemVersion> apply(MailboxWrite write) {
    return session.apply(List.of(write)).get(0);
  }

  private MailboxAppointment read(ItemVersion version) {
    return (MailboxAppointment) session.read(List.of(version.id())).get(0).result().orElseThrow();
  }

  private static ItemVersion ok(Answer<ItemVersion> answer) {
    assertThat(answer.failure()).isEmpty();
    return answer.result().orElseThrow();
  }

  private static When.Timed at(LocalDate date, String time) {
    return at(date, time, SimulatorFixture.ZONE);
  }

  private static When.Timed at(LocalDate date, String time, ZoneId zone) {
    var start = date.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
    return new When.Timed(start, start.plus(Duration.ofHours(1)), zone);
  }

  private static MailboxAppointment everyOtherDay() {
    return repeating(new Recurrence(new Rule.Daily(2), FIRST, new End.After(3)));
  }

  private static MailboxAppointment repeating(Recurrence recurrence) {
    return MailboxAppointment.blank(at(FIRST, "09:00"))
        .with()
        .subject("a")
        .stamp(Optional.of(STAMP))
        .type(CalendarItemType.MASTER)
        .series(Optional.of(new MailboxSeries(recurrence, List.of(), Set.of())))
        .build();
  }

  private static MailboxAppointment without(MailboxAppointment master, LocalDate... dates) {
    MailboxSeries series = master.series().orElseThrow();
    return master
        .with()
        .series(
            Optional.of(new MailboxSeries(series.recurrence(), series.exceptions(), Set.of(dates))))
        .build();
  }

  private static MailboxAppointment exceptAt(
      MailboxAppointment master, LocalDate date, UnaryOperator<MailboxAppointmentBuilder> change) {
    MailboxSeries series = master.series().orElseThrow();
    List<MailboxSeries.Exception> exceptions = new ArrayList<>(series.exceptions());
    MailboxAppointmentBuilder plain =
        master.with().type(CalendarItemType.EXCEPTION).series(Optional.empty());
    exceptions.add(
        new MailboxSeries.Exception(date, change.apply(plain.when(at(date, "09:00"))).build()));
    return master
        .with()
        .series(Optional.of(new MailboxSeries(series.recurrence(), exceptions, series.deleted())))
        .build();
  }
}

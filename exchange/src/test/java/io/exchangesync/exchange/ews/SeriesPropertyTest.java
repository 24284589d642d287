package io.exchangesync.exchange.ews;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.Recurrence.Rule;
import io.exchangesync.core.model.When;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.MailboxWrite;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** From any state of a series to any other one, in one write each. */
class SeriesPropertyTest {
  private static final SimulatorFixture FIXTURE = SimulatorFixture.basic(Access.IMPERSONATION);

  @AfterContainer
  static void close() {
    FIXTURE.close();
  }

  /** What becomes of one date. */
  private enum Fate {
    PLAIN,
    DELETED,
    EDITED,
    SAME_DAY,
    NEXT_DAY
  }

  /**
   * A series and what becomes of its dates.
   *
   * @param days between two dates; 7 and 14 are weekly patterns
   */
  private record Plan(
      int days, LocalDate first, LocalTime time, int minutes, ZoneId zone, List<Fate> fates) {

    MailboxAppointment on(MailboxAppointment item) {
      MailboxAppointment master =
          item.with()
              .subject("series")
              .type(CalendarItemType.MASTER)
              .when(at(first, time))
              .series(Optional.empty())
              .build();
      List<MailboxSeries.Exception> exceptions = new ArrayList<>();
      Set<LocalDate> deleted = new HashSet<>();
      for (int i = 0; i < fates.size(); i++) {
        LocalDate date = first.plusDays((long) i * days);
        switch (fates.get(i)) {
          case PLAIN -> {}
          case DELETED -> deleted.add(date);
          case EDITED -> exceptions.add(exception(master, date, at(date, time), "edited " + i));
          case SAME_DAY ->
              exceptions.add(exception(master, date, at(date, LocalTime.of(12, 34)), "series"));
          case NEXT_DAY ->
              exceptions.add(exception(master, date, at(date.plusDays(1), time), "moved " + i));
        }
      }
      MailboxSeries series = new MailboxSeries(recurrence(), exceptions, deleted);
      return master.with().series(Optional.of(series)).build();
    }

    private Recurrence recurrence() {
      Rule rule =
          days % 7 == 0
              ? new Rule.Weekly(days / 7, EnumSet.of(first.getDayOfWeek()), DayOfWeek.MONDAY)
              : new Rule.Daily(days);
      return new Recurrence(rule, first, new End.After(fates.size()));
    }

    private When.Timed at(LocalDate date, LocalTime start) {
      var from = date.atTime(start);
      return new When.Timed(
          from.atZone(zone).toInstant(), from.plusMinutes(minutes).atZone(zone).toInstant(), zone);
    }

    private static MailboxSeries.Exception exception(
        MailboxAppointment master, LocalDate date, When when, String subject) {
      return new MailboxSeries.Exception(
          date,
          master
              .with()
              .item(Optional.empty())
              .type(CalendarItemType.EXCEPTION)
              .when(when)
              .subject(subject)
              .build());
    }
  }

  @Property(tries = 150)
  void anySeriesIsReadAsItWasWrittenAndBecomesAnyOther(
      @ForAll("plans") Plan before, @ForAll("plans") Plan after, @ForAll boolean sameDates) {
    Plan changed =
        sameDates
            ? new Plan(
                before.days(),
                before.first(),
                before.time(),
                before.minutes(),
                before.zone(),
                fitting(after.fates(), before.fates().size(), before.days()))
            : after;
    try (MailboxSession session = FIXTURE.gateway().open(FIXTURE.newMailbox())) {
      MailboxAppointment first =
          before.on(MailboxAppointment.blank(new When.AllDay(before.first(), before.first())));
      MailboxAppointment stored = read(session, apply(session, new MailboxWrite.Create(first)));
      assertSame(stored, first);
      MailboxAppointment second = changed.on(stored);
      ItemVersion updated = apply(session, new MailboxWrite.Update(stored, second));
      MailboxAppointment now = read(session, updated);
      assertSame(now, second);
      assertThat(now.version()).isEqualTo(updated);
    }
  }

  @Provide
  Arbitrary<Plan> plans() {
    Arbitrary<Integer> days = Arbitraries.of(1, 2, 3, 7, 14);
    Arbitrary<LocalDate> first =
        Arbitraries.integers().between(0, 364).map(LocalDate.of(2026, 1, 1)::plusDays);
    Arbitrary<LocalTime> time =
        Arbitraries.of("00:00", "00:30", "07:15", "16:00", "23:30").map(LocalTime::parse);
    Arbitrary<Integer> minutes = Arbitraries.of(15, 60, 180);
    Arbitrary<ZoneId> zone =
        Arbitraries.of("Europe/Berlin", "America/New_York", "Asia/Tokyo", "Australia/Sydney")
            .map(ZoneId::of);
    Arbitrary<List<Fate>> fates = Arbitraries.of(Fate.class).list().ofMinSize(2).ofMaxSize(8);
    return Combinators.combine(days, first, time, minutes, zone, fates)
        .as((d, f, t, m, z, fate) -> new Plan(d, f, t, m, z, fitting(fate, fate.size(), d)));
  }

  /** The first date stays, so that one is left; a daily one has no room on the next day. */
  private static List<Fate> fitting(List<Fate> fates, int size, int days) {
    List<Fate> fitting = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Fate fate = fates.get(i % fates.size());
      boolean fits = i > 0 && (fate != Fate.NEXT_DAY || days > 1);
      fitting.add(fits ? fate : Fate.PLAIN);
    }
    return fitting;
  }

  private static void assertSame(MailboxAppointment stored, MailboxAppointment wanted) {
    MailboxSeries have = stored.series().orElseThrow();
    MailboxSeries want = wanted.series().orElseThrow();
    assertThat(stored.when()).isEqualTo(wanted.when());
    assertThat(have.recurrence()).isEqualTo(want.recurrence());
    assertThat(have.deleted()).isEqualTo(want.deleted());
    assertThat(told(have)).isEqualTo(told(want));
  }

  private static List<String> told(MailboxSeries series) {
    return series.exceptions().stream()
        .map(e -> e.originalDate() + " " + e.content().when() + " " + e.content().subject())
        .toList();
  }

  private static ItemVersion apply(MailboxSession session, MailboxWrite write) {
    Answer<ItemVersion> answer = session.apply(List.of(write)).get(0);
    assertThat(answer.failure()).isEmpty();
    return answer.result().orElseThrow();
  }

  private static MailboxAppointment read(MailboxSession session, ItemVersion version) {
    return (MailboxAppointment) session.read(List.of(version.id())).get(0).result().orElseThrow();
  }
}

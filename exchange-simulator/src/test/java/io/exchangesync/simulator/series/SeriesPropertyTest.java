package io.exchangesync.simulator.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A daily series in Berlin, over the change to summer time, under any edits of its occurrences. */
class SeriesPropertyTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 20);
  private static final int COUNT = 20;
  private static final LocalTime TEN = LocalTime.of(10, 0);
  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-05-01T00:00:00Z");

  /** One edit of the occurrence with that index from 0; another time when it has one. */
  record Edit(int index, Kind kind, LocalTime time) {}

  enum Kind {
    RENAME,
    MOVE,
    DELETE
  }

  @Property(tries = 300)
  void occurrencesAreWhatTheEditsMadeOfThem(@ForAll("edits") List<Edit> edits) {
    Item master = master();
    Map<LocalDate, LocalTime> times = new TreeMap<>();
    Map<LocalDate, String> subjects = new HashMap<>();
    FIRST.datesUntil(FIRST.plusDays(COUNT)).forEach(date -> times.put(date, TEN));
    for (Edit edit : edits) {
      LocalDate date = FIRST.plusDays(edit.index());
      Item before = master;
      if (!times.containsKey(date)) {
        assertThatThrownBy(() -> series(before).at(edit.index() + 1))
            .isInstanceOfSatisfying(
                EwsError.class,
                e ->
                    assertThat(e.code())
                        .isEqualTo("ErrorCalendarOccurrenceIsDeletedFromRecurrence"));
        continue;
      }
      Map<String, Value> changed = new HashMap<>(series(master).at(edit.index() + 1).properties());
      switch (edit.kind()) {
        case RENAME -> {
          changed.put("item:Subject", Value.of("Own"));
          subjects.put(date, "Own");
        }
        case MOVE -> {
          changed.put(Series.START, time(date, edit.time()));
          changed.put(Series.END, time(date, edit.time().plusHours(1)));
          times.put(date, edit.time());
        }
        case DELETE -> {
          times.remove(date);
          subjects.remove(date);
        }
      }
      master =
          with(
              edit.kind() == Kind.DELETE
                  ? OccurrenceEdit.delete(master, date)
                  : OccurrenceEdit.change(master, date, changed));
    }
    List<String> expected = new ArrayList<>();
    times.forEach(
        (date, time) ->
            expected.add(
                date.atTime(time).atZone(BERLIN).toInstant()
                    + " "
                    + subjects.getOrDefault(date, "Daily")));
    assertThat(
            series(master).around(FROM, TO).stream()
                .map(o -> text(o, Series.START) + " " + text(o, "item:Subject"))
                .sorted())
        .containsExactlyElementsOf(expected.stream().sorted().toList());
    assertThat(series(master).deleted()).hasSize(COUNT - times.size());
    assertThat(text(series(master).first().orElseThrow(), Series.DATE))
        .isEqualTo(List.copyOf(times.keySet()).get(0).toString());
    assertThat(text(series(master).last().orElseThrow(), Series.DATE))
        .isEqualTo(List.copyOf(times.keySet()).get(times.size() - 1).toString());
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    // The last occurrence is left alone, for the last one that is left cannot be deleted.
    return Combinators.combine(
            Arbitraries.integers().between(0, COUNT - 2),
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(0, 22).map(hour -> LocalTime.of(hour, 30)))
        .as(Edit::new)
        .list()
        .ofMaxSize(40);
  }

  private static Item master() {
    Map<String, Value> properties = new HashMap<>();
    properties.put("item:Subject", Value.of("Daily"));
    properties.put("calendar:StartTimeZone", Value.of("W. Europe Standard Time"));
    properties.put(Series.START, time(FIRST, TEN));
    properties.put(Series.END, time(FIRST, TEN.plusHours(1)));
    properties.put(
        Series.RECURRENCE,
        new Value.Xml(
            "<t:DailyRecurrence><t:Interval>1</t:Interval></t:DailyRecurrence>"
                + "<t:NumberedRecurrence><t:StartDate>"
                + FIRST
                + "</t:StartDate><t:NumberOfOccurrences>"
                + COUNT
                + "</t:NumberOfOccurrences></t:NumberedRecurrence>"));
    SeriesRules.settle(Map.of(), properties);
    return with(properties);
  }

  private static Item with(Map<String, Value> properties) {
    return new Item(1, 1, 1, 1, properties, Map.of());
  }

  private static Series series(Item master) {
    return Series.of(master).orElseThrow();
  }

  private static Value time(LocalDate date, LocalTime time) {
    return Value.of(date.atTime(time).atZone(BERLIN).toInstant().toString());
  }

  private static String text(Item item, String key) {
    return item.text(key).orElseThrow();
  }
}

package io.exchangesync.simulator.availability;

import io.exchangesync.simulator.series.Series;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a mailbox's calendar says of a time, in order; occurrences of series included. */
public record BusyTimes(List<Event> events) {
  private static final List<String> STATUSES =
      List.of("Free", "Tentative", "Busy", "OOF", "WorkingElsewhere");

  /**
   * One entry.
   *
   * @param busy a value of LegacyFreeBusyType
   */
  public record Event(Instant start, Instant end, String busy, Item item) {

    boolean touches(Instant from, Instant to) {
      return start.isBefore(to) && end.isAfter(from);
    }
  }

  public BusyTimes {
    events = List.copyOf(events);
  }

  public static BusyTimes of(MailboxStore mailbox, Instant from, Instant to) {
    return new BusyTimes(
        mailbox.items(mailbox.distinguished("calendar").orElseThrow()).stream()
            .flatMap(
                item ->
                    Series.of(item)
                        .map(series -> series.around(from, to).stream())
                        .orElseGet(() -> Stream.of(item)))
            .filter(item -> item.text("calendar:Start").isPresent())
            .map(BusyTimes::event)
            .filter(event -> event.touches(from, to))
            .sorted(Comparator.comparing(Event::start))
            .toList());
  }

  /** One digit per interval: 0 free, 1 tentative, 2 busy, 3 away; 4 works elsewhere. */
  public String merged(Instant from, Instant to, Duration interval) {
    StringBuilder digits = new StringBuilder();
    for (Instant at = from; at.isBefore(to); at = at.plus(interval)) {
      digits.append(digit(at, at.plus(interval)));
    }
    return digits.toString();
  }

  /** Whether nothing but free time is there. */
  public boolean isFree(Instant from, Instant to) {
    return digit(from, to) == 0;
  }

  private int digit(Instant from, Instant to) {
    return events.stream()
        .filter(event -> event.touches(from, to))
        .map(Event::busy)
        .max(Comparator.comparingInt(BusyTimes::weight))
        .map(busy -> Math.max(0, STATUSES.indexOf(busy)))
        .orElse(0);
  }

  /** Who is away or busy is so, wherever else somebody works. */
  private static int weight(String busy) {
    return busy.equals("WorkingElsewhere") ? 1 : 2 * STATUSES.indexOf(busy);
  }

  private static Event event(Item item) {
    return new Event(
        Instant.parse(item.text("calendar:Start").orElseThrow()),
        Instant.parse(item.text("calendar:End").orElseThrow()),
        item.text("calendar:LegacyFreeBusyStatus").orElse("Busy"),
        item);
  }
}

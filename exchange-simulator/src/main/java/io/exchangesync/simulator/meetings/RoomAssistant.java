package io.exchangesync.simulator.meetings;

import io.exchangesync.simulator.series.Series;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Answers requests for a room at once: it accepts what is free and declines what is taken. */
final class RoomAssistant {
  /** How far series are looked at, as a room's booking window. */
  private static final Duration WINDOW = Duration.ofDays(180);

  private final Replies replies;

  RoomAssistant(Replies replies) {
    this.replies = replies;
  }

  void answer(MailboxStore room, Item copy) {
    boolean taken = times(copy).stream().anyMatch(item -> isTaken(room, copy, item));
    replies.reply(room, copy, taken ? Response.DECLINE : Response.ACCEPT, Replies.Disposition.SEND);
  }

  private static boolean isTaken(MailboxStore room, Item copy, Item wanted) {
    Instant start = start(wanted);
    Instant end = end(wanted);
    return room.items(room.distinguished("calendar").orElseThrow()).stream()
        .filter(item -> item.number() != copy.number() && !Meeting.isCancelled(item))
        .flatMap(
            item ->
                Series.of(item)
                    .map(series -> series.around(start, end).stream())
                    .orElseGet(() -> Stream.of(item)))
        .filter(item -> item.text(Meeting.BUSY).filter("Free"::equals).isEmpty())
        .anyMatch(item -> start(item).isBefore(end) && end(item).isAfter(start));
  }

  private static List<Item> times(Item copy) {
    return Series.of(copy)
        .map(series -> series.around(start(copy), start(copy).plus(WINDOW)))
        .orElseGet(() -> List.of(copy));
  }

  private static Instant start(Item item) {
    return Instant.parse(item.text("calendar:Start").orElseThrow());
  }

  private static Instant end(Item item) {
    return Instant.parse(item.text("calendar:End").orElseThrow());
  }
}

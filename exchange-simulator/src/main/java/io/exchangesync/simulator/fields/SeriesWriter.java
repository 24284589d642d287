package io.exchangesync.simulator.fields;

import io.exchangesync.simulator.series.Series;
import io.exchangesync.simulator.soap.XmlOut;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxInfo;
import io.exchangesync.simulator.zones.Times;
import java.time.Instant;
import java.util.List;

/** Writes what only masters have: the recurrence and lists of occurrences. */
record SeriesWriter(ItemWriter writer, MailboxInfo mailbox, Series series) {

  void write(String uri) {
    XmlOut out = writer.out();
    switch (uri) {
      case Series.RECURRENCE ->
          out.open("t:Recurrence")
              .raw(series.expansion().recurrence().xml(series.zone()))
              .close("t:Recurrence");
      case "calendar:FirstOccurrence" ->
          series.first().ifPresent(item -> occurrence("t:FirstOccurrence", item));
      case "calendar:LastOccurrence" ->
          series.last().ifPresent(item -> occurrence("t:LastOccurrence", item));
      case "calendar:ModifiedOccurrences" -> modified(series.modified());
      default -> deleted(series.deleted());
    }
  }

  private void modified(List<Item> items) {
    if (!items.isEmpty()) {
      writer.out().open("t:ModifiedOccurrences");
      items.forEach(item -> occurrence("t:Occurrence", item));
      writer.out().close("t:ModifiedOccurrences");
    }
  }

  private void deleted(List<Instant> starts) {
    if (!starts.isEmpty()) {
      writer.out().open("t:DeletedOccurrences");
      for (Instant start : starts) {
        writer
            .out()
            .open("t:DeletedOccurrence")
            .text("t:Start", time(Times.format(start)))
            .close("t:DeletedOccurrence");
      }
      writer.out().close("t:DeletedOccurrences");
    }
  }

  private void occurrence(String element, Item item) {
    writer.out().open(element);
    writer.id(mailbox, item);
    for (String uri : List.of("calendar:Start", "calendar:End", Series.ORIGINAL_START)) {
      String name = "t:" + uri.substring("calendar:".length());
      writer.out().text(name, time(item.text(uri).orElseThrow()));
    }
    writer.out().close(element);
  }

  private String time(String iso) {
    return writer.oddities().time(iso);
  }
}

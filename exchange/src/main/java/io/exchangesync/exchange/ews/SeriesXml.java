package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.MailboxSeries;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a master says of its dates; original dates are those of the zone the series was entered in,
 * so that daylight saving never moves one to its neighbour.
 */
final class SeriesXml {
  private static final String MASTER = "RecurringMaster";

  private SeriesXml() {}

  /** An exception by its own id, still to be read. */
  record Modified(ItemId id, LocalDate originalDate) {}

  /**
   * Pattern and deleted dates of a master, its exceptions still missing; empty for other items.
   *
   * @throws Values.Unknown if the pattern is not understood
   */
  static Optional<MailboxSeries> read(XmlElement item, ZoneId mailboxZone) {
    if (!isMaster(item)) {
      return Optional.empty();
    }
    XmlElement recurrence =
        item.child("Recurrence").orElseThrow(() -> new Values.Unknown("recurrence", "none"));
    Set<LocalDate> deleted =
        children(item, "DeletedOccurrences").stream()
            .map(occurrence -> date(item, occurrence, "Start", mailboxZone))
            .collect(Collectors.toSet());
    return Optional.of(new MailboxSeries(RecurrenceXml.read(recurrence), List.of(), deleted));
  }

  /** The exceptions of a master, by original date; none for other items. */
  static List<Modified> modified(XmlElement item, ZoneId mailboxZone) {
    return isMaster(item)
        ? children(item, "ModifiedOccurrences").stream()
            .map(
                occurrence ->
                    new Modified(
                        ItemParts.version(occurrence).id(),
                        date(item, occurrence, "OriginalStart", mailboxZone)))
            .toList()
        : List.of();
  }

  private static boolean isMaster(XmlElement item) {
    return item.text("CalendarItemType").filter(MASTER::equals).isPresent();
  }

  private static List<XmlElement> children(XmlElement item, String list) {
    return item.child(list).map(XmlElement::children).orElse(List.of());
  }

  private static LocalDate date(
      XmlElement item, XmlElement occurrence, String name, ZoneId mailboxZone) {
    String moment =
        occurrence
            .text(name)
            .orElseThrow(() -> new Values.Unknown("date of a series", "no " + name));
    return ItemTimes.date(item, Values.instant(moment), mailboxZone);
  }
}

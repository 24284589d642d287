package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.When;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the ids of single dates of a series. */
final class SeriesDates {
  private final EwsService service;
  private final SeriesOperations requests;
  private final ItemCodec codec;

  SeriesDates(EwsService service, SeriesOperations requests, ItemCodec codec) {
    this.service = service;
    this.codec = codec;
    this.requests = requests;
  }

  /**
   * The id of the occurrence of an original date; empty if the series has none (any more).
   *
   * @param master as it is stored, exceptions included
   */
  Optional<ItemId> find(MailboxAppointment master, LocalDate date) {
    return master.series().orElseThrow().exceptions().stream()
        .filter(exception -> exception.originalDate().equals(date))
        .map(MailboxSeries.Exception::content)
        .map(content -> content.version().id())
        .findFirst()
        .or(() -> inView(master, date));
  }

  private Optional<ItemId> inView(MailboxAppointment master, LocalDate date) {
    List<XmlElement> items =
        EwsMessages.single(EwsCall.send(service, requests.at(date)))
            .xml()
            .child("RootFolder")
            .flatMap(folder -> folder.child("Items"))
            .map(XmlElement::children)
            .orElse(List.of());
    return items.stream()
        .filter(ItemParts::hasId)
        .filter(item -> belongs(master, item))
        .filter(item -> originalDate(master, item).equals(Optional.of(date)))
        .map(item -> ItemParts.version(item).id())
        .findFirst();
  }

  private static boolean belongs(MailboxAppointment master, XmlElement item) {
    String type = item.text("CalendarItemType").orElse("");
    boolean occurrence = type.equals("Occurrence") || type.equals("Exception");
    String clean =
        ItemParts.named(item, Property.CLEAN_GLOBAL_OBJECT_ID)
            .map(AppointmentReader::hex)
            .orElse("");
    boolean sameUid = !master.uid().isEmpty() && item.text("UID").equals(Optional.of(master.uid()));
    boolean sameId =
        !clean.isEmpty() && clean.equals(master.cleanGlobalObjectId().toLowerCase(Locale.ROOT));
    return occurrence && (sameUid || sameId);
  }

  /** By the original start, or by the start where the server tells only that. */
  private Optional<LocalDate> originalDate(MailboxAppointment master, XmlElement item) {
    Optional<Instant> start =
        ItemParts.instant(item, "OriginalStart").or(() -> ItemParts.instant(item, "Start"));
    if (master.when() instanceof When.Timed timed) {
      ZoneId zone = timed.zone();
      return start.map(moment -> moment.atZone(zone).toLocalDate());
    }
    return start.flatMap(moment -> codec.date(item, moment));
  }
}

package io.exchangesync.simulator.meetings;

import io.exchangesync.simulator.series.OccurrenceEdit;
import io.exchangesync.simulator.series.Series;
import io.exchangesync.simulator.store.Folder;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxStore;
import io.exchangesync.simulator.store.Store;
import io.exchangesync.simulator.store.Value;
import io.exchangesync.simulator.zones.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Notes attendees' replies on their items and, by mail only, on the organizer's. */
public final class Replies {
  private final Store store;
  private final Outbox outbox;
  private final Instant now;

  public Replies(Store store, Outbox outbox, Instant now) {
    this.store = store;
    this.outbox = outbox;
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Whether a reply leaves its mailbox. */
  public enum Disposition {
    SILENT,
    SEND
  }

  /**
   * Replies to a meeting.
   *
   * @param copy the attendee's item or occurrence
   * @return the attendee's item after it; a declined one is in Deleted Items, a declined occurrence
   *     is nowhere
   */
  public Optional<Item> reply(
      MailboxStore attendee, Item copy, Response response, Disposition disposition) {
    Optional<LocalDate> date = copy.text(Series.DATE).map(LocalDate::parse);
    Optional<Item> after =
        date.isPresent() && response == Response.DECLINE
            ? declineOccurrence(attendee, copy, date.get())
            : change(attendee, copy, properties -> replied(properties, response));
    if (disposition == Disposition.SEND) {
      send(attendee, copy, response);
    }
    if (date.isEmpty() && response == Response.DECLINE) {
      Folder deleted = attendee.distinguished("deleteditems").orElseThrow();
      return attendee.moveItem(copy.number(), deleted);
    }
    return after;
  }

  private static Optional<Item> declineOccurrence(
      MailboxStore attendee, Item copy, LocalDate date) {
    attendee.updateItem(copy.number(), master -> OccurrenceEdit.delete(master, date));
    return Optional.empty();
  }

  private void send(MailboxStore attendee, Item copy, Response response) {
    String smtp = attendee.info().smtp();
    String organizer = Meeting.organizer(attendee.info(), copy);
    String uid = copy.text(Meeting.UID).orElseThrow();
    String subject = response.prefix() + copy.text(Meeting.SUBJECT).orElse("");
    outbox.add(new Outbox.Mail(now, Outbox.Kind.RESPONSE, smtp, organizer, subject, uid));
    Optional<MailboxStore> to = store.mailbox(organizer);
    if (to.isEmpty()) {
      return;
    }
    Optional<Item> meeting =
        organizers(to.get(), uid, copy)
            .flatMap(
                item -> change(to.get(), item, properties -> noted(properties, smtp, response)));
    Optional<CopyId> id = meeting.map(item -> CopyId.of(to.get().info(), item));
    Messages messages = new Messages(Times.format(now));
    Messages.put(to.get(), "inbox", messages.response(attendee.info(), copy, response, id));
  }

  /** The organizer's item, or the occurrence of it that the reply is about. */
  private static Optional<Item> organizers(MailboxStore organizer, String uid, Item copy) {
    Optional<Item> stored = Meeting.find(organizer, uid).filter(item -> !Meeting.isReceived(item));
    return copy.text(Series.DATE)
        .or(() -> copy.text(Series.ORPHAN_DATE))
        .map(LocalDate::parse)
        .map(date -> stored.flatMap(Series::of).flatMap(series -> series.on(date)))
        .orElse(stored);
  }

  private Map<String, Value> replied(Map<String, Value> before, Response response) {
    Map<String, Value> properties = new HashMap<>(before);
    properties.put(Meeting.MY_RESPONSE, Value.of(response.type()));
    properties.put("calendar:AppointmentReplyTime", Value.of(Times.format(now)));
    properties.put("item:LastModifiedTime", Value.of(Times.format(now)));
    switch (response) {
      case ACCEPT ->
          properties.put(
              Meeting.BUSY, properties.getOrDefault(Meeting.INTENDED_BUSY, Value.of("Busy")));
      case TENTATIVE -> properties.put(Meeting.BUSY, Value.of("Tentative"));
      case DECLINE -> properties.put(Meeting.BUSY, Value.of("Free"));
    }
    return properties;
  }

  private Map<String, Value> noted(Map<String, Value> before, String smtp, Response response) {
    Map<String, Value> properties = new HashMap<>(before);
    Meeting.setReply(properties, smtp, response, Times.format(now));
    properties.put("item:LastModifiedTime", Value.of(Times.format(now)));
    return properties;
  }

  /** Changes an item, or the exception on the date of an occurrence. */
  private static Optional<Item> change(
      MailboxStore mailbox, Item item, UnaryOperator<Map<String, Value>> change) {
    Optional<LocalDate> date = item.text(Series.DATE).map(LocalDate::parse);
    if (date.isEmpty()) {
      return mailbox.updateItem(item.number(), newest -> change.apply(newest.properties()));
    }
    return mailbox
        .updateItem(
            item.number(),
            master -> {
              Item occurrence = occurrence(master, date.get());
              Map<String, Value> properties = change.apply(occurrence.properties());
              return OccurrenceEdit.change(master, date.get(), properties);
            })
        .map(master -> occurrence(master, date.get()));
  }

  private static Item occurrence(Item master, LocalDate date) {
    return Series.of(master).flatMap(series -> series.on(date)).orElseThrow();
  }
}

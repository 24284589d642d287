package io.exchangesync.simulator.meetings;

import io.exchangesync.simulator.series.Exceptions;
import io.exchangesync.simulator.series.OccurrenceEdit;
import io.exchangesync.simulator.series.Series;
import io.exchangesync.simulator.store.Folder;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxInfo;
import io.exchangesync.simulator.store.MailboxStore;
import io.exchangesync.simulator.store.Value;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An attendee's item of a meeting in one mailbox. What the attendee decides (reply, categories,
 * reminder) outlives every update but a change of time, which asks for a new reply.
 */
final class AttendeeCopy {
  private final MailboxStore mailbox;
  private final String now;

  AttendeeCopy(MailboxStore mailbox, String now) {
    this.mailbox = mailbox;
    this.now = now;
  }

  /**
   * Makes or changes the item as the organizer has it.
   *
   * @param meeting the organizer's item or occurrence
   * @return the item or occurrence as it is now
   */
  Item put(MailboxInfo organizer, Item meeting) {
    String uid = meeting.text(Meeting.UID).orElseThrow();
    Optional<LocalDate> date = meeting.text(Series.DATE).map(LocalDate::parse);
    Optional<Item> known = Meeting.find(mailbox, uid);
    if (known.isEmpty()) {
      return create(organizer, meeting);
    }
    if (date.isPresent() && Series.of(known.get()).isPresent()) {
      return exception(known.get(), date.get(), meeting);
    }
    return mailbox.updateItem(known.get().number(), item -> merged(item, meeting)).orElseThrow();
  }

  /**
   * Marks the item, or its occurrence, as cancelled.
   *
   * @return what was marked; nothing when there is none any more
   */
  Optional<Item> cancel(Item meeting) {
    Optional<LocalDate> date = meeting.text(Series.DATE).map(LocalDate::parse);
    Optional<Item> known =
        Meeting.find(mailbox, meeting.text(Meeting.UID).orElseThrow()).filter(Meeting::isReceived);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Optional<Series> series = Series.of(known.get());
    if (date.isEmpty() || series.isEmpty()) {
      return mailbox.updateItem(known.get().number(), item -> cancelled(item.properties()));
    }
    if (series.get().on(date.get()).isEmpty()) {
      return Optional.empty();
    }
    return mailbox
        .updateItem(
            known.get().number(),
            master ->
                OccurrenceEdit.change(
                    master, date.get(), cancelled(occurrence(master, date.get()).properties())))
        .map(master -> occurrence(master, date.get()));
  }

  /** Takes the item, or its occurrence, out of the calendar. */
  void remove(Item copy) {
    Optional<LocalDate> date = copy.text(Series.DATE).map(LocalDate::parse);
    if (date.isPresent()) {
      mailbox.updateItem(copy.number(), master -> OccurrenceEdit.delete(master, date.get()));
    } else {
      Folder deleted = mailbox.distinguished("deleteditems").orElseThrow();
      mailbox.moveItem(copy.number(), deleted);
    }
  }

  private Item create(MailboxInfo organizer, Item meeting) {
    Map<String, Value> properties = new HashMap<>(Meeting.carried(meeting));
    properties.put("item:ItemClass", Value.of("IPM.Appointment"));
    properties.put("item:DateTimeCreated", Value.of(now));
    properties.put("item:ReminderIsSet", Value.of(true));
    properties.put("item:ReminderMinutesBeforeStart", Value.of("15"));
    properties.put("item:ReminderDueBy", properties.get("calendar:Start"));
    properties.put(Meeting.STATE, Value.of("3"));
    properties.put(Meeting.ORGANIZER_SMTP, Value.of(Meeting.organizer(organizer, meeting)));
    properties.put(
        Meeting.ORGANIZER_NAME,
        meeting.get(Meeting.ORGANIZER_NAME).orElse(Value.of(organizer.displayName())));
    meeting
        .get(Series.DATE)
        .ifPresent(
            date -> {
              properties.put(Series.ORPHAN_DATE, date);
              properties.put(Series.RECURRENCE_ID, meeting.get(Series.RECURRENCE_ID).orElseThrow());
            });
    unanswered(meeting, properties);
    modified(properties);
    return mailbox.createItem(mailbox.distinguished("calendar").orElseThrow(), properties);
  }

  private Map<String, Value> merged(Item copy, Item meeting) {
    Map<String, Value> carried = Meeting.carried(meeting);
    boolean rescheduled = Meeting.isRescheduled(copy.properties(), carried);
    Map<String, Value> properties = new HashMap<>(copy.properties());
    if (rescheduled) {
      properties.keySet().removeIf(key -> Exceptions.property(key).isPresent());
    }
    for (String uri : List.of("calendar:Location", "item:Body", Series.RECURRENCE)) {
      properties.remove(uri);
    }
    properties.putAll(carried);
    if (rescheduled || Meeting.isCancelled(copy)) {
      properties.put(Meeting.STATE, Value.of("3"));
      unanswered(meeting, properties);
    } else {
      meeting.get(Meeting.BUSY).ifPresent(busy -> properties.put(Meeting.INTENDED_BUSY, busy));
    }
    modified(properties);
    return properties;
  }

  private Item exception(Item copy, LocalDate date, Item meeting) {
    return mailbox
        .updateItem(
            copy.number(),
            master -> {
              Item restored = Series.of(master).orElseThrow().restored(date);
              Item before = occurrence(restored, date);
              return OccurrenceEdit.change(restored, date, merged(before, meeting));
            })
        .map(master -> occurrence(master, date))
        .orElseThrow();
  }

  private Map<String, Value> cancelled(Map<String, Value> before) {
    Map<String, Value> properties = new HashMap<>(before);
    Meeting.setCancelled(properties);
    modified(properties);
    return properties;
  }

  private static void unanswered(Item meeting, Map<String, Value> properties) {
    meeting.get(Meeting.BUSY).ifPresent(busy -> properties.put(Meeting.INTENDED_BUSY, busy));
    properties.put(Meeting.BUSY, Value.of("Tentative"));
    properties.put(Meeting.MY_RESPONSE, Value.of("NoResponseReceived"));
    properties.remove("calendar:AppointmentReplyTime");
  }

  private void modified(Map<String, Value> properties) {
    properties.put("item:LastModifiedTime", Value.of(now));
    properties.put("item:LastModifiedName", Value.of(mailbox.info().displayName()));
  }

  private static Item occurrence(Item master, LocalDate date) {
    return Series.of(master).flatMap(series -> series.on(date)).orElseThrow();
  }
}

package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.calendar.CalendarRules;
import io.exchangesync.simulator.meetings.Meeting;
import io.exchangesync.simulator.series.OccurrenceEdit;
import io.exchangesync.simulator.series.Series;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.Value;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Makes, changes and deletes calendar items and occurrences. What leaves by mail leaves after the
 * item is written, when its mailbox is no longer locked.
 */
final class CalendarWrites {
  private CalendarWrites() {}

  static Item create(
      Call call, FolderRef target, Invitations invitations, Map<String, Value> properties) {
    CalendarRules.complete(properties, call.zone(), call.now());
    if (invitations.sends() && invitations.hasAttendees(properties)) {
      Meeting.sent(Map.of(), properties);
    }
    Item item = target.mailbox().createItem(target.folder(), properties);
    if (invitations.sends()) {
      call.delivery().invite(target.mailbox(), item);
      invitations.saveCopy(call, target.mailbox(), item);
    }
    return item;
  }

  /** The stored item after the change: of an occurrence its master. */
  static Item update(
      Call call,
      ItemRef ref,
      Changes changes,
      ConflictResolution resolution,
      Invitations invitations) {
    AtomicReference<Item> before = new AtomicReference<>();
    Item after =
        ref.mailbox()
            .updateItem(
                ref.item().number(),
                newest -> {
                  before.set(newest);
                  return ref.occurrence().isPresent()
                      ? exception(call, ref, newest, changes, resolution, invitations)
                      : changed(call, ref, newest, changes, resolution, invitations);
                })
            .orElseThrow(EwsError::itemNotFound);
    Item was = ref.in(before.get());
    Item is = ref.in(after);
    if (invitations.sends() && !Meeting.isReceived(was)) {
      call.delivery().update(ref.mailbox(), was, is, invitations.audience());
      invitations.saveCopy(call, ref.mailbox(), is);
    }
    return after;
  }

  /** An occurrence is gone for good, whatever the request wants to become of it. */
  static boolean deleteOccurrence(ItemRef ref) {
    LocalDate date = ref.occurrence().orElseThrow();
    return ref.mailbox()
        .updateItem(ref.item().number(), master -> OccurrenceEdit.delete(master, date))
        .isPresent();
  }

  private static Map<String, Value> changed(
      Call call,
      ItemRef ref,
      Item newest,
      Changes changes,
      ConflictResolution resolution,
      Invitations invitations) {
    resolution.check(newest, ref.version(), changes.keys());
    Map<String, Value> properties = new HashMap<>(newest.properties());
    changes.applyTo(properties);
    Stamps.modified(call, properties);
    CalendarRules.changed(newest.properties(), properties);
    sent(newest, properties, invitations);
    return properties;
  }

  private static Map<String, Value> exception(
      Call call,
      ItemRef ref,
      Item master,
      Changes changes,
      ConflictResolution resolution,
      Invitations invitations) {
    LocalDate date = ref.occurrence().orElseThrow();
    resolution.check(master, ref.version(), OccurrenceEdit.keys(date, changes.keys()));
    Item occurrence =
        Series.of(master).flatMap(s -> s.on(date)).orElseThrow(EwsError::itemNotFound);
    Map<String, Value> properties = new HashMap<>(occurrence.properties());
    changes.applyTo(properties);
    if (properties.containsKey(Series.RECURRENCE)) {
      throw new EwsError("ErrorInvalidPropertySet", "An occurrence has no recurrence of its own.");
    }
    CalendarRules.normalise(properties);
    sent(occurrence, properties, invitations);
    Map<String, Value> after = OccurrenceEdit.change(master, date, properties);
    Stamps.modified(call, after);
    return after;
  }

  private static void sent(Item before, Map<String, Value> after, Invitations invitations) {
    if (invitations.sends() && invitations.hasAttendees(after) && !Meeting.isReceived(before)) {
      Meeting.sent(before.properties(), after);
    }
  }
}

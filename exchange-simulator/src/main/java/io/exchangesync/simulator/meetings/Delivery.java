package io.exchangesync.simulator.meetings;

import io.exchangesync.simulator.meetings.Messages.RequestType;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxInfo;
import io.exchangesync.simulator.store.MailboxInfo.Role;
import io.exchangesync.simulator.store.MailboxStore;
import io.exchangesync.simulator.store.Store;
import io.exchangesync.simulator.store.Value;
import io.exchangesync.simulator.zones.Times;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Brings what an organizer sends to the attendees: into the outbox for everybody, and for those
 * with a mailbox here into Calendar and Inbox. No mailbox is locked while another one is changed.
 */
public final class Delivery {
  private final Store store;
  private final Outbox outbox;
  private final Instant now;
  private final Messages messages;

  public Delivery(Store store, Outbox outbox, Instant now) {
    this.store = store;
    this.outbox = outbox;
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
    this.messages = new Messages(Times.format(this.now));
  }

  /** Which attendees an update goes to. */
  public enum Audience {
    ALL,
    /** Those whom the change concerns: added and removed ones only, if nothing else changed. */
    CHANGED
  }

  /**
   * Invites everybody on a new item.
   *
   * @param meeting the organizer's item or occurrence
   */
  public void invite(MailboxStore organizer, Item meeting) {
    for (Value.Attendee person : Meeting.people(meeting).values()) {
      request(organizer, meeting, person.smtp(), RequestType.NEW);
    }
  }

  /** Tells everybody concerned what an update made of a meeting. */
  public void update(MailboxStore organizer, Item before, Item after, Audience audience) {
    Map<String, Value.Attendee> invited = Meeting.people(before);
    Map<String, Value.Attendee> people = Meeting.people(after);
    boolean rescheduled = Meeting.isRescheduled(before.properties(), after.properties());
    boolean everybody = audience == Audience.ALL || Meeting.isOtherwise(before, after);
    people.forEach(
        (smtp, person) -> {
          if (!invited.containsKey(smtp)) {
            request(organizer, after, person.smtp(), RequestType.NEW);
          } else if (everybody) {
            RequestType type = rescheduled ? RequestType.RESCHEDULED : RequestType.INFORMATIONAL;
            request(organizer, after, person.smtp(), type);
          }
        });
    invited.forEach(
        (smtp, person) -> {
          if (!people.containsKey(smtp)) {
            cancel(organizer, after, person.smtp());
          }
        });
  }

  /** Calls the meeting off for everybody invited. */
  public void cancel(MailboxStore organizer, Item meeting) {
    Meeting.people(meeting).values().forEach(p -> cancel(organizer, meeting, p.smtp()));
  }

  /** Puts a copy of the last request into the organizer's Sent Items. */
  public void saveCopy(MailboxStore organizer, Item meeting) {
    if (!Meeting.people(meeting).isEmpty()) {
      Messages.put(
          organizer,
          "sentitems",
          messages.request(organizer.info(), meeting, RequestType.NEW, Optional.empty()));
    }
  }

  private void request(MailboxStore organizer, Item meeting, String smtp, RequestType type) {
    if (smtp.equalsIgnoreCase(organizer.info().smtp())) {
      return;
    }
    Outbox.Kind kind = type == RequestType.NEW ? Outbox.Kind.INVITATION : Outbox.Kind.UPDATE;
    record(kind, organizer, smtp, meeting.text(Meeting.SUBJECT).orElse(""), meeting);
    Optional<MailboxStore> to = store.mailbox(smtp);
    if (to.isEmpty()) {
      return;
    }
    MailboxInfo from = organizer.info();
    Item copy = new AttendeeCopy(to.get(), Times.format(now)).put(from, meeting);
    if (to.get().info().roles().contains(Role.ROOM)) {
      new RoomAssistant(new Replies(store, outbox, now)).answer(to.get(), copy);
      return;
    }
    Optional<CopyId> id = Optional.of(CopyId.of(to.get().info(), copy));
    Messages.put(to.get(), "inbox", messages.request(from, meeting, type, id));
  }

  private void cancel(MailboxStore organizer, Item meeting, String smtp) {
    if (smtp.equalsIgnoreCase(organizer.info().smtp())) {
      return;
    }
    String subject = "Canceled: " + meeting.text(Meeting.SUBJECT).orElse("");
    record(Outbox.Kind.CANCELLATION, organizer, smtp, subject, meeting);
    Optional<MailboxStore> to = store.mailbox(smtp);
    if (to.isEmpty()) {
      return;
    }
    AttendeeCopy copies = new AttendeeCopy(to.get(), Times.format(now));
    Optional<Item> copy = copies.cancel(meeting);
    if (to.get().info().roles().contains(Role.ROOM)) {
      copy.ifPresent(copies::remove);
      return;
    }
    Optional<CopyId> id = copy.map(item -> CopyId.of(to.get().info(), item));
    Messages.put(to.get(), "inbox", messages.cancellation(organizer.info(), meeting, id));
  }

  private void record(
      Outbox.Kind kind, MailboxStore from, String to, String subject, Item meeting) {
    String uid = meeting.text(Meeting.UID).orElse("");
    outbox.add(new Outbox.Mail(now, kind, from.info().smtp(), to, subject, uid));
  }
}

package io.exchangesync.simulator.meetings;

import io.exchangesync.simulator.series.Exceptions;
import io.exchangesync.simulator.series.Series;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxInfo;
import io.exchangesync.simulator.store.MailboxStore;
import io.exchangesync.simulator.store.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What the properties of a calendar item say about a meeting and its people. */
public final class Meeting {
  static final String SUBJECT = "item:Subject";
  static final String UID = "calendar:UID";
  static final String STATE = "calendar:AppointmentState";
  static final String BUSY = "calendar:LegacyFreeBusyStatus";
  static final String INTENDED_BUSY = "meetingRequest:IntendedFreeBusyStatus";
  static final String MY_RESPONSE = "calendar:MyResponseType";
  static final String ORGANIZER_SMTP = "calendar:OrganizerSmtp";
  static final String ORGANIZER_NAME = "calendar:OrganizerName";
  static final String SEQUENCE = "calendar:AppointmentSequenceNumber";
  static final String REQUEST_SENT = "calendar:MeetingRequestWasSent";
  private static final int RECEIVED = 2;
  private static final int CANCELLED = 4;
  private static final List<String> LISTS =
      List.of("calendar:RequiredAttendees", "calendar:OptionalAttendees", "calendar:Resources");
  private static final List<String> SCHEDULE =
      List.of("calendar:Start", "calendar:End", "calendar:IsAllDayEvent", Series.RECURRENCE);

  /** What the organizer decides, apart from the attendees; all else belongs to each attendee. */
  private static final Set<String> CONTENT =
      Set.of(
          SUBJECT,
          "item:Body",
          "item:Importance",
          "item:Sensitivity",
          "calendar:Start",
          "calendar:End",
          "calendar:IsAllDayEvent",
          "calendar:Location",
          "calendar:When",
          Series.RECURRENCE,
          "calendar:StartTimeZone",
          "calendar:EndTimeZone",
          "calendar:AllowNewTimeProposal",
          "calendar:IsResponseRequested",
          Exceptions.DELETED);

  private Meeting() {}

  /** Everybody invited, by address in lower case. */
  static Map<String, Value.Attendee> people(Item item) {
    Map<String, Value.Attendee> people = new TreeMap<>();
    for (String list : LISTS) {
      if (item.properties().get(list) instanceof Value.Attendees attendees) {
        attendees.people().forEach(p -> people.put(p.smtp().toLowerCase(Locale.ROOT), p));
      }
    }
    people.remove("");
    return people;
  }

  /** Whether the item came by a meeting request, so that somebody else organizes it. */
  public static boolean isReceived(Item item) {
    return (state(item.properties()) & RECEIVED) != 0;
  }

  public static boolean isCancelled(Item item) {
    return (state(item.properties()) & CANCELLED) != 0;
  }

  static void setCancelled(Map<String, Value> properties) {
    properties.put(STATE, Value.of(Integer.toString(state(properties) | CANCELLED)));
    properties.put(BUSY, Value.of("Free"));
    String subject = properties.get(SUBJECT) instanceof Value.Text t ? t.text() : "";
    properties.put(SUBJECT, Value.of("Canceled: " + subject));
  }

  static String organizer(MailboxInfo mailbox, Item item) {
    return item.text(ORGANIZER_SMTP).orElse(mailbox.smtp());
  }

  /** Whether the time differs, so that replies no longer hold. */
  public static boolean isRescheduled(Map<String, Value> before, Map<String, Value> after) {
    return SCHEDULE.stream().anyMatch(uri -> !Objects.equals(before.get(uri), after.get(uri)));
  }

  static boolean isOtherwise(Item before, Item after) {
    return !content(before).equals(content(after));
  }

  /** Notes that requests leave: once more with a higher number, when it is at another time. */
  public static void sent(Map<String, Value> before, Map<String, Value> properties) {
    properties.put(REQUEST_SENT, Value.of(true));
    if (!before.isEmpty() && isRescheduled(before, properties)) {
      int number = before.get(SEQUENCE) instanceof Value.Text t ? Integer.parseInt(t.text()) : 0;
      properties.put(SEQUENCE, Value.of(Integer.toString(number + 1)));
      forgetReplies(properties);
    }
  }

  /** The attendee lists as if nobody had replied. */
  static void forgetReplies(Map<String, Value> properties) {
    changePeople(properties, p -> new Value.Attendee(p.name(), p.smtp()));
  }

  static void setReply(Map<String, Value> properties, String smtp, Response response, String now) {
    changePeople(
        properties,
        p ->
            p.smtp().equalsIgnoreCase(smtp)
                ? new Value.Attendee(p.name(), p.smtp(), response.type(), Optional.of(now))
                : p);
  }

  /** What a mail carries to the attendees: the organizer's decisions, nothing personal. */
  static Map<String, Value> carried(Item organizers) {
    Map<String, Value> properties = content(organizers);
    for (String uri : List.of(UID, SEQUENCE, "calendar:DateTimeStamp")) {
      organizers.get(uri).ifPresent(value -> properties.put(uri, value));
    }
    for (String list : LISTS) {
      organizers.get(list).ifPresent(value -> properties.put(list, value));
    }
    forgetReplies(properties);
    properties.put(REQUEST_SENT, Value.of(true));
    return properties;
  }

  /** The stored item of a mailbox's calendar with that identity. */
  static Optional<Item> find(MailboxStore mailbox, String uid) {
    return mailbox
        .distinguished("calendar")
        .flatMap(
            calendar ->
                mailbox.items(calendar).stream()
                    .filter(item -> item.text(UID).filter(uid::equalsIgnoreCase).isPresent())
                    .findFirst());
  }

  private static Map<String, Value> content(Item item) {
    Map<String, Value> properties = new HashMap<>();
    item.properties()
        .forEach(
            (key, value) -> {
              if (CONTENT.contains(Exceptions.property(key).orElse(key))) {
                properties.put(key, value);
              }
            });
    return properties;
  }

  private static void changePeople(
      Map<String, Value> properties, UnaryOperator<Value.Attendee> change) {
    for (String list : LISTS) {
      if (properties.get(list) instanceof Value.Attendees attendees) {
        properties.put(list, new Value.Attendees(attendees.people().stream().map(change).toList()));
      }
    }
  }

  private static int state(Map<String, Value> properties) {
    return properties.get(STATE) instanceof Value.Text t ? Integer.parseInt(t.text()) : 0;
  }
}

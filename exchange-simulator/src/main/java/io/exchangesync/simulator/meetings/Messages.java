package io.exchangesync.simulator.meetings;

import io.exchangesync.simulator.series.Series;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxInfo;
import io.exchangesync.simulator.store.MailboxStore;
import io.exchangesync.simulator.store.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes meeting messages into Inbox and Sent Items; they say what the meeting was like then. */
final class Messages {
  static final String ASSOCIATED = "meeting:AssociatedCalendarItemId";

  private final String now;

  /**
   * @param now the time of arrival as items keep it
   */
  Messages(String now) {
    this.now = now;
  }

  /** What a request is to its receiver. */
  enum RequestType {
    NEW("NewMeetingRequest"),
    RESCHEDULED("FullUpdate"),
    INFORMATIONAL("InformationalUpdate");

    private final String value;

    RequestType(String value) {
      this.value = value;
    }
  }

  /**
   * @param meeting the organizer's item or occurrence
   * @param copy the receiver's, which the request made or changed
   */
  Map<String, Value> request(
      MailboxInfo from, Item meeting, RequestType type, Optional<CopyId> copy) {
    Map<String, Value> message = message(from, meeting, "IPM.Schedule.Meeting.Request", "");
    message.put("meetingRequest:MeetingRequestType", Value.of(type.value));
    meeting.get(Meeting.BUSY).ifPresent(busy -> message.put(Meeting.INTENDED_BUSY, busy));
    message.put(Meeting.BUSY, Value.of("Tentative"));
    message.put(Meeting.MY_RESPONSE, Value.of("NoResponseReceived"));
    message.put(Meeting.STATE, Value.of("3"));
    message.put("meeting:ResponseType", Value.of("NoResponseReceived"));
    copy.ifPresent(id -> message.put(ASSOCIATED, id.toValue()));
    return message;
  }

  Map<String, Value> cancellation(MailboxInfo from, Item meeting, Optional<CopyId> copy) {
    Map<String, Value> message =
        message(from, meeting, "IPM.Schedule.Meeting.Canceled", "Canceled: ");
    message.put(Meeting.STATE, Value.of("7"));
    copy.ifPresent(id -> message.put(ASSOCIATED, id.toValue()));
    return message;
  }

  /**
   * @param copy the replier's item or occurrence
   * @param organizers the organizer's
   */
  Map<String, Value> response(
      MailboxInfo from, Item copy, Response response, Optional<CopyId> organizers) {
    Map<String, Value> message = message(from, copy, response.itemClass(), response.prefix());
    message.put("meeting:ResponseType", Value.of(response.type()));
    message.put("item:Body", new Value.Body(Value.BodyType.TEXT, ""));
    organizers.ifPresent(id -> message.put(ASSOCIATED, id.toValue()));
    return message;
  }

  static void put(MailboxStore mailbox, String folder, Map<String, Value> message) {
    mailbox.createItem(mailbox.distinguished(folder).orElseThrow(), message);
  }

  private Map<String, Value> message(
      MailboxInfo from, Item meeting, String itemClass, String prefix) {
    Map<String, Value> message = new HashMap<>(Meeting.carried(meeting));
    message.put("item:ItemClass", Value.of(itemClass));
    String subject = prefix + meeting.text(Meeting.SUBJECT).orElse("");
    message.put(Meeting.SUBJECT, Value.of(subject));
    for (String uri : List.of(Series.ORIGINAL_START, Series.RECURRENCE_ID, Series.TYPE)) {
      meeting.get(uri).ifPresent(value -> message.put(uri, value));
    }
    meeting
        .get(Series.DATE)
        .or(() -> meeting.get(Series.ORPHAN_DATE))
        .ifPresent(date -> message.put(Series.ORPHAN_DATE, date));
    message.put(Meeting.ORGANIZER_SMTP, Value.of(Meeting.organizer(from, meeting)));
    message.put(
        Meeting.ORGANIZER_NAME,
        meeting.get(Meeting.ORGANIZER_NAME).orElse(Value.of(from.displayName())));
    message.put("message:FromSmtp", Value.of(from.smtp()));
    message.put("message:FromName", Value.of(from.displayName()));
    message.put("message:IsRead", Value.of(false));
    for (String uri :
        List.of("meeting:IsDelegated", "meeting:IsOutOfDate", "meeting:HasBeenProcessed")) {
      message.put(uri, Value.of(false));
    }
    message.put("item:DateTimeCreated", Value.of(now));
    message.put("item:LastModifiedTime", Value.of(now));
    message.put("item:LastModifiedName", Value.of(from.displayName()));
    return message;
  }
}

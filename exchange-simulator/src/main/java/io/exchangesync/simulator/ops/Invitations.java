package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.fields.ItemKind;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.store.MailboxStore;
import io.exchangesync.simulator.store.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a write of a calendar item lets mails leave; the client has to say so each time. */
enum Invitations {
  NONE,
  SEND;

  private static final List<String> LISTS =
      List.of("calendar:RequiredAttendees", "calendar:OptionalAttendees", "calendar:Resources");

  /**
   * @param attribute what the request says
   * @param required the error when it says nothing about a calendar item
   */
  static Invitations forKind(ItemKind kind, Optional<String> attribute, String required) {
    if (kind != ItemKind.CALENDAR_ITEM) {
      return NONE;
    }
    String value =
        attribute.orElseThrow(
            () ->
                new EwsError(
                    required,
                    "The attribute that says whether meeting messages are sent is required for"
                        + " calendar items."));
    return value.equals("SendToNone") ? NONE : SEND;
  }

  /** Puts the mails into the outbox and notes in the properties that they were sent. */
  void send(Call call, MailboxStore mailbox, Outbox.Kind kind, Map<String, Value> properties) {
    if (this == NONE) {
      return;
    }
    for (String list : LISTS) {
      if (properties.get(list) instanceof Value.Attendees attendees) {
        for (Value.Attendee person : attendees.people()) {
          properties.put("calendar:MeetingRequestWasSent", Value.of(true));
          call.services()
              .outbox()
              .add(
                  new Outbox.Mail(
                      call.now(),
                      kind,
                      mailbox.info().smtp(),
                      person.smtp(),
                      text(properties, "item:Subject"),
                      text(properties, "calendar:UID")));
        }
      }
    }
  }

  private static String text(Map<String, Value> properties, String uri) {
    return properties.get(uri) instanceof Value.Text t ? t.text() : "";
  }
}

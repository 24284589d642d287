package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.fields.ItemKind;
import io.exchangesync.simulator.meetings.Delivery;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxStore;
import io.exchangesync.simulator.store.Value;
import java.util.Map;
import java.util.Optional;

/** Whether a write of a calendar item lets mails leave; the client has to say so each time. */
enum Invitations {
  NONE,
  ALL,
  ALL_AND_SAVE,
  CHANGED,
  CHANGED_AND_SAVE;

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
    return switch (value) {
      case "SendToNone" -> NONE;
      case "SendOnlyToAll" -> ALL;
      case "SendToAllAndSaveCopy" -> ALL_AND_SAVE;
      case "SendOnlyToChanged" -> CHANGED;
      case "SendToChangedAndSaveCopy" -> CHANGED_AND_SAVE;
      default -> throw SoapFault.schema("'" + value + "' does not say whom to send to.");
    };
  }

  boolean sends() {
    return this != NONE;
  }

  Delivery.Audience audience() {
    return this == CHANGED || this == CHANGED_AND_SAVE
        ? Delivery.Audience.CHANGED
        : Delivery.Audience.ALL;
  }

  boolean hasAttendees(Map<String, Value> properties) {
    return properties.values().stream()
        .anyMatch(value -> value instanceof Value.Attendees a && !a.people().isEmpty());
  }

  void saveCopy(Call call, MailboxStore mailbox, Item meeting) {
    if (this == ALL_AND_SAVE || this == CHANGED_AND_SAVE) {
      call.delivery().saveCopy(mailbox, meeting);
    }
  }
}

package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.fields.ItemView;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.store.Ids;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import io.exchangesync.simulator.store.MailboxStore;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * An item that a request names and the caller may open.
 *
 * @param version the version in the change key, if one was given
 */
record ItemRef(MailboxStore mailbox, Item item, Optional<Long> version) {

  /**
   * @param element ItemId, OccurrenceItemId or RecurringMasterItemId
   * @throws EwsError when there is no such item or the right is missing
   */
  static ItemRef of(Call call, Element element, Right right) {
    if (!element.getLocalName().equals("ItemId")) {
      throw occurrence(element);
    }
    return byId(call, element, right);
  }

  /**
   * @param element of ItemIdType, whatever its name
   * @throws EwsError when there is no such item or the right is missing
   */
  static ItemRef byId(Call call, Element element, Right right) {
    Ids.Id id = Ids.decode(element.getAttribute("Id")).orElseThrow(EwsError::malformedId);
    if (id.kind() != Ids.Kind.ITEM) {
      throw new EwsError(
          "ErrorCannotUseFolderIdForItemId", "Folder ID was found where an item ID was expected.");
    }
    return byId(call, id, Dom.attribute(element, "ChangeKey"), right);
  }

  /**
   * @throws EwsError when there is no such item or the right is missing
   */
  static ItemRef byId(Call call, Ids.Id id, Optional<String> changeKey, Right right) {
    Optional<Long> version = changeKey.filter(key -> !key.isEmpty()).map(ItemRef::version);
    MailboxStore mailbox =
        call.access()
            .open(
                call.access()
                    .store()
                    .mailboxByGuid(id.mailbox())
                    .orElseThrow(EwsError::itemNotFound),
                right);
    Item item = mailbox.item(id.number()).orElseThrow(EwsError::itemNotFound);
    if (new ItemView(mailbox.info(), item).isPrivate()
        && !call.access().seesPrivateItems(mailbox)) {
      throw EwsError.accessDenied();
    }
    return new ItemRef(mailbox, item, version);
  }

  private static RuntimeException occurrence(Element element) {
    return switch (element.getLocalName()) {
      case "OccurrenceItemId" ->
          new EwsError(
              "ErrorCalendarCannotUseIdForRecurringMasterId",
              "This server keeps series as masters only and has no occurrences.");
      case "RecurringMasterItemId" ->
          new EwsError(
              "ErrorCalendarCannotUseIdForOccurrenceId",
              "This server keeps series as masters only and has no occurrences.");
      default -> SoapFault.schema("'" + element.getLocalName() + "' is no item id.");
    };
  }

  private static long version(String changeKey) {
    return Ids.version(changeKey)
        .orElseThrow(() -> new EwsError("ErrorInvalidChangeKey", "The change key is invalid."));
  }
}

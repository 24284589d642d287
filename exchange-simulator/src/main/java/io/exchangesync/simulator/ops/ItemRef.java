package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.fields.ItemView;
import io.exchangesync.simulator.series.Series;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.store.Folder;
import io.exchangesync.simulator.store.Ids;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import io.exchangesync.simulator.store.MailboxStore;
import java.time.LocalDate;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * An item that a request names and the caller may open.
 *
 * @param item of an occurrence: what its master makes of it now
 * @param version the version in the change key, if one was given
 * @param occurrence the date in its series when it is an occurrence
 */
record ItemRef(
    MailboxStore mailbox, Item item, Optional<Long> version, Optional<LocalDate> occurrence) {

  /**
   * @param element ItemId, OccurrenceItemId or RecurringMasterItemId
   * @throws EwsError when there is no such item or the right is missing
   */
  static ItemRef of(Call call, Element element, Right right) {
    return switch (element.getLocalName()) {
      case "ItemId" -> byId(call, element, right);
      case "OccurrenceItemId" -> byIndex(call, element, right);
      case "RecurringMasterItemId" -> master(call, element, right);
      default -> throw SoapFault.schema("'" + element.getLocalName() + "' is no item id.");
    };
  }

  /**
   * @param element of ItemIdType, whatever its name
   * @throws EwsError when there is no such item or the right is missing
   */
  static ItemRef byId(Call call, Element element, Right right) {
    return find(call, element, "Id", right);
  }

  private static ItemRef find(Call call, Element element, String attribute, Right right) {
    return byId(
        call, decode(element.getAttribute(attribute)), Dom.attribute(element, "ChangeKey"), right);
  }

  /** What an item's id says. */
  static Ids.Id decode(String text) {
    Ids.Id id = Ids.decode(text).orElseThrow(EwsError::malformedId);
    if (id.kind() == Ids.Kind.FOLDER) {
      throw new EwsError(
          "ErrorCannotUseFolderIdForItemId", "Folder ID was found where an item ID was expected.");
    }
    return id;
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
    Item stored = mailbox.item(id.number()).orElseThrow(EwsError::itemNotFound);
    Item item =
        id.date()
            .map(
                date ->
                    Series.of(stored).flatMap(s -> s.on(date)).orElseThrow(EwsError::itemNotFound))
            .orElse(stored);
    Folder folder = mailbox.folder(stored.folder()).orElseThrow(EwsError::itemNotFound);
    call.access().open(mailbox, folder, right);
    if (new ItemView(mailbox.info(), item).isPrivate()
        && !call.access().seesPrivateItems(mailbox, folder)) {
      throw EwsError.accessDenied();
    }
    return new ItemRef(mailbox, item, version, id.date());
  }

  /** The item that is meant in a newer version of what is stored. */
  Item in(Item stored) {
    return occurrence
        .flatMap(date -> Series.of(stored).flatMap(series -> series.on(date)))
        .orElse(stored);
  }

  private static ItemRef byIndex(Call call, Element element, Right right) {
    ItemRef master = find(call, element, "RecurringMasterId", right);
    Series series =
        Series.of(master.item())
            .orElseThrow(
                () ->
                    new EwsError(
                        "ErrorCalendarCannotUseIdForRecurringMasterId",
                        "The recurring master ID does not correspond to a valid recurring master."));
    Item item = series.at(index(element));
    return new ItemRef(
        master.mailbox(), item, master.version(), item.text(Series.DATE).map(LocalDate::parse));
  }

  private static ItemRef master(Call call, Element element, Right right) {
    ItemRef occurrence = find(call, element, "OccurrenceId", right);
    if (occurrence.occurrence().isEmpty()) {
      throw new EwsError(
          "ErrorCalendarCannotUseIdForOccurrenceId",
          "The occurrence ID does not correspond to a valid occurrence.");
    }
    Item item =
        occurrence.mailbox().item(occurrence.item().number()).orElseThrow(EwsError::itemNotFound);
    return new ItemRef(occurrence.mailbox(), item, occurrence.version(), Optional.empty());
  }

  private static int index(Element element) {
    try {
      return Integer.parseInt(element.getAttribute("InstanceIndex").strip());
    } catch (NumberFormatException e) {
      throw SoapFault.schema("The 'InstanceIndex' attribute is no number.");
    }
  }

  private static long version(String changeKey) {
    return Ids.version(changeKey)
        .orElseThrow(() -> new EwsError("ErrorInvalidChangeKey", "The change key is invalid."));
  }
}

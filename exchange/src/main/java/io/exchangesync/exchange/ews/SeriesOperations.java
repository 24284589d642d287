package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.port.MailboxWrite.Mails;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The requests about single dates of a series, in the words of the messages schema. */
final class SeriesOperations {
  /** What tells which date of which series an occurrence is. */
  private static final List<Property> IDENTITY =
      List.of(
          new Property.Schema("calendar:UID"),
          new Property.Schema("calendar:Start"),
          new Property.Schema("calendar:End"),
          new Property.Schema("calendar:IsAllDayEvent"),
          new Property.Schema("calendar:OriginalStart"),
          new Property.Schema("calendar:CalendarItemType"),
          new Property.Schema("calendar:StartTimeZone"),
          Property.CLEAN_GLOBAL_OBJECT_ID);

  /** No zone is further away from UTC. */
  private static final int FARTHEST_ZONE_HOURS = 14;

  private final EwsOperations operations;

  SeriesOperations(EwsOperations operations) {
    this.operations = operations;
  }

  /** New values of one item or occurrence. */
  record Change(ItemId id, FieldSet fields) {}

  /** What begins or goes on at a date, occurrences included; the date of any zone. */
  EwsOperation at(LocalDate date) {
    Instant from = date.atStartOfDay().minusHours(FARTHEST_ZONE_HOURS).toInstant(ZoneOffset.UTC);
    Instant to =
        date.plusDays(1).atStartOfDay().plusHours(FARTHEST_ZONE_HOURS).toInstant(ZoneOffset.UTC);
    return new EwsOperation(
        "FindItem",
        xml -> {
          xml.attribute("Traversal", "Shallow");
          EwsOperations.shape(xml, IDENTITY);
          xml.message("CalendarView")
              .attribute("StartDate", from.toString())
              .attribute("EndDate", to.toString())
              .end();
          xml.message("ParentFolderIds");
          operations.folder(xml);
          xml.end();
        });
  }

  /**
   * Changes whatever the change keys: every change of a date changes the key of the whole series,
   * so the caller compares that of the master before.
   */
  EwsOperation update(List<Change> changes, Mails mails) {
    return new EwsOperation(
        "UpdateItem",
        xml -> {
          xml.attribute("ConflictResolution", "AlwaysOverwrite");
          xml.attribute("MessageDisposition", "SaveOnly");
          xml.attribute("SendMeetingInvitationsOrCancellations", EwsOperations.toChanged(mails));
          xml.message("ItemChanges");
          for (Change change : changes) {
            xml.type("ItemChange");
            xml.type("ItemId").attribute("Id", change.id().value()).end();
            EwsOperations.updates(xml, "CalendarItem", change.fields());
            xml.end();
          }
          xml.end();
        });
  }

  EwsOperation delete(List<ItemId> occurrences, Mails mails) {
    return new EwsOperation(
        "DeleteItem",
        xml -> {
          xml.attribute("DeleteType", "MoveToDeletedItems");
          xml.attribute("SendMeetingCancellations", EwsOperations.toAll(mails));
          xml.message("ItemIds");
          for (ItemId id : occurrences) {
            xml.type("ItemId").attribute("Id", id.value()).end();
          }
          xml.end();
        });
  }
}

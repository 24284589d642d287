package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.fields.ItemKind;
import io.exchangesync.simulator.meetings.Meeting;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.store.Folder;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import org.w3c.dom.Element;

/** Deletes items for good, into the recoverable items, or into Deleted Items. */
final class DeleteItem implements Operation {
  @Override
  public String name() {
    return "DeleteItem";
  }

  @Override
  public void answer(Call call) {
    String deleteType = call.requiredAttribute("DeleteType");
    Responses.batch(
        call.out(),
        name(),
        Dom.children(call.required("ItemIds")),
        "",
        id -> {
          call.beginItem();
          delete(call, id, deleteType);
        });
  }

  private static void delete(Call call, Element id, String deleteType) {
    ItemRef ref = ItemRef.of(call, id, Right.WRITE);
    Invitations cancellations =
        Invitations.forKind(
            ItemKind.of(ref.item()),
            call.attribute("SendMeetingCancellations"),
            "ErrorSendMeetingCancellationsRequired");
    if (TaskWrites.skipsOccurrence(call, ref)) {
      return;
    }
    boolean done =
        ref.occurrence().isPresent()
            ? CalendarWrites.deleteOccurrence(ref)
            : delete(ref, deleteType);
    if (!done) {
      throw EwsError.itemNotFound();
    }
    if (cancellations.sends() && !Meeting.isReceived(ref.item())) {
      call.delivery().cancel(ref.mailbox(), ref.item());
    }
  }

  private static boolean delete(ItemRef ref, String deleteType) {
    return switch (deleteType) {
      case "HardDelete" -> ref.mailbox().deleteItem(ref.item().number());
      case "SoftDelete" -> move(ref, "recoverableitemsdeletions");
      case "MoveToDeletedItems" -> move(ref, "deleteditems");
      default ->
          throw SoapFault.schema("The 'DeleteType' attribute is invalid: '" + deleteType + "'.");
    };
  }

  private static boolean move(ItemRef ref, String to) {
    Folder folder = ref.mailbox().distinguished(to).orElseThrow();
    return ref.mailbox().moveItem(ref.item().number(), folder).isPresent();
  }
}

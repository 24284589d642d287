package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.fields.ItemKind;
import io.exchangesync.simulator.fields.Shape;
import io.exchangesync.simulator.meetings.Meeting;
import io.exchangesync.simulator.meetings.Replies;
import io.exchangesync.simulator.meetings.Response;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import io.exchangesync.simulator.store.Value;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * The items of CreateItem that are no items but answers: to a request, or calling a meeting off.
 */
final class MeetingReplies {
  private static final String CANCEL = "CancelCalendarItem";
  private static final Map<String, Response> RESPONSES =
      Map.of(
          "AcceptItem", Response.ACCEPT,
          "TentativelyAcceptItem", Response.TENTATIVE,
          "DeclineItem", Response.DECLINE);

  private MeetingReplies() {}

  static boolean isReply(Element element) {
    return element.getLocalName().equals(CANCEL) || RESPONSES.containsKey(element.getLocalName());
  }

  /**
   * Answers, and writes the items that the answer made or changed.
   *
   * @throws EwsError when the item cannot be answered so
   */
  static void answer(Call call, Element element) {
    boolean send = sends(call);
    String name = element.getLocalName();
    ItemRef ref = ItemRef.byId(call, Dom.required(element, "ReferenceItemId"), Right.WRITE);
    ItemRef meeting = meeting(call, ref, name);
    Optional<Item> after =
        name.equals(CANCEL)
            ? cancel(call, meeting, send)
            : reply(call, meeting, RESPONSES.get(name), send);
    if (ItemKind.of(ref.item()) == ItemKind.MEETING_REQUEST) {
      ref.mailbox()
          .moveItem(ref.item().number(), ref.mailbox().distinguished("deleteditems").orElseThrow());
    }
    call.out().open("m:Items");
    if (after.isPresent()) {
      call.out().open("t:CalendarItem");
      call.writer(Shape.idOnly()).id(ref.mailbox().info(), after.get());
      call.out().close("t:CalendarItem");
    }
    call.out().close("m:Items");
  }

  private static Optional<Item> reply(Call call, ItemRef meeting, Response response, boolean send) {
    String suffix = response == Response.TENTATIVE ? "Tentative" : response.type();
    if (!Meeting.isReceived(meeting.item())) {
      throw new EwsError(
          "ErrorCalendarIsOrganizerFor" + suffix, "The organizer cannot answer a meeting request.");
    }
    if (Meeting.isCancelled(meeting.item())) {
      throw new EwsError("ErrorCalendarIsCancelledFor" + suffix, "The meeting has been cancelled.");
    }
    return new Replies(call.services().store(), call.services().outbox(), call.now())
        .reply(
            meeting.mailbox(),
            meeting.item(),
            response,
            send ? Replies.Disposition.SEND : Replies.Disposition.SILENT);
  }

  private static Optional<Item> cancel(Call call, ItemRef meeting, boolean send) {
    if (Meeting.isReceived(meeting.item())) {
      throw new EwsError(
          "ErrorCalendarIsNotOrganizer", "Only the organizer can cancel the meeting.");
    }
    Optional<Item> after = Optional.empty();
    if (meeting.occurrence().isPresent()) {
      CalendarWrites.deleteOccurrence(meeting);
    } else {
      after =
          meeting
              .mailbox()
              .moveItem(
                  meeting.item().number(),
                  meeting.mailbox().distinguished("deleteditems").orElseThrow());
    }
    if (send) {
      call.delivery().cancel(meeting.mailbox(), meeting.item());
    }
    return after;
  }

  /** The calendar item itself, or the one that a meeting request is about. */
  private static ItemRef meeting(Call call, ItemRef ref, String name) {
    ItemKind kind = ItemKind.of(ref.item());
    if (kind == ItemKind.CALENDAR_ITEM) {
      return ref;
    }
    if (kind == ItemKind.MEETING_REQUEST
        && ref.item().get("meeting:AssociatedCalendarItemId").orElse(null)
            instanceof Value.Texts id) {
      return ItemRef.byId(call, ItemRef.decode(id.texts().get(0)), Optional.empty(), Right.WRITE);
    }
    throw new EwsError(
        "ErrorInvalidItemForOperation"
            + name.replace("CancelCalendarItem", "CancelItem")
                .replace("TentativelyAcceptItem", "Tentative"),
        "The item is no meeting that this answer fits.");
  }

  private static boolean sends(Call call) {
    String disposition =
        call.attribute("MessageDisposition")
            .orElseThrow(
                () ->
                    new EwsError(
                        "ErrorMessageDispositionRequired",
                        "The MessageDisposition attribute is required for this operation."));
    return switch (disposition) {
      case "SaveOnly" -> false;
      case "SendOnly", "SendAndSaveCopy" -> true;
      default ->
          throw SoapFault.schema(
              "The 'MessageDisposition' attribute is invalid: '" + disposition + "'.");
    };
  }
}

package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Meeting.Response;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.ItemProblem;
import io.exchangesync.core.port.MailboxWrite;
import io.exchangesync.core.port.MailboxWrite.Mails;
import java.util.ArrayList;
import java.util.List;

/**
 * Replies of an attendee in the own mailbox: saved, never sent, so that the organizer hears nothing
 * (invariant I7).
 */
final class RepliesWriter {
  private final EwsService service;
  private final EwsReader reader;

  RepliesWriter(EwsService service, EwsReader reader) {
    this.service = service;
    this.reader = reader;
  }

  /** Exchange does not compare the change key of what is replied to: compared just before. */
  List<Answer<ItemVersion>> apply(List<MailboxWrite.Reply> replies) {
    List<Answer<ItemVersion>> answers =
        new ArrayList<>(
            reader.unchanged(replies.stream().map(MailboxWrite.Reply::version).toList()));
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < replies.size(); i++) {
      if (answers.get(i).result().isPresent()) {
        open.add(i);
      }
    }
    if (open.isEmpty()) {
      return answers;
    }
    List<MailboxWrite.Reply> sent = open.stream().map(replies::get).toList();
    List<Answer<Boolean>> done =
        EwsMessages.answers(
            EwsCall.send(service, operation(sent)),
            sent,
            ItemProblem.Type.RETRIABLE,
            message -> true);
    for (int i = 0; i < open.size(); i++) {
      if (done.get(i).failure().isPresent()) {
        answers.set(open.get(i), new Answer.Failed<>(done.get(i).failure().get()));
      }
    }
    return withVersionsNow(replies, answers);
  }

  /** The key after the reply; a declined meeting has left the calendar and keeps the old one. */
  private List<Answer<ItemVersion>> withVersionsNow(
      List<MailboxWrite.Reply> replies, List<Answer<ItemVersion>> answers) {
    List<Integer> kept = new ArrayList<>();
    List<ItemId> ids = new ArrayList<>();
    for (int i = 0; i < replies.size(); i++) {
      if (answers.get(i).result().isPresent() && replies.get(i).response() != Response.DECLINED) {
        kept.add(i);
        ids.add(replies.get(i).version().id());
      }
    }
    List<Answer<ItemVersion>> versions = reader.versions(ids);
    for (int i = 0; i < kept.size(); i++) {
      answers.set(kept.get(i), versions.get(i));
    }
    return answers;
  }

  private static EwsOperation operation(List<MailboxWrite.Reply> replies) {
    return new EwsOperation(
        "CreateItem",
        xml -> {
          xml.attribute("MessageDisposition", "SaveOnly");
          xml.attribute("SendMeetingInvitations", EwsOperations.toAll(Mails.NONE));
          xml.message("Items");
          for (MailboxWrite.Reply reply : replies) {
            xml.type(element(reply.response()));
            xml.type("ReferenceItemId")
                .attribute("Id", reply.version().id().value())
                .attribute("ChangeKey", reply.version().changeKey())
                .end();
            xml.end();
          }
          xml.end();
        });
  }

  private static String element(Response response) {
    return switch (response) {
      case ACCEPTED -> "AcceptItem";
      case TENTATIVE -> "TentativelyAcceptItem";
      case DECLINED -> "DeclineItem";
      case NONE, ORGANIZER -> throw new IllegalArgumentException("no reply: " + response);
    };
  }
}

package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.attachments.AttachmentXml;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.store.MailboxInfo.Right;

/** Answers attached files with their content. */
final class GetAttachment implements Operation {
  @Override
  public String name() {
    return "GetAttachment";
  }

  @Override
  public void answer(Call call) {
    Responses.batch(
        call.out(),
        name(),
        Dom.children(call.required("AttachmentIds")),
        "<m:Attachments/>",
        id -> {
          call.beginItem();
          AttachmentRef ref = AttachmentRef.of(call, id, Right.READ);
          ItemRef parent = ref.parent();
          call.out().open("m:Attachments");
          AttachmentXml.write(
              call.out(),
              parent.mailbox().info(),
              parent.item(),
              ref.attachment(),
              AttachmentXml.Part.CONTENT);
          call.out().close("m:Attachments");
        });
  }
}

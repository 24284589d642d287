package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.store.Folder;
import io.exchangesync.simulator.store.Ids;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import io.exchangesync.simulator.store.MailboxStore;
import java.util.Optional;
import org.w3c.dom.Element;

/** A folder that a request names and the caller may open. */
record FolderRef(MailboxStore mailbox, Folder folder) {

  /** The folder named inside an element such as SyncFolderId or ToFolderId. */
  static FolderRef in(Call call, Element parent, Right right) {
    return of(
        call,
        Dom.children(parent).stream()
            .findFirst()
            .orElseThrow(
                () -> SoapFault.schema("'" + parent.getLocalName() + "' names no folder.")),
        right);
  }

  /**
   * @param id an element FolderId or DistinguishedFolderId
   * @throws EwsError when there is no such folder or the right is missing
   */
  static FolderRef of(Call call, Element id, Right right) {
    return switch (id.getLocalName()) {
      case "DistinguishedFolderId" -> distinguished(call, id, right);
      case "FolderId" -> byId(call, id.getAttribute("Id"), right);
      default -> throw SoapFault.schema("'" + id.getLocalName() + "' is no folder id.");
    };
  }

  private static FolderRef distinguished(Call call, Element id, Right right) {
    Optional<String> smtp =
        Dom.child(id, "Mailbox").flatMap(m -> Dom.text(m, "EmailAddress")).map(String::strip);
    MailboxStore mailbox =
        smtp.isPresent()
            ? call.access().open(smtp.get(), right)
            : call.access().open(call.access().own(), right);
    return mailbox
        .distinguished(id.getAttribute("Id"))
        .map(folder -> call.access().open(mailbox, folder, right))
        .map(folder -> new FolderRef(mailbox, folder))
        .orElseThrow(EwsError::folderNotFound);
  }

  private static FolderRef byId(Call call, String text, Right right) {
    Ids.Id id = Ids.decode(text).orElseThrow(EwsError::malformedId);
    if (id.kind() != Ids.Kind.FOLDER) {
      throw new EwsError(
          "ErrorCannotUseItemIdForFolderId", "Item ID was found where a folder ID was expected.");
    }
    MailboxStore mailbox =
        call.access()
            .open(
                call.access()
                    .store()
                    .mailboxByGuid(id.mailbox())
                    .orElseThrow(EwsError::folderNotFound),
                right);
    return mailbox
        .folder(id.number())
        .map(folder -> call.access().open(mailbox, folder, right))
        .map(folder -> new FolderRef(mailbox, folder))
        .orElseThrow(EwsError::folderNotFound);
  }
}

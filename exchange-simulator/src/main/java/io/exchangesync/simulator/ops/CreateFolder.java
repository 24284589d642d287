package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.fields.ExtendedProperty;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.store.Folder;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import io.exchangesync.simulator.store.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** Makes folders; a second one with the same name beside the first is refused. */
final class CreateFolder implements Operation {
  @Override
  public String name() {
    return "CreateFolder";
  }

  @Override
  public void answer(Call call) {
    FolderWriter writer = FolderWriter.idOnly(call);
    Responses.batch(
        call.out(),
        name(),
        Dom.children(call.required("Folders")),
        "<m:Folders/>",
        element -> {
          FolderRef parent = FolderRef.in(call, call.required("ParentFolderId"), Right.WRITE);
          Folder folder = create(call, parent, element);
          call.out().open("m:Folders");
          writer.write(parent.mailbox(), folder);
          call.out().close("m:Folders");
        });
  }

  private static Folder create(Call call, FolderRef parent, Element element) {
    String displayName =
        Dom.text(element, "DisplayName")
            .filter(name -> !name.isBlank())
            .orElseThrow(() -> new EwsError("ErrorFolderSave", "A folder needs a display name."));
    String folderClass = Dom.text(element, "FolderClass").orElse(defaultClass(element));
    Map<String, Value> extended = new HashMap<>();
    Dom.children(element, "ExtendedProperty")
        .forEach(property -> ExtendedProperty.read(property, call.zone(), extended));
    synchronized (parent.mailbox()) {
      FolderNames.checkFree(parent.mailbox(), parent.folder().number(), displayName);
      Folder folder =
          parent
              .mailbox()
              .createFolder(
                  Optional.of(parent.folder()), displayName, folderClass, Optional.empty());
      return extended.isEmpty()
          ? folder
          : parent
              .mailbox()
              .updateFolder(folder.number(), f -> f.withExtended(extended))
              .orElseThrow();
    }
  }

  private static String defaultClass(Element element) {
    return switch (element.getLocalName()) {
      case "CalendarFolder" -> "IPF.Appointment";
      case "ContactsFolder" -> "IPF.Contact";
      case "TasksFolder" -> "IPF.Task";
      default -> "IPF.Note";
    };
  }
}

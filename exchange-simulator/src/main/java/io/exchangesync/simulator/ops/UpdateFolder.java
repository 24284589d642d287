package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.fields.ExtendedPath;
import io.exchangesync.simulator.fields.ExtendedProperty;
import io.exchangesync.simulator.fields.PropertyPath;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.store.Folder;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import io.exchangesync.simulator.store.Value;
import java.util.HashMap;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * Renames folders and sets their extended properties; the rest of a folder stays as it was made.
 */
final class UpdateFolder implements Operation {
  @Override
  public String name() {
    return "UpdateFolder";
  }

  @Override
  public void answer(Call call) {
    FolderWriter writer = FolderWriter.idOnly(call);
    Responses.batch(
        call.out(),
        name(),
        Dom.children(call.required("FolderChanges"), "FolderChange"),
        "<m:Folders/>",
        change -> {
          call.failIfTold();
          FolderRef ref = FolderRef.in(call, change, Right.WRITE);
          Folder folder =
              ref.mailbox()
                  .updateFolder(ref.folder().number(), newest -> changed(call, ref, newest, change))
                  .orElseThrow(EwsError::folderNotFound);
          call.out().open("m:Folders");
          writer.write(ref.mailbox(), folder);
          call.out().close("m:Folders");
        });
  }

  private static Folder changed(Call call, FolderRef ref, Folder newest, Element change) {
    Folder folder = newest;
    for (Element update : Dom.children(Dom.required(change, "Updates"))) {
      PropertyPath path = PropertyPath.in(update);
      if (path instanceof ExtendedPath extended) {
        folder = folder.withExtended(extended(call, folder, extended, update));
      } else if (path.key().equals("folder:DisplayName")
          && update.getLocalName().equals("SetFolderField")) {
        folder = renamed(ref, folder, value(update, "DisplayName").getTextContent());
      } else {
        throw new EwsError(
            "ErrorInvalidPropertySet", "Set action is invalid for property " + path.key() + ".");
      }
    }
    return folder;
  }

  private static Map<String, Value> extended(
      Call call, Folder folder, ExtendedPath path, Element update) {
    Map<String, Value> values = new HashMap<>(folder.extended());
    if (update.getLocalName().equals("DeleteFolderField")) {
      values.remove(path.key());
    } else {
      ExtendedProperty.read(value(update, "ExtendedProperty"), call.zone(), values);
    }
    return values;
  }

  private static Folder renamed(FolderRef ref, Folder folder, String name) {
    if (name.isBlank()) {
      throw new EwsError("ErrorFolderSave", "A folder needs a display name.");
    }
    if (!name.equalsIgnoreCase(folder.displayName())) {
      FolderNames.checkFree(ref.mailbox(), folder.parent(), name);
    }
    return folder.named(name);
  }

  private static Element value(Element update, String property) {
    Element folder =
        Dom.children(update).stream()
            .filter(child -> !PropertyPath.isPath(child))
            .findFirst()
            .orElseThrow(() -> SoapFault.schema("'SetFolderField' has no folder."));
    return Dom.child(folder, property)
        .orElseThrow(
            () ->
                new EwsError(
                    "ErrorUpdatePropertyMismatch",
                    "Update property mismatch: the folder does not hold " + property + "."));
  }
}

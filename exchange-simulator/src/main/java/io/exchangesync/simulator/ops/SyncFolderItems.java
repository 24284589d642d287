package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.fields.ItemView;
import io.exchangesync.simulator.fields.ItemWriter;
import io.exchangesync.simulator.fields.Shape;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.soap.XmlOut;
import io.exchangesync.simulator.store.Ids;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.ItemChanges;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import io.exchangesync.simulator.store.MailboxStore;
import io.exchangesync.simulator.store.SyncState;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what was made, changed or deleted in a folder since a sync state, page by page. */
final class SyncFolderItems implements Operation {
  private static final int MOST = 512;

  @Override
  public String name() {
    return "SyncFolderItems";
  }

  @Override
  public void answer(Call call) {
    int max = max(call);
    Responses.single(call.out(), name(), "", () -> changes(call, max));
  }

  /**
   * The state a client hands in.
   *
   * @throws EwsError ErrorInvalidSyncStateData when this mailbox never wrote it for that folder
   */
  static SyncState state(String text, MailboxStore mailbox, long folder) {
    return SyncState.decode(text)
        .filter(state -> mailbox.owns(state, folder))
        .orElseThrow(
            () ->
                new EwsError(
                    "ErrorInvalidSyncStateData",
                    "Synchronization state data is corrupt or otherwise invalid."));
  }

  private static void changes(Call call, int max) {
    call.failIfTold();
    FolderRef ref = folder(call);
    Shape shape = Shape.parse(call.required("ItemShape"), Shape.Purpose.SYNC);
    Optional<SyncState> state =
        Dom.text(call.operation(), "SyncState")
            .filter(text -> !text.isBlank())
            .map(text -> state(text, ref.mailbox(), ref.folder().number()));
    Set<String> ignored =
        call.child("Ignore").stream()
            .flatMap(ignore -> Dom.children(ignore, "ItemId").stream())
            .map(id -> id.getAttribute("Id"))
            .collect(Collectors.toSet());
    ItemChanges page = ref.mailbox().itemChanges(ref.folder(), state, max);
    XmlOut out = call.out();
    out.text("m:SyncState", page.next().encode());
    boolean last = page.completeness() == ItemChanges.Completeness.LAST;
    out.text("m:IncludesLastItemInRange", Boolean.toString(last)).open("m:Changes");
    for (ItemChanges.Change change : page.changes()) {
      write(call, ref, call.writer(shape), change, ignored);
    }
    out.close("m:Changes");
  }

  private static FolderRef folder(Call call) {
    try {
      return FolderRef.in(call, call.required("SyncFolderId"), Right.READ);
    } catch (EwsError error) {
      throw error.code().equals("ErrorFolderNotFound")
          ? new EwsError("ErrorSyncFolderNotFound", "The folder to synchronize was not found.")
          : error;
    }
  }

  private static void write(
      Call call, FolderRef ref, ItemWriter writer, ItemChanges.Change change, Set<String> ignored) {
    call.countItem();
    if (change instanceof ItemChanges.Created created) {
      item(call, ref, writer, "t:Create", created.item(), ignored);
    } else if (change instanceof ItemChanges.Updated updated) {
      item(call, ref, writer, "t:Update", updated.item(), ignored);
    } else if (change instanceof ItemChanges.Deleted deleted) {
      call.out()
          .open("t:Delete")
          .empty("t:ItemId", "Id", Ids.item(ref.mailbox().info().guid(), deleted.number()))
          .close("t:Delete");
    }
  }

  private static void item(
      Call call, FolderRef ref, ItemWriter writer, String change, Item item, Set<String> ignored) {
    MailboxStore mailbox = ref.mailbox();
    boolean hidden =
        new ItemView(mailbox.info(), item).isPrivate()
            && !call.access().seesPrivateItems(mailbox, ref.folder());
    if (hidden || ignored.contains(Ids.item(mailbox.info().guid(), item.number()))) {
      return;
    }
    call.out().open(change);
    writer.write(mailbox.info(), item);
    call.out().close(change);
  }

  private static int max(Call call) {
    String text = call.required("MaxChangesReturned").getTextContent().strip();
    try {
      int max = Integer.parseInt(text);
      if (max >= 1 && max <= MOST) {
        return max;
      }
    } catch (NumberFormatException e) {
      // Refused below like a number out of range.
    }
    throw SoapFault.schema("The 'MaxChangesReturned' element is invalid: '" + text + "'.");
  }
}

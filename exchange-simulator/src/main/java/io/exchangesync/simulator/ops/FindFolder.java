package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.fields.ItemView;
import io.exchangesync.simulator.search.Restriction;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.store.Folder;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import io.exchangesync.simulator.store.MailboxStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.w3c.dom.Element;

/** Lists the folders below others, one level or all the way down. */
final class FindFolder implements Operation {
  @Override
  public String name() {
    return "FindFolder";
  }

  @Override
  public void answer(Call call) {
    FolderWriter writer = FolderWriter.of(call);
    boolean deep = call.requiredAttribute("Traversal").equals("Deep");
    Responses.batch(
        call.out(),
        name(),
        Dom.children(call.required("ParentFolderIds")),
        "",
        id -> {
          FolderRef parent = FolderRef.of(call, id, Right.READ);
          List<Folder> below = new ArrayList<>();
          collect(parent.mailbox(), parent.folder(), deep ? Integer.MAX_VALUE : 1, below);
          List<Folder> found = call.child("Restriction").map(r -> filtered(r, below)).orElse(below);
          Page<Folder> page =
              Page.of(call, "IndexedPageFolderView", "FractionalPageFolderView", found, 1000);
          call.out().open("m:RootFolder", page.attributes()).open("t:Folders");
          page.entries().forEach(folder -> writer.write(parent.mailbox(), folder));
          call.out().close("t:Folders").close("m:RootFolder");
        });
  }

  private static List<Folder> filtered(Element restriction, List<Folder> folders) {
    Predicate<ItemView> condition = Restriction.parse(restriction);
    return folders.stream().filter(folder -> condition.test(FolderWriter.view(folder))).toList();
  }

  private static void collect(MailboxStore mailbox, Folder parent, int depth, List<Folder> into) {
    if (depth == 0) {
      return;
    }
    for (Folder folder : mailbox.folders()) {
      if (folder.parent() == parent.number() && !folder.isRoot()) {
        into.add(folder);
        collect(mailbox, folder, depth - 1, into);
      }
    }
  }
}

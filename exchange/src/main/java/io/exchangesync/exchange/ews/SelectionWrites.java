package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.MailboxMember;
import io.exchangesync.core.model.MailboxSelection;
import io.exchangesync.core.model.MailboxSelection.Shape;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.ItemProblem;
import io.exchangesync.core.port.MailboxChanges;
import io.exchangesync.core.port.MailboxWrite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The writes of one call of a session with selections: folders are made first, then groups and
 * contacts are written in full batches, then folders go.
 *
 * <p>A folder goes when nothing at all is in it; with anything of the user it loses our stamp and
 * is his, with contacts of ours it waits for them to leave.
 */
final class SelectionWrites {
  private final SelectionFolders folders;
  private final Supplier<Map<Integer, MailboxSelection>> known;
  private final Function<Optional<Integer>, EwsWriter> writers;
  private final Function<Optional<Integer>, EwsReader> readers;
  private List<MailboxWrite> writes;
  private List<Answer<ItemVersion>> answers;

  /**
   * @param known folders of ours by selection
   * @param writers what writes into the folder of a selection, or the default one
   * @param readers what lists the folder of a selection
   */
  SelectionWrites(
      SelectionFolders folders,
      Supplier<Map<Integer, MailboxSelection>> known,
      Function<Optional<Integer>, EwsWriter> writers,
      Function<Optional<Integer>, EwsReader> readers) {
    this.folders = folders;
    this.known = known;
    this.writers = writers;
    this.readers = readers;
  }

  /**
   * @param foldersChanged told when folders were made, renamed or deleted
   */
  List<Answer<ItemVersion>> apply(List<MailboxWrite> asked, Runnable foldersChanged) {
    writes = asked;
    answers = new ArrayList<>(Collections.nCopies(asked.size(), null));
    for (int i = 0; i < writes.size(); i++) {
      if (makesAFolder(writes.get(i))) {
        answers.set(i, make(writes.get(i)));
        foldersChanged.run();
      }
    }
    items();
    for (int i = 0; i < writes.size(); i++) {
      if (answers.get(i) == null) {
        answers.set(
            i,
            writes.get(i) instanceof MailboxWrite.LeaveFolder leave
                ? leave(leave)
                : replace((MailboxWrite.Update) writes.get(i)));
        foldersChanged.run();
      }
    }
    return answers;
  }

  private static boolean makesAFolder(MailboxWrite write) {
    return write instanceof MailboxWrite.Create create && isFolder(create.value())
        || write instanceof MailboxWrite.Update update
            && isFolder(update.before())
            && isFolder(update.after());
  }

  private static boolean isFolder(MailboxItem item) {
    return item instanceof MailboxSelection selection && selection.shape() == Shape.FOLDER;
  }

  private Answer<ItemVersion> make(MailboxWrite write) {
    if (write instanceof MailboxWrite.Update update) {
      return folders.update((MailboxSelection) update.before(), (MailboxSelection) update.after());
    }
    return folders.create((MailboxSelection) ((MailboxWrite.Create) write).value());
  }

  /** Groups and contacts, by the folder they are written into. */
  private void items() {
    Map<Optional<Integer>, List<Integer>> byFolder = new LinkedHashMap<>();
    for (int i = 0; i < writes.size(); i++) {
      if (answers.get(i) == null
          && !becomesAFolder(writes.get(i))
          && !(writes.get(i) instanceof MailboxWrite.LeaveFolder)) {
        Optional<Integer> selection = folder(writes.get(i));
        if (selection.isPresent() && !known.get().containsKey(selection.get())) {
          answers.set(
              i,
              EwsMessages.failed(
                  ItemProblem.Type.RETRIABLE, "FolderMissing", "The selection has no folder yet"));
        } else {
          byFolder.computeIfAbsent(selection, none -> new ArrayList<>()).add(i);
        }
      }
    }
    byFolder.forEach(
        (selection, indexes) -> {
          List<Answer<ItemVersion>> given =
              writers.apply(selection).apply(indexes.stream().map(writes::get).toList());
          for (int i = 0; i < indexes.size(); i++) {
            answers.set(indexes.get(i), given.get(i));
          }
        });
  }

  private static Optional<Integer> folder(MailboxWrite write) {
    return write instanceof MailboxWrite.Create create
            && create.value() instanceof MailboxMember member
        ? Optional.of(member.selectionId())
        : Optional.empty();
  }

  private static boolean becomesAFolder(MailboxWrite write) {
    return write instanceof MailboxWrite.Update update
        && !isFolder(update.before())
        && isFolder(update.after());
  }

  private Answer<ItemVersion> replace(MailboxWrite.Update group) {
    Answer<ItemVersion> gone =
        writers
            .apply(Optional.empty())
            .apply(List.of(new MailboxWrite.Delete(group.before().version())))
            .get(0);
    return gone.failure().isPresent() ? gone : folders.create((MailboxSelection) group.after());
  }

  private Answer<ItemVersion> leave(MailboxWrite.LeaveFolder leave) {
    ItemId id = leave.folder().version().id();
    Optional<Map.Entry<Integer, MailboxSelection>> found =
        known.get().entrySet().stream()
            .filter(each -> each.getValue().version().id().equals(id))
            .findFirst();
    if (found.isEmpty()) {
      return EwsMessages.failed(
          ItemProblem.Type.NOT_FOUND, "ErrorItemNotFound", "The folder is gone");
    }
    if (holdsOneOf(leave.ours(), readers.apply(Optional.of(found.get().getKey())))) {
      return EwsMessages.failed(
          ItemProblem.Type.RETRIABLE,
          "FolderNotEmpty",
          "Contacts of the selection are still in its folder; it goes when they have left");
    }
    MailboxSelection folder = found.get().getValue();
    Answer<ItemVersion> left =
        folders.isEmpty(folder)
            ? folders.delete(folder.version())
            : folders.update(folder, folder.withStamp(Optional.empty()));
    if (left.failure().isPresent()) {
      return left;
    }
    return leave
        .group()
        .map(
            group ->
                writers
                    .apply(Optional.empty())
                    .apply(List.of(new MailboxWrite.Create(group)))
                    .get(0))
        .orElseGet(() -> new Answer.Ok<>(leave.folder().version()));
  }

  private static boolean holdsOneOf(Set<ItemId> ours, EwsReader folder) {
    Optional<String> since = Optional.empty();
    while (!ours.isEmpty()) {
      MailboxChanges page = folder.changes(since);
      if (page.present().stream().anyMatch(head -> ours.contains(head.version().id()))) {
        return true;
      }
      if (page.complete()) {
        return false;
      }
      since = Optional.of(page.next());
    }
    return false;
  }
}

package io.exchangesync.core.memory;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.MailboxMember;
import io.exchangesync.core.model.MailboxSelection;
import io.exchangesync.core.model.MailboxSelection.Shape;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.ItemHead;
import io.exchangesync.core.port.ItemProblem;
import io.exchangesync.core.port.MailboxChanges;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.MailboxWrite;
import io.exchangesync.core.port.SyncException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A session with the folders and groups of selections of one mailbox in memory. */
final class MemorySelectionSession implements MailboxSession {
  private final MemorySelections selections;

  MemorySelectionSession(MemorySelections selections) {
    this.selections = selections;
  }

  @Override
  public MailboxChanges changes(Optional<String> since) {
    synchronized (selections) {
      long position = since.map(this::position).orElse(0L);
      List<ItemHead> present =
          selections.presentSince(position).stream().map(MemorySelectionSession::head).toList();
      return new MailboxChanges(
          present, selections.goneSince(position), epoch() + selections.clock(), true);
    }
  }

  private String epoch() {
    return "selections:" + selections.era() + ":";
  }

  private long position(String text) {
    if (!text.startsWith(epoch())) {
      throw new SyncException.SyncStateInvalid("the position is not accepted any more", null);
    }
    return Long.parseLong(text.substring(epoch().length()));
  }

  private static ItemHead head(MailboxItem item) {
    return new ItemHead(
        item.version(),
        item instanceof MailboxMember ? "IPM.Contact" : "IPM.DistList",
        CalendarItemType.SINGLE,
        Optional.empty(),
        Optional.empty(),
        item.stamp());
  }

  @Override
  public List<Answer<MailboxItem>> read(List<ItemId> ids) {
    return ids.stream()
        .map(
            id ->
                selections
                    .find(id)
                    .<Answer<MailboxItem>>map(Answer.Ok::new)
                    .orElseGet(() -> failed(ItemProblem.Type.NOT_FOUND, "ErrorItemNotFound")))
        .toList();
  }

  @Override
  public List<Answer<ItemVersion>> apply(List<MailboxWrite> writes) {
    List<Answer<ItemVersion>> answers = new ArrayList<>(Collections.nCopies(writes.size(), null));
    for (Turn turn : Turn.values()) {
      for (int i = 0; i < writes.size(); i++) {
        if (turn == turn(writes.get(i))) {
          answers.set(i, applyOne(writes.get(i)));
        }
      }
    }
    return answers;
  }

  /** In this order. */
  private enum Turn {
    FOLDERS,
    ITEMS,
    LEAVING
  }

  private static Turn turn(MailboxWrite write) {
    if (write instanceof MailboxWrite.LeaveFolder) {
      return Turn.LEAVING;
    }
    return write instanceof MailboxWrite.Create create && create.value() instanceof MailboxSelection
        ? Turn.FOLDERS
        : Turn.ITEMS;
  }

  private Answer<ItemVersion> applyOne(MailboxWrite write) {
    if (write instanceof MailboxWrite.Create create) {
      return create(create.value());
    }
    if (write instanceof MailboxWrite.LeaveFolder leave) {
      return leave(leave);
    }
    ItemVersion expected =
        write instanceof MailboxWrite.Update update
            ? update.before().version()
            : ((MailboxWrite.Delete) write).version();
    Optional<MailboxItem> stored = selections.find(expected.id());
    if (stored.isEmpty()) {
      return failed(ItemProblem.Type.NOT_FOUND, "ErrorItemNotFound");
    }
    if (!stored.get().version().equals(expected)) {
      return failed(ItemProblem.Type.CHANGED_MEANWHILE, "ErrorIrresolvableConflict");
    }
    if (write instanceof MailboxWrite.Update update) {
      return update(update);
    }
    return delete(stored.get());
  }

  private Answer<ItemVersion> create(MailboxItem value) {
    if (value instanceof MailboxMember member
        && selections.folder(member.selectionId()).isEmpty()) {
      return failed(ItemProblem.Type.RETRIABLE, "FolderMissing");
    }
    if (value instanceof MailboxSelection folder
        && folder.shape() == Shape.FOLDER
        && selections.isTaken(folder.name())) {
      return failed(ItemProblem.Type.FATAL, "ErrorFolderExists");
    }
    selections.countWrite();
    return new Answer.Ok<>(selections.create(value));
  }

  private Answer<ItemVersion> update(MailboxWrite.Update update) {
    if (update.before().equals(update.after())) {
      return new Answer.Ok<>(update.before().version());
    }
    if (update.before() instanceof MailboxSelection before
        && before.shape() != ((MailboxSelection) update.after()).shape()) {
      Answer<ItemVersion> gone = delete(before);
      return gone.failure().isPresent() ? gone : create(update.after());
    }
    selections.countWrite();
    return new Answer.Ok<>(selections.store(update.before().version().id(), update.after()));
  }

  private Answer<ItemVersion> leave(MailboxWrite.LeaveFolder leave) {
    ItemVersion version = leave.folder().version();
    Optional<MailboxItem> stored = selections.find(version.id());
    if (stored.isEmpty()) {
      return failed(ItemProblem.Type.NOT_FOUND, "ErrorItemNotFound");
    }
    List<MailboxMember> inside =
        selections.contactsOf(stored.get().stamp().map(Stamp::recordId).orElseThrow());
    if (inside.stream().anyMatch(member -> leave.ours().contains(member.version().id()))) {
      return failed(ItemProblem.Type.RETRIABLE, "FolderNotEmpty");
    }
    selections.countWrite();
    if (inside.isEmpty()) {
      selections.delete(version.id());
    } else {
      selections.store(version.id(), stored.get().withStamp(Optional.empty()));
    }
    return leave.group().map(this::create).orElseGet(() -> new Answer.Ok<>(version));
  }

  private Answer<ItemVersion> delete(MailboxItem stored) {
    if (selections.isUndeletable(stored.version().id())) {
      return failed(ItemProblem.Type.FATAL, "ErrorCannotDeleteObject");
    }
    selections.countWrite();
    selections.delete(stored.version().id());
    return new Answer.Ok<>(stored.version());
  }

  private static <T> Answer<T> failed(ItemProblem.Type type, String code) {
    return new Answer.Failed<>(new ItemProblem(type, code, "", Optional.of(Duration.ofMinutes(1))));
  }

  @Override
  public void probe() {
    selections.clock();
  }

  @Override
  public Duration clockSkew() {
    return Duration.ZERO;
  }

  @Override
  public void close() {
    // nothing is held open
  }
}

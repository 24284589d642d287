package io.exchangesync.core.memory;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxContact;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.ItemHead;
import io.exchangesync.core.port.ItemProblem;
import io.exchangesync.core.port.MailboxChanges;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.MailboxWrite;
import io.exchangesync.core.port.SyncException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A session with the contacts of one mailbox in memory. */
final class MemoryContactSession implements MailboxSession {
  private static final String EPOCH = "contacts:";

  private final MemoryContacts contacts;

  MemoryContactSession(MemoryContacts contacts) {
    this.contacts = contacts;
  }

  @Override
  public MailboxChanges changes(Optional<String> since) {
    long position = since.map(MemoryContactSession::position).orElse(0L);
    synchronized (contacts) {
      List<ItemHead> present =
          contacts.presentSince(position).stream().map(MemoryContactSession::head).toList();
      return new MailboxChanges(
          present, contacts.goneSince(position), EPOCH + contacts.clock(), true);
    }
  }

  private static long position(String text) {
    if (!text.startsWith(EPOCH)) {
      throw new SyncException.SyncStateInvalid("the position is not accepted any more", null);
    }
    return Long.parseLong(text.substring(EPOCH.length()));
  }

  private static ItemHead head(MailboxContact contact) {
    return new ItemHead(
        contact.version(),
        "IPM.Contact",
        CalendarItemType.SINGLE,
        Optional.empty(),
        Optional.empty(),
        contact.stamp());
  }

  @Override
  public List<Answer<MailboxItem>> read(List<ItemId> ids) {
    return ids.stream()
        .map(
            id ->
                contacts
                    .find(id)
                    .<Answer<MailboxItem>>map(Answer.Ok::new)
                    .orElseGet(() -> failed(ItemProblem.Type.NOT_FOUND, "ErrorItemNotFound")))
        .toList();
  }

  @Override
  public List<Answer<ItemVersion>> apply(List<MailboxWrite> writes) {
    return writes.stream().map(this::applyOne).toList();
  }

  private Answer<ItemVersion> applyOne(MailboxWrite write) {
    if (write instanceof MailboxWrite.Create create) {
      contacts.countWrite();
      return new Answer.Ok<>(contacts.create((MailboxContact) create.value()));
    }
    ItemVersion expected =
        write instanceof MailboxWrite.Update update
            ? update.before().version()
            : ((MailboxWrite.Delete) write).version();
    Optional<MailboxContact> stored = contacts.find(expected.id());
    if (stored.isEmpty()) {
      return failed(ItemProblem.Type.NOT_FOUND, "ErrorItemNotFound");
    }
    if (!stored.get().version().equals(expected)) {
      return failed(ItemProblem.Type.CHANGED_MEANWHILE, "ErrorIrresolvableConflict");
    }
    if (write instanceof MailboxWrite.Update update && update.before().equals(update.after())) {
      return new Answer.Ok<>(expected);
    }
    contacts.countWrite();
    if (write instanceof MailboxWrite.Update update) {
      return new Answer.Ok<>(contacts.store(expected.id(), (MailboxContact) update.after()));
    }
    contacts.delete(expected.id());
    return new Answer.Ok<>(expected);
  }

  private static <T> Answer<T> failed(ItemProblem.Type type, String code) {
    return new Answer.Failed<>(new ItemProblem(type, code, "", Optional.empty()));
  }

  @Override
  public void probe() {
    contacts.clock();
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

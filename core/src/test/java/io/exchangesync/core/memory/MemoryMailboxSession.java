package io.exchangesync.core.memory;

import io.exchangesync.core.memory.MemoryMailboxGateway.Fault;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.ItemHead;
import io.exchangesync.core.port.ItemProblem;
import io.exchangesync.core.port.MailboxChanges;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.MailboxWrite;
import io.exchangesync.core.port.MailboxWrite.Mails;
import io.exchangesync.core.port.SyncException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A session with one {@link MemoryFolder}; every operation may meet one fault of the gateway. */
final class MemoryMailboxSession<I extends MailboxItem> implements MailboxSession {
  private final MemoryFolder<I> mailbox;
  private final Class<I> type;
  private final String address;
  private final MemoryMailboxGateway gateway;
  private final int pageSize;
  private boolean closed;

  MemoryMailboxSession(
      MemoryFolder<I> mailbox,
      Class<I> type,
      MemoryMailboxGateway gateway,
      int pageSize,
      String address) {
    this.address = address;
    this.mailbox = mailbox;
    this.type = type;
    this.gateway = gateway;
    this.pageSize = pageSize;
  }

  @Override
  public MailboxChanges changes(Optional<String> since) {
    return perform(() -> page(since.map(this::position).orElse(0L)));
  }

  @Override
  public List<Answer<MailboxItem>> read(List<ItemId> ids) {
    return perform(
        () ->
            ids.stream()
                .map(
                    id ->
                        mailbox
                            .find(id)
                            .<Answer<MailboxItem>>map(Answer.Ok::new)
                            .orElseGet(() -> notFound()))
                .toList());
  }

  @Override
  public List<Answer<ItemVersion>> apply(List<MailboxWrite> writes) {
    return perform(gateway.nextWriteFault(), () -> writes.stream().map(this::applyOne).toList());
  }

  @Override
  public void probe() {
    perform(() -> true);
  }

  @Override
  public Duration clockSkew() {
    return mailbox.clockSkew();
  }

  @Override
  public void close() {
    closed = true;
  }

  private <T> T perform(Supplier<T> operation) {
    return perform(gateway.nextFault(), operation);
  }

  private <T> T perform(Optional<Fault> fault, Supplier<T> operation) {
    if (closed) {
      throw new IllegalStateException("the session is closed");
    }
    if (fault.equals(Optional.of(Fault.BEFORE_EFFECT))) {
      throw new SyncException.Retriable("fault before any effect", Optional.empty(), null);
    }
    T result = operation.get();
    if (fault.isPresent()) {
      throw new SyncException.Retriable("fault after the effect", Optional.empty(), null);
    }
    return result;
  }

  private Answer<ItemVersion> applyOne(MailboxWrite write) {
    Optional<ItemProblem> problem = gateway.nextProblem();
    if (problem.isPresent()) {
      return new Answer.Failed<>(problem.get());
    }
    if (write instanceof MailboxWrite.Create create) {
      boolean sends = create.mails() == Mails.SEND && meeting(create.value()).isPresent();
      I value = type.cast(create.value());
      ItemVersion made = mailbox.create(sends ? value : mailbox.sent(value));
      if (sends) {
        gateway.post().deliver(address, made);
      }
      return new Answer.Ok<>(made);
    }
    if (write instanceof MailboxWrite.Update update) {
      if (update.mails() == Mails.SEND && meeting(update.after()).isPresent()) {
        return invite(update);
      }
      Optional<UnaryOperator<I>> patch =
          mailbox.patch(type.cast(update.before()), type.cast(update.after()));
      ItemVersion version = update.before().version();
      if (patch.isEmpty()) {
        return new Answer.Ok<>(version);
      }
      return ifUnchanged(version, () -> mailbox.update(version.id(), patch.get()));
    }
    if (write instanceof MailboxWrite.Reply reply) {
      return ifUnchanged(reply.version(), () -> mailbox.reply(reply));
    }
    MailboxWrite.Delete delete = (MailboxWrite.Delete) write;
    ItemVersion version = delete.version();
    if (delete.mails() == Mails.SEND) {
      mailbox.find(version.id()).flatMap(this::meeting).ifPresent(gateway.post()::cancelAll);
    }
    return ifUnchanged(
        version,
        () -> {
          mailbox.delete(version.id());
          return version;
        });
  }

  private Answer<ItemVersion> invite(MailboxWrite.Update update) {
    ItemVersion version = update.before().version();
    Optional<UnaryOperator<I>> patch =
        mailbox.patch(type.cast(update.before()), type.cast(update.after()));
    return ifUnchanged(
        version,
        () -> {
          ItemVersion written =
              mailbox.update(
                  version.id(),
                  item ->
                      type.cast(
                          MemoryMeetings.invited(
                              patch.map(each -> each.apply(item)).orElse(item), update.after())));
          gateway.post().deliver(address, written);
          return written;
        });
  }

  private Optional<MailboxAppointment> meeting(MailboxItem item) {
    return MemoryMeetings.organized(item);
  }

  private Answer<ItemVersion> ifUnchanged(ItemVersion version, Supplier<ItemVersion> write) {
    synchronized (mailbox) {
      Optional<I> stored = mailbox.find(version.id());
      if (stored.isEmpty()) {
        return notFound();
      }
      if (!stored.get().version().equals(version)) {
        return failed(ItemProblem.Type.CHANGED_MEANWHILE, "ErrorIrresolvableConflict");
      }
      return new Answer.Ok<>(write.get());
    }
  }

  private MailboxChanges page(long position) {
    synchronized (mailbox) {
      List<MemoryFolder.Trace> gone = mailbox.goneSince(position);
      List<MemoryFolder.Trace> all =
          Stream.concat(mailbox.presentSince(position).stream(), gone.stream())
              .sorted(Comparator.comparingLong(MemoryFolder.Trace::last))
              .toList();
      List<MemoryFolder.Trace> page = all.subList(0, Math.min(pageSize, all.size()));
      boolean complete = page.size() == all.size();
      List<ItemHead> present = new ArrayList<>();
      List<ItemId> deleted = new ArrayList<>();
      for (MemoryFolder.Trace trace : page) {
        mailbox
            .find(trace.id())
            .ifPresentOrElse(
                item -> present.add(mailbox.head(item)), () -> deleted.add(trace.id()));
      }
      long next = complete ? mailbox.clock() : page.get(page.size() - 1).last();
      return new MailboxChanges(present, deleted, mailbox.positionsEpoch() + ":" + next, complete);
    }
  }

  private long position(String text) {
    String prefix = mailbox.positionsEpoch() + ":";
    if (!text.startsWith(prefix)) {
      throw new SyncException.SyncStateInvalid("the position is not accepted any more", null);
    }
    return Long.parseLong(text.substring(prefix.length()));
  }

  private static <T> Answer<T> notFound() {
    return failed(ItemProblem.Type.NOT_FOUND, "ErrorItemNotFound");
  }

  private static <T> Answer<T> failed(ItemProblem.Type type, String code) {
    return new Answer.Failed<>(new ItemProblem(type, code, code, Optional.empty()));
  }
}

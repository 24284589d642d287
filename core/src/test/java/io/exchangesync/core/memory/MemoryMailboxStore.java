package io.exchangesync.core.memory;

import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.MailboxStore;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Mailboxes in memory. */
public final class MemoryMailboxStore implements MailboxStore, Transactional {
  private final TreeMap<Integer, Mailbox> byId = new TreeMap<>();
  private int lastId;

  @Override
  public synchronized Optional<Mailbox> byId(int id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public synchronized Optional<Mailbox> byAssociate(int associateId) {
    return byId.values().stream()
        .filter(m -> m.associateId() == associateId && m.state() != Mailbox.State.UNLINKED)
        .findFirst();
  }

  @Override
  public synchronized List<Mailbox> page(int after, int limit) {
    return byId.tailMap(after, false).values().stream().limit(limit).toList();
  }

  @Override
  public synchronized Mailbox save(Mailbox mailbox) {
    if (mailbox.state() != Mailbox.State.UNLINKED
        && byAssociate(mailbox.associateId()).filter(m -> m.id() != mailbox.id()).isPresent()) {
      throw new IllegalStateException(
          "associate " + mailbox.associateId() + " is linked to another mailbox");
    }
    if (mailbox.id() != 0 && !byId.containsKey(mailbox.id())) {
      throw new IllegalStateException("there is no mailbox " + mailbox.id());
    }
    Mailbox stored =
        new Mailbox(
            mailbox.id() == 0 ? ++lastId : mailbox.id(),
            mailbox.associateId(),
            mailbox.address(),
            mailbox.backEnd(),
            mailbox.kinds(),
            mailbox.rank(),
            mailbox.state(),
            mailbox.lastProblem(),
            mailbox.linkedAt());
    byId.put(stored.id(), stored);
    return stored;
  }

  @Override
  public synchronized Runnable savepoint() {
    TreeMap<Integer, Mailbox> then = new TreeMap<>(byId);
    return () -> restore(then);
  }

  private synchronized void restore(TreeMap<Integer, Mailbox> then) {
    byId.clear();
    byId.putAll(then);
  }
}

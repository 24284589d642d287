package io.exchangesync.batch.work;

import io.exchangesync.core.engine.Slice;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.MailboxStore;
import io.exchangesync.core.port.SyncException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Hands out mailboxes for a dry run; claims nothing. */
public final class PlannedMailboxes implements ItemSource {
  private final MailboxStore mailboxes;
  private final Iterator<Integer> ids;
  private final BooleanSupplier stopping;

  public PlannedMailboxes(MailboxStore mailboxes, List<Integer> ids, BooleanSupplier stopping) {
    this.mailboxes = mailboxes;
    this.ids = List.copyOf(ids).iterator();
    this.stopping = stopping;
  }

  /** Mailboxes that were unlinked meanwhile are left out. */
  @Override
  public Optional<Item> next() {
    while (ids.hasNext() && !stopping.getAsBoolean()) {
      Optional<Mailbox> mailbox =
          mailboxes.byId(ids.next()).filter(m -> m.state() != Mailbox.State.UNLINKED);
      if (mailbox.isPresent()) {
        return mailbox.map(Item.Look::new);
      }
    }
    return Optional.empty();
  }

  @Override
  public void lost(Slice slice) {
    throw new IllegalStateException("a dry run has no leases");
  }

  @Override
  public void broken(Slice slice, SyncException failure) {
    throw new IllegalStateException("a dry run writes nothing", failure);
  }

  @Override
  public void close() {}
}

package io.exchangesync.core.engine;

import io.exchangesync.core.mapping.ItemMapping;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.SeriesKey;
import io.exchangesync.core.port.PendingChange;
import java.util.List;
import java.util.Optional;

/**
 * Finds the series that grow with the window although nobody changed them, and files them as
 * changes, so that the next run writes their new dates (sync-rules: series).
 *
 * <p>Nothing is decided or written here; a series that is filed in vain is found unchanged.
 */
public final class OutgrownSeries {
  private static final int LINKS_AT_ONCE = 500;

  private final Ports ports;

  public OutgrownSeries(Ports ports) {
    this.ports = ports;
  }

  /**
   * Files what a mailbox has, in the caller's transaction, and makes it due; answers how many
   * series.
   *
   * @throws io.exchangesync.core.port.SyncException if SuperOffice can't say whose mailbox it is
   */
  public int file(Mailbox mailbox) {
    if (mailbox.state() != Mailbox.State.ACTIVE || !mailbox.kinds().contains(Kind.APPOINTMENT)) {
      return 0;
    }
    ItemMapping mapping = new Engine(ports).context(mailbox, Kind.APPOINTMENT).mapping();
    int filed = 0;
    int after = 0;
    List<Link> page;
    do {
      page = ports.links().page(mailbox.id(), Kind.APPOINTMENT, after, LINKS_AT_ONCE);
      List<PendingChange> outgrown =
          page.stream()
              .filter(link -> link.state() == Link.State.LIVE)
              .filter(link -> SeriesKey.isSeries(link.recordId()) && mapping.stale(link.base()))
              .map(this::change)
              .toList();
      ports.queue().file(outgrown);
      filed += outgrown.size();
      after = page.isEmpty() ? after : page.get(page.size() - 1).key();
    } while (page.size() == LINKS_AT_ONCE);
    if (filed > 0) {
      ports.leases().markDue(Kind.APPOINTMENT, List.of(mailbox.id()), ports.clock().instant());
    }
    return filed;
  }

  private PendingChange change(Link link) {
    return new PendingChange(
        0,
        link.mailboxId(),
        link.kind(),
        link.recordId(),
        Optional.empty(),
        false,
        ports.clock().instant());
  }
}

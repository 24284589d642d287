package io.exchangesync.core.memory;

import io.exchangesync.core.port.ChangeQueue;
import io.exchangesync.core.port.CursorStore;
import io.exchangesync.core.port.LeaseStore;
import io.exchangesync.core.port.LeaseStoreContract;
import io.exchangesync.core.port.MailboxStore;
import java.time.Duration;
import java.time.Instant;

class MemoryLeaseStoreTest extends LeaseStoreContract {
  private final MutableClock clock = new MutableClock(Instant.parse("2026-03-02T12:00:00Z"));
  private final MemoryStores stores = new MemoryStores(clock);

  @Override
  protected LeaseStore leases() {
    return stores.leases();
  }

  @Override
  protected MailboxStore mailboxes() {
    return stores.mailboxes();
  }

  @Override
  protected CursorStore cursors() {
    return stores.cursors();
  }

  @Override
  protected ChangeQueue changes() {
    return stores.changes();
  }

  @Override
  protected Instant now() {
    return clock.instant();
  }

  @Override
  protected void pass(Duration time) {
    clock.advance(time);
  }
}

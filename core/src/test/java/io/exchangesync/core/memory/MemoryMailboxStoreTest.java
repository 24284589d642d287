package io.exchangesync.core.memory;

import io.exchangesync.core.port.MailboxStore;
import io.exchangesync.core.port.MailboxStoreContract;
import java.time.Clock;

class MemoryMailboxStoreTest extends MailboxStoreContract {
  private final MemoryStores stores = new MemoryStores(Clock.systemUTC());

  @Override
  protected MailboxStore mailboxes() {
    return stores.mailboxes();
  }
}

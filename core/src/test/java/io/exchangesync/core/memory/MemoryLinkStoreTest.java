package io.exchangesync.core.memory;

import io.exchangesync.core.port.LinkStore;
import io.exchangesync.core.port.LinkStoreContract;
import java.time.Clock;

class MemoryLinkStoreTest extends LinkStoreContract {
  private final MemoryStores stores = new MemoryStores(Clock.systemUTC());

  @Override
  protected LinkStore links() {
    return stores.links();
  }
}

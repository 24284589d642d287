package io.exchangesync.core.memory;

import io.exchangesync.core.port.HoldStore;
import io.exchangesync.core.port.HoldStoreContract;
import java.time.Clock;

class MemoryHoldStoreTest extends HoldStoreContract {
  private final MemoryStores stores = new MemoryStores(Clock.systemUTC());

  @Override
  protected HoldStore holds() {
    return stores.holds();
  }

  @Override
  protected void release(int holdId) {
    stores.holds().release(holdId);
  }
}

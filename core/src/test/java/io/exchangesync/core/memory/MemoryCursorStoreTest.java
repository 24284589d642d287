package io.exchangesync.core.memory;

import io.exchangesync.core.port.CursorStore;
import io.exchangesync.core.port.CursorStoreContract;
import java.time.Clock;

class MemoryCursorStoreTest extends CursorStoreContract {
  private final MemoryStores stores = new MemoryStores(Clock.systemUTC());

  @Override
  protected CursorStore cursors() {
    return stores.cursors();
  }
}

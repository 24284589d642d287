package io.exchangesync.core.memory;

import io.exchangesync.core.port.ChangeQueue;
import io.exchangesync.core.port.ChangeQueueContract;
import java.time.Clock;

class MemoryChangeQueueTest extends ChangeQueueContract {
  private final MemoryStores stores = new MemoryStores(Clock.systemUTC());

  @Override
  protected ChangeQueue changes() {
    return stores.changes();
  }
}

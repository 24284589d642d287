package io.exchangesync.core.memory;

import io.exchangesync.core.port.CrmFixture;
import io.exchangesync.core.port.ToDoContract;

class MemoryToDoTest extends ToDoContract {
  private final CrmFixture fixture = new MemoryCrmGatewayTest.Fixture();

  @Override
  protected CrmFixture crm() {
    return fixture;
  }
}

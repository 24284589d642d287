package io.exchangesync.core.memory;

import io.exchangesync.core.port.TaskFixture;
import io.exchangesync.core.port.TaskGatewayContract;

/** The task folders in memory keep the contract. */
class MemoryTasksTest extends TaskGatewayContract {
  @Override
  protected TaskFixture fixture() {
    return new MemoryMailboxFixture();
  }
}

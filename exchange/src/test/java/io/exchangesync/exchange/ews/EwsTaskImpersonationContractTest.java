package io.exchangesync.exchange.ews;

import io.exchangesync.core.port.TaskFixture;
import io.exchangesync.core.port.TaskGatewayContract;

/** The adapter keeps the contract for tasks by impersonation. */
class EwsTaskImpersonationContractTest extends TaskGatewayContract {
  @Override
  protected TaskFixture fixture() {
    return SimulatorFixture.basic(Access.IMPERSONATION);
  }
}

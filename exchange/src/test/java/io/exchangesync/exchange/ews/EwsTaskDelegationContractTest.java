package io.exchangesync.exchange.ews;

import io.exchangesync.core.port.TaskFixture;
import io.exchangesync.core.port.TaskGatewayContract;

/** The adapter keeps the contract for tasks as a delegate, who names the mailbox in folder ids. */
class EwsTaskDelegationContractTest extends TaskGatewayContract {
  @Override
  protected TaskFixture fixture() {
    return SimulatorFixture.basic(Access.DELEGATION);
  }
}

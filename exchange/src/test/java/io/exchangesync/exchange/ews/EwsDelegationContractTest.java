package io.exchangesync.exchange.ews;

import io.exchangesync.core.port.MailboxFixture;
import io.exchangesync.core.port.MailboxGatewayContract;

/** The adapter keeps the contract as a delegate, who names the mailbox in folder ids. */
class EwsDelegationContractTest extends MailboxGatewayContract {
  @Override
  protected MailboxFixture fixture() {
    return SimulatorFixture.basic(Access.DELEGATION);
  }
}

package io.exchangesync.exchange.ews;

import io.exchangesync.core.port.MailboxFixture;
import io.exchangesync.core.port.MailboxGatewayContract;

/** The adapter keeps the contract through the right to impersonate, signed in by password. */
class EwsImpersonationContractTest extends MailboxGatewayContract {
  @Override
  protected MailboxFixture fixture() {
    return SimulatorFixture.basic(Access.IMPERSONATION);
  }
}

package io.exchangesync.exchange.ews;

import io.exchangesync.core.port.MailboxFixture;
import io.exchangesync.core.port.SelectionContract;

class EwsSelectionImpersonationContractTest extends SelectionContract {
  @Override
  protected MailboxFixture fixture() {
    return SimulatorFixture.basic(Access.IMPERSONATION);
  }
}

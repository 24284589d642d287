package io.exchangesync.exchange.ews;

import io.exchangesync.core.port.MailboxFixture;
import io.exchangesync.core.port.SelectionContract;

class EwsSelectionDelegationContractTest extends SelectionContract {
  @Override
  protected MailboxFixture fixture() {
    return SimulatorFixture.basic(Access.DELEGATION);
  }
}

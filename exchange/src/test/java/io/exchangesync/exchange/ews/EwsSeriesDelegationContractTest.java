package io.exchangesync.exchange.ews;

import io.exchangesync.core.port.MailboxSeriesContract;
import io.exchangesync.core.port.SeriesFixture;

/** The adapter keeps the contract of series as a delegate. */
class EwsSeriesDelegationContractTest extends MailboxSeriesContract {
  @Override
  protected SeriesFixture fixture() {
    return SimulatorFixture.basic(Access.DELEGATION);
  }
}

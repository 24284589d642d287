package io.exchangesync.exchange.ews;

import io.exchangesync.core.port.MailboxSeriesContract;
import io.exchangesync.core.port.SeriesFixture;

/** The adapter keeps the contract of series through the right to impersonate. */
class EwsSeriesContractTest extends MailboxSeriesContract {
  @Override
  protected SeriesFixture fixture() {
    return SimulatorFixture.basic(Access.IMPERSONATION);
  }
}

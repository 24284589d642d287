package io.exchangesync.core.memory;

import io.exchangesync.core.port.MailboxSeriesContract;
import io.exchangesync.core.port.SeriesFixture;

/** The mailboxes in memory keep the contract of series. */
class MemorySeriesTest extends MailboxSeriesContract {
  @Override
  protected SeriesFixture fixture() {
    return new MemoryMailboxFixture();
  }
}

package io.exchangesync.core.memory;

import io.exchangesync.core.port.MailboxFixture;
import io.exchangesync.core.port.SelectionContract;

class MemorySelectionsTest extends SelectionContract {
  @Override
  protected MailboxFixture fixture() {
    return new MemoryMailboxFixture();
  }
}

package io.exchangesync.core.memory;

import io.exchangesync.core.port.ContactContract;
import io.exchangesync.core.port.MailboxFixture;

class MemoryContactsTest extends ContactContract {
  @Override
  protected MailboxFixture fixture() {
    return new MemoryMailboxFixture();
  }
}

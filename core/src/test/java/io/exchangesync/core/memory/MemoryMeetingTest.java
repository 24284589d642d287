package io.exchangesync.core.memory;

import io.exchangesync.core.port.MailboxMeetingContract;
import io.exchangesync.core.port.MeetingFixture;

/** The mailboxes in memory keep the contract of meetings. */
class MemoryMeetingTest extends MailboxMeetingContract {
  @Override
  protected MeetingFixture fixture() {
    return new MemoryMailboxFixture();
  }
}

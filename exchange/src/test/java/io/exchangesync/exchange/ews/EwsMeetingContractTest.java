package io.exchangesync.exchange.ews;

import io.exchangesync.core.port.MailboxMeetingContract;
import io.exchangesync.core.port.MeetingFixture;

/** The adapter keeps the contract of meetings through the right to impersonate. */
class EwsMeetingContractTest extends MailboxMeetingContract {
  @Override
  protected MeetingFixture fixture() {
    return SimulatorFixture.basic(Access.IMPERSONATION);
  }
}

package io.exchangesync.core.memory;

import io.exchangesync.core.port.CrmBookingContract;
import io.exchangesync.core.port.CrmFixture;

class MemoryBookingTest extends CrmBookingContract {
  private final CrmFixture fixture = new MemoryCrmGatewayTest.Fixture();

  @Override
  protected CrmFixture crm() {
    return fixture;
  }
}

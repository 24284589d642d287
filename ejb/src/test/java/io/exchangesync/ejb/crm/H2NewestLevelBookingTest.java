package io.exchangesync.ejb.crm;

import io.exchangesync.core.port.CrmBookingContract;
import io.exchangesync.core.port.CrmFixture;

class H2NewestLevelBookingTest extends CrmBookingContract {
  private final CrmFixture fixture = new SqlCrmFixture(CrmTestDatabase.h2("12.2", "crm5"));

  @Override
  protected CrmFixture crm() {
    return fixture;
  }
}

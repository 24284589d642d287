package io.exchangesync.ejb.crm;

import io.exchangesync.core.port.CrmBookingContract;
import io.exchangesync.core.port.CrmFixture;

class H2CoreLevelBookingTest extends CrmBookingContract {
  private final CrmFixture fixture = new SqlCrmFixture(CrmTestDatabase.h2("8.5", "crm7"));

  @Override
  protected CrmFixture crm() {
    return fixture;
  }
}

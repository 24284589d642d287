package io.exchangesync.ejb.crm;

import io.exchangesync.core.port.CrmFixture;
import io.exchangesync.core.port.CrmGatewayContract;

class H2CoreLevelGatewayTest extends CrmGatewayContract {
  private final CrmFixture fixture = new SqlCrmFixture(CrmTestDatabase.h2("8.5", "crm7"));

  @Override
  protected CrmFixture crm() {
    return fixture;
  }
}

package io.exchangesync.ejb.crm;

import io.exchangesync.core.port.CrmFixture;
import io.exchangesync.core.port.CrmGatewayContract;

class H2NewestLevelGatewayTest extends CrmGatewayContract {
  private final CrmFixture fixture = new SqlCrmFixture(CrmTestDatabase.h2("12.2", "crm5"));

  @Override
  protected CrmFixture crm() {
    return fixture;
  }
}

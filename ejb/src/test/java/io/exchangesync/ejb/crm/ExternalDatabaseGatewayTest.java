package io.exchangesync.ejb.crm;

import io.exchangesync.core.port.CrmFixture;
import io.exchangesync.core.port.CrmGatewayContract;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(
    named = "EXSYNC_TEST_DB_URL",
    matches = ".+",
    disabledReason = "no database given: set EXSYNC_TEST_DB_URL, _USER and _PASSWORD")
class ExternalDatabaseGatewayTest extends CrmGatewayContract {
  private CrmFixture fixture;

  @Override
  protected CrmFixture crm() {
    if (fixture == null) {
      fixture = new SqlCrmFixture(CrmTestDatabase.external("12.2"));
    }
    return fixture;
  }
}

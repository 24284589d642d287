package io.exchangesync.ejb.store;

import io.exchangesync.ejb.plain.TestDatabase;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(
    named = "EXSYNC_TEST_DB_URL",
    matches = "jdbc:sqlserver:.+",
    disabledReason = "EXSYNC_TEST_DB_URL names no SQL Server")
class SqlServerStoresTest extends JpaStoreContracts {
  @Override
  TestDatabase database() {
    return TestDatabase.sqlServer();
  }
}

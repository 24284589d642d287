package io.exchangesync.ejb.store;

import io.exchangesync.ejb.plain.SqlServerTest;
import io.exchangesync.ejb.plain.TestDatabase;

@SqlServerTest
class JpaLeaseStoreOnSqlServerTest extends JpaLeaseStoreTest {
  @Override
  TestDatabase database() {
    return TestDatabase.sqlServer();
  }
}

package io.exchangesync.ejb.store;

import io.exchangesync.ejb.plain.SqlServerTest;
import io.exchangesync.ejb.plain.TestDatabase;

@SqlServerTest
class JpaLinkStoreOnSqlServerTest extends JpaLinkStoreTest {
  @Override
  TestDatabase database() {
    return TestDatabase.sqlServer();
  }
}

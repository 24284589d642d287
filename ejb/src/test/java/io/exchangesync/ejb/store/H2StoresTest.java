package io.exchangesync.ejb.store;

import io.exchangesync.ejb.plain.TestDatabase;

class H2StoresTest extends JpaStoreContracts {
  @Override
  TestDatabase database() {
    return TestDatabase.h2();
  }
}

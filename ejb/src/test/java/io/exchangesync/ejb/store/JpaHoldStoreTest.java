package io.exchangesync.ejb.store;

import io.exchangesync.core.port.HoldStore;
import io.exchangesync.core.port.HoldStoreContract;
import io.exchangesync.ejb.plain.TestDatabase;
import org.junit.jupiter.api.BeforeEach;

class JpaHoldStoreTest extends HoldStoreContract {
  private Beans beans;

  TestDatabase database() {
    return TestDatabase.h2();
  }

  @BeforeEach
  void connect() {
    beans = new Beans(database());
  }

  @Override
  protected HoldStore holds() {
    return beans.holds();
  }

  @Override
  protected void release(int holdId) {
    beans.inTransaction(em -> new HoldDesk(em).release(holdId));
  }
}

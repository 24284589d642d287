package io.exchangesync.ejb.store;

import io.exchangesync.core.port.LinkStore;
import io.exchangesync.core.port.LinkStoreContract;
import io.exchangesync.ejb.plain.TestDatabase;
import org.junit.jupiter.api.BeforeEach;

class JpaLinkStoreTest extends LinkStoreContract {
  private Beans beans;

  TestDatabase database() {
    return TestDatabase.h2();
  }

  @BeforeEach
  void connect() {
    beans = new Beans(database());
  }

  @Override
  protected LinkStore links() {
    return beans.links();
  }
}

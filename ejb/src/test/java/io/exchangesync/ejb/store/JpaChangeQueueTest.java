package io.exchangesync.ejb.store;

import io.exchangesync.core.port.ChangeQueue;
import io.exchangesync.core.port.ChangeQueueContract;
import io.exchangesync.ejb.plain.TestDatabase;
import org.junit.jupiter.api.BeforeEach;

class JpaChangeQueueTest extends ChangeQueueContract {
  private Beans beans;

  TestDatabase database() {
    return TestDatabase.h2();
  }

  @BeforeEach
  void connect() {
    beans = new Beans(database());
  }

  @Override
  protected ChangeQueue changes() {
    return beans.changes();
  }
}

package io.exchangesync.ejb.store;

import io.exchangesync.core.port.CursorStore;
import io.exchangesync.core.port.CursorStoreContract;
import io.exchangesync.ejb.plain.TestDatabase;
import org.junit.jupiter.api.BeforeEach;

class JpaCursorStoreTest extends CursorStoreContract {
  private Beans beans;

  TestDatabase database() {
    return TestDatabase.h2();
  }

  @BeforeEach
  void connect() {
    beans = new Beans(database());
  }

  @Override
  protected CursorStore cursors() {
    return beans.cursors();
  }
}

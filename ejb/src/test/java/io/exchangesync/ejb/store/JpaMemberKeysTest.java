package io.exchangesync.ejb.store;

import io.exchangesync.core.port.MemberKeys;
import io.exchangesync.core.port.MemberKeysContract;
import io.exchangesync.ejb.plain.TestDatabase;
import org.junit.jupiter.api.BeforeEach;

class JpaMemberKeysTest extends MemberKeysContract {
  private Beans beans;

  @BeforeEach
  void connect() {
    beans = new Beans(TestDatabase.h2());
  }

  @Override
  protected MemberKeys keys() {
    return beans.memberKeys();
  }
}

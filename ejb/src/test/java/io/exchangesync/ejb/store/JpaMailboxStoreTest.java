package io.exchangesync.ejb.store;

import io.exchangesync.core.port.MailboxStore;
import io.exchangesync.core.port.MailboxStoreContract;
import io.exchangesync.ejb.plain.TestDatabase;
import org.junit.jupiter.api.BeforeEach;

class JpaMailboxStoreTest extends MailboxStoreContract {
  private Beans beans;

  TestDatabase database() {
    return TestDatabase.h2();
  }

  @BeforeEach
  void connect() {
    beans = new Beans(database());
  }

  @Override
  protected MailboxStore mailboxes() {
    return beans.mailboxes();
  }
}

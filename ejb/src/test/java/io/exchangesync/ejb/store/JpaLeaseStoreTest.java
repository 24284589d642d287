package io.exchangesync.ejb.store;

import io.exchangesync.core.port.ChangeQueue;
import io.exchangesync.core.port.CursorStore;
import io.exchangesync.core.port.LeaseStore;
import io.exchangesync.core.port.LeaseStoreContract;
import io.exchangesync.core.port.MailboxStore;
import io.exchangesync.ejb.plain.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;

class JpaLeaseStoreTest extends LeaseStoreContract {
  private TestDatabase database;
  private Beans beans;

  TestDatabase database() {
    return TestDatabase.h2();
  }

  @BeforeEach
  void connect() {
    database = database();
    beans = new Beans(database);
  }

  @Override
  protected LeaseStore leases() {
    return beans.leases();
  }

  @Override
  protected MailboxStore mailboxes() {
    return beans.mailboxes();
  }

  @Override
  protected CursorStore cursors() {
    return beans.cursors();
  }

  @Override
  protected ChangeQueue changes() {
    return beans.changes();
  }

  @Override
  protected Instant now() {
    return Instant.now();
  }

  /** Time goes by when every moment of the leases becomes an earlier one. */
  @Override
  protected void pass(Duration time) {
    String by = "dateadd(second, -" + time.toSeconds() + ", ";
    database.execute(
        "update {schema}.exsync_lease set due = "
            + (by + "due), lease_until = ")
            + (by + "lease_until), marked_due = ")
            + (by + "marked_due), listed_at = ")
            + (by + "listed_at)"));
  }
}

package io.exchangesync.ejb.store;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.ChangeQueue;
import io.exchangesync.core.port.ChangeQueueContract;
import io.exchangesync.core.port.CursorStore;
import io.exchangesync.core.port.CursorStoreContract;
import io.exchangesync.core.port.HoldStore;
import io.exchangesync.core.port.HoldStoreContract;
import io.exchangesync.core.port.Journal;
import io.exchangesync.core.port.JournalContract;
import io.exchangesync.core.port.LeaseStore;
import io.exchangesync.core.port.LeaseStoreContract;
import io.exchangesync.core.port.LinkStore;
import io.exchangesync.core.port.LinkStoreContract;
import io.exchangesync.core.port.MailboxStore;
import io.exchangesync.core.port.MailboxStoreContract;
import io.exchangesync.ejb.plain.PlainContainer;
import io.exchangesync.ejb.plain.TestDatabase;
import io.exchangesync.ejb.store.query.RunQueries;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** Every store contract, run against the JPA stores on one database. */
abstract class JpaStoreContracts {
  private TestDatabase database;
  private Beans beans;

  abstract TestDatabase database();

  @BeforeEach
  void emptyTables() {
    database = database();
    beans = new Beans(database);
  }

  @Nested
  class Links extends LinkStoreContract {
    @Override
    protected LinkStore links() {
      return beans.links();
    }
  }

  @Nested
  class Cursors extends CursorStoreContract {
    @Override
    protected CursorStore cursors() {
      return beans.cursors();
    }
  }

  @Nested
  class Changes extends ChangeQueueContract {
    @Override
    protected ChangeQueue changes() {
      return beans.changes();
    }
  }

  @Nested
  class Mailboxes extends MailboxStoreContract {
    @Override
    protected MailboxStore mailboxes() {
      return beans.mailboxes();
    }
  }

  @Nested
  class Journals extends JournalContract {
    @Override
    protected Journal journal() {
      return beans.journal();
    }

    @Override
    protected Map<Journal.Tally, Integer> counted(long run) {
      return beans.inTransaction(em -> new RunQueries(em).counts(run, Kind.APPOINTMENT));
    }
  }

  @Nested
  class Holds extends HoldStoreContract {
    @Override
    protected HoldStore holds() {
      return beans.holds();
    }

    @Override
    protected void release(int holdId) {
      beans.inTransaction(em -> new HoldDesk(em).release(holdId));
    }
  }

  @Nested
  class Leases extends LeaseStoreContract {
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

    @Override
    protected void pass(Duration time) {
      String earlier = "dateadd(second, -" + time.toSeconds() + ", ";
      database.execute(
          "update {schema}.exsync_lease set due = "
              + earlier
              + "due), lease_until = "
              + earlier
              + "lease_until), marked_due = "
              + earlier
              + "marked_due)");
    }
  }

  /** The beans as a container would offer them. */
  static final class Beans {
    private final PlainContainer container;
    private final EntityManager em;
    private final Keys keys;
    private final DatabaseTime time;

    Beans(TestDatabase database) {
      container = database.container();
      em = container.entityManager();
      keys = container.bean(Keys.class, new KeyBlocks(em));
      time = database.time();
    }

    LinkStore links() {
      return container.bean(LinkStore.class, new JpaLinkStore(em, keys));
    }

    CursorStore cursors() {
      return container.bean(CursorStore.class, new JpaCursorStore(em));
    }

    ChangeQueue changes() {
      return container.bean(ChangeQueue.class, new JpaChangeQueue(em, keys));
    }

    MailboxStore mailboxes() {
      return container.bean(MailboxStore.class, new JpaMailboxStore(em, keys));
    }

    Journal journal() {
      return container.bean(Journal.class, new JpaJournal(em, keys));
    }

    HoldStore holds() {
      return container.bean(HoldStore.class, new JpaHoldStore(em, keys));
    }

    LeaseStore leases() {
      return container.bean(LeaseStore.class, new JpaLeaseStore(em, time));
    }

    <T> T inTransaction(java.util.function.Function<EntityManager, T> work) {
      return container.inTransaction(() -> work.apply(em));
    }
  }
}

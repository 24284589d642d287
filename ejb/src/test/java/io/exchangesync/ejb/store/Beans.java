package io.exchangesync.ejb.store;

import io.exchangesync.core.port.ChangeQueue;
import io.exchangesync.core.port.CursorStore;
import io.exchangesync.core.port.HoldStore;
import io.exchangesync.core.port.Journal;
import io.exchangesync.core.port.LeaseStore;
import io.exchangesync.core.port.LinkStore;
import io.exchangesync.core.port.MailboxStore;
import io.exchangesync.core.port.MemberKeys;
import io.exchangesync.ejb.plain.PlainContainer;
import io.exchangesync.ejb.plain.TestDatabase;
import jakarta.persistence.EntityManager;
import java.util.function.Function;

/** The stores as a container would offer them. */
final class Beans {
  private final PlainContainer container;
  private final EntityManager em;
  private final Keys keys;
  private final TestDatabase database;

  Beans(TestDatabase database) {
    this.database = database;
    container = database.container();
    em = container.entityManager();
    keys = container.bean(Keys.class, new KeyBlocks(em));
  }

  Keys keys() {
    return keys;
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
    return container.bean(LeaseStore.class, new JpaLeaseStore(em, database.time()));
  }

  MemberKeys memberKeys() {
    return container.bean(MemberKeys.class, new JpaMemberKeys(em));
  }

  <T> T inTransaction(Function<EntityManager, T> work) {
    return container.inTransaction(() -> work.apply(em));
  }
}

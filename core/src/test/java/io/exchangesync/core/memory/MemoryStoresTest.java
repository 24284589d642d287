package io.exchangesync.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.LogPosition;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class MemoryStoresTest {
  private final MemoryStores stores = new MemoryStores(Clock.systemUTC());

  @Test
  void aRollbackPutsEverythingBack() {
    stores.cursors().moveMailbox(1, Kind.APPOINTMENT, "before");

    stores.begin();
    stores.cursors().moveMailbox(1, Kind.APPOINTMENT, "inside");
    stores.cursors().moveLog(new LogPosition(5));
    stores.rollback();

    assertThat(stores.cursors().mailboxPosition(1, Kind.APPOINTMENT)).contains("before");
    assertThat(stores.cursors().logPosition()).isEmpty();
  }

  @Test
  void aFailingCommitPutsEverythingBackOnce() {
    stores.failNextCommit(new IllegalStateException("disk full"));

    assertThatThrownBy(() -> stores.transactional(this::moveLog)).hasMessage("disk full");
    assertThat(stores.cursors().logPosition()).isEmpty();

    stores.transactional(this::moveLog);
    assertThat(stores.cursors().logPosition()).isPresent();
    assertThat(stores.inTransaction()).isFalse();
  }

  private boolean moveLog() {
    stores.cursors().moveLog(new LogPosition(5));
    return true;
  }
}

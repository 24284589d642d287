package io.exchangesync.ejb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.core.port.LogPosition;
import io.exchangesync.ejb.plain.TestDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Two who read SuperOffice's change log for the very first time at the same moment. */
class CursorRaceTest {
  private final TestDatabase database = TestDatabase.h2();
  private final Beans beans = new Beans(database);

  @Test
  void bothFirstReadersOfTheChangeLogKeepTheirTransactions() throws Exception {
    assertThat(beans.cursors().logPosition()).isEmpty();
    CompletableFuture<Void> second =
        database
            .container()
            .inNewTransaction(
                () -> {
                  beans.cursors().moveLog(new LogPosition(41));
                  CompletableFuture<Void> waiting = CompletableFuture.runAsync(this::moveOn);
                  assertThatThrownBy(() -> waiting.get(500, TimeUnit.MILLISECONDS))
                      .isInstanceOf(TimeoutException.class);
                  return waiting;
                });
    second.get(30, TimeUnit.SECONDS);
    assertThat(beans.cursors().logPosition()).contains(new LogPosition(42));
  }

  private void moveOn() {
    database.container().inTransaction(() -> beans.cursors().moveLog(new LogPosition(42)));
  }
}

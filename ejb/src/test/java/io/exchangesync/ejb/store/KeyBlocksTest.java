package io.exchangesync.ejb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.ejb.plain.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class KeyBlocksTest {
  private final Beans beans = new Beans(TestDatabase.h2());

  @Test
  void blocksNeverOverlapWhoeverAsks() throws Exception {
    List<Integer> keys = Collections.synchronizedList(new ArrayList<>());
    Callable<Void> work =
        () -> {
          for (int i = 0; i < 20; i++) {
            int first = beans.keys().reserve("exsync_link", 3);
            keys.addAll(List.of(first, first + 1, first + 2));
          }
          return null;
        };
    ExecutorService workers = Executors.newFixedThreadPool(4);
    try {
      for (Future<Void> done : workers.invokeAll(Collections.nCopies(4, work))) {
        done.get();
      }
    } finally {
      workers.shutdownNow();
    }

    assertThat(keys).hasSize(240).doesNotHaveDuplicates();
  }

  @Test
  void aRolledBackCallerUsesUpItsKeys() {
    List<Integer> first = new ArrayList<>();
    assertThatThrownBy(
            () ->
                beans.inTransaction(
                    em -> {
                      first.add(beans.keys().reserve("exsync_link", 1));
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessage("rolled back");

    assertThat(beans.keys().reserve("exsync_link", 1)).isGreaterThan(first.get(0));
  }

  @Test
  void anUnknownTableIsRefused() {
    assertThatThrownBy(() -> beans.keys().reserve("nothing", 1))
        .isInstanceOf(IllegalStateException.class);
  }
}

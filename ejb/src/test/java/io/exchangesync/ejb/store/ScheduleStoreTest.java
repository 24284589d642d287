package io.exchangesync.ejb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.ejb.plain.TestDatabase;
import io.exchangesync.ejb.store.ScheduleStore.Schedule;
import io.exchangesync.ejb.store.ScheduleStore.Timer;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ScheduleStoreTest {
  private static final Schedule OFTEN =
      new Schedule("appointments", Timer.ON, Duration.ofSeconds(10));
  private final Beans beans = new Beans(TestDatabase.h2());

  @Test
  void aSavedScheduleReplacesTheOlderOne() {
    change(s -> s.save(new Schedule("appointments", Timer.OFF, Duration.ofSeconds(60))));
    change(s -> s.save(OFTEN));

    assertThat(ask((ScheduleStore s) -> s.of("appointments"))).contains(OFTEN);
    assertThat(ask((ScheduleStore s) -> s.of("housekeeping"))).isEmpty();
  }

  @Test
  void pausingEverythingKeepsEachJobsSchedule() {
    change(s -> s.save(OFTEN));
    assertThat(ask(ScheduleStore::paused)).isFalse();

    change(ScheduleStore::pauseAll);
    assertThat(ask(ScheduleStore::paused)).isTrue();
    assertThat(ask(ScheduleStore::all)).containsExactly(OFTEN);

    change(ScheduleStore::resumeAll);
    assertThat(ask(ScheduleStore::paused)).isFalse();
  }

  @Test
  void anIntervalIsAtLeastASecond() {
    assertThatThrownBy(() -> new Schedule("a", Timer.ON, Duration.ofMillis(999)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private <T> T ask(Function<ScheduleStore, T> question) {
    return beans.inTransaction(em -> question.apply(new ScheduleStore(em)));
  }

  private void change(Consumer<ScheduleStore> change) {
    ask(
        store -> {
          change.accept(store);
          return true;
        });
  }
}

package io.exchangesync.batch.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimetableTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  @Test
  void jobsWithTheSameIntervalStayTogetherSoThatTheLogIsReadOnceForAll() {
    Timetable timetable = new Timetable(List.of("tasks", "contacts", "appointments"), NOW);
    Instant now = NOW;
    for (int tick = 0; tick < 5; tick++) {
      assertThat(timetable.due(now)).containsExactly("appointments", "contacts", "tasks");
      Instant behindTheWork = now.plusMillis(700);
      timetable.due(now).forEach(job -> timetable.set(job, behindTheWork.plusSeconds(10)));
      assertThat(timetable.pause(behindTheWork)).isEqualTo(Duration.ofSeconds(10));
      now = behindTheWork.plusSeconds(10);
    }
  }

  @Test
  void aJobThatIsAlmostDueIsTakenAlong() {
    Timetable timetable = new Timetable(List.of("tasks", "appointments"), NOW);
    timetable.set("tasks", NOW.plusMillis(300));
    assertThat(timetable.due(NOW)).containsExactly("appointments", "tasks");
  }

  @Test
  void aJobOfAnotherIntervalWaitsForItsOwnTime() {
    Timetable timetable = new Timetable(List.of("tasks", "appointments"), NOW);
    timetable.set("tasks", NOW.plusSeconds(60));
    assertThat(timetable.due(NOW)).containsExactly("appointments");
    timetable.set("appointments", NOW.plusSeconds(10));
    assertThat(timetable.due(NOW)).isEmpty();
    assertThat(timetable.pause(NOW)).isEqualTo(Duration.ofSeconds(10));
    assertThat(timetable.pause(NOW.plusSeconds(11))).isZero();
  }
}

package io.exchangesync.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The server gets over an outage of its database without being restarted. */
class DatabaseOutageIT {
  private static final String START = "/jobs/appointments/executions";

  @Test
  void jobsStartAgainOnceTheDatabaseIsBack() throws Exception {
    try (var test = new ServerUnderTest("database-outage", 1)) {
      test.start(ServerUnderTest.smallCompany());
      assertThat(test.admin().get("/jobs").toString()).contains("appointments");

      test.database().process().kill();
      assertThat(starts(test)).as("a job starts without a database").isFalse();
      test.database().start();

      await().atMost(Duration.ofSeconds(60)).until(() -> starts(test));
    }
  }

  private static boolean starts(ServerUnderTest test) {
    return test.admin().send("POST", START, Optional.of(Map.of())).succeeded();
  }
}

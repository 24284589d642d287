package io.exchangesync.demo.launch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Starts a job through the admin API and follows its execution to the end. */
public final class JobRun {
  private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "STOPPED", "ABANDONED");
  private static final int CONFLICT = 409;
  private static final Duration POLL = Duration.ofMillis(300);

  private final AdminClient admin;
  private final String job;

  public JobRun(AdminClient admin, String job) {
    this.admin = admin;
    this.job = job;
  }

  /**
   * Starts the job, or follows the execution that is running already, and waits for its end.
   *
   * @return the execution as the admin API shows it
   * @throws ProcessFailure if it has not ended in time
   */
  public JsonNode toEnd(Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<String> execution = startOrFind();
      if (execution.isPresent()) {
        return follow(execution.get(), deadline);
      }
      pause();
    }
    throw new ProcessFailure(job + " could not be started within " + timeout.toSeconds() + " s");
  }

  private Optional<String> startOrFind() {
    var answer = admin.send("POST", "/jobs/" + job + "/executions", Optional.of(Map.of()));
    if (answer.succeeded()) {
      return Optional.of(answer.location().orElseThrow().toString());
    }
    if (answer.status() != CONFLICT) {
      throw new AdminFailure("starting " + job + ": " + answer.text(), answer.status());
    }
    return running();
  }

  private Optional<String> running() {
    return DemoLinks.items(admin.get("/jobs/" + job + "/executions?limit=5")).stream()
        .filter(execution -> !ENDED.contains(execution.path("status").asText()))
        .map(execution -> "/executions/" + execution.path("id").asText())
        .findFirst();
  }

  private JsonNode follow(String execution, long deadline) {
    while (System.nanoTime() < deadline) {
      JsonNode state = admin.get(execution);
      if (ENDED.contains(state.path("status").asText())) {
        return state;
      }
      pause();
    }
    throw new ProcessFailure(execution + " has not ended in time");
  }

  private static void pause() {
    try {
      Thread.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}

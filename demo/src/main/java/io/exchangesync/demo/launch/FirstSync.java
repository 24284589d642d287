package io.exchangesync.demo.launch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs the jobs until every linked mailbox has had its first synchronization; work is done in
 * slices, and the product's own timers start executions too, so that may take several of them.
 */
final class FirstSync {
  private static final List<String> JOBS =
      List.of("appointments", "tasks", "contacts", "selections");
  private static final Duration TIME = Duration.ofMinutes(10);

  private final AdminClient admin;
  private final Set<String> earlier;

  /** Make it before users are linked: what ran before that does not count. */
  FirstSync(AdminClient admin) {
    this.admin = admin;
    this.earlier = Set.copyOf(executions());
  }

  /**
   * Every execution there was since this was made, as the admin API shows it.
   *
   * @throws ProcessFailure if one does not complete, or mailboxes are still waiting in the end
   */
  List<JsonNode> run() {
    Instant deadline = Instant.now().plus(TIME);
    do {
      JOBS.forEach(this::toEnd);
      if (Instant.now().isAfter(deadline)) {
        throw new ProcessFailure("Mailboxes still wait for their first synchronization");
      }
    } while (isAnyWaiting());
    return executions().stream()
        .filter(id -> !earlier.contains(id))
        .map(id -> admin.get("/executions/" + id))
        .toList();
  }

  private void toEnd(String job) {
    JsonNode execution = new JobRun(admin, job).toEnd(TIME);
    if (!execution.path("status").asText().equals("COMPLETED")) {
      throw new ProcessFailure("The synchronization did not complete: " + execution);
    }
  }

  private Set<String> executions() {
    return JOBS.stream()
        .flatMap(
            job -> DemoLinks.items(admin.get("/jobs/" + job + "/executions?limit=50")).stream())
        .map(execution -> execution.path("id").asText())
        .collect(Collectors.toSet());
  }

  private boolean isAnyWaiting() {
    return DemoLinks.items(admin.get("/mailboxes?limit=200")).stream()
        .anyMatch(mailbox -> mailbox.path("state").asText().equals("FIRST_LINK"));
  }
}

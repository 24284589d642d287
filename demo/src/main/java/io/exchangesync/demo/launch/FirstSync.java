package io.exchangesync.demo.launch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs job appointments until every linked mailbox has had its first synchronization; work is done
 * in slices, so that may take more than one execution.
 */
final class FirstSync {
  private static final Duration TIME = Duration.ofMinutes(10);
  private static final int EXECUTIONS = 20;

  private final AdminClient admin;

  FirstSync(AdminClient admin) {
    this.admin = admin;
  }

  /** The executions it took, at least one. */
  List<JsonNode> run() {
    var executions = new ArrayList<JsonNode>();
    var job = new JobRun(admin, "appointments");
    do {
      JsonNode execution = job.toEnd(TIME);
      executions.add(execution);
      if (!execution.path("status").asText().equals("COMPLETED")) {
        throw new ProcessFailure("The synchronization did not complete: " + execution);
      }
    } while (isAnyWaiting() && executions.size() < EXECUTIONS);
    return executions;
  }

  private boolean isAnyWaiting() {
    return DemoLinks.items(admin.get("/mailboxes?limit=200")).stream()
        .anyMatch(mailbox -> mailbox.path("state").asText().equals("FIRST_LINK"));
  }
}

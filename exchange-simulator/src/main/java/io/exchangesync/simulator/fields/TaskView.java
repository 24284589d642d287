package io.exchangesync.simulator.fields;

import io.exchangesync.simulator.store.Value;
import java.util.Map;
import java.util.Optional;

/** What a server computes from a task's stored properties; nobody is assigned a task here. */
final class TaskView {
  private static final Map<String, String> DESCRIPTIONS =
      Map.of(
          "NotStarted", "Not Started",
          "InProgress", "In Progress",
          "Completed", "Completed",
          "WaitingOnOthers", "Waiting on someone else",
          "Deferred", "Deferred");

  private TaskView() {}

  static Optional<Value> value(ItemView view, String uri) {
    return switch (uri) {
      case "task:IsComplete" -> Optional.of(Value.of(status(view).equals("Completed")));
      case "task:IsRecurring" ->
          Optional.of(Value.of(view.item().get("task:Recurrence").isPresent()));
      case "task:IsTeamTask" -> Optional.of(Value.of(false));
      case "task:IsAssignmentEditable" -> Optional.of(Value.of("0"));
      case "task:DelegationState" -> Optional.of(Value.of("NoMatch"));
      case "task:Owner" -> Optional.of(Value.of(view.mailbox().displayName()));
      case "task:StatusDescription" ->
          Optional.ofNullable(DESCRIPTIONS.get(status(view))).map(Value::of);
      default -> view.item().get(uri);
    };
  }

  private static String status(ItemView view) {
    return view.item().text("task:Status").orElse("NotStarted");
  }
}

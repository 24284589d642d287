package io.exchangesync.demo.launch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the person who started the demonstration reads: what was done, and how to go on. */
final class Summary {
  private Summary() {}

  /** The decisions of one or more executions, added up per decision and reason. */
  static String decisions(List<JsonNode> executions) {
    var counts = new TreeMap<String, Integer>();
    for (JsonNode execution : executions) {
      for (JsonNode count : execution.path("counts")) {
        counts.merge(what(count), count.path("count").asInt(), Integer::sum);
      }
    }
    var text = new StringBuilder();
    counts.forEach((what, count) -> text.append("  %6d  %s%n".formatted(count, what)));
    return counts.isEmpty() ? "  nothing to do\n" : text.toString();
  }

  private static String what(JsonNode count) {
    return "%-20s %-28s %s"
        .formatted(
            count.path("decision").asText(),
            count.path("reason").asText(),
            count.path("text").asText())
        .stripTrailing();
  }

  /** Addresses and sign-in. */
  static String addresses(DemoProcesses processes) {
    var server = processes.server();
    var lines =
        Map.of(
            "1 Admin API",
            server.api() + "  (e.g. " + server.api() + "/mailboxes)",
            "2 OpenAPI",
            server.openApi().toString(),
            "3 Console",
            server.console() + "  (Runtime > server > Batch)",
            "4 Health, metrics",
            server.health() + "  " + server.metrics(),
            "5 Exchange (EWS)",
            processes.simulator().ews().toString(),
            "6 SuperOffice (JDBC)",
            processes.database().jdbcUrl());
    var text = new StringBuilder();
    new TreeMap<>(lines)
        .forEach((name, value) -> text.append("  %-20s %s%n".formatted(name.substring(2), value)));
    return text.append(signIn()).toString();
  }

  private static String signIn() {
    var text = new StringBuilder();
    for (var user : List.of(DemoUsers.ADMINISTRATOR, DemoUsers.OPERATOR, DemoUsers.VIEWER)) {
      text.append(
          "  %-20s %s / %s (%s)%n"
              .formatted("Sign in", user.name(), user.password(), user.roles().get(0)));
    }
    return text.toString();
  }
}

package io.exchangesync.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.exchangesync.simulator.faults.Effect;
import io.exchangesync.simulator.faults.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads fault rules from JSON: effect (serverBusy, itemError, http, delay, cutBefore, cutMidway,
 * lostReply), its values, and operation, mailbox, skip, times (1), percent (100), seed (0).
 */
final class FaultRules {
  private FaultRules() {}

  /**
   * @throws IllegalArgumentException when it is no rule
   */
  static List<Rule> read(JsonNode input) {
    List<Rule> rules = new ArrayList<>();
    for (JsonNode each : input.isArray() ? input : List.of(input)) {
      rules.add(rule(each));
    }
    return rules;
  }

  private static Rule rule(JsonNode json) {
    return new Rule(
        effect(json),
        text(json, "operation"),
        text(json, "mailbox"),
        json.path("skip").asInt(0),
        json.path("times").asInt(1),
        json.path("percent").asInt(100),
        json.path("seed").asLong(0));
  }

  private static Effect effect(JsonNode json) {
    String effect = ControlCommands.text(json, "effect");
    return switch (effect) {
      case "serverBusy" -> new Effect.ServerBusy(json.path("backOffMilliseconds").asInt(1000));
      case "itemError" ->
          new Effect.ItemError(
              text(json, "code").orElse("ErrorServerBusy"), number(json, "backOffMilliseconds"));
      case "http" ->
          new Effect.HttpStatus(json.path("status").asInt(503), number(json, "retryAfterSeconds"));
      case "delay" -> new Effect.Delay(json.path("milliseconds").asInt(1000));
      case "cutBefore" -> new Effect.CutBefore();
      case "cutMidway" -> new Effect.CutMidway();
      case "lostReply" -> new Effect.LostReply();
      default -> throw new IllegalArgumentException("there is no effect " + effect);
    };
  }

  private static Optional<String> text(JsonNode json, String field) {
    return Optional.of(json.path(field).asText("")).filter(text -> !text.isEmpty());
  }

  private static OptionalInt number(JsonNode json, String field) {
    return json.has(field) ? OptionalInt.of(json.path(field).asInt()) : OptionalInt.empty();
  }
}

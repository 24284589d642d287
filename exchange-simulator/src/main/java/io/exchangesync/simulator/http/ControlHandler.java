package io.exchangesync.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exchangesync.simulator.meetings.Outbox;
import io.exchangesync.simulator.ops.Services;
import io.exchangesync.simulator.ops.Stats;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The control endpoint for tests and the demo; only callers on this machine may use it. */
final class ControlHandler implements HttpHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Services services;
  private final ControlCommands commands;
  private final OAuthCommands oauth;

  ControlHandler(Services services) {
    this.services = services;
    this.commands = new ControlCommands(services);
    this.oauth = new OAuthCommands(services.oauth());
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws IOException {
    exchange.startBlocking();
    byte[] body = exchange.getInputStream().readAllBytes();
    if (!exchange.getSourceAddress().getAddress().isLoopbackAddress()) {
      reply(exchange, StatusCodes.FORBIDDEN, problem("only callers on this machine may do this"));
      return;
    }
    String command =
        exchange.getRequestMethod() + " " + exchange.getRequestPath().replaceFirst("/+$", "");
    try {
      JsonNode input = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
      dispatch(exchange, command, input);
    } catch (IllegalArgumentException | JsonProcessingException wrong) {
      reply(exchange, StatusCodes.BAD_REQUEST, problem(wrong.getMessage()));
    }
  }

  private void dispatch(HttpServerExchange exchange, String command, JsonNode input)
      throws IOException {
    switch (command) {
      case "GET /control/health" -> ok(exchange, JSON.createObjectNode().put("status", "UP"));
      case "GET /control/stats" -> ok(exchange, stats());
      case "POST /control/reset-stats" -> {
        services.stats().reset();
        ok(exchange, JSON.createObjectNode());
      }
      case "GET /control/outbox" -> ok(exchange, outbox());
      case "POST /control/reset-outbox" -> {
        services.outbox().clear();
        ok(exchange, JSON.createObjectNode());
      }
      case "POST /control/faults" -> {
        FaultRules.read(input).forEach(services.faults()::add);
        ok(exchange, JSON.createObjectNode().put("rules", services.faults().rules().size()));
      }
      case "DELETE /control/faults" -> {
        services.faults().clear();
        ok(exchange, JSON.createObjectNode());
      }
      case "POST /control/mailboxes" -> {
        commands.addMailboxes(input);
        ok(exchange, mailboxes());
      }
      case "GET /control/mailboxes" -> ok(exchange, mailboxes());
      case "POST /control/groups" -> {
        commands.addGroup(input);
        ok(exchange, JSON.createObjectNode());
      }
      case "POST /control/delegates" -> {
        commands.delegate(input);
        ok(exchange, JSON.createObjectNode());
      }
      case "POST /control/tokens" -> {
        services
            .accounts()
            .acceptToken(
                ControlCommands.text(input, "token"), ControlCommands.text(input, "application"));
        ok(exchange, JSON.createObjectNode());
      }
      case "POST /control/applications" -> {
        oauth.application(input);
        ok(exchange, JSON.createObjectNode());
      }
      case "POST /control/issued-tokens" ->
          ok(exchange, oauth.tokens(input, JSON.createObjectNode()));
      case "POST /control/token-faults" -> {
        oauth.fault(input);
        ok(exchange, JSON.createObjectNode());
      }
      case "POST /control/oddities" -> {
        commands.oddities(input);
        ok(exchange, JSON.createObjectNode());
      }
      case "POST /control/items" -> {
        commands.tamper(input);
        ok(exchange, JSON.createObjectNode());
      }
      default -> reply(exchange, StatusCodes.NOT_FOUND, problem("no command " + command));
    }
  }

  private ObjectNode stats() {
    ObjectNode json = JSON.createObjectNode();
    json.put("requests", services.stats().requests());
    ObjectNode operations = json.putObject("operations");
    for (Map.Entry<String, Map<String, Stats.Count>> operation :
        services.stats().counts().entrySet()) {
      ObjectNode byMailbox = operations.putObject(operation.getKey());
      operation
          .getValue()
          .forEach(
              (mailbox, count) ->
                  byMailbox
                      .putObject(mailbox)
                      .put("requests", count.requests())
                      .put("items", count.items()));
    }
    return json;
  }

  private ObjectNode outbox() {
    ObjectNode json = JSON.createObjectNode();
    json.put("count", services.outbox().mails().size());
    ArrayNode mails = json.putArray("mails");
    for (Outbox.Mail mail : services.outbox().mails()) {
      mails
          .addObject()
          .put("sent", mail.sent().toString())
          .put("kind", mail.kind().name())
          .put("from", mail.from())
          .put("to", mail.to())
          .put("subject", mail.subject())
          .put("uid", mail.uid());
    }
    return json;
  }

  private ArrayNode mailboxes() {
    ArrayNode json = JSON.createArrayNode();
    services
        .store()
        .mailboxes()
        .forEach(
            mailbox ->
                json.addObject()
                    .put("smtp", mailbox.info().smtp())
                    .put("displayName", mailbox.info().displayName()));
    return json;
  }

  private static ObjectNode problem(String why) {
    return JSON.createObjectNode().put("problem", why);
  }

  private static void ok(HttpServerExchange exchange, JsonNode json) throws IOException {
    reply(exchange, StatusCodes.OK, json);
  }

  private static void reply(HttpServerExchange exchange, int status, JsonNode json)
      throws IOException {
    byte[] bytes = json.toPrettyString().getBytes(StandardCharsets.UTF_8);
    Replies.body(exchange, status, "application/json", bytes);
  }
}

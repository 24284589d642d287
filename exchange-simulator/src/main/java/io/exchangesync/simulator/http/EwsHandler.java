package io.exchangesync.simulator.http;

import io.exchangesync.simulator.auth.Access;
import io.exchangesync.simulator.auth.Caller;
import io.exchangesync.simulator.faults.Effect;
import io.exchangesync.simulator.ops.Operations;
import io.exchangesync.simulator.ops.Services;
import io.exchangesync.simulator.soap.Envelope;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.soap.SoapRequest;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes SOAP requests over HTTP: sign-in, fault rules, the operation, the answer. */
final class EwsHandler implements HttpHandler {
  private static final HttpString REQUEST_ID = new HttpString("request-id");
  private static final HttpString CLIENT_REQUEST_ID = new HttpString("client-request-id");
  private static final HttpString DIAGNOSTICS = new HttpString("x-ms-diagnostics");
  private static final HttpString FRONT_END = new HttpString("X-FEServer");
  private static final HttpString BACK_END = new HttpString("X-TargetBEServer");

  private static final System.Logger LOG = System.getLogger(EwsHandler.class.getName());

  private final Services services;
  private final Operations operations;

  EwsHandler(Services services) {
    this.services = services;
    this.operations = new Operations(services);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws IOException {
    exchange.startBlocking();
    exchange.getResponseHeaders().put(REQUEST_ID, UUID.randomUUID().toString());
    exchange.getResponseHeaders().put(FRONT_END, "SIM-FE1");
    exchange.getResponseHeaders().put(BACK_END, "sim-be1.simulator.example");
    Optional.ofNullable(exchange.getRequestHeaders().getFirst(CLIENT_REQUEST_ID))
        .ifPresent(id -> exchange.getResponseHeaders().put(CLIENT_REQUEST_ID, id));
    Optional<String> authorization =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION));
    String host = exchange.getHostName();
    Optional<Caller> caller = services.accounts().authenticate(authorization, host);
    byte[] body = exchange.getInputStream().readAllBytes();
    if (caller.isEmpty()) {
      services
          .accounts()
          .diagnosis(authorization, host)
          .ifPresent(why -> exchange.getResponseHeaders().put(DIAGNOSTICS, why));
      Replies.unauthorized(exchange);
    } else if (!exchange.getRequestMethod().equals(Methods.POST)) {
      Replies.status(exchange, StatusCodes.METHOD_NOT_ALLOWED, Map.of());
    } else {
      answer(exchange, caller.get(), body);
    }
  }

  private void answer(HttpServerExchange exchange, Caller caller, byte[] body) throws IOException {
    try {
      SoapRequest request = SoapRequest.parse(body);
      Access access = Access.of(services.store(), caller, request.impersonated());
      operations.count(request, access);
      List<Effect> effects = services.faults().forRequest(request.name(), access.actsFor());
      if (FaultyReplies.insteadOf(exchange, effects)) {
        return;
      }
      byte[] reply = operations.answer(request, access);
      services.tap().get().seen(body, reply);
      if (!FaultyReplies.spoil(exchange, effects, reply)) {
        Replies.xml(exchange, StatusCodes.OK, reply);
      }
    } catch (SoapFault fault) {
      Replies.xml(exchange, StatusCodes.INTERNAL_SERVER_ERROR, Envelope.fault(fault));
    } catch (RuntimeException defect) {
      LOG.log(System.Logger.Level.ERROR, "a request could not be answered", defect);
      SoapFault fault =
          new SoapFault("ErrorInternalServerError", "An internal server error occurred: " + defect);
      Replies.xml(exchange, StatusCodes.INTERNAL_SERVER_ERROR, Envelope.fault(fault));
    }
  }
}

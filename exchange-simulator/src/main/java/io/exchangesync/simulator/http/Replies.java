package io.exchangesync.simulator.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.util.Map;

/** The plain kinds of HTTP answers. */
final class Replies {
  private Replies() {}

  static void xml(HttpServerExchange exchange, int status, byte[] body) throws IOException {
    body(exchange, status, "text/xml; charset=utf-8", body);
  }

  static void body(HttpServerExchange exchange, int status, String contentType, byte[] body)
      throws IOException {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, contentType);
    exchange.getResponseHeaders().put(Headers.CONTENT_LENGTH, body.length);
    exchange.getOutputStream().write(body);
    exchange.endExchange();
  }

  static void status(HttpServerExchange exchange, int status, Map<String, String> headers) {
    exchange.setStatusCode(status);
    headers.forEach(
        (name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    exchange.endExchange();
  }

  static void unauthorized(HttpServerExchange exchange) {
    exchange
        .getResponseHeaders()
        .add(Headers.WWW_AUTHENTICATE, "Basic realm=\"exchange.simulator\"")
        .add(Headers.WWW_AUTHENTICATE, "Bearer");
    status(exchange, StatusCodes.UNAUTHORIZED, Map.of());
  }
}

package io.exchangesync.exchange.ews;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A server that says exactly what a test wants, also what no proper server would say. */
final class StubServer implements AutoCloseable {
  /** One answer, written by the test. */
  interface Reply {
    void to(HttpExchange exchange) throws IOException;
  }

  /** A request as it arrived; header names in lower case. */
  record Received(Map<String, List<String>> headers, String body) {
    String header(String name) {
      return headers.entrySet().stream()
          .filter(e -> e.getKey().equalsIgnoreCase(name))
          .map(e -> e.getValue().get(0))
          .findFirst()
          .orElse("");
    }
  }

  static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
  static final SignIn.Basic BASIC = new SignIn.Basic("sync", "s3cret-Passw0rd");

  private final HttpServer server;
  private final Deque<Reply> replies = new ArrayDeque<>();
  private final List<Received> received = Collections.synchronizedList(new ArrayList<>());

  StubServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/EWS/Exchange.asmx");
  }

  EwsConnection connection(SignIn signIn, Access access) {
    return new EwsConnection(url(), signIn, access, 50, Duration.ofSeconds(2), Optional.empty());
  }

  EwsMailboxGateway gateway() {
    return gateway(BASIC, Access.IMPERSONATION);
  }

  EwsMailboxGateway gateway(SignIn signIn, Access access) {
    return new EwsMailboxGateway(
        EwsConnections.single(connection(signIn, access), ZONE), () -> "inst-1");
  }

  StubServer then(Reply reply) {
    replies.add(reply);
    return this;
  }

  /** Answers HTTP 200 with these response messages. */
  StubServer thenMessages(String operation, String messages) {
    return then(xml(200, envelope(operation, messages)));
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  static Mailbox mailbox() {
    return new Mailbox(
        1,
        1,
        "anna@example.com",
        Mailbox.BackEnd.EWS,
        Set.of(Kind.APPOINTMENT),
        0,
        Mailbox.State.ACTIVE,
        Optional.empty(),
        Instant.EPOCH);
  }

  static Reply xml(int status, String body) {
    return raw(status, "text/xml; charset=utf-8", body.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  static Reply status(int status, Map<String, String> headers) {
    return raw(status, "text/plain", new byte[] {'-'}, headers);
  }

  static Reply raw(int status, String type, byte[] body, Map<String, String> headers) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      headers.forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    };
  }

  static String envelope(String operation, String messages) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
        + "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Header>"
        + "<h:ServerVersionInfo xmlns:h=\"http://schemas.microsoft.com/exchange/services/2006/types\""
        + " MajorVersion=\"15\" MinorVersion=\"2\" MajorBuildNumber=\"1544\""
        + " MinorBuildNumber=\"4\"/></s:Header><s:Body><m:"
        + operation
        + "Response xmlns:m=\"http://schemas.microsoft.com/exchange/services/2006/messages\""
        + " xmlns:t=\"http://schemas.microsoft.com/exchange/services/2006/types\">"
        + "<m:ResponseMessages>"
        + messages
        + "</m:ResponseMessages></m:"
        + operation
        + "Response></s:Body></s:Envelope>";
  }

  static String fault(String code, String details) {
    return "<?xml version=\"1.0\"?><s:Envelope"
        + " xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault>"
        + "<faultcode xmlns:a=\"http://schemas.microsoft.com/exchange/services/2006/types\">a:"
        + code
        + "</faultcode><faultstring>It did not work.</faultstring><detail>"
        + "<e:ResponseCode xmlns:e=\"http://schemas.microsoft.com/exchange/services/2006/errors\">"
        + code
        + "</e:ResponseCode>"
        + details
        + "</detail></s:Fault></s:Body></s:Envelope>";
  }

  static String backOff(int millis) {
    return "<t:MessageXml xmlns:t=\"http://schemas.microsoft.com/exchange/services/2006/types\">"
        + "<t:Value Name=\"BackOffMilliseconds\">"
        + millis
        + "</t:Value></t:MessageXml>";
  }

  static String found(String itemContent) {
    return "<m:GetItemResponseMessage ResponseClass=\"Success\">"
        + "<m:ResponseCode>NoError</m:ResponseCode><m:Items>"
        + itemContent
        + "</m:Items></m:GetItemResponseMessage>";
  }

  static String item(String id, String content) {
    return "<t:CalendarItem><t:ItemId Id=\""
        + id
        + "\" ChangeKey=\"ck\"/>"
        + content
        + "</t:CalendarItem>";
  }

  static String times() {
    return "<t:Start>2026-05-12T07:00:00Z</t:Start><t:End>2026-05-12T08:00:00Z</t:End>";
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      received.add(new Received(Map.copyOf(exchange.getRequestHeaders()), body));
      Reply reply = replies.poll();
      if (reply == null) {
        exchange.sendResponseHeaders(501, -1);
      } else {
        reply.to(exchange);
      }
    }
  }
}

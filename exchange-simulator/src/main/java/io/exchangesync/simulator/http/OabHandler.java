package io.exchangesync.simulator.http;

import io.exchangesync.simulator.auth.Caller;
import io.exchangesync.simulator.faults.Effect;
import io.exchangesync.simulator.oab.AddressBooks;
import io.exchangesync.simulator.oab.Generation;
import io.exchangesync.simulator.ops.Services;
import io.exchangesync.simulator.soap.SoapFault;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.DateUtils;
import io.undertow.util.ETag;
import io.undertow.util.ETagUtils;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves the offline address book: conditional requests and the rest of a file from a byte on.
 *
 * <p>Fault rules name it as operation {@value #OPERATION}.
 */
final class OabHandler implements HttpHandler {
  static final String OPERATION = "OfflineAddressBook";

  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-");

  private final Services services;
  private final AddressBooks books;

  OabHandler(Services services, AddressBooks books) {
    this.services = services;
    this.books = books;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws IOException {
    exchange.startBlocking();
    Optional<Caller> caller =
        services
            .accounts()
            .authenticate(
                Optional.ofNullable(exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION)),
                exchange.getHostName());
    if (caller.isEmpty()) {
      Replies.unauthorized(exchange);
    } else if (!exchange.getRequestMethod().equals(Methods.GET)) {
      Replies.status(exchange, StatusCodes.METHOD_NOT_ALLOWED, Map.of());
    } else {
      answer(exchange, caller.get());
    }
  }

  private void answer(HttpServerExchange exchange, Caller caller) throws IOException {
    try {
      List<Effect> effects = services.faults().forRequest(OPERATION, caller.name());
      if (FaultyReplies.insteadOf(exchange, effects)) {
        return;
      }
      String path = exchange.getRequestPath().toLowerCase(Locale.ROOT);
      String folder = books.path().toLowerCase(Locale.ROOT);
      String name = path.startsWith(folder) ? path.substring(folder.length()) : "";
      Optional<Generation> generation =
          name.equals("oab.xml") ? Optional.of(books.newest()) : books.withFile(name);
      if (generation.isEmpty()) {
        Replies.status(exchange, StatusCodes.NOT_FOUND, Map.of());
        return;
      }
      send(exchange, generation.get(), name, effects);
    } catch (SoapFault busy) {
      Replies.status(exchange, StatusCodes.SERVICE_UNAVAILABLE, Map.of());
    }
  }

  private static void send(
      HttpServerExchange exchange, Generation generation, String name, List<Effect> effects)
      throws IOException {
    boolean manifest = name.equals("oab.xml");
    byte[] body = manifest ? generation.manifest() : generation.file();
    ETag tag = new ETag(false, name + "-" + generation.sequence());
    Date made = Date.from(generation.made());
    exchange.getResponseHeaders().put(Headers.ETAG, tag.toString());
    exchange.getResponseHeaders().put(Headers.LAST_MODIFIED, DateUtils.toDateString(made));
    exchange.getResponseHeaders().put(Headers.ACCEPT_RANGES, "bytes");
    if (!ETagUtils.handleIfNoneMatch(exchange, tag, true)
        || exchange.getRequestHeaders().getFirst(Headers.IF_NONE_MATCH) == null
            && !DateUtils.handleIfModifiedSince(exchange, made)) {
      Replies.status(exchange, StatusCodes.NOT_MODIFIED, Map.of());
      return;
    }
    int from = from(exchange, body.length);
    byte[] part = Arrays.copyOfRange(body, from, body.length);
    if (FaultyReplies.spoil(exchange, effects, part)) {
      return;
    }
    if (from > 0) {
      String range = "bytes " + from + "-" + (body.length - 1) + "/" + body.length;
      exchange.getResponseHeaders().put(Headers.CONTENT_RANGE, range);
    }
    Replies.body(
        exchange,
        from > 0 ? StatusCodes.PARTIAL_CONTENT : StatusCodes.OK,
        manifest ? "text/xml" : "application/octet-stream",
        part);
  }

  /** The first wanted byte; 0 for all, also if the range is none we know. */
  private static int from(HttpServerExchange exchange, int length) {
    String header = exchange.getRequestHeaders().getFirst(Headers.RANGE);
    Matcher range = RANGE.matcher(header == null ? "" : header);
    if (!range.matches() || Long.parseLong(range.group(1)) >= length) {
      return 0;
    }
    return Integer.parseInt(range.group(1));
  }
}

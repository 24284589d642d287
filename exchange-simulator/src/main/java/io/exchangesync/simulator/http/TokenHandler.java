package io.exchangesync.simulator.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exchangesync.simulator.oauth.AuthorizationServer;
import io.exchangesync.simulator.oauth.OAuthError;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The authorization server's paths: token endpoint and OpenID configuration of a tenant. */
final class TokenHandler implements HttpHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PATH =
      Pattern.compile("/([^/]+)/(oauth2/v2\\.0/token|v2\\.0/\\.well-known/openid-configuration)");
  private static final String TOKEN = "oauth2/v2.0/token";

  private final AuthorizationServer server;

  TokenHandler(AuthorizationServer server) {
    this.server = server;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws IOException {
    exchange.startBlocking();
    String body = new String(exchange.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher path = PATH.matcher(exchange.getRequestPath());
    String method = exchange.getRequestMethod().toString();
    if (!path.matches() || !method.equals(path.group(2).equals(TOKEN) ? "POST" : "GET")) {
      Replies.status(exchange, StatusCodes.NOT_FOUND, Map.of());
    } else if (path.group(2).equals(TOKEN)) {
      token(exchange, path.group(1), body);
    } else {
      configuration(exchange, path.group(1));
    }
  }

  private void token(HttpServerExchange exchange, String tenant, String body) throws IOException {
    try {
      AuthorizationServer.Grant grant =
          server.grant(tenant, form(body), exchange.getRequestURL(), exchange.getHostName());
      reply(
          exchange,
          StatusCodes.OK,
          JSON.createObjectNode()
              .put("token_type", "Bearer")
              .put("expires_in", grant.lifetime().toSeconds())
              .put("ext_expires_in", grant.lifetime().toSeconds())
              .put("access_token", grant.token()));
    } catch (OAuthError error) {
      ObjectNode json =
          JSON.createObjectNode()
              .put("error", error.error())
              .put("error_description", error.getMessage())
              .put("trace_id", UUID.randomUUID().toString())
              .put("correlation_id", UUID.randomUUID().toString());
      json.putArray("error_codes").add(error.number());
      error
          .retryAfterSeconds()
          .ifPresent(
              seconds ->
                  exchange
                      .getResponseHeaders()
                      .put(new HttpString("Retry-After"), String.valueOf(seconds)));
      reply(exchange, error.status(), json);
    }
  }

  private void configuration(HttpServerExchange exchange, String tenant) throws IOException {
    String root = own(exchange) + "/" + tenant;
    ObjectNode json =
        JSON.createObjectNode()
            .put("issuer", root + "/v2.0")
            .put("token_endpoint", root + "/" + TOKEN)
            .put("authorization_endpoint", root + "/oauth2/v2.0/authorize")
            .put("device_authorization_endpoint", root + "/oauth2/v2.0/devicecode")
            .put("jwks_uri", root + "/discovery/v2.0/keys");
    json.putArray("token_endpoint_auth_methods_supported")
        .add("client_secret_post")
        .add("private_key_jwt");
    reply(exchange, StatusCodes.OK, json);
  }

  private static String own(HttpServerExchange exchange) {
    return exchange.getRequestScheme() + "://" + exchange.getHostAndPort();
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return form;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void reply(HttpServerExchange exchange, int status, ObjectNode json)
      throws IOException {
    Replies.body(
        exchange, status, "application/json", json.toString().getBytes(StandardCharsets.UTF_8));
  }
}

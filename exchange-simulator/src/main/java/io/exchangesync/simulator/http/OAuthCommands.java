package io.exchangesync.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exchangesync.simulator.oauth.Application;
import io.exchangesync.simulator.oauth.AuthorizationServer;
import io.exchangesync.simulator.oauth.OAuthError;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** The commands of the control endpoint about applications and their tokens. */
final class OAuthCommands {
  private final AuthorizationServer server;

  OAuthCommands(AuthorizationServer server) {
    this.server = server;
  }

  /** Registers: tenant, clientId, secrets, certificates (PEM), roles (full access if absent). */
  void application(JsonNode input) {
    Set<String> roles =
        input.has("roles") ? texts(input.path("roles")) : Set.of(Application.FULL_ACCESS);
    List<X509Certificate> certificates = new ArrayList<>();
    texts(input.path("certificates")).forEach(pem -> certificates.add(certificate(pem)));
    server.register(
        new Application(
            ControlCommands.text(input, "tenant"),
            ControlCommands.text(input, "clientId"),
            texts(input.path("secrets")),
            certificates,
            roles));
  }

  /** How long tokens are good from now on (lifetimeSeconds), and whether all expire now. */
  ObjectNode tokens(JsonNode input, ObjectNode answer) {
    if (input.has("lifetimeSeconds")) {
      server.lifetime(Duration.ofSeconds(input.get("lifetimeSeconds").asLong()));
    }
    if (input.path("expireAll").asBoolean()) {
      server.expireAll();
    }
    return answer.put("issued", server.issued());
  }

  /** The next request for a token fails: status, error, number, text, retryAfterSeconds. */
  void fault(JsonNode input) {
    server.failNext(
        new OAuthError(
            input.path("status").asInt(503),
            input.path("error").asText("temporarily_unavailable"),
            input.path("number").asInt(90033),
            input.path("text").asText("A transient error has occurred. Please try again."),
            input.has("retryAfterSeconds")
                ? OptionalInt.of(input.get("retryAfterSeconds").asInt())
                : OptionalInt.empty()));
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new HashSet<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static X509Certificate certificate(String pem) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    } catch (CertificateException e) {
      throw new IllegalArgumentException("that is no certificate in PEM", e);
    }
  }
}

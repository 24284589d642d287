package io.exchangesync.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exchangesync.simulator.oauth.Application;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens are given to whom they belong, and open mailboxes for as long as they are good. */
class TokenEndpointTest extends RunningSimulator {
  private static final String TENANT = "11111111-2222-3333-4444-555555555555";
  private static final String CLIENT = "66666666-7777-8888-9999-000000000000";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static KeyPairs keys;
  private static KeyPairs others;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void makeKeys() throws Exception {
    keys = KeyPairs.make(folder.resolve("a"));
    others = KeyPairs.make(folder.resolve("b"));
  }

  @BeforeEach
  void register() {
    simulator
        .oauth()
        .register(
            new Application(
                TENANT,
                CLIENT,
                Set.of("s3cret"),
                java.util.List.of(keys.certificate()),
                Set.of(Application.FULL_ACCESS)));
  }

  @Test
  void aSecretGivesATokenThatOpensMailboxes() throws Exception {
    JsonNode answer = ask(TENANT, bySecret("s3cret"), 200);
    assertThat(answer.path("expires_in").asInt()).isEqualTo(3600);
    assertThat(ews(answer.path("access_token").asText()).statusCode()).isEqualTo(200);
    assertThat(simulator.oauth().issued()).isEqualTo(1);
  }

  @Test
  void anExpiredTokenIsRefusedAndTheReasonTold() throws Exception {
    String token = token(bySecret("s3cret"));
    simulator.oauth().expireAll();
    assertRefused(token, "token_expired");
    simulator.oauth().lifetime(Duration.ZERO);
    assertRefused(token(bySecret("s3cret")), "token_expired");
  }

  @Test
  void aTokenForAnotherResourceOpensNothing() throws Exception {
    Map<String, String> form = bySecret("s3cret");
    form.put("scope", "https://graph.microsoft.com/.default");
    assertRefused(token(form), "2000003");
  }

  @Test
  void anApplicationWithoutTheRoleOpensNothing() throws Exception {
    simulator
        .oauth()
        .register(Application.withSecret(TENANT, CLIENT, "s3cret").withRoles(Set.of("Mail.Read")));
    assertRefused(token(bySecret("s3cret")), "2000008");
  }

  @Test
  void wrongInputsAreToldApart() throws Exception {
    assertThat(number(ask(TENANT, bySecret("wrong"), 401))).isEqualTo(7000215);
    assertThat(number(ask("nowhere.example", bySecret("s3cret"), 400))).isEqualTo(90002);
    Map<String, String> unknown = bySecret("s3cret");
    unknown.put("client_id", "nobody");
    assertThat(number(ask(TENANT, unknown, 400))).isEqualTo(700016);
    Map<String, String> scope = bySecret("s3cret");
    scope.put("scope", "https://outlook.office365.com/EWS.AccessAsUser.All");
    assertThat(number(ask(TENANT, scope, 400))).isEqualTo(1002012);
    scope.put("scope", "https://elsewhere.example/.default");
    assertThat(number(ask(TENANT, scope, 400))).isEqualTo(500011);
    Map<String, String> nothing = bySecret("s3cret");
    nothing.remove("client_secret");
    assertThat(number(ask(TENANT, nothing, 401))).isEqualTo(7000216);
  }

  @Test
  void anAssertionIsVerifiedAndGoodOnce() throws Exception {
    Map<String, String> form = byAssertion(keys, endpoint(TENANT).toString());
    assertThat(ews(token(form)).statusCode()).isEqualTo(200);
    assertThat(number(ask(TENANT, form, 401))).isEqualTo(700030);
  }

  @Test
  void anAssertionByAnotherKeyOrForAnotherPlaceIsRefused() throws Exception {
    String endpoint = endpoint(TENANT).toString();
    assertThat(number(ask(TENANT, byAssertion(others, endpoint), 401))).isEqualTo(700027);
    KeyPairs forged = new KeyPairs(others.key(), keys.certificate());
    assertThat(number(ask(TENANT, byAssertion(forged, endpoint), 401))).isEqualTo(50013);
    assertThat(number(ask(TENANT, byAssertion(keys, "https://elsewhere.example/t"), 401)))
        .isEqualTo(700023);
  }

  @Test
  void theConfigurationNamesTheTokenEndpoint() throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(
                    simulator.authority(TENANT).resolve("v2.0/.well-known/openid-configuration"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(JSON.readTree(answer.body()).path("token_endpoint").asText())
        .isEqualTo(endpoint(TENANT).toString());
  }

  private void assertRefused(String token, String why) throws Exception {
    HttpResponse<String> answer = ews(token);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("x-ms-diagnostics").orElse("")).contains(why);
  }

  private HttpResponse<String> ews(String token) throws Exception {
    String body =
        "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'"
            + " xmlns:t='http://schemas.microsoft.com/exchange/services/2006/types'"
            + " xmlns:m='http://schemas.microsoft.com/exchange/services/2006/messages'><s:Header>"
            + "<t:RequestServerVersion Version='Exchange2010_SP2'/><t:ExchangeImpersonation>"
            + "<t:ConnectingSID><t:PrimarySmtpAddress>anna@example.com</t:PrimarySmtpAddress>"
            + "</t:ConnectingSID></t:ExchangeImpersonation></s:Header><s:Body><m:GetFolder>"
            + "<m:FolderShape><t:BaseShape>IdOnly</t:BaseShape></m:FolderShape><m:FolderIds>"
            + "<t:DistinguishedFolderId Id='calendar'/></m:FolderIds></m:GetFolder></s:Body>"
            + "</s:Envelope>";
    return http.send(
        HttpRequest.newBuilder(simulator.url())
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "text/xml; charset=utf-8")
            .POST(BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String token(Map<String, String> form) throws Exception {
    return ask(TENANT, form, 200).path("access_token").asText();
  }

  private JsonNode ask(String tenant, Map<String, String> form, int status) throws Exception {
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(endpoint(tenant)).POST(BodyPublishers.ofString(body)).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return JSON.readTree(answer.body());
  }

  private URI endpoint(String tenant) {
    return simulator.authority(tenant).resolve("oauth2/v2.0/token");
  }

  private static int number(JsonNode error) {
    return error.path("error_codes").path(0).asInt();
  }

  private static Map<String, String> bySecret(String secret) {
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("client_id", CLIENT);
    form.put("client_secret", secret);
    form.put("scope", "https://outlook.office365.com/.default");
    return form;
  }

  private static Map<String, String> byAssertion(KeyPairs by, String audience) throws Exception {
    String thumbprint =
        base64(MessageDigest.getInstance("SHA-256").digest(by.certificate().getEncoded()));
    long now = Instant.now().getEpochSecond();
    String signed =
        base64(utf8("{\"alg\":\"RS256\",\"x5t#S256\":\"" + thumbprint + "\"}"))
            + "."
            + base64(
                utf8(
                    JSON.createObjectNode()
                        .put("aud", audience)
                        .put("iss", CLIENT)
                        .put("sub", CLIENT)
                        .put("jti", UUID.randomUUID().toString())
                        .put("nbf", now)
                        .put("exp", now + 60)
                        .toString()));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(by.key());
    signature.update(utf8(signed));
    Map<String, String> form = bySecret("");
    form.remove("client_secret");
    form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    form.put("client_assertion", signed + "." + base64(signature.sign()));
    return form;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

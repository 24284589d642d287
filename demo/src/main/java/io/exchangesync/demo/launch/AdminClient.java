package io.exchangesync.demo.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** The admin API as an administrator's script uses it: JSON over HTTP with Basic sign-in. */
public final class AdminClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI root;
  private final String authorization;

  /**
   * @param root the admin API's root, without a closing slash
   */
  public AdminClient(URI root, DemoUsers.User user) {
    this.root = root;
    String credentials = user.name() + ":" + user.password();
    this.authorization =
        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }

  /** What the server answered: any status, the body as JSON (missing when empty or not JSON). */
  public record Answer(int status, JsonNode body, String text, Optional<URI> location) {
    /** True for 2xx. */
    public boolean succeeded() {
      return status / 100 == 2;
    }
  }

  /** The body of a successful GET. */
  public JsonNode get(String path) {
    return expectSuccess("GET", path, send("GET", path, Optional.empty()));
  }

  /** The body of a successful POST; {@code body} is written as JSON. */
  public JsonNode post(String path, Object body) {
    return expectSuccess("POST", path, send("POST", path, Optional.of(body)));
  }

  /** The body of a successful PUT; {@code body} is written as JSON. */
  public JsonNode put(String path, Object body) {
    return expectSuccess("PUT", path, send("PUT", path, Optional.of(body)));
  }

  /** Any request, whatever the server answers to it. */
  public Answer send(String method, String path, Optional<Object> body) {
    URI address = path.startsWith("http") ? URI.create(path) : URI.create(root + path);
    var request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", authorization)
            .header("Accept", "application/json, application/problem+json")
            .header("Content-Type", "application/json")
            .method(method, publisher(body))
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          parse(response.body()),
          response.body(),
          response.headers().firstValue("Location").map(address::resolve));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private JsonNode expectSuccess(String method, String path, Answer answer) {
    if (!answer.succeeded()) {
      throw new AdminFailure(
          method + " " + path + " was answered " + answer.status() + ": " + answer.text(),
          answer.status());
    }
    return answer.body();
  }

  private static BodyPublisher publisher(Optional<Object> body) {
    if (body.isEmpty()) {
      return BodyPublishers.noBody();
    }
    try {
      return BodyPublishers.ofString(JSON.writeValueAsString(body.get()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parse(String text) {
    try {
      return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}

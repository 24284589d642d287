package io.exchangesync.demo.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The Exchange simulator as a process with its mailboxes in a folder that is kept. */
public final class SimulatorProcess implements AutoCloseable {
  /** The account the product signs in with; it may impersonate every mailbox's owner. */
  public static final String SERVICE_USER = "svc-exsync@fjordline.example";

  public static final String SERVICE_PASSWORD = "service-demo";

  /** Every user's own password, as for Outlook. */
  public static final String USER_PASSWORD = "outlook-demo";

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String KEY_STORE = "simulator.p12";
  private static final String KEY_STORE_PASSWORD = "changeit";

  private final int port;
  private final Path folder;
  private final ManagedProcess process;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  /**
   * @param jar the simulator's runnable jar
   * @param folder where the mailboxes are kept
   * @param port of HTTP; HTTPS has the next one
   */
  public SimulatorProcess(Path jar, Path folder, int port, Path log) {
    this.port = port;
    this.folder = folder;
    this.process =
        new ManagedProcess(
            "Exchange simulator",
            Java.jar(
                jar,
                "512m",
                List.of(
                    "--port=" + port,
                    "--https-port=" + (port + 1),
                    "--data=" + folder.toAbsolutePath())),
            Map.of(),
            log);
  }

  /** Starts the simulator, waits until it answers and makes the product's account. */
  public void start() {
    if (ManagedProcess.listens(port)) {
      throw new ProcessFailure("port " + port + " is in use; is another simulator running?");
    }
    process.start();
    process.awaitPort(port, Duration.ofSeconds(60));
    control(
        "POST",
        "/mailboxes",
        Map.of(
            "smtp",
            SERVICE_USER,
            "displayName",
            "ExchangeSync",
            "password",
            SERVICE_PASSWORD,
            "impersonation",
            true));
  }

  /** Makes a mailbox; one that is there keeps its items. */
  public void addMailbox(String address, String displayName) {
    control(
        "POST",
        "/mailboxes",
        Map.of("smtp", address, "displayName", displayName, "password", USER_PASSWORD));
  }

  /** Makes the mailbox of a room, which answers invitations by itself. */
  public void addRoom(String address, String displayName) {
    control(
        "POST",
        "/mailboxes",
        Map.of(
            "smtp", address, "displayName", displayName, "password", USER_PASSWORD, "room", true));
  }

  /** What the simulator has counted: requests per operation. */
  public JsonNode stats() {
    return control("GET", "/stats", Map.of());
  }

  /** Any command of the simulator's control endpoint, such as a fault rule. */
  public JsonNode control(String method, String command, Object body) {
    try {
      var publisher =
          method.equals("GET")
              ? BodyPublishers.noBody()
              : BodyPublishers.ofString(JSON.writeValueAsString(body));
      var request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/control" + command))
              .timeout(Duration.ofSeconds(30))
              .method(method, publisher)
              .build();
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(command + ": " + answer.statusCode() + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException("simulator's control endpoint", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** The EWS address clients are configured with. */
  public URI ews() {
    return URI.create("http://localhost:" + port + "/EWS/Exchange.asmx");
  }

  /** The same over TLS, with a certificate of its own. */
  public URI secureEws() {
    return URI.create("https://" + authorityHost() + "/EWS/Exchange.asmx");
  }

  /** Host and port of its authorities for sign-in by OAuth 2.0; each has the tenant as its path. */
  public String authorityHost() {
    return authorityHost(port);
  }

  static String authorityHost(int port) {
    return "localhost:" + (port + 1);
  }

  /** Its certificate in PEM, for clients to trust. */
  public String certificate() {
    try (InputStream in = Files.newInputStream(folder.resolve(KEY_STORE))) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, KEY_STORE_PASSWORD.toCharArray());
      byte[] encoded = keys.getCertificate(keys.aliases().nextElement()).getEncoded();
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder().encodeToString(encoded)
          + "\n-----END CERTIFICATE-----\n";
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the simulator has no certificate", e);
    }
  }

  public ManagedProcess process() {
    return process;
  }

  @Override
  public void close() {
    process.stop(Duration.ofSeconds(20));
  }
}

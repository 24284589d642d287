package io.exchangesync.demo.launch;

import io.exchangesync.demo.db.H2Server;
import io.exchangesync.demo.launch.ServerBase.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The server as a process with a base folder of its own, so that several instances share one
 * provisioned server and none of them changes it. Configuration and EAR come from the provisioned
 * server at every start; data and logs stay.
 */
public final class WildFlyProcess implements AutoCloseable {
  private static final int CAUSES = 8;
  private static final Duration START_TIME = Duration.ofMinutes(4);

  private final WildFlySettings settings;
  private final ServerBase base;
  private final ManagedProcess process;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  public WildFlyProcess(WildFlySettings settings, Path log) {
    this.settings = settings;
    this.base = new ServerBase(settings.home(), settings.base());
    this.process = new ManagedProcess("WildFly", command(settings), environmentOf(settings), log);
  }

  /** Starts the server without waiting for it. */
  public void start() {
    if (ManagedProcess.listens(settings.ports().managementInUse())) {
      throw new ProcessFailure(
          "port " + settings.ports().managementInUse() + " is in use; is another server running?");
    }
    prepareBase();
    process.start();
  }

  /**
   * Waits until the server and the application report health.
   *
   * @throws ProcessFailure with the end of the log if the deployment fails or the server ends
   */
  public void awaitHealthy() {
    process.await(
        "deployment of the application", START_TIME, () -> base.deployment() != Deployment.PENDING);
    if (base.deployment() == Deployment.FAILED) {
      throw new ProcessFailure("The EAR was not deployed; see " + process.log() + ":\n" + causes());
    }
    process.await("health at " + health(), START_TIME, this::isHealthy);
  }

  /** Ends the server as a crash would (SIGKILL). */
  public void kill() {
    process.kill();
  }

  /** Shuts the server down; running jobs get the chance to stop at their next checkpoint. */
  public void stop() {
    process.stop(Duration.ofSeconds(40));
  }

  @Override
  public void close() {
    stop();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public ManagedProcess process() {
    return process;
  }

  /** The admin API's root, without a closing slash. */
  public URI api() {
    return URI.create("http://localhost:" + settings.ports().httpInUse() + "/exchangesync/api/v1");
  }

  public URI openApi() {
    return URI.create("http://localhost:" + settings.ports().httpInUse() + "/openapi");
  }

  public URI console() {
    return URI.create("http://localhost:" + settings.ports().managementInUse() + "/console");
  }

  public URI health() {
    return URI.create("http://localhost:" + settings.ports().managementInUse() + "/health");
  }

  public URI metrics() {
    return URI.create("http://localhost:" + settings.ports().managementInUse() + "/metrics");
  }

  private String causes() {
    return process.linesSinceStart().stream()
        .filter(line -> line.contains("Caused by:") || line.contains("WELD-0014"))
        .map(String::strip)
        .distinct()
        .limit(CAUSES)
        .collect(Collectors.joining("\n"));
  }

  private boolean isHealthy() {
    try {
      var request = HttpRequest.newBuilder(health()).timeout(Duration.ofSeconds(5)).build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void prepareBase() {
    try {
      base.prepare();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare " + base.folder(), e);
    }
  }

  private static List<String> command(WildFlySettings settings) {
    String script = ManagedProcess.isWindows() ? "standalone.bat" : "standalone.sh";
    return List.of(
        settings.home().resolve("bin").resolve(script).toAbsolutePath().toString(),
        H2Server.KEPT_STATEMENTS,
        "-Djboss.server.base.dir=" + settings.base().toAbsolutePath(),
        "-Djboss.http.port=" + settings.ports().http(),
        "-Djboss.management.http.port=" + settings.ports().management(),
        "-Djboss.socket.binding.port-offset=" + settings.ports().offset());
  }

  private static Map<String, String> environmentOf(WildFlySettings settings) {
    var environment = new HashMap<>(settings.environment());
    environment.put("JAVA_HOME", Java.home().toString());
    environment.put("EXSYNC_DB_URL", settings.jdbcUrl());
    environment.put("EXSYNC_DB_USER", settings.dbUser());
    environment.put("EXSYNC_DB_PASSWORD", settings.dbPassword());
    environment.put("EXSYNC_HEAP", settings.heap());
    environment.computeIfAbsent("EXSYNC_SECRET_KEY_FILE", absent -> secretKey(settings.base()));
    return environment;
  }

  private static String secretKey(Path base) {
    try {
      return SecretKeyFile.made(base.resolve("secret.key")).toAbsolutePath().toString();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the key for secrets", e);
    }
  }
}

package io.exchangesync.demo.launch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The Exchange simulator as a process with its mailboxes in a folder that is kept. */
public final class SimulatorProcess implements AutoCloseable {
  /** The account the product signs in with; it may impersonate every mailbox's owner. */
  public static final String SERVICE_USER = "svc-exsync@fjordline.example";

  public static final String SERVICE_PASSWORD = "svc-demo";

  private final int port;
  private final ManagedProcess process;

  /**
   * @param jar the simulator's runnable jar
   * @param folder where the mailboxes are kept
   */
  public SimulatorProcess(Path jar, Path folder, int port, Path log) {
    this.port = port;
    this.process =
        new ManagedProcess(
            "Exchange simulator",
            Java.jar(jar, "512m", List.of("--port=" + port, "--data=" + folder.toAbsolutePath())),
            Map.of(),
            log);
  }

  /** Starts the simulator and waits until it can be connected to. */
  public void start() {
    if (ManagedProcess.listens(port)) {
      throw new ProcessFailure("port " + port + " is in use; is another simulator running?");
    }
    process.start();
    process.awaitPort(port, Duration.ofSeconds(60));
  }

  /** The EWS address clients are configured with. */
  public URI ews() {
    return URI.create("http://localhost:" + port + "/EWS/Exchange.asmx");
  }

  public ManagedProcess process() {
    return process;
  }

  @Override
  public void close() {
    process.stop(Duration.ofSeconds(20));
  }
}

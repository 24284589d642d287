package io.exchangesync.demo.launch;

import io.exchangesync.demo.db.H2Server;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The demonstration's SuperOffice database as a process: H2's TCP server, which outlives a crash of
 * the application server and which other programs may connect to while it runs.
 */
public final class DatabaseProcess implements AutoCloseable {
  private final int port;
  private final ManagedProcess process;

  /**
   * @param folder where the database files are
   */
  public DatabaseProcess(Path folder, int port, Path log) {
    this.port = port;
    var arguments =
        List.of(
            "-tcp",
            "-tcpPort",
            String.valueOf(port),
            "-ifNotExists",
            "-baseDir",
            folder.toAbsolutePath().toString());
    this.process =
        new ManagedProcess(
            "SuperOffice database",
            Java.mainClass(
                h2Jar().toString(),
                "org.h2.tools.Server",
                "1g",
                List.of("-XX:+UseParallelGC", H2Server.KEPT_STATEMENTS),
                arguments),
            Map.of(),
            log);
  }

  /** Starts the database and waits until it can be connected to. */
  public void start() {
    if (ManagedProcess.listens(port)) {
      throw new ProcessFailure("port " + port + " is in use; is another database running?");
    }
    process.start();
    process.awaitPort(port, Duration.ofSeconds(60));
  }

  /** For programs that read or change SuperOffice's tables. */
  public String jdbcUrl() {
    return H2Server.jdbcUrl(port);
  }

  /** For the application server, whose unqualified names are those of schema exsync. */
  public String applicationUrl() {
    return H2Server.applicationUrl(port);
  }

  public ManagedProcess process() {
    return process;
  }

  /** Ends the database after it has closed its files. */
  @Override
  public void close() {
    process.stop(Duration.ofSeconds(20));
  }

  private static Path h2Jar() {
    try {
      return Path.of(
          org.h2.Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}

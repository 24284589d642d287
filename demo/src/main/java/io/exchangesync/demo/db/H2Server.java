package io.exchangesync.demo.db;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * H2's TCP server as a process of its own, so that the database outlives any client's death.
 *
 * <p>Invariant: data lies in the given folder only, and databases are created on first connection.
 */
public final class H2Server implements AutoCloseable {
  /** User of the demonstration database, documented and worthless elsewhere. */
  public static final String USER = "sa";

  /** Password of the demonstration database, documented and worthless elsewhere. */
  public static final String PASSWORD = "sa";

  /** What makes H2 behave like a SuperOffice database on SQL Server with times in UTC. */
  public static final String OPTIONS =
      ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
          + ";IGNORECASE=TRUE;DB_CLOSE_DELAY=-1;TIME ZONE=UTC;LOCK_TIMEOUT=20000"
          + ";QUERY_CACHE_SIZE=128;CACHE_SIZE=262144";

  /**
   * How many statements and results of a connection stay known to H2's server, for the JVMs of
   * server and client alike. With H2's own 64 a statement is parsed again nearly every time,
   * because results count, too; SQL Server keeps statements as long as the client does.
   */
  public static final String KEPT_STATEMENTS = "-Dh2.serverCachedObjects=100000";

  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration STOP = Duration.ofSeconds(15);

  private final Process process;
  private final int port;

  private H2Server(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts the server and waits until its port answers.
   *
   * @throws IOException when the process ends or the port stays silent for 30 seconds
   */
  public static H2Server start(Path dataFolder, int port) throws IOException {
    Files.createDirectories(dataFolder);
    Process process =
        new ProcessBuilder(command(dataFolder, port))
            .redirectErrorStream(true)
            .redirectOutput(dataFolder.resolve("h2-server.log").toFile())
            .start();
    H2Server server = new H2Server(process, port);
    try {
      server.awaitPort();
    } catch (IOException e) {
      server.close();
      throw e;
    }
    return server;
  }

  private static List<String> command(Path dataFolder, int port) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(
        java,
        "-Xmx1g",
        "-Duser.timezone=UTC",
        KEPT_STATEMENTS,
        "-cp",
        jar().toString(),
        "org.h2.tools.Server",
        "-tcp",
        "-tcpPort",
        String.valueOf(port),
        "-ifNotExists",
        "-baseDir",
        dataFolder.toAbsolutePath().toString());
  }

  private static Path jar() {
    try {
      return Path.of(
          org.h2.Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where clients find the SuperOffice database; user and password are {@link #USER}'s. */
  public String jdbcUrl() {
    return jdbcUrl(port);
  }

  /** As {@link #jdbcUrl()} for a server that somebody else started. */
  public static String jdbcUrl(int port) {
    return "jdbc:h2:tcp://localhost:" + port + "/superoffice" + OPTIONS;
  }

  /** The URL for an application server whose unqualified names are those of schema exsync. */
  public static String applicationUrl(int port) {
    return jdbcUrl(port) + ";SCHEMA=" + JobRepositorySchema.SCHEMA;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public int port() {
    return port;
  }

  private void awaitPort() throws IOException {
    long deadline = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < deadline) {
      if (!process.isAlive()) {
        throw new IOException("H2's server ended at once; is port " + port + " in use?");
      }
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("localhost", port), 500);
        return;
      } catch (IOException e) {
        pause();
      }
    }
    throw new IOException("H2's server did not open port " + port + " within " + START);
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for H2's server", e);
    }
  }

  /** Ends the process after H2 has closed its databases. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

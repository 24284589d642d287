package io.exchangesync.demo.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * One child process whose output goes to a log file; whoever starts it also ends it, together with
 * every process it started itself.
 */
public final class ManagedProcess implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(150);
  private static final Duration KILL_TIME = Duration.ofSeconds(20);
  private static final int TAIL_LINES = 30;

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private volatile Optional<Process> process = Optional.empty();
  private volatile long logBegin;

  /**
   * @param name what messages call the process
   * @param environment added to this process's own environment
   * @param log file the output is appended to; its folder is made when missing
   */
  public ManagedProcess(
      String name, List<String> command, Map<String, String> environment, Path log) {
    this.name = name;
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.log = log;
  }

  /**
   * Starts the process. On POSIX systems it ignores the interrupt signal, so that Ctrl-C in a
   * terminal reaches the launcher alone, which then stops its processes in order.
   *
   * @throws IllegalStateException if it is running already
   */
  public void start() {
    if (isAlive()) {
      throw new IllegalStateException(name + " is running already");
    }
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      logBegin = Files.exists(log) ? Files.size(log) : 0;
      var builder = new ProcessBuilder(shielded(command));
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true);
      builder.redirectInput(ProcessBuilder.Redirect.from(nullDevice()));
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      process = Optional.of(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  /** Waits until something listens on the port of this machine. */
  public void awaitPort(int port, Duration timeout) {
    await("port " + port, timeout, () -> listens(port));
  }

  /**
   * Waits until the condition holds.
   *
   * @throws ProcessFailure with the end of the log if the process ends or the time is over first
   */
  public void await(String what, Duration timeout, BooleanSupplier condition) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!condition.getAsBoolean()) {
      if (!isAlive()) {
        throw failure("ended while waiting for " + what);
      }
      if (System.nanoTime() > deadline) {
        throw failure("gave no " + what + " within " + timeout.toSeconds() + " s");
      }
      pause();
    }
  }

  public boolean isAlive() {
    return process.map(Process::isAlive).orElse(false);
  }

  /** The id of the started process, for tools that watch it. */
  public Optional<Long> pid() {
    return process.map(Process::pid);
  }

  /** Ends the process and its children at once (SIGKILL), as a crash would, and waits for it. */
  public void kill() {
    end(Duration.ZERO);
  }

  /** Asks the process to end (SIGTERM) and kills what has not ended when the time is over. */
  public void stop(Duration grace) {
    end(grace);
  }

  @Override
  public void close() {
    stop(Duration.ofSeconds(30));
  }

  public String name() {
    return name;
  }

  public Path log() {
    return log;
  }

  /** The last lines the process has written since it was started, for a message to a person. */
  public String logTail() {
    List<String> lines = linesSinceStart();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
  }

  /** What the process has written since it was started. */
  public List<String> linesSinceStart() {
    try (var input = Files.newInputStream(log)) {
      input.skipNBytes(logBegin);
      return new String(input.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of("(no log: " + e.getMessage() + ")");
    }
  }

  private void end(Duration grace) {
    process.ifPresent(
        started -> {
          List<ProcessHandle> family =
              Stream.concat(started.descendants(), Stream.of(started.toHandle())).toList();
          if (!grace.isZero()) {
            family.forEach(ProcessHandle::destroy);
            awaitEnd(family, grace);
          }
          family.forEach(ProcessHandle::destroyForcibly);
          awaitEnd(family, KILL_TIME);
        });
    process = Optional.empty();
  }

  private static void awaitEnd(List<ProcessHandle> family, Duration time) {
    var ends = family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(ends)
        .completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  private ProcessFailure failure(String what) {
    return new ProcessFailure(name + " " + what + "; the end of " + log + ":\n" + logTail());
  }

  private static List<String> shielded(List<String> command) {
    if (isWindows()) {
      return command;
    }
    var shell = List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh");
    return Stream.concat(shell.stream(), command.stream()).toList();
  }

  static boolean isWindows() {
    return System.getProperty("os.name").startsWith("Windows");
  }

  private static java.io.File nullDevice() {
    return new java.io.File(isWindows() ? "NUL" : "/dev/null");
  }

  static boolean listens(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("localhost", port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}

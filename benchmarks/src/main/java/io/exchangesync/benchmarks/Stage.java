package io.exchangesync.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.exchangesync.demo.launch.BuiltFiles;
import io.exchangesync.demo.launch.DatabaseProcess;
import io.exchangesync.demo.launch.Folders;
import io.exchangesync.demo.launch.ManagedProcess;
import io.exchangesync.demo.launch.SimulatorProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;

/** SuperOffice's database and the Exchange simulator as fresh processes on one folder of data. */
final class Stage implements AutoCloseable {
  private static final int DATABASE_PORT = 9092;
  private static final int EXCHANGE_PORT = 8085;

  private final Path folder;
  private final DatabaseProcess database;
  private final SimulatorProcess exchange;

  private Stage(BuiltFiles built, Options options, Path folder) {
    this.folder = folder;
    Path logs = options.data().resolve("logs");
    database =
        new DatabaseProcess(
            folder.resolve("database"),
            DATABASE_PORT + options.portOffset(),
            logs.resolve("database.log"));
    exchange =
        new SimulatorProcess(
            built.simulator(),
            folder.resolve("exchange"),
            EXCHANGE_PORT + options.portOffset(),
            logs.resolve("exchange.log"));
  }

  /** Processes on the folder as it is. */
  static Stage on(BuiltFiles built, Options options, Path folder) {
    var stage = new Stage(built, options, folder);
    try {
      stage.database.start();
      stage.exchange.start();
      return stage;
    } catch (RuntimeException e) {
      stage.close();
      throw e;
    }
  }

  /** Processes on a fresh copy of prepared data. */
  static Stage copyOf(Path prepared, BuiltFiles built, Options options) {
    Path folder = options.data().resolve("run");
    try {
      Folders.replace(prepared, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return on(built, options, folder);
  }

  Path folder() {
    return folder;
  }

  DatabaseProcess database() {
    return database;
  }

  SimulatorProcess exchange() {
    return exchange;
  }

  void forgetRequests() {
    exchange.control("POST", "/reset-stats", Map.of());
  }

  /** Requests since the last {@link #forgetRequests}. */
  long requests() {
    return exchange.stats().path("requests").asLong();
  }

  /** Requests and items by operation, for a person. */
  String requestsByOperation() {
    var text = new StringBuilder();
    exchange
        .stats()
        .path("operations")
        .properties()
        .forEach(
            operation ->
                text.append(text.isEmpty() ? "" : ", ")
                    .append(operation.getKey())
                    .append(' ')
                    .append(sum(operation.getValue(), "requests"))
                    .append(" (")
                    .append(sum(operation.getValue(), "items"))
                    .append(" items)"));
    return text.toString();
  }

  Duration databaseCpu() {
    return cpu(database.process());
  }

  Duration exchangeCpu() {
    return cpu(exchange.process());
  }

  private static Duration cpu(ManagedProcess process) {
    return process
        .pid()
        .flatMap(ProcessHandle::of)
        .flatMap(handle -> ProcessHandle.of(JvmMeter.javaOf(handle.pid())))
        .flatMap(handle -> handle.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  private static long sum(JsonNode mailboxes, String what) {
    return StreamSupport.stream(mailboxes.spliterator(), false)
        .mapToLong(counts -> counts.path(what).asLong())
        .sum();
  }

  @Override
  public void close() {
    exchange.close();
    database.close();
  }
}

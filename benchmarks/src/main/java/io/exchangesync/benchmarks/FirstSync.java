package io.exchangesync.benchmarks;

import io.exchangesync.benchmarks.floor.FloorMailbox;
import io.exchangesync.demo.db.H2Server;
import io.exchangesync.demo.launch.BuiltFiles;
import io.exchangesync.demo.launch.SimulatorProcess;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** Times one contender on fresh data and looks whether everything arrived on both sides. */
final class FirstSync {
  /** What a warm-up left to be compiled and written is done before the clock starts. */
  private static final Duration SETTLE = Duration.ofSeconds(5);

  private final BuiltFiles built;
  private final Options options;
  private final FirstSyncData data;

  FirstSync(BuiltFiles built, Options options, FirstSyncData data) {
    this.built = built;
    this.options = options;
    this.data = data;
  }

  /**
   * One run.
   *
   * @throws IllegalStateException if an item is missing or there twice in the end
   */
  Measurement measure(Supplier<Contender> contender) throws IOException, SQLException {
    try (var stage = Stage.copyOf(data.folder(), built, options);
        var sql = new SqlCount(stage.database().jdbcUrl());
        var running = contender.get()) {
      running.prepare(stage);
      Pauses.pause(SETTLE);
      try (var meter = new JvmMeter(running.pid())) {
        Measurement measured = timed(stage, sql, running, meter);
        requireEverything(stage, running.name());
        return measured;
      }
    }
  }

  private Measurement timed(Stage stage, SqlCount sql, Contender running, JvmMeter meter)
      throws IOException, SQLException {
    meter.begin();
    stage.forgetRequests();
    sql.begin();
    Duration cpu = meter.cpu();
    Duration databaseCpu = stage.databaseCpu();
    Duration exchangeCpu = stage.exchangeCpu();
    long begin = System.nanoTime();
    running.run();
    Duration time = Duration.ofNanos(System.nanoTime() - begin);
    return new Measurement(
        time,
        stage.requests(),
        stage.requestsByOperation(),
        sql.lines(),
        meter.peakHeap(),
        meter.cpu().minus(cpu),
        stage.databaseCpu().minus(databaseCpu),
        stage.exchangeCpu().minus(exchangeCpu),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private void requireEverything(Stage stage, String name) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                stage.database().jdbcUrl(), H2Server.USER, H2Server.PASSWORD);
        var query =
            connection.prepareStatement(
                "SELECT COUNT(*) FROM [crm7].[appointment] WHERE [associate_id] = ?")) {
      for (var mailbox : data.mailboxes().entrySet()) {
        query.setInt(1, mailbox.getKey());
        try (var rows = query.executeQuery()) {
          rows.next();
          require(name, mailbox.getValue() + " in SuperOffice", rows.getInt(1));
        }
        require(name, mailbox.getValue() + " in Exchange", items(stage, mailbox.getValue()));
      }
    }
  }

  private int items(Stage stage, String address) {
    try (var mailbox =
        new FloorMailbox(
            stage.exchange().ews(),
            SimulatorProcess.SERVICE_USER,
            SimulatorProcess.SERVICE_PASSWORD,
            address,
            ZoneOffset.UTC)) {
      return mailbox.list().size();
    } catch (Exception e) {
      throw new IllegalStateException("cannot list " + address, e);
    }
  }

  private void require(String name, String where, int found) {
    if (found != options.items()) {
      throw new IllegalStateException(
          "%s: %s there are %d appointments, not %d"
              .formatted(name, where, found, options.items()));
    }
  }
}

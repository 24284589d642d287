package io.exchangesync.benchmarks;

import io.exchangesync.demo.launch.BuiltFiles;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** What it costs to find that nothing has changed, and what a run costs that finds nothing due. */
final class IdleCycle {
  /** Between cycles of a live system everything that is remembered for seconds is forgotten. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final BuiltFiles built;
  private final Options options;
  private final Report report;

  IdleCycle(BuiltFiles built, Options options, Report report) {
    this.built = built;
    this.options = options;
    this.report = report;
  }

  void measure() throws IOException, SQLException {
    int mailboxes = options.idleMailboxes();
    report.say("Idle cycle: %d mailboxes with %d links each", mailboxes, options.idleLinks());
    try (var stage = Stage.on(built, options, IdleData.folder(options))) {
      var people = IdleData.people(stage, mailboxes);
      try (var product = new Product(built, options, stage);
          var sql = new SqlCount(stage.database().jdbcUrl());
          var meter = new JvmMeter(product.pid())) {
        product.configure(stage);
        product.link(people);
        product.synchronize();
        IdleData.links(stage, options.idleLinks());
        Cost nothing = cycle(stage, product, sql, meter, 0);
        report.say(
            "  nothing due: %d requests, %d SQL statements, %d connection checks",
            nothing.requests, nothing.sql, nothing.checks);
        Cost half = cycle(stage, product, sql, meter, mailboxes / 2);
        report.say(
            "  %d due: %d requests, %d SQL statements", mailboxes / 2, half.requests, half.sql);
        for (int i = 0; i < options.cycles(); i++) {
          Cost cost = cycle(stage, product, sql, meter, mailboxes);
          double slope = (cost.sql - half.sql) / (double) (mailboxes - mailboxes / 2);
          report.say(
              "  %d due: %.2f s, %d requests (%.2f per mailbox), %d SQL statements (%.2f per mailbox"
                  + " + %.0f), %d connection checks, CPU of the server %.2f s, live heap %.0f MB",
              mailboxes,
              Report.seconds(cost.time),
              cost.requests,
              cost.requests / (double) mailboxes,
              cost.sql,
              slope,
              cost.sql - slope * mailboxes,
              cost.checks,
              Report.seconds(cost.cpu),
              meter.liveHeap() / (1024.0 * 1024));
          if (i == 0) {
            report.statements(cost.lines, options.statements());
          }
        }
      }
    }
  }

  private record Cost(
      Duration time,
      long requests,
      long sql,
      long checks,
      List<SqlCount.Line> lines,
      Duration cpu) {}

  private static Cost cycle(
      Stage stage, Product product, SqlCount sql, JvmMeter meter, int mailboxes)
      throws SQLException {
    Pauses.pause(PAUSE);
    IdleData.due(stage, mailboxes);
    stage.forgetRequests();
    sql.begin();
    Duration cpu = meter.cpu();
    long begin = System.nanoTime();
    product.runOnce();
    Duration time = Duration.ofNanos(System.nanoTime() - begin);
    List<SqlCount.Line> lines = sql.lines();
    return new Cost(
        time,
        stage.requests(),
        SqlCount.statements(lines),
        SqlCount.checks(lines),
        lines,
        meter.cpu().minus(cpu));
  }
}

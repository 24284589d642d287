package io.exchangesync.benchmarks;

import io.exchangesync.benchmarks.Options.Part;
import io.exchangesync.demo.launch.AdminFailure;
import io.exchangesync.demo.launch.BuiltFiles;
import io.exchangesync.demo.launch.ProcessFailure;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.sql.SQLException;

/** Runs the whole benchmark and prints it; docs/benchmarks.md says what the numbers mean. */
public final class Benchmark {
  private final BuiltFiles built;
  private final Options options;
  private final Report report = new Report(System.out);

  private Benchmark(BuiltFiles built, Options options) {
    this.built = built;
    this.options = options;
  }

  public static void main(String[] arguments) throws IOException, SQLException {
    Runtime.getRuntime().addShutdownHook(new Thread(Benchmark::endProcesses, "end processes"));
    try {
      BuiltFiles built = BuiltFiles.find();
      var options =
          Options.parse(arguments, built.project().resolve("benchmarks/target/benchmark-data"));
      new Benchmark(built, options).run();
    } catch (ProcessFailure | AdminFailure | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** Nothing that was started stays behind an interrupted benchmark. */
  private static void endProcesses() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  private void run() throws IOException, SQLException {
    Files.createDirectories(options.data().resolve("logs"));
    var system = ManagementFactory.getOperatingSystemMXBean();
    report.say(
        "%d processors, load %.1f over the last minute, Java %s, batch %d, %d workers",
        system.getAvailableProcessors(),
        system.getSystemLoadAverage(),
        System.getProperty("java.version"),
        options.batch(),
        options.workers());
    if (options.measures(Part.BOOK)) {
      new BookReading(options.data(), report).measure();
    }
    if (options.measures(Part.FLOOR) || options.measures(Part.OURS)) {
      firstSync();
    }
    if (options.measures(Part.IDLE)) {
      new IdleCycle(built, options, report).measure();
    }
  }

  private void firstSync() throws IOException, SQLException {
    int items = options.mailboxes() * options.items();
    report.say(
        "First synchronization: %d mailboxes x %d appointments, half in each direction, after %d"
            + " such mailboxes to warm up",
        options.mailboxes(), options.items(), options.warmUp());
    FirstSyncData data = FirstSyncData.prepare(built, options);
    var first = new FirstSync(built, options, data);
    for (int run = 0; run < options.runs(); run++) {
      if (options.measures(Part.FLOOR)) {
        report.add(
            "floor",
            first.measure(() -> new FloorContender(options, data)),
            items,
            options.statements());
      }
      if (options.measures(Part.OURS)) {
        report.add(
            "ours",
            first.measure(() -> new OursContender(built, options, data)),
            items,
            options.statements());
      }
    }
    report.summary(items);
  }
}

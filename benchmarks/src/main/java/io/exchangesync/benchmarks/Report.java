package io.exchangesync.benchmarks;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Prints what was measured. */
final class Report {
  private static final double MEGABYTE = 1024.0 * 1024;

  private final PrintStream out;
  private final Map<String, List<Measurement>> byName = new TreeMap<>(Collections.reverseOrder());

  Report(PrintStream out) {
    this.out = out;
  }

  void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }

  /** One run. */
  void add(String name, Measurement run, int items, int statements) {
    byName.computeIfAbsent(name, none -> new ArrayList<>()).add(run);
    say(
        "  %-6s %6.2f s  %5.2f ms/item  %.3f requests/item  %.2f SQL/item  peak heap %4.0f MB"
            + "  CPU %5.2f s (database %.2f s, simulator %.2f s)  load %.1f",
        name,
        seconds(run.time()),
        seconds(run.time()) * 1000 / items,
        run.requests() / (double) items,
        run.statements() / (double) items,
        run.peakHeap() / MEGABYTE,
        seconds(run.cpu()),
        seconds(run.databaseCpu()),
        seconds(run.exchangeCpu()),
        run.load());
    if (statements > 0) {
      say("         %s", run.operations());
      statements(run.sql(), statements);
    }
  }

  /** Medians and the ratio. */
  void summary(int items) {
    byName.forEach(
        (name, runs) ->
            say(
                "  %-6s median of %d: %6.2f s, CPU %5.2f s, peak heap %4.0f MB,"
                    + " %.3f requests and %.2f SQL statements per item",
                name,
                runs.size(),
                median(runs),
                middle(runs.stream().map(run -> seconds(run.cpu())).toList()),
                middle(runs.stream().map(run -> run.peakHeap() / MEGABYTE).toList()),
                middle(runs.stream().map(run -> run.requests() / (double) items).toList()),
                middle(runs.stream().map(run -> run.statements() / (double) items).toList())));
    if (byName.containsKey("ours") && byName.containsKey("floor")) {
      double ratio = median(byName.get("ours")) / median(byName.get("floor"));
      say("  ratio ours / floor: %.2f (aim: at most 1.5)", ratio);
    }
  }

  /** The most frequent statements. */
  void statements(List<SqlCount.Line> lines, int most) {
    lines.stream()
        .limit(most)
        .forEach(
            line ->
                say(
                    "         %7d x %8.1f ms  %s",
                    line.executions(),
                    line.millis(),
                    shortened(line.sql().replaceAll("\\s+", " "))));
  }

  static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static String shortened(String sql) {
    return sql.length() <= 150 ? sql : sql.substring(0, 147) + "...";
  }

  private static double median(List<Measurement> runs) {
    return middle(runs.stream().map(run -> seconds(run.time())).toList());
  }

  private static double middle(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}

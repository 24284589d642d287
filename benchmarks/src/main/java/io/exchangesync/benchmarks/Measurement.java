package io.exchangesync.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * What one run took.
 *
 * @param requests to the simulator
 * @param peakHeap of the contender's process, in bytes
 * @param cpu of the contender's process
 * @param load of the machine over the last minute when the run ended
 * @param sql every statement with its count
 */
record Measurement(
    Duration time,
    long requests,
    String operations,
    List<SqlCount.Line> sql,
    long peakHeap,
    Duration cpu,
    Duration databaseCpu,
    Duration exchangeCpu,
    double load) {

  long statements() {
    return SqlCount.statements(sql);
  }
}

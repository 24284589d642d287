package io.exchangesync.batch.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When each job is looked at next.
 *
 * <p>Jobs whose time comes at about the same moment are due together, so that the change log is
 * read once for all of them. Not thread-safe.
 */
final class Timetable {
  /** What is due within this time is due together. */
  static final Duration TOGETHER = Duration.ofMillis(500);

  private final Map<String, Instant> next = new TreeMap<>();

  Timetable(Collection<String> jobs, Instant first) {
    jobs.forEach(job -> next.put(job, first));
  }

  /** Jobs that are due, by name. */
  List<String> due(Instant now) {
    Instant until = now.plus(TOGETHER);
    return next.entrySet().stream()
        .filter(entry -> !entry.getValue().isAfter(until))
        .map(Map.Entry::getKey)
        .toList();
  }

  void set(String job, Instant at) {
    next.put(job, at);
  }

  /** How long nothing is due; zero if something is. */
  Duration pause(Instant now) {
    Instant earliest = next.values().stream().min(Instant::compareTo).orElseThrow();
    return earliest.isAfter(now) ? Duration.between(now, earliest) : Duration.ZERO;
  }
}

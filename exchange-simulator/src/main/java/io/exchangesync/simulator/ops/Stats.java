package io.exchangesync.simulator.ops;

import java.util.Map;
import java.util.TreeMap;

/** Counts requests and item operations by operation and mailbox since start or reset. */
public final class Stats {
  private final Map<String, Map<String, Count>> counts = new TreeMap<>();

  /** Requests and the items in them. */
  public record Count(long requests, long items) {}

  synchronized void request(String operation, String mailbox) {
    add(operation, mailbox, 1, 0);
  }

  synchronized void item(String operation, String mailbox) {
    add(operation, mailbox, 0, 1);
  }

  /** By operation, then by the address that requests acted for. */
  public synchronized Map<String, Map<String, Count>> counts() {
    Map<String, Map<String, Count>> copy = new TreeMap<>();
    counts.forEach((operation, mailboxes) -> copy.put(operation, new TreeMap<>(mailboxes)));
    return copy;
  }

  public synchronized long requests() {
    return counts.values().stream()
        .flatMap(m -> m.values().stream())
        .mapToLong(Count::requests)
        .sum();
  }

  public synchronized void reset() {
    counts.clear();
  }

  private void add(String operation, String mailbox, long requests, long items) {
    counts
        .computeIfAbsent(operation, name -> new TreeMap<>())
        .merge(
            mailbox,
            new Count(requests, items),
            (a, b) -> new Count(a.requests() + b.requests(), a.items() + b.items()));
  }
}

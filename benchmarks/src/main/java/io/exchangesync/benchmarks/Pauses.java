package io.exchangesync.benchmarks;

import java.time.Duration;

/** Waits. */
final class Pauses {
  private Pauses() {}

  static void pause(Duration length) {
    try {
      Thread.sleep(length.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}

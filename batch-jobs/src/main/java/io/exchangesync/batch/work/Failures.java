package io.exchangesync.batch.work;

import io.exchangesync.core.port.SyncException;
import java.time.Duration;
import java.util.Optional;

/** Finds the typed failure in what was thrown; an unforeseen one keeps its mailbox away a while. */
final class Failures {
  private static final Duration UNFORESEEN = Duration.ofMinutes(5);

  private Failures() {}

  static SyncException typed(RuntimeException thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SyncException typed) {
        return typed;
      }
    }
    return new SyncException.Retriable(
        "Unexpected failure: " + thrown, Optional.of(UNFORESEEN), thrown);
  }
}

package io.exchangesync.ejb.crm;

import java.time.Duration;
import java.util.function.Supplier;

/** Keeps the reference snapshot for some minutes, so that an idle cycle costs no statement. */
final class ReferenceCache {
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final Supplier<ReferenceSnapshot> loader;
  private ReferenceSnapshot snapshot;
  private long loadedAt;

  ReferenceCache(Supplier<ReferenceSnapshot> loader) {
    this.loader = loader;
  }

  synchronized ReferenceSnapshot get() {
    if (snapshot == null || System.nanoTime() - loadedAt > KEPT.toNanos()) {
      snapshot = loader.get();
      loadedAt = System.nanoTime();
    }
    return snapshot;
  }

  synchronized void forget() {
    snapshot = null;
  }
}

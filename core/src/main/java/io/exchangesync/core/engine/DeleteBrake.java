package io.exchangesync.core.engine;

import io.exchangesync.core.port.Claim;
import io.exchangesync.core.settings.SyncSettings.BrakeSettings;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts the deletes of a slice together with those of the last 24 hours against the live links
 * (invariant I3).
 *
 * <p>What may end in a delete is counted before the slice begins; deletes that only show when a row
 * is read, such as a diary handed to another associate, are counted as they are decided.
 */
final class DeleteBrake {
  private static final Duration DAY = Duration.ofHours(24);

  private final Ports ports;
  private final Claim claim;
  private final BrakeSettings settings;
  private int decided;
  private int earlier = -1;
  private int live;

  DeleteBrake(Ports ports, Claim claim, BrakeSettings settings) {
    this.ports = ports;
    this.claim = claim;
    this.settings = settings;
  }

  /** Whether this many deletes are too many. */
  boolean trips(int deletes) {
    if (deletes == 0) {
      return false;
    }
    if (earlier < 0) {
      Instant since = ports.clock().instant().minus(DAY);
      earlier = ports.journal().deletesSince(claim.mailbox().id(), claim.kind(), since);
      live = ports.links().countLive(claim.mailbox().id(), claim.kind());
    }
    return settings.trips(deletes + earlier, live + earlier);
  }

  /** Counts one more delete; false if it is one too many. */
  boolean allowsOneMore() {
    if (trips(decided + 1)) {
      return false;
    }
    decided++;
    return true;
  }
}

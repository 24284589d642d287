package io.exchangesync.batch.work;

import io.exchangesync.core.port.Journal.Tally;
import io.exchangesync.core.port.SyncException;

/** How failures of whole mailboxes are named in the counts of a run. */
public final class RunCounts {
  public static final String FAIL = "Fail";

  private RunCounts() {}

  public static Tally tally(SyncException failure) {
    return new Tally(FAIL, reason(failure));
  }

  static String reason(SyncException failure) {
    if (failure instanceof SyncException.Retriable) {
      return "RETRIABLE";
    }
    if (failure instanceof SyncException.NeedsConsent) {
      return "NEEDS_CONSENT";
    }
    return failure instanceof SyncException.SyncStateInvalid
        ? "SYNC_STATE_INVALID"
        : "MAILBOX_FATAL";
  }
}

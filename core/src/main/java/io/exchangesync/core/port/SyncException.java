package io.exchangesync.core.port;

import java.time.Duration;
import java.util.Optional;

/** A failure of one of the two sides, typed by what has to happen next. */
public abstract sealed class SyncException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private SyncException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Passes by itself: try again, not before the time the server asked for. */
  public static final class Retriable extends SyncException {
    private static final long serialVersionUID = 1L;
    private final transient Duration backOff;

    public Retriable(String message, Optional<Duration> backOff, Throwable cause) {
      super(message, cause);
      this.backOff = backOff.orElse(null);
    }

    /** How long the server asked us to stay away; empty if it did not say. */
    public Optional<Duration> backOff() {
      return Optional.ofNullable(backOff);
    }
  }

  /** Somebody has to sign in or consent again. */
  public static final class NeedsConsent extends SyncException {
    private static final long serialVersionUID = 1L;

    public NeedsConsent(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** This mailbox can't be worked on until an administrator acts; others go on. */
  public static final class MailboxFatal extends SyncException {
    private static final long serialVersionUID = 1L;

    public MailboxFatal(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * The sync state is not accepted any more (ErrorInvalidSyncStateData): a full listing is needed.
   */
  public static final class SyncStateInvalid extends SyncException {
    private static final long serialVersionUID = 1L;

    public SyncStateInvalid(String message, Throwable cause) {
      super(message, cause);
    }
  }
}

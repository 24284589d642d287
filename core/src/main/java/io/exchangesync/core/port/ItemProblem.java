package io.exchangesync.core.port;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Why one item of a batch failed while the rest went on.
 *
 * @param code the server's own code (an EWS ResponseCode), for support
 * @param backOff how long the server asked us to stay away
 */
public record ItemProblem(Type type, String code, String message, Optional<Duration> backOff) {

  /** What has to happen next. */
  public enum Type {
    /** The item does not exist (any more). */
    NOT_FOUND,
    /** The item was changed since it was read: read again and decide again. */
    CHANGED_MEANWHILE,
    RETRIABLE,
    /** Will fail again until the item or a setting changes. */
    FATAL
  }

  public ItemProblem {
    Objects.requireNonNull(type);
    Objects.requireNonNull(code);
    Objects.requireNonNull(message);
    Objects.requireNonNull(backOff);
  }
}

package io.exchangesync.exchange.ews;

import java.time.Duration;
import java.util.Optional;

/** A request that brought no usable answer; {@link EwsErrors} says what has to happen next. */
final class EwsFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Where it failed. */
  enum Stage {
    /** No connection, no reply, or a reply cut short. */
    TRANSPORT,
    /** A certificate that is not trusted or names another host. */
    TLS,
    /** An HTTP status other than 200, without a SOAP fault. */
    HTTP,
    /** A SOAP fault or an error that concerns the whole request. */
    EWS,
    /** An answer that could not be understood. */
    UNREADABLE
  }

  private final Stage stage;
  private final String code;
  private final transient Duration backOff;

  /**
   * @param code EWS ResponseCode, HTTP status, or a name of our own
   */
  EwsFailure(
      Stage stage, String code, String message, Optional<Duration> backOff, Throwable cause) {
    super(message, cause);
    this.stage = stage;
    this.code = code;
    this.backOff = backOff.orElse(null);
  }

  Stage stage() {
    return stage;
  }

  String code() {
    return code;
  }

  Optional<Duration> backOff() {
    return Optional.ofNullable(backOff);
  }
}

package io.exchangesync.simulator.oauth;

import java.util.OptionalInt;

/**
 * An answer of the token endpoint that gives no token: error of RFC 6749 with the AADSTS number in
 * its description.
 */
public final class OAuthError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String error;
  private final int number;
  private final transient OptionalInt retryAfterSeconds;

  public OAuthError(int status, String error, int number, String text) {
    this(status, error, number, text, OptionalInt.empty());
  }

  public OAuthError(
      int status, String error, int number, String text, OptionalInt retryAfterSeconds) {
    super("AADSTS" + number + ": " + text);
    this.status = status;
    this.error = error;
    this.number = number;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  public String error() {
    return error;
  }

  /** The number after AADSTS. */
  public int number() {
    return number;
  }

  public OptionalInt retryAfterSeconds() {
    return retryAfterSeconds;
  }
}

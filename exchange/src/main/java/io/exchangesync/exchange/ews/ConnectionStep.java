package io.exchangesync.exchange.ews;

import java.util.Objects;

/**
 * One step of a connection test.
 *
 * @param text what was found, in plain words
 * @param remedy what to do about a failed step; "" otherwise
 */
public record ConnectionStep(Name name, Result result, String text, String remedy) {

  /** The steps in their order. */
  public enum Name {
    URL_REACHABLE,
    CLOCK,
    SIGN_IN,
    MAILBOX_ACCESS,
    CALENDAR,
    SERVER_VERSION
  }

  /** How a step ended. */
  public enum Result {
    OK,
    FAILED,
    /** Not tried, because an earlier step failed. */
    SKIPPED
  }

  public ConnectionStep {
    Objects.requireNonNull(name);
    Objects.requireNonNull(result);
    Objects.requireNonNull(text);
    Objects.requireNonNull(remedy);
  }

  static ConnectionStep ok(Name name, String text) {
    return new ConnectionStep(name, Result.OK, text, "");
  }

  static ConnectionStep failed(Name name, String text, String remedy) {
    return new ConnectionStep(name, Result.FAILED, text, remedy);
  }
}

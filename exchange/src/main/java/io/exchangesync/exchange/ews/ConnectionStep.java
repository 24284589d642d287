package io.exchangesync.exchange.ews;

import java.util.List;
import java.util.Objects;

/**
 * One step of a connection test.
 *
 * @param text what was found, in plain words
 * @param remedy what to do about a failed step; "" otherwise
 * @param shell lines of the Exchange Management Shell that mend it; none if there are no such lines
 */
public record ConnectionStep(
    Name name, Result result, String text, String remedy, List<String> shell) {

  /** The steps in their order. */
  public enum Name {
    /** The host's name is known. */
    NAME_KNOWN,
    /** Something listens at the host's port. */
    PORT_OPEN,
    /** The certificate is trusted and names the host. */
    CERTIFICATE,
    /** There is EWS at the URL. */
    URL_REACHABLE,
    CLOCK,
    /** The authority gives an access token, if the sign-in needs one. */
    TOKEN,
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
    shell = List.copyOf(shell);
  }

  static ConnectionStep ok(Name name, String text) {
    return new ConnectionStep(name, Result.OK, text, "", List.of());
  }

  static ConnectionStep failed(Name name, String text, String remedy) {
    return new ConnectionStep(name, Result.FAILED, text, remedy, List.of());
  }

  static ConnectionStep skipped(Name name) {
    return new ConnectionStep(name, Result.SKIPPED, "Not tried.", "", List.of());
  }

  ConnectionStep mendedBy(List<String> lines) {
    return new ConnectionStep(name, result, text, remedy, lines);
  }
}

package io.exchangesync.exchange.ews;

import java.util.Objects;

/** Why no token was given, in words for the administrator; the cause of a SyncException. */
public final class TokenRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * @param text what is wrong, as one sentence without secrets
   * @param remedy what to do
   */
  public TokenRefusal(String text, String remedy, Throwable cause) {
    super(text, cause);
    this.remedy = Objects.requireNonNull(remedy);
  }

  public String remedy() {
    return remedy;
  }
}

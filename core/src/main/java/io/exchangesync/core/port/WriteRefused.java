package io.exchangesync.core.port;

import java.util.Objects;

/**
 * The database does not take what was written: a constraint, a trigger, a value too long. It will
 * not take it again until the thing or the database changes.
 *
 * <p>The message may quote what was written.
 */
public final class WriteRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  /**
   * @param code the database's own code, for support; quotes nothing of what was written
   */
  public WriteRefused(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code);
  }

  public String code() {
    return code;
  }
}

package io.exchangesync.ejb.admin;

import jakarta.ejb.ApplicationException;

/** An act that can't be done, with a text for the administrator; nothing was changed. */
@ApplicationException(rollback = true, inherited = true)
public abstract sealed class AdminException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private AdminException(String message) {
    super(message);
  }

  /** The thing does not exist. */
  public static final class NotFound extends AdminException {
    private static final long serialVersionUID = 1L;

    public NotFound(String message) {
      super(message);
    }
  }

  /** The thing's state does not allow it. */
  public static final class Conflict extends AdminException {
    private static final long serialVersionUID = 1L;

    public Conflict(String message) {
      super(message);
    }
  }

  /** A value makes no sense, for a reason only the service can see. */
  public static final class Rejected extends AdminException {
    private static final long serialVersionUID = 1L;
    private final String field;

    /**
     * @param field the value as the request names it
     */
    public Rejected(String field, String message) {
      super(message);
      this.field = field;
    }

    public String field() {
      return field;
    }
  }
}

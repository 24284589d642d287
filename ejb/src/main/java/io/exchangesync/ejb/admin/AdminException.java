package io.exchangesync.ejb.admin;

import io.exchangesync.core.port.SyncException;
import jakarta.ejb.ApplicationException;
import jakarta.ejb.EJBException;
import java.util.function.Supplier;

/** An act that can't be done, with a text for the administrator; nothing was changed. */
@ApplicationException(rollback = true, inherited = true)
public abstract sealed class AdminException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private AdminException(String message) {
    super(message);
  }

  /**
   * Runs what talks to one of the two sides.
   *
   * @throws SideFailed if the side fails, with its failure as cause
   */
  static <T> T talking(Supplier<T> work) {
    try {
      return work.get();
    } catch (SyncException e) {
      throw new SideFailed(e);
    } catch (EJBException e) {
      for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
        if (cause instanceof SyncException side) {
          throw new SideFailed(side);
        }
      }
      throw e;
    }
  }

  /** SuperOffice or Exchange failed; the cause says how. */
  public static final class SideFailed extends AdminException {
    private static final long serialVersionUID = 1L;

    public SideFailed(SyncException cause) {
      super(cause.getMessage());
      initCause(cause);
    }

    /** How the side failed. */
    public SyncException failure() {
      return (SyncException) getCause();
    }
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

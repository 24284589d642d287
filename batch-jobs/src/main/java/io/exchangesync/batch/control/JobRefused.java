package io.exchangesync.batch.control;

import jakarta.ejb.ApplicationException;

/** A job can't do what was asked, with a text for the administrator. */
@ApplicationException(rollback = true)
public abstract sealed class JobRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private JobRefused(String message, Throwable cause) {
    super(message, cause);
  }

  /** There is no job of that name. */
  public static final class UnknownJob extends JobRefused {
    private static final long serialVersionUID = 1L;

    public UnknownJob(String job) {
      super("There is no job '" + job + "'.", null);
    }
  }

  /** There is no execution with that id. */
  public static final class UnknownExecution extends JobRefused {
    private static final long serialVersionUID = 1L;

    public UnknownExecution(long id, Throwable cause) {
      super("There is no execution " + id + ".", cause);
    }
  }

  /** The job runs already; one that takes whatever is due runs once at a time. */
  public static final class AlreadyRunning extends JobRefused {
    private static final long serialVersionUID = 1L;
    private final long execution;

    public AlreadyRunning(String job, long execution) {
      super("Job '" + job + "' runs already, as execution " + execution + ".", null);
      this.execution = execution;
    }

    public long execution() {
      return execution;
    }
  }

  /** The job does the same in every run. */
  public static final class TakesNoParameters extends JobRefused {
    private static final long serialVersionUID = 1L;

    public TakesNoParameters(String job) {
      super(
          "Job '" + job + "' does the same in every run. Start it without mailboxes, mode, dryRun.",
          null);
    }
  }

  /** The execution is in a state that does not allow it. */
  public static final class WrongState extends JobRefused {
    private static final long serialVersionUID = 1L;

    public WrongState(long id, String wish, Throwable cause) {
      super("Execution " + id + " can't be " + wish + " in its present state.", cause);
    }
  }
}

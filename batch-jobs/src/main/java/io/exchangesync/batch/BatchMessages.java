package io.exchangesync.batch;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the batch jobs tell the log; ids 000100 to 000199, never used twice. */
@MessageLogger(projectCode = "EXSYNC", length = 6)
public interface BatchMessages extends BasicLogger {
  BatchMessages LOG =
      Logger.getMessageLogger(
          java.lang.invoke.MethodHandles.lookup(), BatchMessages.class, "io.exchangesync.batch");

  @LogMessage(level = Logger.Level.DEBUG)
  @Message(id = 100, value = "Job %s begins as execution %d with %s")
  void jobBegins(String job, long execution, String parameters);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 101, value = "Job %s, execution %d, is %s after %d ms")
  void jobEnded(String job, long execution, String status, long millis);

  @LogMessage(level = Logger.Level.DEBUG)
  @Message(id = 102, value = "Execution %d: %d items read, %d chunks committed, %d rolled back")
  void workDone(long execution, long read, long commits, long rollbacks);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 103, value = "%s Its work is dropped and done again by the new owner.")
  void leaseLost(String detail);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 104, value = "Mailbox %d (%s) could not be synchronized: %s")
  void mailboxFailed(int mailbox, String address, String problem);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 105, value = "Mailbox %d (%s) failed for a reason nobody foresaw")
  void mailboxFailedUnforeseen(@Cause Throwable cause, int mailbox, String address);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 106,
      value =
          "Execution %d of job %s was cut off by the end of node %s; it goes on as execution %d")
  void orphanRestarted(long orphan, String job, String node, long execution);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 107, value = "Execution %d of job %s was cut off and can't be put right now: %s")
  void orphanLeft(long orphan, String job, String problem);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 108, value = "Timer '%s' failed; it tries again: %s")
  void timerFailed(String job, String problem);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 109, value = "Timer '%s' works again")
  void timerRecovered(String job);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 110, value = "Mailbox %d (%s): %s")
  void writeRefused(int mailbox, String address, String problem);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 111, value = "Mailbox %d (%s), for a reason nobody foresaw: %s")
  void writeFailedUnforeseen(@Cause Throwable cause, int mailbox, String address, String problem);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 113, value = "Housekeeping, step %s: %s")
  void keptHouse(String step, String what);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 114, value = "Housekeeping left mailbox %d (%s) out: %s")
  void mailboxNotKept(int mailbox, String address, String problem);
}

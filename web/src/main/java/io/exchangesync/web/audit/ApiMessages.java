package io.exchangesync.web.audit;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/**
 * Log messages of the admin API, EXSYNC001001 to EXSYNC001999; ids are never used again for another
 * meaning. No message takes a secret or the text of an appointment.
 */
@MessageLogger(projectCode = "EXSYNC", length = 6)
public interface ApiMessages extends BasicLogger {
  ApiMessages LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), ApiMessages.class, "io.exchangesync.web");

  /** The audit trail, a category of its own so that it can be sent to a file of its own. */
  ApiMessages AUDIT =
      Logger.getMessageLogger(MethodHandles.lookup(), ApiMessages.class, "io.exchangesync.audit");

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 1001, value = "Problem %s at %s")
  void failed(String id, String path, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 1002, value = "%s was refused %s: a role is missing")
  void forbidden(String user, String path);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1010, value = "%s linked associate %d to %s (mailbox %d)")
  void linked(String user, int associateId, String address, int mailboxId);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1011, value = "%s unlinked mailbox %d (associate %d, %s)")
  void unlinked(String user, int mailboxId, int associateId, String address);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1012, value = "%s changed mailbox %d: %s")
  void mailboxChanged(String user, int mailboxId, String what);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1013, value = "%s asked for a synchronization of mailbox %d now")
  void syncAsked(String user, int mailboxId);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1014, value = "%s planned mailbox %d (dry run)")
  void planned(String user, int mailboxId);

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 1015,
      value = "%s had the settings of %s re-applied to what is linked (%d mailboxes)")
  void reapplyAsked(String user, String whom, int mailboxes);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1020, value = "%s released hold %d (mailbox %d, %s)")
  void holdReleased(String user, int holdId, int mailboxId, String reason);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1021, value = "%s closed hold %d (mailbox %d, %s)")
  void holdResolved(String user, int holdId, int mailboxId, String reason);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1030, value = "%s started job %s as execution %d: %s")
  void jobStarted(String user, String job, long execution, String with);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1031, value = "%s asked execution %d to %s")
  void executionActed(String user, long execution, String act);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1040, value = "%s changed the schedule: %s")
  void scheduleChanged(String user, String what);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1050, value = "%s changed settings of %s: %s")
  void settingsChanged(String user, String whom, String keys);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1060, value = "%s changed connection %d: %s")
  void connectionChanged(String user, int connection, String what);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1061, value = "%s tested connection %d")
  void connectionTested(String user, int connection);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1062, value = "%s removed connection %d")
  void connectionRemoved(String user, int connection);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1070, value = "%s exported %d journal entries")
  void journalExported(String user, int entries);
}

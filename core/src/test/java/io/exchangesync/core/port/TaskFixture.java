package io.exchangesync.core.port;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxTask;
import io.exchangesync.core.model.MailboxTaskBuilder;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/** What the contract of tasks needs beside that of appointments. */
public interface TaskFixture extends MailboxFixture {

  ItemVersion createTaskOutside(Mailbox mailbox, MailboxTask value);

  ItemVersion changeTaskOutside(
      Mailbox mailbox, ItemId id, UnaryOperator<MailboxTaskBuilder> change);

  /** A task that recurs every week without end, due first on this day. */
  ItemVersion createWeeklyTaskOutside(Mailbox mailbox, LocalDate due);

  /** Copies the task inside its folder, named properties included. */
  ItemVersion copyTaskOutside(Mailbox mailbox, ItemId id);
}

package io.exchangesync.core.port;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxAppointmentBuilder;
import io.exchangesync.core.model.When;
import java.util.List;
import java.util.function.UnaryOperator;

/** What the contract needs beside the gateway: mailboxes, and their owner working in Outlook. */
public interface MailboxFixture extends AutoCloseable {

  MailboxGateway gateway();

  /** A mailbox with an empty calendar that no other test uses. */
  Mailbox newMailbox();

  /** How many items the gateway sends in one request at most. */
  int batchSize();

  ItemVersion createOutside(Mailbox mailbox, MailboxAppointment value);

  ItemVersion changeOutside(
      Mailbox mailbox, ItemId id, UnaryOperator<MailboxAppointmentBuilder> change);

  void deleteOutside(Mailbox mailbox, ItemId id);

  /** Moves the item to a folder other than the calendar and Deleted Items. */
  void moveAwayOutside(Mailbox mailbox, ItemId id);

  /** Copies the item inside the calendar, named properties included. */
  ItemVersion copyOutside(Mailbox mailbox, ItemId id);

  /** A daily series of three, the first at {@code first}; answers its master. */
  ItemVersion createSeriesOutside(Mailbox mailbox, When.Timed first);

  /** A meeting that the owner organizes or was invited to. */
  ItemVersion createMeetingOutside(Mailbox mailbox, When.Timed when, MeetingRole role);

  List<String> subjectsInDeletedItems(Mailbox mailbox);

  /** Mails that the mailbox side sent on behalf of anybody since the fixture was made. */
  List<String> mailsSent();

  @Override
  void close();
}

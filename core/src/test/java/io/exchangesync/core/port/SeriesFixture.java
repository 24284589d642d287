package io.exchangesync.core.port;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.When;
import java.time.LocalDate;

/** The owner working on single dates of a series in Outlook. */
public interface SeriesFixture extends MailboxFixture {

  /** Moves the date's occurrence and gives it a subject of its own. */
  void moveOccurrenceOutside(
      Mailbox mailbox, ItemId master, LocalDate originalDate, When.Timed to, String subject);

  void deleteOccurrenceOutside(Mailbox mailbox, ItemId master, LocalDate originalDate);
}

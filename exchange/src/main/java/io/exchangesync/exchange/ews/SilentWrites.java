package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.port.MailboxWrite;
import io.exchangesync.core.port.MailboxWrite.Mails;
import java.util.Optional;

/**
 * Writes that tell nobody: attendees are neither added nor removed by them (invariant I7), because
 * a later mail from Outlook would reach people nobody decided to write to.
 */
final class SilentWrites {
  private SilentWrites() {}

  /** The same write; without mails it says nothing about attendees. */
  static MailboxWrite of(MailboxWrite write) {
    if (write instanceof MailboxWrite.Create create && create.mails() == Mails.NONE) {
      return new MailboxWrite.Create(withoutMeeting(create.value()));
    }
    if (write instanceof MailboxWrite.Update update && update.mails() == Mails.NONE) {
      return new MailboxWrite.Update(update.before(), withoutMeeting(update.after()));
    }
    return write;
  }

  private static MailboxItem withoutMeeting(MailboxItem item) {
    return item instanceof MailboxAppointment appointment
        ? appointment
            .with()
            .meeting(Optional.empty())
            .series(appointment.series().map(series -> withoutMeeting(series)))
            .build()
        : item;
  }

  private static MailboxSeries withoutMeeting(MailboxSeries series) {
    return new MailboxSeries(
        series.recurrence(),
        series.exceptions().stream()
            .map(
                exception ->
                    new MailboxSeries.Exception(
                        exception.originalDate(),
                        exception.content().with().meeting(Optional.empty()).build()))
            .toList(),
        series.deleted());
  }
}

package io.exchangesync.core.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What makes a calendar item a series: the pattern and what differs from it. The values of the
 * master are those of every date without an exception; its time is that of the first date.
 *
 * @param exceptions moved or edited dates, by original date
 * @param deleted original dates without an occurrence
 */
public record MailboxSeries(
    Recurrence recurrence, List<Exception> exceptions, Set<LocalDate> deleted) {
  public MailboxSeries {
    Objects.requireNonNull(recurrence);
    exceptions = List.copyOf(exceptions);
    deleted = Set.copyOf(deleted);
  }

  /**
   * One date that differs from its master.
   *
   * @param originalDate date of the original start, in the zone of the series
   * @param content the whole occurrence as it is now; its {@code item} is the occurrence's own
   */
  public record Exception(LocalDate originalDate, MailboxAppointment content) {
    public Exception {
      Objects.requireNonNull(originalDate);
      Objects.requireNonNull(content);
    }
  }
}

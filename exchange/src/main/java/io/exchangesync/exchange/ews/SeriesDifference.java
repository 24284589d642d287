package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxSeries;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What single dates of a stored series still lack of what is wanted.
 *
 * @param restored deleted dates that are wanted again, which no write of a single date brings back
 * @param deleted dates to delete
 * @param written dates to write, by original date, with what they shall hold
 */
record SeriesDifference(
    Set<LocalDate> restored, Set<LocalDate> deleted, Map<LocalDate, FieldSet> written) {

  /**
   * @param now the master as it is stored, exceptions included
   * @param wanted a master with the exceptions and deleted dates it shall have
   */
  static SeriesDifference of(ItemCodec codec, MailboxAppointment now, MailboxAppointment wanted) {
    MailboxSeries have = now.series().orElseThrow();
    MailboxSeries want = wanted.series().orElseThrow();
    Set<LocalDate> restored = new HashSet<>(have.deleted());
    restored.removeAll(want.deleted());
    Set<LocalDate> deleted = new TreeSet<>(want.deleted());
    deleted.removeAll(have.deleted());
    Map<LocalDate, MailboxAppointment> contents = new TreeMap<>();
    for (MailboxSeries.Exception exception : have.exceptions()) {
      contents.put(exception.originalDate(), plain(now, wanted, exception.originalDate()));
    }
    for (MailboxSeries.Exception exception : want.exceptions()) {
      contents.put(exception.originalDate(), exception.content());
    }
    contents.keySet().removeAll(want.deleted());
    Map<LocalDate, FieldSet> written = new TreeMap<>();
    contents.forEach(
        (date, content) -> {
          MailboxAppointment stored = stored(now, date);
          FieldSet fields =
              codec.fields(Optional.of(stored), Occurrences.writable(stored, content));
          if (!fields.isEmpty()) {
            written.put(date, fields);
          }
        });
    return new SeriesDifference(restored, deleted, written);
  }

  boolean isEmpty() {
    return restored.isEmpty() && deleted.isEmpty() && written.isEmpty();
  }

  /** What the master says; of attendees only if {@code wanted} says anything of them. */
  private static MailboxAppointment plain(
      MailboxAppointment now, MailboxAppointment wanted, LocalDate date) {
    MailboxAppointment plain = Occurrences.plain(now, date);
    return wanted.meeting().isPresent() ? plain : plain.with().meeting(Optional.empty()).build();
  }

  private static MailboxAppointment stored(MailboxAppointment now, LocalDate date) {
    return now.series().orElseThrow().exceptions().stream()
        .filter(exception -> exception.originalDate().equals(date))
        .map(MailboxSeries.Exception::content)
        .findFirst()
        .orElseGet(() -> Occurrences.plain(now, date));
  }
}

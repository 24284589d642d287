package io.exchangesync.core.simulation;

import io.exchangesync.core.memory.MemoryMailbox;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointmentBuilder;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.series.Expansion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What Outlook does to a series when its user edits it. */
final class Outlook {
  private Outlook() {}

  private static MailboxSeries series(MemoryMailbox calendar, ItemId master) {
    return calendar.find(master).orElseThrow().series().orElseThrow();
  }

  static void deleteDate(MemoryMailbox calendar, ItemId master, LocalDate date) {
    MailboxSeries now = series(calendar, master);
    Set<LocalDate> deleted = new HashSet<>(now.deleted());
    deleted.add(date);
    write(calendar, master, new MailboxSeries(now.recurrence(), without(now, date), deleted));
  }

  static void editDate(
      MemoryMailbox calendar,
      ItemId id,
      LocalDate date,
      UnaryOperator<MailboxAppointmentBuilder> edit) {
    MailboxAppointment master = calendar.find(id).orElseThrow();
    MailboxSeries now = series(calendar, id);
    MailboxAppointment occurrence =
        now.exceptions().stream()
            .filter(each -> each.originalDate().equals(date))
            .map(MailboxSeries.Exception::content)
            .findFirst()
            .orElseGet(() -> plain(master, date));
    List<MailboxSeries.Exception> exceptions = new ArrayList<>(without(now, date));
    exceptions.add(new MailboxSeries.Exception(date, edit.apply(occurrence.with()).build()));
    write(calendar, id, new MailboxSeries(now.recurrence(), exceptions, now.deleted()));
  }

  private static MailboxAppointment plain(MailboxAppointment master, LocalDate date) {
    return master
        .with()
        .series(Optional.empty())
        .stamp(Optional.empty())
        .item(Optional.empty())
        .when(Views.at(master, date))
        .build();
  }

  private static List<MailboxSeries.Exception> without(MailboxSeries now, LocalDate date) {
    return now.exceptions().stream().filter(each -> !each.originalDate().equals(date)).toList();
  }

  /** A new pattern forgets exceptions. */
  static void changePattern(MemoryMailbox calendar, ItemId id, Recurrence pattern) {
    MailboxAppointment master = calendar.find(id).orElseThrow();
    LocalDate first = Expansion.dates(pattern, Expansion.LAST_DAY, 1).get(0);
    calendar.change(
        id,
        edit ->
            edit.when(Views.at(master, first))
                .series(Optional.of(new MailboxSeries(pattern, List.of(), Set.of()))));
  }

  /** An earlier end keeps the exceptions before it. */
  static void changeEnd(MemoryMailbox calendar, ItemId id, Recurrence ended) {
    MailboxSeries now = series(calendar, id);
    Set<LocalDate> left = new HashSet<>(Expansion.dates(ended, Expansion.LAST_DAY, 5000));
    Set<LocalDate> deleted = new HashSet<>(now.deleted());
    deleted.retainAll(left);
    write(
        calendar,
        id,
        new MailboxSeries(
            ended,
            now.exceptions().stream().filter(each -> left.contains(each.originalDate())).toList(),
            deleted));
  }

  static int datesLeft(MailboxAppointment master, LocalDate until) {
    MailboxSeries now = master.series().orElseThrow();
    return Expansion.dates(now.recurrence(), until, 100).size() - now.deleted().size();
  }

  private static void write(MemoryMailbox calendar, ItemId master, MailboxSeries series) {
    calendar.change(master, edit -> edit.series(Optional.of(series)));
  }
}

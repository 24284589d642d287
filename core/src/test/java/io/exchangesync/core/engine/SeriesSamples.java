package io.exchangesync.core.engine;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxAppointmentBuilder;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.Recurrence.Rule;
import io.exchangesync.core.model.When;
import io.exchangesync.core.series.Expansion;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What users do to series on both sides. */
final class SeriesSamples {
  /** A Tuesday within the window. */
  static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

  static final Rule TUESDAYS = new Rule.Weekly(1, EnumSet.of(DayOfWeek.TUESDAY), DayOfWeek.MONDAY);
  static final Recurrence ENDLESS = new Recurrence(TUESDAYS, TUESDAY, new End.Never());

  private final World world;

  SeriesSamples(World world) {
    this.world = world;
  }

  /** Tuesdays at ten, six times. */
  static CrmSeries.Rule sixTuesdays() {
    LocalDateTime first = TUESDAY.atTime(10, 0);
    return new CrmSeries.Rule(0, 2, 0, 2, first, first.plusWeeks(5), 0, 1, 0);
  }

  int userCreatesSixTuesdays(String title) {
    List<LocalDateTime> starts = new ArrayList<>();
    for (int week = 0; week < 6; week++) {
      starts.add(TUESDAY.atTime(10, 0).plusWeeks(week));
    }
    return world.crm.userCreatesSeries(World.row(title), sixTuesdays(), starts);
  }

  static MailboxAppointment master(String subject, Recurrence recurrence, LocalTime at) {
    LocalDate first = Expansion.dates(recurrence, Expansion.LAST_DAY, 1).get(0);
    var start = first.atTime(at).atZone(World.OSLO);
    return World.item(subject)
        .with()
        .type(CalendarItemType.MASTER)
        .when(new When.Timed(start.toInstant(), start.plusHours(1).toInstant(), World.OSLO))
        .series(Optional.of(new MailboxSeries(recurrence, List.of(), Set.of())))
        .build();
  }

  static Recurrence tuesdays(End end) {
    return new Recurrence(TUESDAYS, TUESDAY, end);
  }

  ItemId item() {
    return world.onlyItem().version().id();
  }

  MailboxSeries series() {
    return world.onlyItem().series().orElseThrow();
  }

  /** In Outlook: deletes one date. */
  void userDeletesDate(ItemId item, LocalDate date) {
    world.box.change(
        item,
        master -> {
          MailboxSeries now = world.box.find(item).orElseThrow().series().orElseThrow();
          Set<LocalDate> deleted = new HashSet<>(now.deleted());
          deleted.add(date);
          return master.series(
              Optional.of(new MailboxSeries(now.recurrence(), without(now, date), deleted)));
        });
  }

  private static List<MailboxSeries.Exception> without(MailboxSeries now, LocalDate date) {
    return now.exceptions().stream().filter(e -> !e.originalDate().equals(date)).toList();
  }

  /** In Outlook: edits one date. */
  void userEditsDate(ItemId item, LocalDate date, UnaryOperator<MailboxAppointmentBuilder> edit) {
    MailboxAppointment master = world.box.find(item).orElseThrow();
    MailboxSeries now = master.series().orElseThrow();
    MailboxAppointment occurrence =
        now.exceptions().stream()
            .filter(e -> e.originalDate().equals(date))
            .map(MailboxSeries.Exception::content)
            .findFirst()
            .orElseGet(() -> plain(master, date));
    List<MailboxSeries.Exception> exceptions = new ArrayList<>(without(now, date));
    exceptions.add(new MailboxSeries.Exception(date, edit.apply(occurrence.with()).build()));
    world.box.change(
        item,
        changed ->
            changed.series(
                Optional.of(new MailboxSeries(now.recurrence(), exceptions, now.deleted()))));
  }

  private static MailboxAppointment plain(MailboxAppointment master, LocalDate date) {
    return master
        .with()
        .series(Optional.empty())
        .stamp(Optional.empty())
        .item(Optional.empty())
        .when(at(master, date))
        .build();
  }

  static When at(MailboxAppointment master, LocalDate date) {
    When.Timed first = (When.Timed) master.when();
    LocalTime start = first.start().atZone(first.zone()).toLocalTime();
    LocalTime end = first.end().atZone(first.zone()).toLocalTime();
    return new When.Timed(
        date.atTime(start).atZone(first.zone()).toInstant(),
        date.atTime(end).atZone(first.zone()).toInstant(),
        first.zone());
  }

  static When.Timed at(LocalDate date, int hour) {
    var start = date.atTime(hour, 0).atZone(World.OSLO);
    return new When.Timed(start.toInstant(), start.plusHours(1).toInstant(), World.OSLO);
  }

  /** In Outlook: changes the pattern, which forgets exceptions. */
  void userChangesPattern(ItemId item, Recurrence recurrence) {
    MailboxAppointment master = world.box.find(item).orElseThrow();
    LocalDate first = Expansion.dates(recurrence, Expansion.LAST_DAY, 1).get(0);
    world.box.change(
        item,
        changed ->
            changed
                .when(at(master, first))
                .series(Optional.of(new MailboxSeries(recurrence, List.of(), Set.of()))));
  }

  /** The dates in SuperOffice, as wall times. */
  List<LocalDateTime> rows() {
    return world.crm.diary(World.ASSOCIATE).stream().map(CrmAppointment::doBy).sorted().toList();
  }

  CrmAppointment row(LocalDateTime start) {
    return world.crm.diary(World.ASSOCIATE).stream()
        .filter(row -> row.doBy().equals(start))
        .findFirst()
        .orElseThrow();
  }
}

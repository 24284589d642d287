package io.exchangesync.core.simulation;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.SeriesKey;
import io.exchangesync.core.model.When;
import io.exchangesync.core.series.CanonicalPattern;
import io.exchangesync.core.series.Expansion;
import io.exchangesync.core.series.RuleColumns;
import io.exchangesync.core.simulation.Thing.Shape;
import io.exchangesync.core.simulation.Thing.Side;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What users do with series that are no meetings. */
final class SeriesActs {
  private SeriesActs() {}

  static Map<String, Act> all() {
    return Map.of(
        "series of rows is made", SeriesActs::crmCreates,
        "series of items is made", SeriesActs::boxCreates,
        "date of rows is edited", SeriesActs::crmEditsDate,
        "date of rows is deleted", SeriesActs::crmDeletesDate,
        "all rows of a series are edited", SeriesActs::crmEditsAll,
        "series of rows is cut in two", SeriesActs::crmCuts,
        "series of rows is deleted", SeriesActs::crmDeletes,
        "date of items is edited", SeriesActs::boxEditsDate,
        "master is edited", SeriesActs::boxEditsAll,
        "series of items is cut in two", SeriesActs::boxCuts);
  }

  static Map<String, Act> more() {
    return Map.of(
        "date of items is deleted", SeriesActs::boxDeletesDate,
        "pattern of items is changed", SeriesActs::boxChangesPattern,
        "series of items is deleted", SeriesActs::boxDeletes);
  }

  private static int who(Dice dice) {
    return dice.any(Cast.ANNA, Cast.BERIT);
  }

  private static LocalDateTime at(LocalDate day, Dice dice) {
    return day.atTime(8 + dice.below(8), dice.number() % 60);
  }

  private static void crmCreates(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    Optional<Recurrence> pattern =
        CanonicalPattern.until(Patterns.any(world, dice), world.today().plusDays(150));
    if (pattern.isPresent()) {
      String name = "n" + dice.number();
      writeRows(world, who, name, dice, pattern.get(), at(pattern.get().first(), dice));
      SingleActs.entered(world, dice, who, Side.CRM, Shape.SERIES);
      world.tell(who + " makes a series of rows " + name + " " + pattern.get());
    }
  }

  /** The series as SuperOffice's own client writes it. */
  static int writeRows(
      SimulatedWorld world,
      int who,
      String name,
      Dice dice,
      Recurrence pattern,
      LocalDateTime start) {
    CrmSeries.Rule rule =
        RuleColumns.write(
                0, pattern, start, CanonicalPattern.last(pattern).atTime(start.toLocalTime()))
            .orElseThrow();
    List<LocalDateTime> starts =
        Expansion.dates(pattern, Expansion.LAST_DAY, 999).stream()
            .map(day -> day.atTime(start.toLocalTime()))
            .toList();
    CrmAppointment row =
        Blanks.row(who, start, world.clock.instant())
            .with()
            .title(name + " " + dice.token('t'))
            .location(dice.token('p'))
            .agenda("<p>" + dice.token('b') + "</p>")
            .build();
    return world.crm.userCreatesSeries(row, rule, starts);
  }

  private static void boxCreates(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    Recurrence pattern = Patterns.any(world, dice);
    world.calendar(who).create(master(dice, pattern));
    SingleActs.entered(world, dice, who, Side.MAILBOX, Shape.SERIES);
    world.tell(who + " makes a series of items n" + dice.number() + " " + pattern);
  }

  static MailboxAppointment master(Dice dice, Recurrence pattern) {
    LocalDate first = Expansion.dates(pattern, Expansion.LAST_DAY, 1).get(0);
    return SingleActs.item(dice, at(first, dice))
        .type(CalendarItemType.MASTER)
        .series(Optional.of(new MailboxSeries(pattern, List.of(), Set.of())))
        .build();
  }

  /** Rows of one's own series, soonest first. */
  static List<CrmAppointment> rowsOf(SimulatedWorld world, int who) {
    return world.rows(who).stream()
        .filter(row -> row.ties().recurrenceRuleId() != 0 && row.ties().motherId() == 0)
        .filter(row -> !Views.left(row) && row.ties().ownedExternally() == 0)
        .sorted(Comparator.comparing(CrmAppointment::doBy))
        .toList();
  }

  private static Optional<CrmAppointment> anyDate(SimulatedWorld world, Dice dice, int who) {
    return dice.one(rowsOf(world, who), row -> Ledger.nameIn(row.title()) + row.doBy());
  }

  private static void crmEditsDate(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    anyDate(world, dice, who)
        .ifPresent(
            row -> {
              Thing thing = world.ledger.of(row.title()).orElseThrow();
              int what = dice.below(4);
              world.tell(
                  who
                      + " edits a date of rows "
                      + row.title()
                      + " "
                      + row.doBy()
                      + " ("
                      + what
                      + ")");
              LocalDateTime to = row.doBy().plusHours(1 + dice.below(40));
              switch (what) {
                case 0 -> world.crm.userMoves(row.recordId(), to);
                case 1 ->
                    world.crm.userEdits(
                        row.recordId(), r -> r.agenda("<p>" + dice.token('b') + "</p>"));
                case 2 ->
                    world.crm.userEdits(row.recordId(), r -> r.endDate(row.doBy().plusMinutes(90)));
                default ->
                    world.crm.userEdits(
                        row.recordId(), r -> r.title(thing.name() + " " + dice.token('t')));
              }
              String value = what == 1 ? dice.token('b') : what == 3 ? dice.token('t') : "";
              thing.edited(world.ledger.edit(Side.CRM, who, 'd', value));
            });
  }

  private static void crmDeletesDate(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    anyDate(world, dice, who)
        .filter(row -> world.crm.dates(row.ties().recurrenceRuleId()).size() > 3)
        .ifPresent(
            row -> {
              world.tell(who + " deletes a date of rows " + row.title() + " " + row.doBy());
              dated(world, row, who).reshape();
              world.crm.userDeletes(row.recordId());
            });
  }

  private static Thing dated(SimulatedWorld world, CrmAppointment row, int who) {
    Thing thing = world.ledger.of(row.title()).orElseThrow();
    thing.edited(world.ledger.edit(Side.CRM, who, 'd', ""));
    return thing;
  }

  private static void crmEditsAll(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    anyDate(world, dice, who)
        .ifPresent(
            any -> {
              Thing thing = world.ledger.of(any.title()).orElseThrow();
              boolean moves = dice.oneIn(2);
              int hours = 1 + dice.below(2);
              world.tell(who + " edits all rows of " + any.title() + (moves ? " moving" : ""));
              for (CrmAppointment row : world.crm.dates(any.ties().recurrenceRuleId())) {
                world.crm.userEdits(
                    row.recordId(),
                    edit ->
                        moves
                            ? edit.doBy(row.doBy().plusHours(hours))
                                .activeDate(row.activeDate().plusHours(hours))
                                .endDate(row.endDate().plusHours(hours))
                            : edit.title(thing.name() + " " + dice.token('t')));
              }
              thing.reshape();
              thing.edited(world.ledger.edit(Side.CRM, who, 't', moves ? "" : dice.token('t')));
            });
  }

  /** "This and following": the old rule ends, another one begins. */
  private static void crmCuts(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    anyDate(world, dice, who)
        .ifPresent(
            from -> {
              List<CrmAppointment> dates = world.crm.dates(from.ties().recurrenceRuleId());
              int index = dates.indexOf(from);
              if (index < 2 || dates.size() - index < 2) {
                return;
              }
              world.tell(who + " cuts rows of " + from.title() + " at " + from.doBy());
              dated(world, from, who).reshape();
              int rule = from.ties().recurrenceRuleId();
              dates
                  .subList(index, dates.size())
                  .forEach(row -> world.crm.userDeletes(row.recordId()));
              LocalDateTime last = dates.get(index - 1).doBy();
              world.crm.userEditsRule(
                  SeriesKey.ofRule(rule),
                  old ->
                      new CrmSeries.Rule(
                          old.id(),
                          old.pattern(),
                          old.subPattern(),
                          old.weekdays(),
                          old.startDate(),
                          last,
                          old.cyclicDay(),
                          old.cyclicWeek(),
                          old.cyclicMonth()));
              Recurrence rest =
                  CanonicalPattern.until(
                          Patterns.weekly(from.doBy().toLocalDate(), 4),
                          from.doBy().toLocalDate().plusDays(100))
                      .orElseThrow();
              writeRows(world, who, "n" + dice.number(), dice, rest, from.doBy());
              SingleActs.entered(world, dice, who, Side.CRM, Shape.SERIES);
            });
  }

  private static void crmDeletes(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    anyDate(world, dice, who)
        .filter(row -> dice.oneIn(2))
        .ifPresent(
            row -> {
              world.tell(who + " deletes the series of rows " + row.title());
              world.ledger.of(row.title()).orElseThrow().removed(world.ledger.epoch());
              world.crm.userDeletesSeries(SeriesKey.ofRule(row.ties().recurrenceRuleId()));
            });
  }

  private static Optional<MailboxAppointment> anyMaster(SimulatedWorld world, Dice dice, int who) {
    return dice.one(
        world.calendar(who).items().stream()
            .filter(item -> item.series().isPresent() && item.meetingRole() == MeetingRole.NONE)
            .filter(item -> world.ledger.of(item.subject()).filter(t -> !t.isMeeting()).isPresent())
            .toList(),
        MailboxAppointment::subject);
  }

  private static Optional<LocalDate> anyDate(
      SimulatedWorld world, Dice dice, MailboxAppointment master) {
    MailboxSeries series = master.series().orElseThrow();
    return dice.one(
        Expansion.dates(series.recurrence(), world.today().plusDays(140), 5000).stream()
            .filter(date -> !series.deleted().contains(date))
            .toList(),
        LocalDate::toString);
  }

  private static void boxEditsDate(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    anyMaster(world, dice, who)
        .ifPresent(
            master ->
                anyDate(world, dice, master)
                    .ifPresent(date -> boxEditsDate(world, dice, who, master, date)));
  }

  private static void boxEditsDate(
      SimulatedWorld world, Dice dice, int who, MailboxAppointment master, LocalDate date) {
    Thing thing = world.ledger.of(master.subject()).orElseThrow();
    int what = dice.below(3);
    world.tell(who + " edits a date of items " + master.subject() + " " + date + " (" + what + ")");
    LocalDateTime to = at(date.plusDays(dice.below(2)), dice);
    Outlook.editDate(
        world.calendar(who),
        master.version().id(),
        date,
        edit ->
            switch (what) {
              case 0 -> edit.when(Blanks.timed(to, Duration.ofHours(1)));
              case 1 -> edit.subject(thing.name() + " " + dice.token('t'));
              default -> edit.reminderSet(true).reminderMinutes(dice.below(60));
            });
    thing.edited(world.ledger.edit(Side.MAILBOX, who, 'd', what == 1 ? dice.token('t') : ""));
  }

  private static void boxDeletesDate(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    anyMaster(world, dice, who)
        .filter(master -> Outlook.datesLeft(master, world.today().plusDays(60)) > 3)
        .ifPresent(
            master ->
                anyDate(world, dice, master)
                    .ifPresent(
                        date -> {
                          world.tell(
                              who + " deletes a date of items " + master.subject() + " " + date);
                          Outlook.deleteDate(world.calendar(who), master.version().id(), date);
                          reshaped(world, master, who);
                        }));
  }

  private static void reshaped(SimulatedWorld world, MailboxAppointment master, int who) {
    Thing thing = world.ledger.of(master.subject()).orElseThrow();
    thing.edited(world.ledger.edit(Side.MAILBOX, who, 'd', ""));
    thing.reshape();
  }

  private static void boxEditsAll(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    anyMaster(world, dice, who)
        .ifPresent(
            master -> {
              Thing thing = world.ledger.of(master.subject()).orElseThrow();
              boolean moves = dice.oneIn(2);
              world.tell(who + " edits the master " + master.subject() + (moves ? " moving" : ""));
              LocalDate first = master.when().firstDay(Blanks.OSLO);
              MailboxSeries now = master.series().orElseThrow();
              When to = Blanks.timed(at(first, dice), Duration.ofHours(1));
              world
                  .calendar(who)
                  .change(
                      master.version().id(),
                      edit ->
                          moves
                              ? edit.when(to)
                                  .series(
                                      Optional.of(
                                          new MailboxSeries(
                                              now.recurrence(), List.of(), now.deleted())))
                              : edit.subject(thing.name() + " " + dice.token('t')));
              if (moves) {
                reshaped(world, master, who);
              }
              thing.edited(world.ledger.edit(Side.MAILBOX, who, 't', moves ? "" : dice.token('t')));
            });
  }

  private static void boxChangesPattern(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    Recurrence pattern = Patterns.any(world, dice);
    anyMaster(world, dice, who)
        .ifPresent(
            master -> {
              world.tell(who + " changes the pattern of " + master.subject() + " to " + pattern);
              reshaped(world, master, who);
              Outlook.changePattern(world.calendar(who), master.version().id(), pattern);
            });
  }

  /** "This and following": the old master ends, another one begins. */
  private static void boxCuts(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    anyMaster(world, dice, who)
        .ifPresent(
            master ->
                anyDate(world, dice, master)
                    .filter(date -> date.isAfter(master.when().firstDay(Blanks.OSLO).plusDays(14)))
                    .ifPresent(
                        date -> {
                          world.tell(who + " cuts items of " + master.subject() + " at " + date);
                          reshaped(world, master, who);
                          MailboxSeries old = master.series().orElseThrow();
                          Recurrence begun =
                              new Recurrence(
                                  old.recurrence().rule(),
                                  old.recurrence().first(),
                                  new End.On(date.minusDays(1)));
                          Outlook.changeEnd(world.calendar(who), master.version().id(), begun);
                          world.calendar(who).create(master(dice, Patterns.weekly(date, 5)));
                          SingleActs.entered(world, dice, who, Side.MAILBOX, Shape.SERIES);
                        }));
  }

  private static void boxDeletes(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    anyMaster(world, dice, who)
        .filter(master -> dice.oneIn(2))
        .ifPresent(
            master -> {
              world.tell(who + " deletes the series of items " + master.subject());
              world.ledger.of(master.subject()).orElseThrow().removed(world.ledger.epoch());
              world.calendar(who).delete(master.version().id());
            });
  }
}

package io.exchangesync.core.simulation;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmAppointmentBuilder;
import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.BusyStatus;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.model.MailboxAppointmentBuilder;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.core.model.When;
import io.exchangesync.core.simulation.Thing.Shape;
import io.exchangesync.core.simulation.Thing.Side;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What users do with single appointments that are no meetings. */
final class SingleActs {
  private SingleActs() {}

  static Map<String, Act> all() {
    return Map.of(
        "row is made", SingleActs::crmCreates,
        "item is made", SingleActs::boxCreates,
        "row is edited", SingleActs::crmEdits,
        "item is edited", SingleActs::boxEdits,
        "row is deleted", SingleActs::crmDeletes,
        "item is deleted", SingleActs::boxDeletes,
        "item is moved away and back", SingleActs::boxMovesAwayAndBack,
        "item is copied", SingleActs::boxCopies,
        "row is given away", SingleActs::crmGivesAway);
  }

  static LocalDateTime start(SimulatedWorld world, Dice dice) {
    return world
        .today()
        .plusDays(3 + dice.below(60))
        .atTime(7 + dice.below(10), dice.number() % 60);
  }

  private static void crmCreates(SimulatedWorld world, Dice dice) {
    int who = dice.any(Cast.ANNA, Cast.BERIT, Cast.CARL);
    LocalDateTime start = start(world, dice);
    boolean allDay = dice.oneIn(6);
    String name = "n" + dice.number();
    CrmAppointmentBuilder row =
        Blanks.row(who, start, world.clock.instant())
            .with()
            .title(name + " " + dice.token('t'))
            .location(dice.token('p'))
            .agenda("<p>" + dice.token('b') + "</p>")
            .freeBusy(dice.oneIn(6) ? 1 : 0)
            .visibility(dice.oneIn(6) ? Visibility.OWNER : Visibility.EVERYONE);
    if (dice.oneIn(3)) {
      row.references(new CrmReferences(1, 501 + dice.below(4), 0, 0));
    }
    if (allDay) {
      LocalDateTime begins = start.toLocalDate().atTime(8, 0);
      row.allDay(true)
          .doBy(begins)
          .activeDate(begins)
          .endDate(start.toLocalDate().plusDays(dice.below(2)).atTime(16, 0));
    }
    CrmAppointment made = row.build();
    world.crm.userCreates(made);
    entered(world, dice, who, Side.CRM, Shape.SINGLE);
    world.tell(who + " makes row " + name + " " + made.doBy() + (allDay ? " all day" : ""));
  }

  /** A new thing with the values every maker gives. */
  static Thing entered(SimulatedWorld world, Dice dice, int who, Side side, Shape shape) {
    Thing thing = world.ledger.made("n" + dice.number(), shape, who);
    for (char field : new char[] {'t', 'p', 'b'}) {
      thing.edited(world.ledger.edit(side, who, field, dice.token(field)));
    }
    return thing;
  }

  private static void boxCreates(SimulatedWorld world, Dice dice) {
    int who = dice.any(Cast.ANNA, Cast.BERIT, Cast.CARL);
    LocalDateTime start = start(world, dice);
    boolean allDay = dice.oneIn(6);
    String name = "n" + dice.number();
    MailboxAppointmentBuilder item =
        item(dice, start)
            .busyStatus(dice.oneIn(6) ? BusyStatus.FREE : BusyStatus.BUSY)
            .sensitivity(dice.oneIn(6) ? Sensitivity.PRIVATE : Sensitivity.NORMAL);
    if (allDay) {
      item.when(new When.AllDay(start.toLocalDate(), start.toLocalDate().plusDays(dice.below(2))));
    }
    world.calendar(who).create(item.build());
    entered(world, dice, who, Side.MAILBOX, Shape.SINGLE);
    world.tell(who + " makes item " + name + " " + start + (allDay ? " all day" : ""));
  }

  static MailboxAppointmentBuilder item(Dice dice, LocalDateTime start) {
    return Blanks.item(start)
        .with()
        .subject("n" + dice.number() + " " + dice.token('t'))
        .location(dice.token('p'))
        .body(Blanks.text(dice.token('b')));
  }

  static Optional<CrmAppointment> anyRow(SimulatedWorld world, Dice dice, int who) {
    List<CrmAppointment> own =
        world.rows(who).stream()
            .filter(row -> row.type() == CrmAppointment.DIARY && row.ties().motherId() == 0)
            .filter(row -> row.ties().recurrenceRuleId() == 0)
            .filter(row -> row.ties().ownedExternally() == 0 && !Views.left(row))
            .toList();
    return dice.one(own, CrmAppointment::title);
  }

  static Optional<MailboxAppointment> anyItem(SimulatedWorld world, Dice dice, int who) {
    List<MailboxAppointment> own =
        world.calendar(who).items().stream()
            .filter(item -> item.meetingRole() == MeetingRole.NONE && item.series().isEmpty())
            .filter(item -> world.ledger.of(item.subject()).filter(t -> !t.isMeeting()).isPresent())
            .toList();
    return dice.one(own, MailboxAppointment::subject);
  }

  private static void crmEdits(SimulatedWorld world, Dice dice) {
    int who = dice.any(Cast.ANNA, Cast.BERIT, Cast.CARL);
    anyRow(world, dice, who).ifPresent(row -> edit(world, dice, who, row));
  }

  private static void edit(SimulatedWorld world, Dice dice, int who, CrmAppointment row) {
    Thing thing = world.ledger.of(row.title()).orElseThrow();
    char field = dice.any('t', 'p', 'b', 'w', 'f', 'v', 'a');
    LocalDateTime start = start(world, dice);
    world.tell(who + " edits " + field + " of row " + row.title());
    int minutes = dice.below(50);
    boolean flag = dice.oneIn(2);
    world.crm.userEdits(
        row.recordId(),
        edit ->
            switch (field) {
              case 't' -> edit.title(thing.name() + " " + dice.token('t'));
              case 'p' -> edit.location(dice.token('p'));
              case 'b' -> edit.agenda("<p>" + dice.token('b') + "</p>");
              case 'w' ->
                  edit.allDay(false).doBy(start).activeDate(start).endDate(start.plusMinutes(30));
              case 'f' -> edit.freeBusy(flag ? 1 : 0);
              case 'v' -> edit.visibility(flag ? Visibility.OWNER : Visibility.EVERYONE);
              default -> edit.hasAlarm(flag).alarmMinutes(minutes);
            });
    note(world, dice, thing, who, Side.CRM, field, start);
  }

  /** What of an edit the oracle follows. */
  static void note(
      SimulatedWorld world,
      Dice dice,
      Thing thing,
      int who,
      Side side,
      char field,
      LocalDateTime start) {
    String value =
        switch (field) {
          case 't', 'p', 'b' -> dice.token(field);
          case 'w' -> Views.moment(start);
          default -> "";
        };
    thing.edited(world.ledger.edit(side, who, field, value));
  }

  private static void boxEdits(SimulatedWorld world, Dice dice) {
    int who = dice.any(Cast.ANNA, Cast.BERIT, Cast.CARL);
    anyItem(world, dice, who).ifPresent(item -> edit(world, dice, who, item));
  }

  private static void edit(SimulatedWorld world, Dice dice, int who, MailboxAppointment item) {
    Thing thing = world.ledger.of(item.subject()).orElseThrow();
    char field = dice.any('t', 'p', 'b', 'w', 'f', 'v', 'a', 'c');
    LocalDateTime start = start(world, dice);
    world.tell(who + " edits " + field + " of item " + item.subject());
    world
        .calendar(who)
        .change(item.version().id(), edit -> edited(dice, thing, field, start, item, edit));
    note(world, dice, thing, who, Side.MAILBOX, field, start);
  }

  static MailboxAppointmentBuilder edited(
      Dice dice,
      Thing thing,
      char field,
      LocalDateTime start,
      MailboxAppointment item,
      MailboxAppointmentBuilder edit) {
    boolean flag = dice.oneIn(2);
    return switch (field) {
      case 't' -> edit.subject(thing.name() + " " + dice.token('t'));
      case 'p' -> edit.location(dice.token('p'));
      case 'b' ->
          edit.body(
              new io.exchangesync.core.model.Body(
                  item.body().format(), Views.withToken(item.body().content(), dice.token('b'))));
      case 'w' -> edit.when(Blanks.timed(start, Duration.ofMinutes(45)));
      case 'f' -> edit.busyStatus(dice.any(BusyStatus.values()));
      case 'v' -> edit.sensitivity(flag ? Sensitivity.PRIVATE : Sensitivity.NORMAL);
      case 'c' ->
          edit.categories(
              List.of("Red", item.categories().isEmpty() ? "Blue" : item.categories().get(0)));
      default -> edit.reminderSet(flag).reminderMinutes(dice.below(50));
    };
  }

  private static void crmDeletes(SimulatedWorld world, Dice dice) {
    int who = dice.any(Cast.ANNA, Cast.BERIT, Cast.CARL);
    anyRow(world, dice, who)
        .ifPresent(
            row -> {
              world.tell(who + " deletes row " + row.title());
              world.ledger.of(row.title()).orElseThrow().removed(world.ledger.epoch());
              world.crm.userDeletes(row.recordId());
            });
  }

  private static void boxDeletes(SimulatedWorld world, Dice dice) {
    int who = dice.any(Cast.ANNA, Cast.BERIT, Cast.CARL);
    anyItem(world, dice, who)
        .ifPresent(
            item -> {
              world.tell(who + " deletes item " + item.subject());
              world.ledger.of(item.subject()).orElseThrow().removed(world.ledger.epoch());
              world.calendar(who).delete(item.version().id());
            });
  }

  private static void boxMovesAwayAndBack(SimulatedWorld world, Dice dice) {
    int who = dice.any(Cast.ANNA, Cast.BERIT, Cast.CARL);
    anyItem(world, dice, who)
        .ifPresent(
            item -> {
              world.tell(who + " moves item " + item.subject() + " away and back");
              world.calendar(who).create(world.calendar(who).moveAway(item.version().id()));
            });
  }

  /** The copy gets a name of its own at once, as the oracle knows things by their names. */
  private static void boxCopies(SimulatedWorld world, Dice dice) {
    int who = dice.any(Cast.ANNA, Cast.BERIT, Cast.CARL);
    anyItem(world, dice, who)
        .ifPresent(
            item -> {
              world.tell(who + " copies item " + item.subject() + " to n" + dice.number());
              var copy = world.calendar(who).copy(item.version().id());
              LocalDateTime start = start(world, dice);
              world
                  .calendar(who)
                  .change(
                      copy.id(),
                      edit ->
                          edit.subject("n" + dice.number() + " " + dice.token('t'))
                              .location(dice.token('p'))
                              .body(Blanks.text(dice.token('b')))
                              .uid("copy-" + dice.number())
                              .when(Blanks.timed(start, Duration.ofHours(1))));
              entered(world, dice, who, Side.MAILBOX, Shape.SINGLE);
            });
  }

  private static void crmGivesAway(SimulatedWorld world, Dice dice) {
    int who = dice.any(Cast.ANNA, Cast.BERIT, Cast.CARL);
    int to = dice.any(Cast.ANNA, Cast.BERIT, Cast.CARL, Cast.DORA);
    anyRow(world, dice, who)
        .filter(row -> to != who)
        .ifPresent(
            row -> {
              world.tell(who + " gives row " + row.title() + " to " + to);
              Thing thing = world.ledger.of(row.title()).orElseThrow();
              thing.moved(who, to, world.ledger.epoch());
              world.crm.userEdits(row.recordId(), edit -> edit.associateId(to));
            });
  }
}

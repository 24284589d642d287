package io.exchangesync.core.simulation;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.MailboxAppointment.Importance;
import io.exchangesync.core.model.MailboxTask;
import io.exchangesync.core.model.MailboxTask.Occurrence;
import io.exchangesync.core.model.MailboxTask.Status;
import io.exchangesync.core.simulation.Thing.Shape;
import io.exchangesync.core.simulation.Thing.Side;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What users do with to-dos and tasks. */
final class TaskActs {
  private TaskActs() {}

  static Map<String, Act> all() {
    return Map.of(
        "to-do is made", TaskActs::crmCreates,
        "task is made", TaskActs::boxCreates,
        "to-do is edited", TaskActs::crmEdits,
        "task is edited", TaskActs::boxEdits,
        "to-do is deleted", TaskActs::crmDeletes,
        "task is deleted", TaskActs::boxDeletes);
  }

  private static int who(Dice dice) {
    return dice.any(Cast.ANNA, Cast.BERIT);
  }

  /** No two on one day, nor on a later occurrence of a task that recurs weekly. */
  private static LocalDate day(Dice dice) {
    return LocalDate.of(2026, 11, 26)
        .plusDays(dice.number() % 7)
        .plusWeeks(100L * (dice.number() / 7));
  }

  private static Thing entered(SimulatedWorld world, Dice dice, int who, Side side) {
    Thing thing = world.ledger.made("n" + dice.number(), Shape.TASK, who);
    thing.edited(world.ledger.edit(side, who, 't', dice.token('t')));
    return thing;
  }

  private static void crmCreates(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    LocalDateTime due = day(dice).atTime(16, 0);
    world.tell(who + " makes to-do n" + dice.number() + " due " + due);
    world.crm.userCreates(
        Blanks.row(who, due, world.clock.instant())
            .with()
            .type(CrmAppointment.TO_DO)
            .endDate(due)
            .title("n" + dice.number() + " " + dice.token('t'))
            .build());
    entered(world, dice, who, Side.CRM);
  }

  private static void boxCreates(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    boolean recurs = dice.oneIn(3);
    world.tell(who + " makes task n" + dice.number() + (recurs ? " weekly" : ""));
    world
        .tasks(who)
        .create(
            MailboxTask.BLANK
                .with()
                .subject("n" + dice.number() + " " + dice.token('t'))
                .due(Optional.of(day(dice)))
                .occurrence(recurs ? Occurrence.CURRENT_OF_SERIES : Occurrence.SINGLE)
                .build());
    Thing thing = entered(world, dice, who, Side.MAILBOX);
    if (recurs) {
      thing.reshape();
    }
  }

  private static Optional<CrmAppointment> anyToDo(SimulatedWorld world, Dice dice, int who) {
    List<CrmAppointment> own =
        world.rows(who).stream().filter(row -> row.type() == CrmAppointment.TO_DO).toList();
    return dice.one(own, row -> row.title() + row.doBy());
  }

  private static Optional<MailboxTask> anyTask(SimulatedWorld world, Dice dice, int who) {
    return dice.one(world.tasks(who).items(), task -> task.subject() + task.due());
  }

  private static void crmEdits(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    LocalDateTime now = world.now();
    anyToDo(world, dice, who)
        .ifPresent(
            row -> {
              Thing thing = world.ledger.of(row.title()).orElseThrow();
              int what = dice.below(5);
              world.tell(who + " edits to-do " + row.title() + " (" + what + ")");
              world.crm.userEdits(
                  row.recordId(),
                  edit ->
                      switch (what) {
                        case 0 -> edit.status(3).done(now).activeDate(now);
                        case 1 -> edit.status(2).done(CrmAppointment.NEVER).activeDate(row.doBy());
                        case 2 -> edit.status(1).done(CrmAppointment.NEVER).activeDate(row.doBy());
                        case 3 -> edit.title(thing.name() + " " + dice.token('t'));
                        default -> edit.priorityId(1 + dice.below(3));
                      });
              noted(world, dice, thing, who, Side.CRM, what == 3);
            });
  }

  private static void noted(
      SimulatedWorld world, Dice dice, Thing thing, int who, Side side, boolean title) {
    char field = title ? 't' : 's';
    thing.edited(world.ledger.edit(side, who, field, title ? dice.token('t') : ""));
  }

  private static void boxEdits(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    anyTask(world, dice, who)
        .ifPresent(
            task -> {
              Thing thing = world.ledger.of(task.subject()).orElseThrow();
              int what = dice.below(5);
              world.tell(who + " edits task " + task.subject() + " (" + what + ")");
              world
                  .tasks(who)
                  .change(
                      task.version().id(),
                      edit ->
                          switch (what) {
                            case 0 -> edit.completed(world.today());
                            case 1 -> edit.open(dice.any(Status.NOT_STARTED, Status.IN_PROGRESS));
                            case 2 -> task.recurring() ? edit : edit.due(Optional.of(day(dice)));
                            case 3 -> edit.subject(thing.name() + " " + dice.token('t'));
                            default -> edit.importance(dice.any(Importance.values()));
                          });
              noted(world, dice, thing, who, Side.MAILBOX, what == 3);
            });
  }

  private static void crmDeletes(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    anyToDo(world, dice, who)
        .ifPresent(
            row -> {
              world.tell(who + " deletes to-do " + row.title());
              world.ledger.of(row.title()).orElseThrow().removed(world.ledger.epoch());
              world.crm.userDeletes(row.recordId());
            });
  }

  private static void boxDeletes(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    anyTask(world, dice, who)
        .ifPresent(
            task -> {
              world.tell(who + " deletes task " + task.subject());
              world.ledger.of(task.subject()).orElseThrow().removed(world.ledger.epoch());
              world.tasks(who).deleteSeries(task.version().id());
            });
  }
}

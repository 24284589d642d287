package io.exchangesync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.MailboxAppointment.Importance;
import io.exchangesync.core.model.MailboxTask;
import io.exchangesync.core.model.MailboxTask.Occurrence;
import io.exchangesync.core.model.MailboxTask.Status;
import io.exchangesync.core.plan.Reason;
import io.exchangesync.core.settings.SyncSettings;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Random histories of to-dos and tasks, recurring ones among them, with faults and crashes:
 * invariants I1, I2, I3 and I5.
 */
class TaskHistoriesTest {
  private static final int STEPS = 40;
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 24);

  /** Stops the engine in the middle, as a killed process would. */
  private final Set<String> wanted = new HashSet<>();

  private final Set<String> deleted = new HashSet<>();
  private int days;

  @Property(seed = "20261122", tries = 300)
  void bothSidesConvergeAndNothingIsLostOrDoubled(@ForAll long seed) {
    wanted.clear();
    deleted.clear();
    days = 0;
    Random random = new Random(seed);
    World world = new World(Kind.TASK);
    world.settings = withoutBrakes(world.settings);
    for (int step = 0; step < STEPS; step++) {
      live(world, random, step);
    }
    world.clock.advance(Duration.ofHours(2));
    for (int i = 0; i < 4; i++) {
      world.run();
      world.clock.advance(Duration.ofMinutes(20));
    }
    List<String> rows =
        world.crm.diary(World.ASSOCIATE).stream().map(TaskHistoriesTest::told).sorted().toList();
    List<String> tasks =
        world.tasks.items().stream()
            .filter(task -> !waitsForAPerson(world, task))
            .map(TaskHistoriesTest::told)
            .sorted()
            .toList();
    assertThat(rows).as("both sides hold the same\n%s", story(world)).isEqualTo(tasks);
    assertThat(rows).as("nothing is doubled\n%s", story(world)).doesNotHaveDuplicates();
    Set<String> titles =
        world.crm.diary(World.ASSOCIATE).stream()
            .map(CrmAppointment::title)
            .collect(Collectors.toSet());
    assertThat(wanted.stream().filter(title -> !titles.contains(title)))
        .as("nothing disappears that nobody deleted")
        .allMatch(deleted::contains);
    assertThat(world.run().quiet()).as("the next plan is empty\n%s", story(world)).isTrue();
  }

  /** What left a series whose to-do was deleted, and which is gone itself: nobody knows. */
  private static boolean waitsForAPerson(World world, MailboxTask task) {
    return world.stores.holds().active(world.mailbox.id(), Kind.TASK).stream()
        .filter(hold -> hold.reason().equals(Reason.STAMPED_BUT_DELETED.name()))
        .anyMatch(hold -> hold.item().equals(Optional.of(task.version().id())));
  }

  private static String story(World world) {
    return Stream.concat(
            world.story().stream(),
            world.stores.journal().entries().stream()
                .map(
                    entry ->
                        String.join(
                            " ",
                            "run " + entry.run(),
                            entry.decision(),
                            entry.reason(),
                            "record " + entry.recordId(),
                            "item " + entry.item().map(ItemId::value).orElse("none"),
                            entry.error().orElse(""))))
        .collect(Collectors.joining("\n"));
  }

  private void live(World world, Random random, int step) {
    switch (random.nextInt(9)) {
      case 0 -> {
        wanted.add("crm " + step);
        world.tell("crm creates " + step);
        world.crm.userCreates(row("crm " + step, newDay()));
      }
      case 1 -> create(world, step, Occurrence.SINGLE);
      case 2 -> create(world, step, Occurrence.CURRENT_OF_SERIES);
      case 3 -> any(rows(world), random).ifPresent(row -> edit(world, row, random));
      case 4, 5 -> any(tasks(world), random).ifPresent(task -> edit(world, task, random));
      case 6 ->
          any(rows(world), random)
              .ifPresent(
                  row -> {
                    world.tell("crm deletes " + told(row));
                    deleted.add(row.title());
                    world.crm.userDeletes(row.recordId());
                  });
      case 7 ->
          any(tasks(world), random)
              .ifPresent(
                  task -> {
                    world.tell("box deletes " + told(task));
                    deleted.add(task.subject());
                    world.tasks.deleteSeries(task.version().id());
                  });
      default -> run(world, random);
    }
  }

  private void create(World world, int step, Occurrence occurrence) {
    wanted.add("box " + step);
    world.tell("box creates " + step + " " + occurrence);
    world.tasks.create(
        MailboxTask.BLANK
            .with()
            .subject("box " + step)
            .due(Optional.of(newDay()))
            .occurrence(occurrence)
            .build());
  }

  /** Never the same day twice, nor a later occurrence of a task that recurs weekly. */
  private LocalDate newDay() {
    days++;
    return FIRST.plusDays(days % 7).plusWeeks(100L * (days / 7));
  }

  private void edit(World world, CrmAppointment row, Random random) {
    LocalDateTime done = world.clock.instant().atZone(World.OSLO).toLocalDateTime();
    world.tell("crm edits " + told(row));
    world.crm.userEdits(
        row.recordId(),
        value ->
            switch (random.nextInt(4)) {
              case 0 -> value.status(3).done(done).activeDate(done);
              case 1 -> value.status(2).done(CrmAppointment.NEVER).activeDate(row.doBy());
              case 2 -> value.status(1).done(CrmAppointment.NEVER).activeDate(row.doBy());
              default -> value.priorityId(1 + random.nextInt(3));
            });
  }

  private void edit(World world, MailboxTask task, Random random) {
    world.tell("box edits " + told(task));
    world.tasks.change(
        task.version().id(),
        value ->
            switch (random.nextInt(4)) {
              case 0 -> value.completed(world.clock.instant().atZone(World.OSLO).toLocalDate());
              case 1 -> value.open(Status.values()[random.nextInt(2)]);
              case 2 -> task.recurring() ? value : value.due(Optional.of(newDay()));
              default -> value.importance(Importance.values()[random.nextInt(3)]);
            });
  }

  private static void run(World world, Random random) {
    world.tell("run");
    world.runAmongFaults(random, 3, 24);
  }

  private static String told(CrmAppointment row) {
    return row.title()
        + " "
        + row.doBy().toLocalDate()
        + " "
        + row.status()
        + (row.completed() ? " " + row.done().toLocalDate() : "");
  }

  private static String told(MailboxTask task) {
    int status =
        switch (task.status()) {
          case NOT_STARTED, DEFERRED -> 1;
          case IN_PROGRESS, WAITING_ON_OTHERS -> 2;
          case COMPLETED -> 3;
        };
    return task.subject()
        + " "
        + task.due().orElseThrow()
        + " "
        + status
        + task.completed().map(day -> " " + day).orElse("");
  }

  private static CrmAppointment row(String title, LocalDate day) {
    LocalDateTime due = day.atTime(16, 0);
    return World.row(title)
        .with()
        .type(CrmAppointment.TO_DO)
        .doBy(due)
        .activeDate(due)
        .endDate(due)
        .build();
  }

  private static Stream<CrmAppointment> rows(World world) {
    return world.crm.diary(World.ASSOCIATE).stream();
  }

  private static Stream<MailboxTask> tasks(World world) {
    return world.tasks.items().stream();
  }

  private static <T> Optional<T> any(Stream<T> things, Random random) {
    List<T> all = things.toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private static SyncSettings withoutBrakes(SyncSettings s) {
    return new SyncSettings(
        s.windowBack(),
        s.windowAhead(),
        s.direction(),
        s.mapping(),
        s.filters(),
        new SyncSettings.BrakeSettings(1000, 1000, 1000),
        s.conflict(),
        SyncSettings.DeletePast.DELETE,
        s.visibleFor());
  }
}

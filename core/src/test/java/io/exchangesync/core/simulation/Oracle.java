package io.exchangesync.core.simulation;

import static java.util.stream.Collectors.groupingBy;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.MailboxTask;
import io.exchangesync.core.port.Hold;
import io.exchangesync.core.simulation.Thing.Shape;
import io.exchangesync.core.simulation.Views.Showing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks what people see on both sides against what users did; asks the engine nothing but its
 * journal, in which overwritten values must stand.
 */
final class Oracle {
  /** Days from the edge of the window within which nothing is said. */
  private static final int EDGE = 3;

  private static final String LEFT_OF_A_SERIES = "STAMPED_BUT_DELETED";

  private final SimulatedWorld world;
  private final Values values;

  Oracle(SimulatedWorld world) {
    this.world = world;
    this.values = new Values(world);
  }

  /** Which names were where. */
  record Before(Map<Integer, Set<String>> diaries, Map<Integer, Set<String>> calendars) {}

  Before look() {
    Map<Integer, Set<String>> diaries = new TreeMap<>();
    Map<Integer, Set<String>> calendars = new TreeMap<>();
    for (int associate : everybody()) {
      diaries.put(associate, diaryNames(associate));
      calendars.put(associate, calendarNames(associate));
    }
    return new Before(diaries, calendars);
  }

  private static List<Integer> everybody() {
    return Stream.concat(Cast.LINKED.stream(), Stream.of(Cast.DORA)).toList();
  }

  private Set<String> diaryNames(int associate) {
    Set<String> names = new TreeSet<>();
    for (CrmAppointment row : world.rows(associate)) {
      if (!Views.left(row)) {
        names.add(Ledger.nameIn(row.title()));
      }
    }
    return names;
  }

  private Set<String> calendarNames(int associate) {
    Set<String> names = new TreeSet<>();
    world.calendar(associate).items().forEach(item -> names.add(Ledger.nameIn(item.subject())));
    world.tasks(associate).items().forEach(task -> names.add(Ledger.nameIn(task.subject())));
    return names;
  }

  /** Invariant I3: what is gone after a run was taken away by somebody. */
  void nothingVanished(Before before) {
    Before after = look();
    before
        .diaries()
        .forEach((who, names) -> vanished("diary", who, names, after.diaries().get(who)));
    before
        .calendars()
        .forEach((who, names) -> vanished("calendar", who, names, after.calendars().get(who)));
  }

  private void vanished(String where, int who, Set<String> before, Set<String> after) {
    for (String name : before) {
      if (!after.contains(name)
          && world.ledger.find(name).filter(t -> !t.mayBeMissingAt(who)).isPresent()) {
        throw new Violation(
            "I3: " + name + " is gone from the " + where + " of " + who + " and nobody asked");
      }
    }
  }

  /** Invariant I7 with {@code invitations} = none. */
  void noMailLeft() {
    if (!world.post().sent().isEmpty()) {
      throw new Violation("I7: mails left: " + world.post().sent());
    }
  }

  /** Everything that must hold when nobody does anything any more. */
  void atRest() {
    for (int associate : Cast.LINKED) {
      if (world.linked(associate)) {
        agree(associate);
        tasksAgree(associate);
      }
    }
    world.ledger.things().forEach(this::nothingLost);
    nothingWaits();
    world.ledger.things().forEach(values::check);
    new People(world).check();
  }

  /** Nothing waits for a person but what is left of a recurring task whose to-do was deleted. */
  private void nothingWaits() {
    world.stores().holds().all().stream()
        .filter(hold -> hold.state() == Hold.State.OPEN)
        .filter(hold -> !(hold.kind() == Kind.TASK && hold.reason().equals(LEFT_OF_A_SERIES)))
        .findFirst()
        .ifPresent(
            hold -> {
              throw new Violation("I12: it waits for a person: " + hold);
            });
  }

  private LocalDate last(int associate) {
    return world.today().plusDays(world.settings(associate).windowAhead() - EDGE);
  }

  private LocalDate first(int associate) {
    return world.today().minusDays(world.settings(associate).windowBack() - EDGE);
  }

  private boolean inside(int associate, LocalDate day) {
    return !day.isBefore(first(associate)) && !day.isAfter(last(associate));
  }

  /** A guest waits for what lies outside the organizer's window. */
  private boolean inside(int associate, Thing thing, LocalDate day) {
    return inside(associate, day) && (thing.home() == 0 || inside(thing.home(), day));
  }

  private void agree(int associate) {
    List<Showing> diary = Views.diary(world, associate);
    List<Showing> calendar = Views.calendar(world, associate, last(associate).plusDays(EDGE));
    Map<String, List<Showing>> rows = diary.stream().collect(groupingBy(Showing::name));
    Map<String, List<Showing>> items = calendar.stream().collect(groupingBy(Showing::name));
    Set<String> names = new TreeSet<>(rows.keySet());
    names.addAll(items.keySet());
    for (String name : names) {
      Thing thing = world.ledger.find(name).orElseThrow(() -> new Violation("nobody made " + name));
      List<Showing> ours = rows.getOrDefault(name, List.of());
      List<Showing> theirs = items.getOrDefault(name, List.of());
      once(associate, thing, ours, theirs);
      if (!thing.isLoose()) {
        alike(associate, thing, ours, theirs);
      }
    }
  }

  /** Invariant I6: nothing is doubled. */
  private void once(int associate, Thing thing, List<Showing> rows, List<Showing> items) {
    if (thing.shape() == Shape.SINGLE && (rows.size() > 1 || items.size() > 1)) {
      throw new Violation("I6: doubled for " + associate + ": " + rows + "\n" + items);
    }
    if (thing.shape() == Shape.SERIES) {
      long masters =
          world.calendar(associate).items().stream()
              .filter(item -> Ledger.nameIn(item.subject()).equals(thing.name()))
              .count();
      long rules =
          world.rows(associate).stream()
              .filter(row -> !Views.left(row))
              .filter(row -> Ledger.nameIn(row.title()).equals(thing.name()))
              .map(row -> row.ties().recurrenceRuleId())
              .distinct()
              .count();
      if (masters > 1 || rules > 1) {
        throw new Violation("I6: " + thing.name() + " is doubled for " + associate);
      }
    }
  }

  private void alike(int associate, Thing thing, List<Showing> rows, List<Showing> items) {
    boolean single = thing.shape() == Shape.SINGLE;
    boolean seen =
        Stream.of(rows, items)
            .flatMap(List::stream)
            .anyMatch(s -> inside(associate, thing, s.day()));
    boolean known =
        items.isEmpty() && thing.mayLackAnItemAt(associate)
            || rows.isEmpty() && thing.unseenAt(associate);
    if (single && !seen || known) {
      return;
    }
    List<String> ours = words(associate, thing, rows);
    List<String> theirs = words(associate, thing, items);
    if (!ours.equals(theirs)) {
      throw new Violation(
          "I1: sides of "
              + associate
              + " differ in "
              + thing.name()
              + "\n  diary    "
              + difference(ours, theirs)
              + "\n  calendar "
              + difference(theirs, ours));
    }
  }

  private static List<String> difference(List<String> one, List<String> other) {
    List<String> only = new ArrayList<>(one);
    other.forEach(only::remove);
    return only;
  }

  private List<String> words(int associate, Thing thing, List<Showing> all) {
    boolean single = thing.shape() == Shape.SINGLE;
    return all.stream()
        .filter(showing -> single || inside(associate, thing, showing.day()))
        .map(Showing::what)
        .sorted()
        .toList();
  }

  private void tasksAgree(int associate) {
    List<String> rows =
        world.rows(associate).stream()
            .filter(row -> row.type() == CrmAppointment.TO_DO && certain(row.title()))
            .map(Oracle::words)
            .sorted()
            .toList();
    List<String> tasks =
        world.tasks(associate).items().stream()
            .filter(task -> certain(task.subject()))
            .map(Oracle::words)
            .sorted()
            .toList();
    if (!rows.equals(tasks)) {
      throw new Violation(
          "I1: tasks of "
              + associate
              + " differ\n  to-dos "
              + difference(rows, tasks)
              + "\n  tasks  "
              + difference(tasks, rows));
    }
    if (new HashSet<>(rows).size() != rows.size()) {
      throw new Violation("I6: tasks are doubled: " + rows);
    }
  }

  /** What left a recurring task whose to-do was deleted may wait for a person. */
  private boolean certain(String title) {
    return world
        .ledger
        .of(title)
        .filter(thing -> !(thing.isReshaped() && thing.removedByAnybody()))
        .isPresent();
  }

  private static String words(CrmAppointment row) {
    return row.title() + " due " + row.doBy().toLocalDate() + " status " + row.status();
  }

  private static String words(MailboxTask task) {
    int status =
        switch (task.status()) {
          case NOT_STARTED, DEFERRED -> 1;
          case IN_PROGRESS, WAITING_ON_OTHERS -> 2;
          case COMPLETED -> 3;
        };
    return task.subject() + " due " + task.due().orElseThrow() + " status " + status;
  }

  /** What nobody took away is there on both sides; what was taken away for good is not. */
  private void nothingLost(Thing thing) {
    if (thing.isLoose() || thing.home() == 0) {
      return;
    }
    boolean row = diaryNames(thing.home()).contains(thing.name());
    boolean item = calendarNames(thing.home()).contains(thing.name());
    boolean linked = world.linked(thing.home());
    if (!thing.removedByAnybody()) {
      if ((!row || linked && !item) && near(thing, thing.home())) {
        throw new Violation(
            "I2: "
                + thing.name()
                + " of "
                + thing.home()
                + " is lost: row "
                + row
                + " item "
                + item);
      }
    } else if (goneForGood(thing) && (row && !item || item && !row)) {
      throw new Violation("I1: half of " + thing.name() + " is left: row " + row);
    } else if (goneForGood(thing) && row) {
      throw new Violation("I1: " + thing.name() + " was deleted and is back");
    }
    for (int guest : thing.certainGuests()) {
      if (!thing.removedByAnybody() && near(thing, thing.home()) && near(thing, guest)) {
        present(thing, guest);
      }
    }
  }

  private void present(Thing thing, int guest) {
    if (!diaryNames(guest).contains(thing.name())) {
      throw new Violation("I2: guest " + guest + " has no row of " + thing.name());
    }
    if (world.linked(guest) && !calendarNames(guest).contains(thing.name())) {
      throw new Violation("I2: guest " + guest + " has no item of " + thing.name());
    }
  }

  /** Whether it lies within the days that are synchronized, whichever side knows it. */
  private boolean near(Thing thing, int who) {
    return Stream.concat(
            Views.diary(world, thing.home()).stream(),
            Views.calendar(world, thing.home(), last(thing.home())).stream())
        .anyMatch(showing -> showing.name().equals(thing.name()) && inside(who, showing.day()));
  }

  /** Taken away, and nobody changed it since everything rested before. */
  private static boolean goneForGood(Thing thing) {
    int when =
        thing.departures().stream()
            .filter(gone -> gone.who() == 0 || gone.who() == thing.home())
            .mapToInt(Thing.Departure::epoch)
            .min()
            .orElseThrow();
    return thing.edits().stream().allMatch(edit -> edit.epoch() < when)
        && thing.lastMove() < when
        && !thing.isReshaped();
  }
}

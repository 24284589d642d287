package io.exchangesync.core.simulation;

import io.exchangesync.core.engine.Ports;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.JournalEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One history: users act on both sides while the engine runs now and then; in the end they only
 * watch, everything comes to rest, and the oracle looks at it.
 */
final class History {
  /**
   * Runs that may do something after users did the last thing (invariant I1); one more where a
   * mailbox was linked, whose rows of meetings take the place of others, or a guest refused a
   * meeting.
   */
  private static final int MOST_WORKING_RUNS = 2;

  /** When users stop. */
  enum Ending {
    /** A day passes, and both sides are listed by themselves. */
    A_DAY_PASSES,
    /** Nothing is listed unless something asked for it: whatever was missed stays missed. */
    AT_ONCE
  }

  private final List<Step> steps;
  private final UnaryOperator<Ports> mutant;
  private final Ending ending;

  History(List<Step> steps, UnaryOperator<Ports> mutant) {
    this(steps, mutant, Ending.A_DAY_PASSES);
  }

  History(List<Step> steps, UnaryOperator<Ports> mutant, Ending ending) {
    this.steps = steps;
    this.mutant = mutant;
    this.ending = ending;
  }

  /**
   * What went wrong.
   *
   * @param problem in one line
   * @param story what happened, line by line
   */
  record Failure(String problem, List<String> story) {
    /** What does not change while steps are left out. */
    String sort() {
      return problem.length() < 3 ? problem : problem.substring(0, 3);
    }
  }

  /** Lives through it; empty if everything holds. */
  Optional<Failure> live() {
    SimulatedWorld world = new SimulatedWorld(mutant);
    try {
      Oracle oracle = new Oracle(world);
      Rounds rounds = new Rounds(world, oracle);
      for (Step step : steps) {
        live(world, rounds, step);
      }
      rest(world, rounds);
      oracle.atRest();
      rounds.reread();
      return Optional.empty();
    } catch (RuntimeException | AssertionError wrong) {
      return Optional.of(new Failure(words(wrong), story(world)));
    }
  }

  private static void live(SimulatedWorld world, Rounds rounds, Step step) {
    switch (step.act()) {
      case Script.RUN -> rounds.run();
      case Script.REST -> rounds.settle();
      case Script.TROUBLE -> rounds.troubled(new Dice(step));
      case Script.ROW_EDITED_BEFORE_COMMIT ->
          rounds.troubled(new Dice(step), Trouble.Sort.ROW_EDITED_BEFORE_COMMIT);
      case Script.CRASH_IN_COMMIT -> rounds.troubled(new Dice(step), Trouble.Sort.CRASH_IN_COMMIT);
      default -> Script.act(step.act()).live(world, new Dice(step));
    }
  }

  /** Everybody is linked; how the history ends says what else happens. */
  private void rest(SimulatedWorld world, Rounds rounds) {
    Cast.LINKED.stream().filter(who -> !world.linked(who)).forEach(world.office::link);
    boolean dayPasses = ending == Ending.A_DAY_PASSES;
    world.tell("everybody is linked" + (dayPasses ? ", a day passes" : ""));
    world.clock.advance(dayPasses ? Duration.ofHours(25) : Duration.ofMinutes(30));
    boolean linking =
        Cast.LINKED.stream()
            .anyMatch(who -> world.mailbox(who).state() == Mailbox.State.FIRST_LINK);
    boolean refused = world.ledger.things().stream().anyMatch(Thing::refused);
    int working = rounds.settle();
    if (working > MOST_WORKING_RUNS + (linking || refused ? 1 : 0)) {
      throw new Violation("I1: it took " + working + " runs to come to rest");
    }
  }

  private static String words(Throwable wrong) {
    if (wrong instanceof Violation) {
      return wrong.getMessage();
    }
    StackTraceElement[] trace = wrong.getStackTrace();
    return wrong
        + " at "
        + List.of(trace).stream()
            .limit(8)
            .map(String::valueOf)
            .collect(Collectors.joining("\n   "));
  }

  private static List<String> story(SimulatedWorld world) {
    List<String> all = new java.util.ArrayList<>(world.story());
    world.stores().holds().all().forEach(hold -> all.add("  " + hold));
    all.add("journal:");
    world.journal().forEach(entry -> all.add(line(entry)));
    return all;
  }

  private static String line(JournalEntry entry) {
    return "  run %d mailbox %d %s record %d %s %s/%s %s"
        .formatted(
            entry.run(),
            entry.mailboxId(),
            entry.kind(),
            entry.recordId(),
            entry.item().map(item -> item.value()).orElse("-"),
            entry.decision(),
            entry.reason(),
            entry.error().orElse(""));
  }
}

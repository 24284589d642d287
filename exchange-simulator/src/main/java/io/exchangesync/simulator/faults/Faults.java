package io.exchangesync.simulator.faults;

import io.exchangesync.simulator.soap.EwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** The rules in force; each counts down on its own and is dropped when it is used up. */
public final class Faults {
  private final List<Armed> rules = new CopyOnWriteArrayList<>();

  public void add(Rule rule) {
    rules.add(new Armed(rule));
  }

  public void clear() {
    rules.clear();
  }

  public List<Rule> rules() {
    return rules.stream().map(armed -> armed.rule).toList();
  }

  /** What strikes this request, item errors excepted. */
  public List<Effect> forRequest(String operation, String mailbox) {
    List<Effect> effects = new ArrayList<>();
    for (Armed armed : rules) {
      if (!(armed.rule.effect() instanceof Effect.ItemError) && armed.strikes(operation, mailbox)) {
        effects.add(armed.rule.effect());
      }
    }
    rules.removeIf(Armed::isUsedUp);
    return effects;
  }

  /** What strikes one item of a batch. */
  public Optional<EwsError> forItem(String operation, String mailbox) {
    if (rules.isEmpty()) {
      return Optional.empty();
    }
    for (Armed armed : rules) {
      if (armed.rule.effect() instanceof Effect.ItemError e && armed.strikes(operation, mailbox)) {
        rules.removeIf(Armed::isUsedUp);
        return Optional.of(error(e));
      }
    }
    return Optional.empty();
  }

  private static EwsError error(Effect.ItemError effect) {
    Map<String, String> details =
        effect.backOffMilliseconds().isPresent()
            ? Map.of(
                "BackOffMilliseconds", Integer.toString(effect.backOffMilliseconds().getAsInt()))
            : Map.of();
    return new EwsError(effect.code(), "The simulator was told to fail this item.", details);
  }

  private static final class Armed {
    private final Rule rule;
    private final Random draw;
    private int toSkip;
    private int left;

    Armed(Rule rule) {
      this.rule = rule;
      this.draw = new Random(rule.seed());
      this.toSkip = rule.skip();
      this.left = rule.times();
    }

    synchronized boolean strikes(String operation, String mailbox) {
      if (left <= 0 || !rule.matches(operation, mailbox) || draw.nextInt(100) >= rule.percent()) {
        return false;
      }
      if (toSkip > 0) {
        toSkip--;
        return false;
      }
      left--;
      return true;
    }

    synchronized boolean isUsedUp() {
      return left <= 0;
    }
  }
}

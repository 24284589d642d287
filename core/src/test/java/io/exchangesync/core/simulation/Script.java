package io.exchangesync.core.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Everything that can happen and how often it does. */
final class Script {
  static final String RUN = "run";
  static final String REST = "rest";
  static final String TROUBLE = "trouble";
  static final String ROW_EDITED_BEFORE_COMMIT = "row is edited before a commit";
  static final String CRASH_IN_COMMIT = "crash in a commit";

  private static final int SHORTEST = 15;
  private static final int LONGEST = 40;
  private static final Map<String, Act> ACTS = acts();
  private static final List<String> URN = urn();

  private Script() {}

  private static Map<String, Act> acts() {
    Map<String, Act> acts = new TreeMap<>();
    acts.putAll(SingleActs.all());
    acts.putAll(SeriesActs.all());
    acts.putAll(SeriesActs.more());
    acts.putAll(MeetingActs.all());
    acts.putAll(MeetingSeriesActs.all());
    acts.putAll(OfficeActs.all());
    acts.putAll(PersonActs.all());
    acts.putAll(TaskActs.all());
    return acts;
  }

  private static List<String> urn() {
    Map<String, Integer> weights = new LinkedHashMap<>();
    ACTS.keySet().forEach(act -> weights.put(act, 2));
    OfficeActs.all().keySet().forEach(act -> weights.put(act, 1));
    for (String rare :
        List.of("item is copied", "item is moved away and back", "row is given away")) {
      weights.put(rare, 1);
    }
    int acts = weights.values().stream().mapToInt(n -> n).sum();
    weights.put(RUN, acts / 3);
    weights.put(REST, acts / 12);
    weights.put(TROUBLE, acts / 5);
    List<String> urn = new ArrayList<>();
    weights.forEach(
        (act, n) -> {
          for (int i = 0; i < n; i++) {
            urn.add(act);
          }
        });
    return List.copyOf(urn);
  }

  static Act act(String name) {
    return ACTS.get(name);
  }

  /** What a user may do while a run goes on. */
  static Act anyAct(Dice dice) {
    List<Map<String, Act>> acts =
        List.of(SingleActs.all(), SeriesActs.all(), SeriesActs.more(), TaskActs.all());
    Map<String, Act> some = acts.get(dice.below(acts.size()));
    return some.get(dice.one(some.keySet(), name -> name).orElseThrow());
  }

  /** The steps that a seed stands for. */
  static List<Step> of(long seed) {
    return of(seed, URN);
  }

  /**
   * The steps that a seed stands for where only some things happen.
   *
   * @param urn one of them is drawn for each step; what stands in it twice happens twice as often
   */
  static List<Step> of(long seed, List<String> urn) {
    Random random = new Random(seed);
    int length = SHORTEST + random.nextInt(LONGEST - SHORTEST);
    List<Step> steps = new ArrayList<>();
    for (int number = 1; number <= length; number++) {
      steps.add(new Step(number, urn.get(random.nextInt(urn.size())), random.nextLong()));
    }
    return steps;
  }
}

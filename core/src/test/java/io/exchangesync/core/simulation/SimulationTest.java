package io.exchangesync.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Thousands of random histories of the whole engine: invariants I1, I2, I3, I6 and I7, with users
 * on both sides of four linked mailboxes.
 *
 * <p>{@code -Dexsync.histories=N} lives through more or fewer, {@code -Dexsync.seed=S} begins with
 * that seed. Each failing seed prints its history, shrunk to the steps it needs.
 */
class SimulationTest {
  private static final long SEED = Long.getLong("exsync.seed", 20_261_123);
  private static final int HISTORIES = Integer.getInteger("exsync.histories", 2000);
  private static final int MOST_SHRUNK = 3;

  @Test
  void whateverUsersDoBothSidesConvergeAndNothingIsLostOrDoubled() {
    System.out.println(
        "simulation: " + HISTORIES + " histories, -Dexsync.seed=" + SEED + " is the first seed");
    Map<Long, History.Failure> failures = new ConcurrentSkipListMap<>();
    LongStream.range(SEED, SEED + HISTORIES)
        .parallel()
        .forEach(
            seed ->
                new History(Script.of(seed), UnaryOperator.identity())
                    .live()
                    .ifPresent(failure -> failures.put(seed, failure)));
    failures.entrySet().stream().limit(MOST_SHRUNK).forEach(each -> print(each.getKey()));
    assertThat(failures.keySet()).as("seeds that fail").isEmpty();
  }

  private static void print(long seed) {
    History.Failure first = live(Script.of(seed));
    List<Step> steps =
        Shrinker.shrink(
            Script.of(seed),
            fewer ->
                new History(fewer, UnaryOperator.identity())
                    .live()
                    .filter(failure -> failure.sort().equals(first.sort()))
                    .isPresent());
    System.out.println(
        "seed "
            + seed
            + ": "
            + live(steps).problem()
            + "\n"
            + String.join("\n", live(steps).story())
            + "\n"
            + steps);
  }

  private static History.Failure live(List<Step> steps) {
    return new History(steps, UnaryOperator.identity()).live().orElseThrow();
  }
}

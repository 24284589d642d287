package io.exchangesync.core.simulation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * The choices of one step. A thing is chosen by its name, so that the choice stays the same when
 * others are not there (which shrinking needs).
 */
final class Dice {
  private final Step step;
  private final Random random;

  Dice(Step step) {
    this.step = step;
    this.random = new Random(step.seed());
  }

  int number() {
    return step.number();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  @SafeVarargs
  final <T> T any(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** A text that nobody else writes: the field's letter, the step's number and a dot. */
  String token(char field) {
    return field + "" + step.number() + ".";
  }

  <T> Optional<T> one(Collection<T> all, Function<T, String> name) {
    long salt = random.nextLong();
    return all.stream()
        .min(
            Comparator.comparingLong((T each) -> mixed(name.apply(each), salt))
                .thenComparing(name));
  }

  /** Each of them with an even chance. */
  <T> List<T> some(Collection<T> all) {
    long salt = random.nextLong();
    return all.stream().filter(each -> (mixed(each.toString(), salt) & 1) == 0).toList();
  }

  private static long mixed(String name, long salt) {
    return new Random(name.hashCode() * 31L ^ salt).nextLong();
  }
}

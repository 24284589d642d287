package io.exchangesync.core.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Leaves out of a failing history whatever it fails without (delta debugging). */
final class Shrinker {
  private Shrinker() {}

  /**
   * @param fails whether a history still fails in the same way
   * @return a part of the steps that fails, from which no single step can be left out
   */
  static List<Step> shrink(List<Step> steps, Predicate<List<Step>> fails) {
    List<Step> left = new ArrayList<>(steps);
    for (int size = Math.max(1, left.size() / 2); size >= 1; size /= 2) {
      boolean shorter = true;
      while (shorter) {
        shorter = false;
        for (int from = 0; from < left.size(); ) {
          List<Step> without = new ArrayList<>(left);
          without.subList(from, Math.min(from + size, left.size())).clear();
          if (fails.test(without)) {
            left = without;
            shorter = true;
          } else {
            from += size;
          }
        }
      }
    }
    return List.copyOf(left);
  }
}

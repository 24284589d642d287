package io.exchangesync.exchange.ews;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Cuts lists into requests that are neither too many items nor too long. */
final class Batches {
  /** Characters of text in one request at most; one item may be longer than that. */
  static final int LONGEST_TEXT = 2_000_000;

  private Batches() {}

  static <T> List<List<T>> of(List<T> all, int size, ToIntFunction<T> textLength) {
    List<List<T>> batches = new ArrayList<>();
    List<T> batch = new ArrayList<>();
    int length = 0;
    for (T one : all) {
      int more = textLength.applyAsInt(one);
      if (!batch.isEmpty() && (batch.size() == size || length + more > LONGEST_TEXT)) {
        batches.add(batch);
        batch = new ArrayList<>();
        length = 0;
      }
      batch.add(one);
      length += more;
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }
}

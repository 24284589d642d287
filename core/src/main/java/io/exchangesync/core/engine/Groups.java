package io.exchangesync.core.engine;

import java.util.ArrayList;
import java.util.List;

/** Cuts references into groups of about one batch. */
final class Groups {
  private Groups() {}

  /**
   * Groups of at most {@code size}: references that may end in a delete behind all others, and last
   * the next occurrences of recurring tasks, whose links have to move before.
   */
  static List<List<Ref>> deletionsLast(List<Ref> refs, int size) {
    List<Ref> sorted = new ArrayList<>(refs.size());
    refs.stream().filter(ref -> !ref.mayDelete() && !ref.goesOn()).forEach(sorted::add);
    refs.stream().filter(Ref::mayDelete).forEach(sorted::add);
    refs.stream().filter(Ref::goesOn).forEach(sorted::add);
    List<List<Ref>> groups = new ArrayList<>();
    for (int from = 0; from < sorted.size(); from += size) {
      groups.add(List.copyOf(sorted.subList(from, Math.min(sorted.size(), from + size))));
    }
    return groups;
  }
}

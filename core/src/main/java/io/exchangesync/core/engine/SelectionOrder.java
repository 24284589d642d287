package io.exchangesync.core.engine;

import io.exchangesync.core.engine.Ref.Side;
import io.exchangesync.core.model.Member;
import io.exchangesync.core.plan.Match;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which selections and their members are looked at: a folder is made before contacts
 * are put into it, and goes when they have left it.
 */
final class SelectionOrder {
  private SelectionOrder() {}

  /**
   * @param known references with a link or a stamp
   * @param fresh records without a link
   */
  static List<List<Ref>> of(Collection<Ref> known, Collection<Integer> fresh, int size) {
    List<Ref> refs = new ArrayList<>(known);
    fresh.forEach(id -> refs.add(Ref.ofRecord(id, List.of())));
    refs.sort(Comparator.comparingInt(SelectionOrder::rank));
    List<List<Ref>> groups = new ArrayList<>();
    for (int from = 0; from < refs.size(); from += size) {
      groups.add(List.copyOf(refs.subList(from, Math.min(refs.size(), from + size))));
    }
    return groups;
  }

  private static int rank(Ref ref) {
    boolean leaving = ref.crm() == Side.GONE_IF_MISSING || ref.crm() == Side.DELETED;
    if (ref.recordId() > 0) {
      return leaving ? 4 : 0;
    }
    if (Member.isMember(ref.recordId())) {
      return leaving ? 3 : ref.match() == Match.STAMP ? 1 : 2;
    }
    return 3;
  }
}

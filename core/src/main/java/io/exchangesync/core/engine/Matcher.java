package io.exchangesync.core.engine;

import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.plan.PlanContext;
import java.util.List;

/** Joins unlinked halves of one group that are the same thing (sync-rules 5.4). */
interface Matcher {

  static Matcher of(PlanContext context) {
    return switch (context.kind()) {
      case APPOINTMENT, TASK -> new ContentMatcher(context.mapping());
      case CONTACT -> new ContactMatcher();
      case SELECTION -> group -> group;
    };
  }

  /** The candidates with matching halves joined; everything else as it was. */
  List<Candidate> match(List<Candidate> group);
}

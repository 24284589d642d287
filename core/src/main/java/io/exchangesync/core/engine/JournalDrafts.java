package io.exchangesync.core.engine;

import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.plan.Decision;
import io.exchangesync.core.plan.Post;
import io.exchangesync.core.plan.Reason;
import io.exchangesync.core.port.Journal;
import io.exchangesync.core.port.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a chunk says in the journal: an entry with both images for each effect, and the counts of
 * decisions.
 */
final class JournalDrafts {
  private final Ports ports;
  private final Slice slice;
  private final Instant now;
  private final List<Draft> drafts = new ArrayList<>();
  private final Map<Journal.Tally, Integer> tallies = new HashMap<>();

  /** An entry that still lacks the key of a link saved with it; -1 = known, or there is none. */
  private record Draft(int linkIndex, JournalEntry entry) {}

  JournalDrafts(Ports ports, Slice slice, Instant now) {
    this.ports = ports;
    this.slice = slice;
    this.now = now;
  }

  void count(String decision, Reason reason) {
    tallies.merge(new Journal.Tally(decision, reason.name()), 1, Integer::sum);
  }

  /**
   * Tells of an effect with the mails that left for it.
   *
   * @param linkIndex where its link stands among those saved; -1 if it is known or there is none
   */
  void add(Effect effect, int linkIndex, Optional<String> error) {
    add(effect, linkIndex, error, Post.mails(effect.decision(), slice.context(effect.candidate())));
  }

  void add(Effect effect, int linkIndex, Optional<String> error, int mails) {
    Decision decision = effect.decision();
    Candidate candidate = effect.candidate();
    drafts.add(
        new Draft(
            linkIndex,
            new JournalEntry(
                slice.run(),
                slice.claim().mailbox().id(),
                slice.claim().kind(),
                candidate.link().map(Link::key).orElse(0),
                effect.stamp().recordId(),
                candidate.item().map(ItemVersion::id),
                decision.name(),
                decision.reason().name(),
                JournalImages.before(decision),
                JournalImages.after(decision),
                error,
                mails,
                candidate.confidential(),
                now)));
  }

  /** Rows that went beside the record belong to the entry that was made last; "" if none went. */
  void withRows(String rows) {
    Draft last = drafts.remove(drafts.size() - 1);
    drafts.add(new Draft(last.linkIndex(), JournalImages.withRows(last.entry(), rows)));
  }

  /**
   * Writes the entries.
   *
   * @param stored the links that were saved, in order
   */
  void append(List<Link> stored) {
    List<JournalEntry> entries = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      entries.add(
          draft.linkIndex() < 0
              ? draft.entry()
              : JournalImages.withLink(draft.entry(), stored.get(draft.linkIndex())));
    }
    if (!entries.isEmpty()) {
      ports.journal().append(entries);
    }
  }

  /** Writes the counts. */
  void tally() {
    if (!tallies.isEmpty()) {
      ports
          .journal()
          .count(slice.run(), slice.claim().mailbox().id(), slice.claim().kind(), tallies);
    }
  }
}

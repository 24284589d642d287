package io.exchangesync.core.memory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.Journal;
import io.exchangesync.core.port.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The journal in memory. */
public final class MemoryJournal implements Journal, Transactional {
  private final List<JournalEntry> entries = new ArrayList<>();
  private final Map<Line, Integer> counts = new HashMap<>();

  @Override
  public void append(List<JournalEntry> more) {
    entries.addAll(more);
  }

  @Override
  public void count(long run, int mailboxId, Kind kind, Map<Tally, Integer> tallies) {
    tallies.forEach(
        (tally, n) -> counts.merge(new Line(run, mailboxId, kind, tally), n, Integer::sum));
  }

  @Override
  public int deletesSince(int mailboxId, Kind kind, Instant since) {
    return (int)
        entries.stream()
            .filter(e -> e.mailboxId() == mailboxId && e.kind() == kind)
            .filter(e -> e.deleted() && !e.at().isBefore(since))
            .count();
  }

  @Override
  public int mails(int mailboxId, Kind kind, long run, Instant since) {
    return entries.stream()
        .filter(e -> e.mailboxId() == mailboxId && e.kind() == kind)
        .filter(e -> e.run() == run || !e.at().isBefore(since))
        .mapToInt(JournalEntry::mails)
        .sum();
  }

  @Override
  public Map<Integer, Integer> writesSince(Collection<Integer> linkKeys, Instant since) {
    Set<Integer> wanted = Set.copyOf(linkKeys);
    return entries.stream()
        .filter(e -> e.linkKey() != 0 && wanted.contains(e.linkKey()))
        .filter(e -> e.wrote() && !e.at().isBefore(since))
        .collect(groupingBy(JournalEntry::linkKey, summingInt(e -> 1)));
  }

  /** Everything appended, oldest first. */
  public List<JournalEntry> entries() {
    return List.copyOf(entries);
  }

  /** The counts of a run, all mailboxes of a kind together. */
  public Map<Tally, Integer> counted(long run, Kind kind) {
    return counts.entrySet().stream()
        .filter(c -> c.getKey().run() == run && c.getKey().kind() == kind)
        .collect(groupingBy(c -> c.getKey().tally(), summingInt(Map.Entry::getValue)));
  }

  @Override
  public Runnable savepoint() {
    int size = entries.size();
    Map<Line, Integer> then = Map.copyOf(counts);
    return () -> {
      entries.subList(size, entries.size()).clear();
      counts.clear();
      counts.putAll(then);
    };
  }

  private record Line(long run, int mailboxId, Kind kind, Tally tally) {}
}

package io.exchangesync.core.engine;

import io.exchangesync.core.mapping.ItemMapping;
import io.exchangesync.core.mapping.MatchKey;
import io.exchangesync.core.mapping.UnmappableException;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.plan.Match;
import io.exchangesync.core.plan.MeetingFacts;
import io.exchangesync.core.plan.Standing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds unlinked rows and items that are the same thing: same start, end and subject (sync-rules
 * 5.4).
 *
 * <p>What could belong to several is marked ambiguous, never guessed.
 */
final class ContentMatcher implements Matcher {
  private final ItemMapping mapping;

  ContentMatcher(ItemMapping mapping) {
    this.mapping = mapping;
  }

  @Override
  public List<Candidate> match(List<Candidate> group) {
    Map<MatchKey, List<Candidate>> rows = new LinkedHashMap<>();
    Map<MatchKey, List<Candidate>> items = new LinkedHashMap<>();
    List<Candidate> result = new ArrayList<>();
    for (Candidate candidate : group) {
      Optional<MatchKey> key = candidate.match() == Match.NONE ? key(candidate) : Optional.empty();
      if (key.isEmpty()) {
        result.add(candidate);
      } else if (candidate.crm().content().isPresent()) {
        rows.computeIfAbsent(key.get(), none -> new ArrayList<>()).add(candidate);
      } else {
        items.computeIfAbsent(key.get(), none -> new ArrayList<>()).add(candidate);
      }
    }
    Set<MatchKey> similar = similar(rows.keySet(), items.keySet());
    rows.forEach(
        (key, sameRows) -> {
          List<Candidate> sameItems = items.getOrDefault(key, List.of());
          if (sameRows.size() == 1 && sameItems.size() == 1) {
            if (Standing.mayMatch(sameRows.get(0), sameItems.get(0))) {
              result.add(pair(sameRows.get(0), sameItems.get(0)));
            } else {
              result.add(sameRows.get(0));
              result.add(sameItems.get(0));
            }
            return;
          }
          boolean ambiguous = !sameItems.isEmpty() || similar.contains(key);
          sameRows.forEach(row -> result.add(ambiguous ? marked(row) : row));
        });
    items.forEach(
        (key, sameItems) -> {
          int others = rows.getOrDefault(key, List.of()).size();
          if (others == 1 && sameItems.size() == 1) {
            return;
          }
          boolean ambiguous = others > 0 || similar.contains(key);
          sameItems.forEach(item -> result.add(ambiguous ? marked(item) : item));
        });
    return result;
  }

  /** Same start and end with one subject containing the other. */
  private static Set<MatchKey> similar(Set<MatchKey> rows, Set<MatchKey> items) {
    Set<MatchKey> similar = new HashSet<>();
    for (MatchKey row : rows) {
      for (MatchKey item : items) {
        if (row.when().equals(item.when())
            && !row.subject().equals(item.subject())
            && !row.subject().isEmpty()
            && !item.subject().isEmpty()
            && (row.subject().contains(item.subject()) || item.subject().contains(row.subject()))) {
          similar.add(row);
          similar.add(item);
        }
      }
    }
    return similar;
  }

  private Optional<MatchKey> key(Candidate candidate) {
    try {
      Optional<CrmRecord> row = candidate.crm().content();
      Optional<MailboxItem> item = candidate.mailbox().content();
      if (candidate.link().isPresent() || row.isPresent() == item.isPresent()) {
        return Optional.empty();
      }
      if (item.filter(ContentMatcher::unsupported).isPresent()) {
        return Optional.empty();
      }
      return mapping.matchKey(
          row.map(mapping::readCrm)
              .orElseGet(() -> mapping.readMailbox(item.orElseThrow(), Optional.empty())));
    } catch (UnmappableException e) {
      return Optional.empty();
    }
  }

  private static boolean unsupported(MailboxItem found) {
    return found instanceof MailboxAppointment item
        && (item.type() == CalendarItemType.OCCURRENCE
            || item.type() == CalendarItemType.EXCEPTION
            || item.type() == CalendarItemType.MASTER && item.meetingRole() != MeetingRole.NONE);
  }

  private static Candidate pair(Candidate row, Candidate item) {
    List<io.exchangesync.core.port.PendingChange> pending = new ArrayList<>(row.pending());
    pending.addAll(item.pending());
    return new Candidate(
        Optional.empty(),
        row.crm(),
        item.mailbox(),
        Match.CONTENT,
        item.item(),
        row.released() || item.released(),
        0,
        row.meeting().equals(MeetingFacts.NONE) ? item.meeting() : row.meeting(),
        pending);
  }

  private static Candidate marked(Candidate candidate) {
    return new Candidate(
        candidate.link(),
        candidate.crm(),
        candidate.mailbox(),
        Match.AMBIGUOUS,
        candidate.item(),
        candidate.released(),
        candidate.recentWrites(),
        candidate.meeting(),
        candidate.pending());
  }
}

package io.exchangesync.core.engine;

import io.exchangesync.core.engine.Ref.Side;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.Observation;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.plan.Match;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.ItemProblem;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.PendingChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads both sides of a group of references, one batch a side, and makes candidates of them.
 *
 * <p>What a side could not say becomes Unknown, never Deleted (invariant I3).
 */
final class CandidateReader {
  /** When an item that could not be read is tried again, if the server named no time. */
  static final Duration TRY_AGAIN = Duration.ofMinutes(5);

  /** When a member whose folder can't be made is looked at again. */
  static final Duration FOLDERS_TURN = Duration.ofHours(1);

  /** When a meeting that waits for its organizer's mailbox is looked at again first. */
  static final Duration ORGANIZERS_TURN = Duration.ofSeconds(30);

  /** The same from the second time on: its organizer may never come to it. */
  static final Duration ORGANIZERS_DELAY = Duration.ofMinutes(10);

  private static final Duration HOUR = Duration.ofHours(1);

  private final Ports ports;
  private final CrmSide crm;
  private final MailboxSession session;
  private final Claim claim;
  private final Releases releases;
  private final Meetings meetings;
  private final SeriesAdopter adopter;
  private final List<PendingChange> again = new ArrayList<>();

  CandidateReader(
      Ports ports,
      CrmSide crm,
      MailboxSession session,
      Claim claim,
      Releases releases,
      Meetings meetings) {
    this.ports = ports;
    this.crm = crm;
    this.session = session;
    this.claim = claim;
    this.releases = releases;
    this.meetings = meetings;
    this.adopter = new SeriesAdopter(ports, claim);
  }

  /** Items that could not be read this time and have to be filed again; empties the list. */
  List<PendingChange> takeAgain() {
    List<PendingChange> taken = List.copyOf(again);
    again.clear();
    return taken;
  }

  /** What was taken could not be filed. */
  void giveBackAgain(List<PendingChange> taken) {
    again.addAll(taken);
  }

  List<Candidate> read(List<Ref> asked) {
    Map<Integer, CrmRecord> rows =
        crm.read(
            asked.stream()
                .filter(ref -> reads(ref.crm()) && ref.recordId() != 0)
                .map(Ref::recordId)
                .collect(Collectors.toSet()));
    List<Ref> group = adopter.adopt(asked, rows);
    Map<ItemId, Answer<MailboxItem>> items = readItems(group);
    Map<Integer, Integer> writes = recentWrites(group);
    List<Candidate> candidates = new ArrayList<>(group.size());
    for (Ref ref : group) {
      Observation<CrmRecord> row = crmSide(ref, rows);
      Observation<MailboxItem> mailbox = mailboxSide(ref, items);
      Match match =
          ref.match() == Match.STAMP && row.content().isEmpty() ? Match.NONE : ref.match();
      Optional<ItemVersion> item = mailbox.content().map(MailboxItem::version).or(ref::item);
      candidates.add(
          new Candidate(
              ref.link(),
              row,
              mailbox,
              match,
              item,
              releases.released(ref.link(), ref.recordId(), item.map(ItemVersion::id)),
              ref.link().map(link -> writes.getOrDefault(link.key(), 0)).orElse(0),
              ref.pending()));
    }
    List<Candidate> known = meetings.know(candidates);
    again.addAll(meetings.takeAgain());
    return known;
  }

  private Map<Integer, Integer> recentWrites(List<Ref> group) {
    List<Integer> keys = group.stream().flatMap(ref -> ref.link().stream()).map(Link::key).toList();
    return keys.isEmpty()
        ? Map.of()
        : ports.journal().writesSince(keys, ports.clock().instant().minus(HOUR));
  }

  private Map<ItemId, Answer<MailboxItem>> readItems(List<Ref> group) {
    List<ItemId> ids =
        group.stream()
            .filter(ref -> reads(ref.mailbox()))
            .flatMap(ref -> ref.item().stream())
            .map(ItemVersion::id)
            .distinct()
            .toList();
    Map<ItemId, Answer<MailboxItem>> answers = new HashMap<>();
    if (!ids.isEmpty()) {
      List<Answer<MailboxItem>> read = session.read(ids);
      for (int i = 0; i < ids.size(); i++) {
        answers.put(ids.get(i), read.get(i));
      }
    }
    return answers;
  }

  private static boolean reads(Side side) {
    return side == Side.READ || side == Side.GONE_IF_MISSING || side == Side.NEW_IF_MISSING;
  }

  private Observation<CrmRecord> crmSide(Ref ref, Map<Integer, CrmRecord> rows) {
    if (ref.crm() == Side.ABSENT || ref.recordId() == 0) {
      return new Observation.Absent<>();
    }
    CrmRecord row = rows.get(ref.recordId());
    if (row != null) {
      return new Observation.Present<>(row);
    }
    if (adopter.adopted(ref)) {
      return new Observation.Unknown<>("the row is one date of a series now");
    }
    return switch (ref.crm()) {
      case READ ->
          ref.link().isPresent()
              ? new Observation.Unknown<>("the row is missing and no delete was reported")
              : new Observation.Absent<>();
      case NEW_IF_MISSING, ABSENT -> new Observation.Absent<>();
      case GONE_IF_MISSING, DELETED -> new Observation.Deleted<>();
    };
  }

  private Observation<MailboxItem> mailboxSide(Ref ref, Map<ItemId, Answer<MailboxItem>> items) {
    if (ref.mailbox() == Side.DELETED) {
      return new Observation.Deleted<>();
    }
    if (ref.mailbox() == Side.ABSENT || ref.item().isEmpty()) {
      return new Observation.Absent<>();
    }
    ItemId id = ref.item().get().id();
    Answer<MailboxItem> answer = items.get(id);
    if (answer.result().isPresent()) {
      return new Observation.Present<>(answer.result().get());
    }
    ItemProblem problem = answer.failure().orElseThrow();
    return switch (problem.type()) {
      case NOT_FOUND ->
          switch (ref.mailbox()) {
            case GONE_IF_MISSING -> new Observation.Deleted<>();
            case READ ->
                ref.link().isPresent()
                    ? new Observation.Unknown<>("the item is missing and no delete was reported")
                    : new Observation.Absent<>();
            case NEW_IF_MISSING, ABSENT, DELETED -> new Observation.Absent<>();
          };
      case RETRIABLE, CHANGED_MEANWHILE -> {
        Instant when = ports.clock().instant().plus(problem.backOff().orElse(TRY_AGAIN));
        again.add(
            new PendingChange(
                0,
                claim.mailbox().id(),
                claim.kind(),
                0,
                Optional.of(id),
                false,
                ref.pending().stream().anyMatch(PendingChange::silent),
                when));
        yield new Observation.Unknown<>(problem.code() + ": " + problem.message());
      }
      case FATAL -> new Observation.Unknown<>(problem.code() + ": " + problem.message());
    };
  }
}

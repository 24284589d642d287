package io.exchangesync.core.plan;

import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.Observation;
import io.exchangesync.core.port.PendingChange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What both sides and our memory say about one thing: all a decision depends on.
 *
 * @param link the link, tombstones included; empty if the thing was never linked
 * @param match how an unlinked pair was found
 * @param item id and change key of the mailbox item as far as known, also when it could not be read
 * @param released an administrator released the hold on it: brakes and holds let it pass once
 * @param recentWrites writes of the link within the last hour
 * @param meeting what other mailboxes say about it
 * @param pending queue entries that are done when this candidate is
 */
public record Candidate(
    Optional<Link> link,
    Observation<CrmRecord> crm,
    Observation<MailboxItem> mailbox,
    Match match,
    Optional<ItemVersion> item,
    boolean released,
    int recentWrites,
    MeetingFacts meeting,
    List<PendingChange> pending) {
  public Candidate {
    Objects.requireNonNull(link);
    Objects.requireNonNull(crm);
    Objects.requireNonNull(mailbox);
    Objects.requireNonNull(match);
    Objects.requireNonNull(item);
    Objects.requireNonNull(meeting);
    pending = List.copyOf(pending);
  }

  /** One of which nothing is known from other mailboxes. */
  public Candidate(
      Optional<Link> link,
      Observation<CrmRecord> crm,
      Observation<MailboxItem> mailbox,
      Match match,
      Optional<ItemVersion> item,
      boolean released,
      int recentWrites,
      List<PendingChange> pending) {
    this(link, crm, mailbox, match, item, released, recentWrites, MeetingFacts.NONE, pending);
  }

  /** The same with what other mailboxes say. */
  public Candidate with(MeetingFacts facts) {
    return new Candidate(link, crm, mailbox, match, item, released, recentWrites, facts, pending);
  }

  /** The same with what was agreed read anew. */
  public Candidate with(Link known) {
    return new Candidate(
        Optional.of(known), crm, mailbox, match, item, released, recentWrites, meeting, pending);
  }

  /** The same with the record as it is seen together with its meeting. */
  public Candidate with(CrmRecord row) {
    return new Candidate(
        link,
        new Observation.Present<>(row),
        mailbox,
        match,
        item,
        released,
        recentWrites,
        meeting,
        pending);
  }

  /** The SuperOffice key, from the row or the link; 0 if there is none yet. */
  public int recordId() {
    return crm.content().map(CrmRecord::recordId).or(() -> link.map(Link::recordId)).orElse(0);
  }

  /** Whether the text must be kept from everybody but administrators (invariant I10). */
  public boolean confidential() {
    return crm.content().filter(CrmRecord::confidential).isPresent()
        || mailbox.content().filter(MailboxItem::confidential).isPresent();
  }
}

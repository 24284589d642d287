package io.exchangesync.core.engine;

import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.plan.Match;
import io.exchangesync.core.port.PendingChange;
import java.util.List;
import java.util.Optional;

/**
 * Something to look at, before either side was read.
 *
 * @param recordId CRM record; 0 if none is known
 */
record Ref(
    Optional<Link> link,
    int recordId,
    Optional<ItemVersion> item,
    Side crm,
    Side mailbox,
    Match match,
    List<PendingChange> pending) {

  /** What is known of one side before reading it. */
  enum Side {
    /** Read it; if it is missing nothing is concluded. */
    READ,
    /**
     * Read it; if it is missing it was deleted (a delete was reported, or a complete listing lacks
     * it).
     */
    GONE_IF_MISSING,
    /** Read it; if it is missing it never existed. */
    NEW_IF_MISSING,
    /** An explicit delete event: not read. */
    DELETED,
    ABSENT
  }

  static Ref ofLink(
      Link link, Optional<ItemVersion> item, Side crm, Side mailbox, List<PendingChange> pending) {
    return new Ref(Optional.of(link), link.recordId(), item, crm, mailbox, Match.NONE, pending);
  }

  static Ref ofItem(ItemVersion item, Match match, List<PendingChange> pending) {
    return new Ref(Optional.empty(), 0, Optional.of(item), Side.ABSENT, Side.READ, match, pending);
  }

  static Ref ofRecord(int recordId, List<PendingChange> pending) {
    return new Ref(
        Optional.empty(), recordId, Optional.empty(), Side.READ, Side.ABSENT, Match.NONE, pending);
  }

  /** An item whose stamp names a record: a pair if the record exists, else new in the mailbox. */
  static Ref stamped(
      ItemVersion item, int recordId, Optional<Link> tombstone, List<PendingChange> pending) {
    return new Ref(
        tombstone,
        recordId,
        Optional.of(item),
        Side.NEW_IF_MISSING,
        Side.READ,
        Match.STAMP,
        pending);
  }

  /**
   * The same link's reference before its item was found elsewhere: what it knew of the row is kept.
   */
  Ref movedFrom(Ref before) {
    return new Ref(link, recordId, item, before.crm(), mailbox, match, pending);
  }

  /** An item that another link still names until that link has moved. */
  boolean goesOn() {
    return match == Match.NEXT_OCCURRENCE;
  }

  /** Whether it has to wait for all others. */
  boolean atTheEnd() {
    return mayDelete() || goesOn();
  }

  boolean mayDelete() {
    return link.filter(known -> known.state() == Link.State.LIVE).isPresent()
        && (crm == Side.DELETED
            || mailbox == Side.DELETED
            || crm == Side.GONE_IF_MISSING
            || mailbox == Side.GONE_IF_MISSING);
  }
}

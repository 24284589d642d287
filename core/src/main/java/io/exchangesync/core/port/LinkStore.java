package io.exchangesync.core.port;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The links between records and items, tombstones included; at most one live link per record or
 * item and mailbox.
 */
public interface LinkStore {

  /** Links (every state) of these records in one mailbox. */
  List<Link> byRecords(int mailboxId, Kind kind, Collection<Integer> recordIds);

  /** Links (every state) of these items in one mailbox. */
  List<Link> byItems(int mailboxId, Kind kind, Collection<ItemId> items);

  /** Links (every state) with these random ids, in any mailbox. */
  List<Link> byLinkIds(Collection<String> linkIds);

  /**
   * Live links of these records in any mailbox, and of series and bookings that have one of these
   * keys among their {@link io.exchangesync.core.model.CrmKeys#rows()}: who must hear of a deleted
   * row.
   */
  List<Link> liveByRecords(Kind kind, Collection<Integer> recordIds);

  /**
   * Live links of a kind with these event UIDs in any mailbox: where the other copies of a meeting
   * are; "" finds nothing.
   */
  List<Link> byUids(Kind kind, Collection<String> uids);

  Optional<Link> byKey(int key);

  /**
   * Links of one mailbox by key, a page at a time.
   *
   * @param after key after which the page begins; 0 = from the start
   */
  List<Link> page(int mailboxId, Kind kind, int after, int limit);

  int countLive(int mailboxId, Kind kind);

  /** Inserts links with key 0, updates the others; answers them with their keys, in order. */
  List<Link> save(List<Link> links);
}

package io.exchangesync.ejb.admin;

import io.exchangesync.core.model.Kind;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is told about mailboxes beside themselves, read for a page of them at once. */
@Stateless
class MailboxFigures {
  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  /** The leases of these mailboxes, by mailbox. */
  Map<Integer, List<MailboxView.Work>> work(Collection<Integer> mailboxIds) {
    Map<Integer, List<MailboxView.Work>> work = new HashMap<>();
    if (mailboxIds.isEmpty()) {
      return work;
    }
    List<?> rows =
        em.createNativeQuery(
                "select l.mailbox_id, l.kind, l.due, l.owner, l.lease_until,"
                    + " case when l.listing_asked > l.listing_done then 1 else 0 end,"
                    + " (select max(j.happened_at) from {h-schema}exsync_journal j"
                    + " where j.mailbox_id = l.mailbox_id and j.kind = l.kind)"
                    + " from {h-schema}exsync_lease l where l.mailbox_id in (:ids)"
                    + " order by l.mailbox_id, l.kind")
            .setParameter("ids", mailboxIds)
            .getResultList();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      work.computeIfAbsent(((Number) row[0]).intValue(), none -> new ArrayList<>())
          .add(
              new MailboxView.Work(
                  Kind.valueOf((String) row[1]),
                  instant(row[6]),
                  instant(row[2]),
                  Optional.ofNullable((String) row[3]),
                  row[3] == null ? Optional.empty() : instant(row[4]),
                  ((Number) row[5]).intValue() == 1));
    }
    return work;
  }

  /** Live links by mailbox; a mailbox without one is absent. */
  Map<Integer, Integer> links(Collection<Integer> mailboxIds) {
    return count("exsync_link", "LIVE", mailboxIds);
  }

  /** Open holds by mailbox; a mailbox without one is absent. */
  Map<Integer, Integer> openHolds(Collection<Integer> mailboxIds) {
    return count("exsync_hold", "OPEN", mailboxIds);
  }

  /** Mailboxes with this address in any case, newest first. */
  List<Integer> withAddress(String address) {
    List<?> ids =
        em.createNativeQuery(
                "select exsync_mailbox_id from {h-schema}exsync_mailbox"
                    + " where lower(address) = lower(:address) order by exsync_mailbox_id desc")
            .setParameter("address", address)
            .getResultList();
    return ids.stream().map(id -> ((Number) id).intValue()).toList();
  }

  private Map<Integer, Integer> count(String table, String state, Collection<Integer> mailboxIds) {
    Map<Integer, Integer> counts = new HashMap<>();
    if (!mailboxIds.isEmpty()) {
      List<?> rows =
          em.createNativeQuery(
                  "select mailbox_id, count(*) from {h-schema}"
                      + table
                      + " where state = :state and mailbox_id in (:ids) group by mailbox_id")
              .setParameter("state", state)
              .setParameter("ids", mailboxIds)
              .getResultList();
      for (Object each : rows) {
        Object[] row = (Object[]) each;
        counts.put(((Number) row[0]).intValue(), ((Number) row[1]).intValue());
      }
    }
    return counts;
  }

  private static Optional<Instant> instant(Object column) {
    return Optional.ofNullable((Timestamp) column).map(Timestamp::toInstant);
  }
}

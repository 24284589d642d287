package io.exchangesync.ejb.admin;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.CrmDirectory;
import io.exchangesync.ejb.store.LinkQueries;
import io.exchangesync.ejb.store.MailboxQueries;
import io.exchangesync.ejb.store.MailboxQueries.LeaseState;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is told about mailboxes beside themselves, read for a page of them at once. */
@Stateless
public class MailboxFigures {
  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  @Inject LinkQueries links;
  @Inject MailboxQueries mailboxes;
  @Inject CrmDirectory directory;

  /** The views of these mailboxes, in order. */
  public List<MailboxView> views(List<MailboxQueries.Line> page) {
    List<Integer> ids = page.stream().map(line -> line.mailbox().id()).toList();
    Map<Integer, Integer> live = links.liveCounts(ids);
    Map<Integer, Integer> holds = openHolds(ids);
    Map<Place, Instant> activity = lastActivity(ids);
    return page.stream()
        .map(
            line ->
                new MailboxView(
                    line.mailbox(),
                    directory.associate(line.mailbox().associateId()),
                    line.leases().stream()
                        .map(lease -> work(line.mailbox(), lease, activity))
                        .toList(),
                    live.getOrDefault(line.mailbox().id(), 0),
                    holds.getOrDefault(line.mailbox().id(), 0)))
        .toList();
  }

  /** The view of one mailbox. */
  public MailboxView view(Mailbox mailbox) {
    return views(List.of(new MailboxQueries.Line(mailbox, mailboxes.leasesOf(mailbox.id()))))
        .get(0);
  }

  /** Mailboxes with this address in any case, newest first. */
  public List<Integer> withAddress(String address) {
    List<?> ids =
        em.createNativeQuery(
                "select exsync_mailbox_id from {h-schema}exsync_mailbox"
                    + " where lower(address) = lower(:address) order by exsync_mailbox_id desc")
            .setParameter("address", address)
            .getResultList();
    return ids.stream().map(id -> ((Number) id).intValue()).toList();
  }

  private static MailboxView.Work work(
      Mailbox mailbox, LeaseState lease, Map<Place, Instant> activity) {
    return new MailboxView.Work(
        lease.kind(),
        Optional.ofNullable(activity.get(new Place(mailbox.id(), lease.kind()))),
        Optional.of(lease.due()),
        lease.owner(),
        lease.owner().isPresent() ? lease.until() : Optional.empty(),
        lease.fullListingDue());
  }

  private Map<Integer, Integer> openHolds(Collection<Integer> mailboxIds) {
    Map<Integer, Integer> counts = new HashMap<>();
    if (!mailboxIds.isEmpty()) {
      List<?> rows =
          em.createNativeQuery(
                  "select mailbox_id, count(*) from {h-schema}exsync_hold"
                      + " where state = 'OPEN' and mailbox_id in (:ids) group by mailbox_id")
              .setParameter("ids", mailboxIds)
              .getResultList();
      for (Object each : rows) {
        Object[] row = (Object[]) each;
        counts.put(((Number) row[0]).intValue(), ((Number) row[1]).intValue());
      }
    }
    return counts;
  }

  private Map<Place, Instant> lastActivity(Collection<Integer> mailboxIds) {
    Map<Place, Instant> last = new HashMap<>();
    if (!mailboxIds.isEmpty()) {
      List<?> rows =
          em.createNativeQuery(
                  "select l.mailbox_id, l.kind,"
                      + " (select top 1 j.happened_at from {h-schema}exsync_journal j"
                      + " where j.mailbox_id = l.mailbox_id and j.kind = l.kind"
                      + " order by j.mailbox_id desc, j.kind desc, j.happened_at desc)"
                      + " from {h-schema}exsync_lease l where l.mailbox_id in (:ids)")
              .setParameter("ids", mailboxIds)
              .getResultList();
      for (Object each : rows) {
        Object[] row = (Object[]) each;
        if (row[2] != null) {
          last.put(
              new Place(((Number) row[0]).intValue(), Kind.valueOf((String) row[1])),
              ((Timestamp) row[2]).toInstant());
        }
      }
    }
    return last;
  }

  private record Place(int mailboxId, Kind kind) {}
}

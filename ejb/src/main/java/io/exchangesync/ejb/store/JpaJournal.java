package io.exchangesync.ejb.store;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.Journal;
import io.exchangesync.core.port.JournalEntry;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The journal in exsync_journal, a run's counts in exsync_run_count. */
@Stateless
public class JpaJournal implements Journal {
  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  @Inject private Keys keys;

  /** For the container. */
  public JpaJournal() {}

  public JpaJournal(EntityManager em, Keys keys) {
    this.em = em;
    this.keys = keys;
  }

  @Override
  public void append(List<JournalEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    int next = keys.reserve("exsync_journal", entries.size());
    List<List<Object>> rows = new ArrayList<>(entries.size());
    for (JournalEntry entry : entries) {
      rows.add(JournalRow.of(entry, next++).values());
    }
    JournalRow.INSERTS.insert(em, rows);
  }

  @Override
  public void count(long run, int mailboxId, Kind kind, Map<Tally, Integer> tallies) {
    tallies.forEach((tally, n) -> count(Math.toIntExact(run), mailboxId, kind, tally, n));
  }

  private void count(int run, int mailboxId, Kind kind, Tally tally, int n) {
    Query add =
        em.createNativeQuery(
            "update {h-schema}exsync_run_count set n = n + :n where run_id = :run"
                + " and mailbox_id = :mailbox and kind = :kind"
                + " and decision = :decision and reason = :reason");
    if (line(add, run, mailboxId, kind, tally, n).executeUpdate() == 0) {
      Query insert =
          em.createNativeQuery(
              "insert into {h-schema}exsync_run_count"
                  + " (run_id, mailbox_id, kind, decision, reason, n)"
                  + " values (:run, :mailbox, :kind, :decision, :reason, :n)");
      line(insert, run, mailboxId, kind, tally, n).executeUpdate();
    }
  }

  private static Query line(Query query, int run, int mailboxId, Kind kind, Tally tally, int n) {
    return query
        .setParameter("run", run)
        .setParameter("mailbox", mailboxId)
        .setParameter("kind", kind.name())
        .setParameter("decision", tally.decision())
        .setParameter("reason", tally.reason())
        .setParameter("n", n);
  }

  @Override
  public int deletesSince(int mailboxId, Kind kind, Instant since) {
    return em.createQuery(
            "select count(j) from JournalRow j where j.mailboxId = :mailbox and j.kind = :kind"
                + " and j.at >= :since and j.effect = :deleted",
            Long.class)
        .setParameter("mailbox", mailboxId)
        .setParameter("kind", kind.name())
        .setParameter("since", since)
        .setParameter("deleted", JournalRow.DELETED)
        .getSingleResult()
        .intValue();
  }

  @Override
  public int mails(int mailboxId, Kind kind, long run, Instant since) {
    return em.createQuery(
            "select coalesce(sum(j.mails), 0) from JournalRow j where j.mailboxId = :mailbox"
                + " and j.kind = :kind and j.mails > 0 and (j.runId = :run or j.at >= :since)",
            Long.class)
        .setParameter("mailbox", mailboxId)
        .setParameter("kind", kind.name())
        .setParameter("run", Math.toIntExact(run))
        .setParameter("since", since)
        .getSingleResult()
        .intValue();
  }

  @Override
  public Map<Integer, Integer> writesSince(Collection<Integer> linkKeys, Instant since) {
    Map<Integer, Integer> writes = new HashMap<>();
    for (List<Integer> slice : Slices.of(linkKeys)) {
      em.createQuery(
              "select j.linkKey, count(j) from JournalRow j where j.linkKey in :slice"
                  + " and j.at >= :since and j.effect >= :wrote group by j.linkKey",
              Object[].class)
          .setParameter("slice", slice)
          .setParameter("since", since)
          .setParameter("wrote", JournalRow.WROTE)
          .getResultStream()
          .forEach(line -> writes.put((Integer) line[0], ((Long) line[1]).intValue()));
    }
    writes.remove(0);
    return writes;
  }
}

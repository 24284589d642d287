package io.exchangesync.ejb.store;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.LeaseStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The two statements of a claim: find the most urgent mailbox with all a worker needs, and take it.
 *
 * <p>It is taken only if nobody claimed or marked it in between, so that a mark is never lost.
 */
final class ClaimStatements {
  private static final String FREE =
      " from {h-schema}exsync_lease l"
          + " join {h-schema}exsync_mailbox m on m.exsync_mailbox_id = l.mailbox_id"
          + " where l.kind = :kind and (l.lease_until is null or l.lease_until <= {now})"
          + " and m.state not in ('PAUSED', 'UNLINKED') and m.kinds like :kindOn";
  private static final String DUE = " and l.due <= {now}";
  private static final String NAMED = " and l.mailbox_id in (:only)";
  private static final String TOP =
      "select l.mailbox_id, l.kind, l.epoch, l.mark_count, l.listing_asked, l.listing_done,"
          + " m.associate_id, m.address, m.back_end, m.kinds, m.serving_rank, m.state,"
          + " m.last_problem, m.linked_at, l.owner,"
          + " case when l.listed_at < dateadd(hour, -"
          + LeaseStore.LISTED_EVERY.toHours()
          + ", {now}) then 1 else 0 end as listing_old, m.connection_id";

  /** Others' mailboxes are taken from the other end of the queue. */
  private static final String FIRST =
      " order by m.serving_rank, case when l.mailbox_id % :of = :worker then 0 else 1 end, l.due,"
          + " case when l.mailbox_id % :of = :worker then l.mailbox_id else -l.mailbox_id end"
          + " offset 0 rows fetch next 1 rows only";

  /**
   * A lease that ended without a release asks for a complete listing: its owner may have died in
   * the middle.
   */
  private static final String ASKED =
      "case when owner is null then listing_asked else listing_asked + 1 end";

  private final EntityManager em;
  private final String now;

  ClaimStatements(EntityManager em, String now) {
    this.em = em;
    this.now = now;
  }

  /**
   * @param only the mailboxes to choose from, due or not; empty = all that are due
   * @param turn among equally ranked ones, which come first
   */
  Optional<Candidate> find(Kind kind, List<Integer> only, Turn turn) {
    String sql =
        "select t.*, c.sync_position, case when exists (select 1 from {h-schema}exsync_change p"
            + " where p.mailbox_id = t.mailbox_id and p.kind = t.kind and p.not_before <= {now})"
            + " then 1 else 0 end from ("
            + TOP
            + FREE
            + (only.isEmpty() ? DUE : NAMED)
            + FIRST
            + ") t left join {h-schema}exsync_cursor c"
            + " on c.mailbox_id = t.mailbox_id and c.kind = t.kind";
    Query query =
        query(sql, kind).setParameter("worker", turn.worker()).setParameter("of", turn.of());
    if (!only.isEmpty()) {
      query.setParameter("only", only);
    }
    List<?> found = query.getResultList();
    return found.stream().findFirst().map(row -> Candidate.of((Object[]) row, kind));
  }

  boolean take(Candidate candidate, String owner, Duration length) {
    return em.createNativeQuery(
                ("update {h-schema}exsync_lease set owner = :owner, epoch = epoch + 1,"
                        + " lease_until = dateadd(second, :length, {now}), marked_due = null,"
                        + " listing_asked = {asked}, listing_begun = {asked}"
                        + " where mailbox_id = :mailbox and kind = :kind and epoch = :epoch"
                        + " and mark_count = :marks"
                        + " and (lease_until is null or lease_until <= {now})")
                    .replace("{now}", now)
                    .replace("{asked}", ASKED))
            .setParameter("owner", owner)
            .setParameter("length", Math.toIntExact(length.toSeconds()))
            .setParameter("mailbox", candidate.mailbox().id())
            .setParameter("kind", candidate.kind().name())
            .setParameter("epoch", candidate.epoch())
            .setParameter("marks", candidate.marks())
            .executeUpdate()
        == 1;
  }

  int count(Kind kind) {
    return ((Number) query("select count(*)" + FREE + DUE, kind).getSingleResult()).intValue();
  }

  private Query query(String sql, Kind kind) {
    return em.createNativeQuery(sql.replace("{now}", now))
        .setParameter("kind", kind.name())
        .setParameter("kindOn", "%" + kind.name() + "%");
  }

  /** A mailbox that was free when it was looked at. */
  record Candidate(
      Mailbox mailbox,
      Kind kind,
      int epoch,
      int marks,
      boolean fullListingDue,
      Optional<String> position,
      boolean pending) {

    static Candidate of(Object[] row, Kind kind) {
      Mailbox mailbox =
          new Mailbox(
              number(row[0]),
              number(row[6]),
              (String) row[7],
              Mailbox.BackEnd.valueOf((String) row[8]),
              MailboxRow.kinds((String) row[9]),
              number(row[10]),
              Mailbox.State.valueOf((String) row[11]),
              Optional.ofNullable((String) row[12]),
              ((Timestamp) row[13]).toInstant(),
              number(row[16]));
      return new Candidate(
          mailbox,
          kind,
          number(row[2]),
          number(row[3]),
          number(row[4]) > number(row[5]) || row[14] != null || number(row[15]) == 1,
          Optional.ofNullable((String) row[17]),
          number(row[18]) == 1);
    }

    Claim claimedBy(String owner) {
      return new Claim(mailbox, kind, owner, epoch + 1, fullListingDue, position, pending);
    }

    private static int number(Object value) {
      return ((Number) value).intValue();
    }
  }
}

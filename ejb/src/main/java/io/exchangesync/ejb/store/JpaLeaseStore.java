package io.exchangesync.ejb.store;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.LeaseStore;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Leases in exsync_lease: conditional updates, timed by the database's clock (invariant I11).
 *
 * <p>A claim costs two statements, a release one. Renewals and releases have transactions of their
 * own: never call them in a transaction that called {@link #holds}, which keeps the row locked.
 * Marking belongs to the caller's transaction, so that a mailbox is due no sooner than what it is
 * due for can be seen.
 */
@Stateless
public class JpaLeaseStore implements LeaseStore {
  private static final int ATTEMPTS = 50;
  private static final String OF_CLAIM =
      " where mailbox_id = :mailbox and kind = :kind and owner = :owner and epoch = :epoch";
  private static final String RELEASE =
      "update {h-schema}exsync_lease set owner = null, lease_until = null, marked_due = null,"
          + " due = case when marked_due < :next then marked_due else :next end";

  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  @Inject private DatabaseTime time;

  /** For the container. */
  public JpaLeaseStore() {}

  public JpaLeaseStore(EntityManager em, DatabaseTime time) {
    this.em = em;
    this.time = time;
  }

  /**
   * A claim another worker was quicker with is tried again with the next mailbox; {@link Turn}
   * makes that rare.
   */
  @Override
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Optional<Claim> claim(Kind kind, String owner, Duration length, Collection<Integer> only) {
    ClaimStatements statements = new ClaimStatements(em, time.expression());
    Turn turn = Turn.of(owner);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<ClaimStatements.Candidate> found = statements.find(kind, List.copyOf(only), turn);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      if (statements.take(found.get(), owner, length)) {
        return Optional.of(found.get().claimedBy(owner));
      }
    }
    return Optional.empty();
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public boolean renew(Claim claim, Duration length) {
    return update("set lease_until = dateadd(second, :length, " + time.expression() + ")", claim)
            .setParameter("length", Math.toIntExact(length.toSeconds()))
            .executeUpdate()
        == 1;
  }

  @Override
  public boolean holds(Claim claim) {
    return update("set epoch = epoch", claim).executeUpdate() == 1;
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void release(Claim claim, Instant nextDue) {
    of(em.createNativeQuery(RELEASE + OF_CLAIM), claim)
        .setParameter("next", nextDue)
        .executeUpdate();
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void releaseUnfinished(Claim claim, Instant nextDue) {
    of(em.createNativeQuery(RELEASE + ", listing_asked = listing_asked + 1" + OF_CLAIM), claim)
        .setParameter("next", nextDue)
        .executeUpdate();
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void releaseListed(Claim claim, Instant nextDue) {
    String listed = ", listing_done = listing_begun, listed_at = " + time.expression();
    of(em.createNativeQuery(RELEASE + listed + OF_CLAIM), claim)
        .setParameter("next", nextDue)
        .executeUpdate();
  }

  @Override
  public void markDue(Kind kind, Collection<Integer> mailboxIds, Instant at) {
    for (List<Integer> slice : Slices.of(mailboxIds)) {
      em.createNativeQuery(
              "update {h-schema}exsync_lease set mark_count = mark_count + 1,"
                  + " due = case when due > :at then :at else due end,"
                  + " marked_due = case when marked_due < :at then marked_due else :at end"
                  + " where kind = :kind and mailbox_id in (:slice)")
          .setParameter("at", at)
          .setParameter("kind", kind.name())
          .setParameter("slice", slice)
          .executeUpdate();
    }
  }

  @Override
  public void askFullListing(Kind kind, Collection<Integer> mailboxIds) {
    for (List<Integer> slice : Slices.of(mailboxIds)) {
      em.createNativeQuery(
              "update {h-schema}exsync_lease set listing_asked = listing_asked + 1"
                  + " where kind = :kind and mailbox_id in (:slice)")
          .setParameter("kind", kind.name())
          .setParameter("slice", slice)
          .executeUpdate();
    }
  }

  @Override
  public void askReapply(Kind kind, Collection<Integer> mailboxIds) {
    for (List<Integer> slice : Slices.of(mailboxIds)) {
      em.createNativeQuery(
              "update {h-schema}exsync_lease set listing_asked = listing_asked + 1,"
                  + " reapply_asked = reapply_asked + 1, reapply_from = 0"
                  + " where kind = :kind and mailbox_id in (:slice)")
          .setParameter("kind", kind.name())
          .setParameter("slice", slice)
          .executeUpdate();
    }
  }

  @Override
  public OptionalInt reapplyAsked(Claim claim) {
    List<?> found =
        em.createNativeQuery(
                "select reapply_asked from {h-schema}exsync_lease where mailbox_id = :mailbox"
                    + " and kind = :kind and reapply_asked > reapply_done")
            .setParameter("mailbox", claim.mailbox().id())
            .setParameter("kind", claim.kind().name())
            .getResultList();
    return found.stream().mapToInt(number -> ((Number) number).intValue()).findFirst();
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void reapplied(Claim claim, int number) {
    update("set reapply_done = :number", claim).setParameter("number", number).executeUpdate();
  }

  @Override
  public int reappliedUpTo(Claim claim) {
    return ((Number)
            em.createNativeQuery(
                    "select reapply_from from {h-schema}exsync_lease where mailbox_id = :mailbox"
                        + " and kind = :kind")
                .setParameter("mailbox", claim.mailbox().id())
                .setParameter("kind", claim.kind().name())
                .getSingleResult())
        .intValue();
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void reappliedUpTo(Claim claim, int number, int linkKey) {
    of(
            em.createNativeQuery(
                "update {h-schema}exsync_lease set reapply_from = :key"
                    + OF_CLAIM
                    + " and reapply_asked = :number"),
            claim)
        .setParameter("key", linkKey)
        .setParameter("number", number)
        .executeUpdate();
  }

  @Override
  public int countDue(Kind kind) {
    return new ClaimStatements(em, time.expression()).count(kind);
  }

  @Override
  public void add(int mailboxId, Kind kind) {
    int found =
        em.createNativeQuery(
                "update {h-schema}exsync_lease set mark_count = mark_count + 1, due = "
                    + time.expression()
                    + ", marked_due = "
                    + time.expression()
                    + " where mailbox_id = :mailbox and kind = :kind")
            .setParameter("mailbox", mailboxId)
            .setParameter("kind", kind.name())
            .executeUpdate();
    if (found == 0) {
      em.createNativeQuery(
              "insert into {h-schema}exsync_lease (mailbox_id, kind, due, mark_count, epoch,"
                  + " listing_asked, listing_begun, listing_done) values (:mailbox, :kind, "
                  + time.expression()
                  + ", 0, 0, 0, 0, 0)")
          .setParameter("mailbox", mailboxId)
          .setParameter("kind", kind.name())
          .executeUpdate();
    }
  }

  /** An owner is a node, or a worker of it named {@code node/worker}. */
  @Override
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void releaseAllOf(String owner) {
    String worker = owner + "/";
    em.createNativeQuery(
            "update {h-schema}exsync_lease set owner = null, lease_until = null,"
                + " listing_asked = listing_asked + 1"
                + " where owner = :owner or substring(owner, 1, :length) = :worker")
        .setParameter("owner", owner)
        .setParameter("length", worker.length())
        .setParameter("worker", worker)
        .executeUpdate();
  }

  private Query update(String assignment, Claim claim) {
    return of(
        em.createNativeQuery("update {h-schema}exsync_lease " + assignment + OF_CLAIM), claim);
  }

  private static Query of(Query query, Claim claim) {
    return query
        .setParameter("mailbox", claim.mailbox().id())
        .setParameter("kind", claim.kind().name())
        .setParameter("owner", claim.owner())
        .setParameter("epoch", claim.epoch());
  }
}

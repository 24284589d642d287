package io.exchangesync.core.memory;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.LeaseStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Leases in memory, timed by a given clock; safe for several threads. */
public final class MemoryLeaseStore implements LeaseStore {
  private static final Set<Mailbox.State> AT_REST =
      Set.of(Mailbox.State.PAUSED, Mailbox.State.UNLINKED);

  private final Clock clock;
  private final MemoryMailboxStore mailboxes;
  private final MemoryCursorStore cursors;
  private final MemoryChangeQueue changes;
  private final Map<MailboxAndKind, Lease> leases = new HashMap<>();

  MemoryLeaseStore(
      Clock clock,
      MemoryMailboxStore mailboxes,
      MemoryCursorStore cursors,
      MemoryChangeQueue changes) {
    this.clock = clock;
    this.mailboxes = mailboxes;
    this.cursors = cursors;
    this.changes = changes;
  }

  @Override
  public synchronized Optional<Claim> claim(
      Kind kind, String owner, Duration length, Collection<Integer> only) {
    Instant now = clock.instant();
    return leasesOf(kind)
        .filter(l -> l.free(now))
        .filter(l -> only.isEmpty() ? l.isDue(now) : only.contains(l.id.mailboxId()))
        .filter(l -> mailboxOf(l).filter(m -> worked(m, kind)).isPresent())
        .min(
            Comparator.comparing((Lease l) -> mailboxOf(l).orElseThrow().rank())
                .thenComparing(l -> l.due)
                .thenComparing(l -> turn(l.id.mailboxId(), now)))
        .map(l -> claimed(l, owner, now.plus(length), now));
  }

  /**
   * Which of several that are due alike comes first: another one from time to time, the same one
   * whenever a history is repeated.
   */
  private static int turn(int mailboxId, Instant now) {
    return new SplittableRandom(31 * now.getEpochSecond() + mailboxId).nextInt();
  }

  private Claim claimed(Lease lease, String owner, Instant until, Instant now) {
    lease.claim(owner, until);
    int mailboxId = lease.id.mailboxId();
    Kind kind = lease.id.kind();
    return new Claim(
        mailboxOf(lease).orElseThrow(),
        kind,
        owner,
        lease.epoch,
        lease.listingAsked > lease.listingDone
            || lease.listedAt.filter(at -> at.plus(LISTED_EVERY).isBefore(now)).isPresent(),
        cursors.mailboxPosition(mailboxId, kind),
        !changes.pending(mailboxId, kind, now, 1).isEmpty());
  }

  @Override
  public synchronized boolean renew(Claim claim, Duration length) {
    boolean held = holds(claim);
    if (held) {
      lease(claim).until = clock.instant().plus(length);
    }
    return held;
  }

  @Override
  public synchronized boolean holds(Claim claim) {
    Lease lease = lease(claim);
    return lease.owner.equals(Optional.of(claim.owner())) && lease.epoch == claim.epoch();
  }

  @Override
  public synchronized void release(Claim claim, Instant nextDue) {
    if (holds(claim)) {
      lease(claim).release(nextDue);
    }
  }

  @Override
  public synchronized void releaseUnfinished(Claim claim, Instant nextDue) {
    if (holds(claim)) {
      lease(claim).listingAsked++;
      lease(claim).release(nextDue);
    }
  }

  @Override
  public synchronized void releaseListed(Claim claim, Instant nextDue) {
    if (holds(claim)) {
      lease(claim).listingDone = lease(claim).listingClaimed;
      lease(claim).listedAt = Optional.of(clock.instant());
      lease(claim).release(nextDue);
    }
  }

  @Override
  public synchronized void markDue(Kind kind, Collection<Integer> mailboxIds, Instant at) {
    leasesOf(kind).filter(l -> mailboxIds.contains(l.id.mailboxId())).forEach(l -> l.mark(at));
  }

  @Override
  public synchronized void askFullListing(Kind kind, Collection<Integer> mailboxIds) {
    leasesOf(kind)
        .filter(l -> mailboxIds.contains(l.id.mailboxId()))
        .forEach(l -> l.listingAsked++);
  }

  @Override
  public synchronized void askReapply(Kind kind, Collection<Integer> mailboxIds) {
    askFullListing(kind, mailboxIds);
    leasesOf(kind)
        .filter(l -> mailboxIds.contains(l.id.mailboxId()))
        .forEach(
            l -> {
              l.reapplyAsked++;
              l.reapplyFrom = 0;
            });
  }

  @Override
  public synchronized OptionalInt reapplyAsked(Claim claim) {
    Lease lease = lease(claim);
    return lease.reapplyAsked > lease.reapplyDone
        ? OptionalInt.of(lease.reapplyAsked)
        : OptionalInt.empty();
  }

  @Override
  public synchronized void reapplied(Claim claim, int number) {
    if (holds(claim)) {
      lease(claim).reapplyDone = number;
    }
  }

  @Override
  public synchronized int reappliedUpTo(Claim claim) {
    return lease(claim).reapplyFrom;
  }

  @Override
  public synchronized void reappliedUpTo(Claim claim, int number, int linkKey) {
    if (holds(claim) && lease(claim).reapplyAsked == number) {
      lease(claim).reapplyFrom = linkKey;
    }
  }

  @Override
  public synchronized int countDue(Kind kind) {
    Instant now = clock.instant();
    return (int)
        leasesOf(kind)
            .filter(l -> l.free(now) && l.isDue(now))
            .filter(l -> mailboxOf(l).filter(m -> worked(m, kind)).isPresent())
            .count();
  }

  @Override
  public synchronized void add(int mailboxId, Kind kind) {
    MailboxAndKind id = new MailboxAndKind(mailboxId, kind);
    Instant now = clock.instant();
    leases.computeIfAbsent(id, key -> new Lease(key, now)).mark(now);
  }

  @Override
  public synchronized void releaseAllOf(String owner) {
    leases.values().stream().filter(l -> l.ownedBy(owner)).forEach(Lease::die);
  }

  private Lease lease(Claim claim) {
    return leases.get(new MailboxAndKind(claim.mailbox().id(), claim.kind()));
  }

  private Stream<Lease> leasesOf(Kind kind) {
    return leases.values().stream().filter(l -> l.id.kind() == kind);
  }

  private Optional<Mailbox> mailboxOf(Lease lease) {
    return mailboxes.byId(lease.id.mailboxId());
  }

  private static boolean worked(Mailbox mailbox, Kind kind) {
    return mailbox.kinds().contains(kind) && !AT_REST.contains(mailbox.state());
  }

  private static final class Lease {
    private final MailboxAndKind id;
    private Instant due;
    private Optional<Instant> marked = Optional.empty();
    private Optional<String> owner = Optional.empty();
    private Instant until = Instant.MIN;
    private int epoch;
    private int listingAsked;
    private int listingClaimed;
    private int listingDone;
    private int reapplyAsked;
    private int reapplyDone;
    private int reapplyFrom;
    private Optional<Instant> listedAt = Optional.empty();

    Lease(MailboxAndKind id, Instant due) {
      this.id = id;
      this.due = due;
    }

    boolean isDue(Instant now) {
      return !due.isAfter(now);
    }

    boolean free(Instant now) {
      return owner.isEmpty() || !until.isAfter(now);
    }

    boolean ownedBy(String name) {
      return owner.filter(o -> o.equals(name) || o.startsWith(name + "/")).isPresent();
    }

    void claim(String newOwner, Instant newUntil) {
      if (owner.isPresent()) {
        listingAsked++;
      }
      owner = Optional.of(newOwner);
      until = newUntil;
      epoch++;
      marked = Optional.empty();
      listingClaimed = listingAsked;
    }

    void mark(Instant at) {
      due = at.isBefore(due) ? at : due;
      marked = Optional.of(marked.filter(m -> m.isBefore(at)).orElse(at));
    }

    void release(Instant nextDue) {
      due = marked.filter(m -> m.isBefore(nextDue)).orElse(nextDue);
      free();
    }

    void die() {
      listingAsked++;
      free();
    }

    void free() {
      owner = Optional.empty();
      until = Instant.MIN;
      marked = Optional.empty();
    }
  }
}

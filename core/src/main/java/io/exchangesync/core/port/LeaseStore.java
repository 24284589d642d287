package io.exchangesync.core.port;

import io.exchangesync.core.model.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One lease per mailbox and kind, with an epoch: at most one owner writes (invariant I11).
 *
 * <p>Claims are conditional updates in transactions of their own, timed by the database's clock.
 */
public interface LeaseStore {
  /**
   * A claim asks for a complete listing when the last one is older, for what the change log misses.
   */
  Duration LISTED_EVERY = Duration.ofHours(24);

  /**
   * Claims the most urgent mailbox that is due and free, lower rank first. A lease that ended
   * without a release asks for a complete listing: its owner may have linked things that the
   * mailbox's changes will not name again.
   *
   * @param only restricts to these mailboxes, and takes them whether due or not; empty = any that
   *     is due
   */
  Optional<Claim> claim(Kind kind, String owner, Duration length, Collection<Integer> only);

  /** Prolongs a claim; false if it was lost. */
  boolean renew(Claim claim, Duration length);

  /**
   * First statement of the writer's transaction: locks the lease row if owner and epoch still hold;
   * false if lost.
   */
  boolean holds(Claim claim);

  /**
   * Gives the mailbox back; it is due again at {@code nextDue}, or earlier if it was marked due
   * meanwhile.
   */
  void release(Claim claim, Instant nextDue);

  /** A release after work that did not come to its end: asks for a complete listing as well. */
  void releaseUnfinished(Claim claim, Instant nextDue);

  /** A release after a completed full listing. */
  void releaseListed(Claim claim, Instant nextDue);

  /** Makes mailboxes due at {@code at}, if that is earlier than they are. */
  void markDue(Kind kind, Collection<Integer> mailboxIds, Instant at);

  /** Asks for a complete listing at the next claim. */
  void askFullListing(Kind kind, Collection<Integer> mailboxIds);

  /**
   * Asks that the settings as they are now reach what is linked already: for a complete listing at
   * the next claim, in which every pair is looked at although neither half changed.
   */
  void askReapply(Kind kind, Collection<Integer> mailboxIds);

  /** Number of the re-application that a claimed mailbox waits for; empty if it waits for none. */
  OptionalInt reapplyAsked(Claim claim);

  /**
   * The re-application with this number was completed; one asked for meanwhile is not. Call it
   * before the claim is released; a lost claim changes nothing.
   */
  void reapplied(Claim claim, int number);

  /**
   * Key of the link up to which the re-application that a claimed mailbox waits for has looked at
   * the pairs; 0 = at none.
   */
  int reappliedUpTo(Claim claim);

  /**
   * The re-application with this number has looked at the pairs up to a key; nothing changes if
   * another one was asked for meanwhile, which begins anew, or if the claim was lost.
   */
  void reappliedUpTo(Claim claim, int number, int linkKey);

  /** How many mailboxes are due and free now: one indexed query. */
  int countDue(Kind kind);

  /** Creates the lease of a newly linked mailbox, due at once. */
  void add(int mailboxId, Kind kind);

  /**
   * Ends every lease held by an owner that is known to be dead, and asks for a complete listing of
   * each.
   */
  void releaseAllOf(String owner);
}

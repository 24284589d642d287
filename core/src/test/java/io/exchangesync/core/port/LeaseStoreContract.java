package io.exchangesync.core.port;

import static io.exchangesync.core.port.StoreFixtures.KIND;
import static io.exchangesync.core.port.StoreFixtures.NOON;
import static io.exchangesync.core.port.StoreFixtures.aMailbox;
import static io.exchangesync.core.port.StoreFixtures.aRecordChange;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link LeaseStore} promises. */
public abstract class LeaseStoreContract {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  protected abstract LeaseStore leases();

  protected abstract MailboxStore mailboxes();

  protected abstract CursorStore cursors();

  protected abstract ChangeQueue changes();

  /** The time by which the leases are measured. */
  protected abstract Instant now();

  /** Lets time go by for the leases. */
  protected abstract void pass(Duration time);

  @Test
  void aNewlyLinkedMailboxIsDueAtOnce() {
    Mailbox mailbox = linked(1, 10);

    assertThat(leases().countDue(KIND)).isEqualTo(1);
    assertThat(leases().countDue(Kind.TASK)).isZero();
    assertThat(claim().map(Claim::mailbox)).contains(mailbox);
  }

  @Test
  void aReapplicationIsAskedForUntilItsNumberIsDone() {
    Mailbox mailbox = linked(1, 10);
    Claim fresh = claim().orElseThrow();
    assertThat(leases().reapplyAsked(fresh)).isEmpty();
    leases().releaseListed(fresh, now());

    leases().askReapply(KIND, List.of(mailbox.id()));
    Claim first = claim().orElseThrow();
    assertThat(first.fullListingDue()).isTrue();
    int number = leases().reapplyAsked(first).orElseThrow();
    leases().askReapply(KIND, List.of(mailbox.id()));
    leases().reapplied(first, number);
    leases().releaseListed(first, now());

    Claim second = claim().orElseThrow();
    assertThat(second.fullListingDue()).isTrue();
    int asked = leases().reapplyAsked(second).orElseThrow();
    leases().reapplied(first, asked);
    assertThat(leases().reapplyAsked(second)).as("a lost claim changes nothing").hasValue(asked);
    leases().reapplied(second, asked);
    assertThat(leases().reapplyAsked(second)).isEmpty();
    assertThat(leases().reappliedUpTo(second)).isZero();
    leases().reappliedUpTo(second, asked, 41);
    assertThat(leases().reappliedUpTo(second)).isEqualTo(41);
    leases().reappliedUpTo(first, asked, 43);
    assertThat(leases().reappliedUpTo(second)).as("a lost claim changes nothing").isEqualTo(41);
    leases().askReapply(KIND, List.of(mailbox.id()));
    assertThat(leases().reappliedUpTo(second)).as("a new one begins anew").isZero();
    leases().reappliedUpTo(second, asked, 42);
    assertThat(leases().reappliedUpTo(second)).isZero();
  }

  @Test
  void aClaimCarriesWhatAWorkerNeedsToBegin() {
    Mailbox mailbox = linked(1, 10);
    Claim fresh = claim().orElseThrow();
    assertThat(fresh.position()).isEmpty();
    assertThat(fresh.pending()).isFalse();
    assertThat(fresh.owner()).isEqualTo("me");
    leases().release(fresh, now());

    cursors().moveMailbox(mailbox.id(), KIND, "position");
    changes().file(List.of(aRecordChange(mailbox.id(), 100)));

    Claim later = claim().orElseThrow();
    assertThat(later.position()).contains("position");
    assertThat(later.pending()).isTrue();
    assertThat(later.kind()).isEqualTo(KIND);
  }

  @Test
  void aChangeThatMustWaitIsNotPending() {
    Mailbox mailbox = linked(1, 10);
    changes()
        .file(List.of(StoreFixtures.anItemChange(mailbox.id(), "item", now().plusSeconds(3600))));

    assertThat(claim().orElseThrow().pending()).isFalse();
  }

  @Test
  void aClaimedMailboxIsNotClaimedAgain() {
    Mailbox mailbox = linked(1, 10);
    claim().orElseThrow();

    assertThat(claim()).isEmpty();
    assertThat(claimOnly(mailbox)).isEmpty();
    assertThat(leases().countDue(KIND)).isZero();
  }

  @Test
  void aReleasedMailboxIsClaimedOnlyWhenItIsDue() {
    linked(1, 10);
    leases().release(claim().orElseThrow(), now().plusSeconds(60));

    assertThat(claim()).isEmpty();
    assertThat(leases().countDue(KIND)).isZero();

    pass(Duration.ofSeconds(61));
    assertThat(leases().countDue(KIND)).isEqualTo(1);
    assertThat(claim()).isPresent();
  }

  @Test
  void aNamedMailboxIsClaimedWhetherDueOrNot() {
    linked(1, 10);
    Mailbox wanted = linked(2, 20);
    leases().release(claimOnly(wanted).orElseThrow(), now().plusSeconds(3600));

    assertThat(claimOnly(wanted).map(Claim::mailbox)).contains(wanted);
  }

  @Test
  void theLowerRankComesFirst() {
    Mailbox late = linked(1, 30);
    Mailbox early = linked(2, 10);
    Mailbox middle = linked(3, 20);

    List<Mailbox> order = new ArrayList<>();
    for (Optional<Claim> claim = claim(); claim.isPresent(); claim = claim()) {
      order.add(claim.get().mailbox());
    }

    assertThat(order).containsExactly(early, middle, late);
  }

  @Test
  void amongEqualRanksTheLongestDueComesFirst() {
    Mailbox one = linked(1, 10);
    Mailbox two = linked(2, 10);
    leases().release(claimOnly(one).orElseThrow(), now().plusSeconds(20));
    leases().release(claimOnly(two).orElseThrow(), now().plusSeconds(10));
    pass(Duration.ofSeconds(30));

    assertThat(claim().map(Claim::mailbox)).contains(two);
  }

  @Test
  void pausedAndUnlinkedMailboxesAreLeftAlone() {
    Mailbox paused = linked(1, 10);
    Mailbox gone = linked(2, 10);
    mailboxes().save(paused.withState(Mailbox.State.PAUSED, Optional.empty()));
    mailboxes().save(gone.withState(Mailbox.State.UNLINKED, Optional.empty()));

    assertThat(leases().countDue(KIND)).isZero();
    assertThat(claim()).isEmpty();
    assertThat(claimOnly(paused)).isEmpty();
  }

  @Test
  void aKindThatIsNotSynchronizedIsNotClaimed() {
    Mailbox mailbox = linked(1, 10);
    leases().add(mailbox.id(), Kind.CONTACT);

    assertThat(leases().countDue(Kind.CONTACT)).isZero();
    assertThat(leases().claim(Kind.CONTACT, "me", MINUTE, List.of())).isEmpty();
  }

  @Test
  void theEpochGrowsWithEveryClaim() {
    linked(1, 10);
    Claim first = claim().orElseThrow();
    leases().release(first, now());
    Claim second = claim().orElseThrow();
    pass(Duration.ofMinutes(2));
    Claim third = claim().orElseThrow();

    assertThat(second.epoch()).isGreaterThan(first.epoch());
    assertThat(third.epoch()).isGreaterThan(second.epoch());
  }

  @Test
  void aClaimIsLostOnceAnotherTookTheMailbox() {
    linked(1, 10);
    Claim old = claim().orElseThrow();
    assertThat(leases().holds(old)).isTrue();
    pass(Duration.ofMinutes(2));
    Claim newer = leases().claim(KIND, "other", MINUTE, List.of()).orElseThrow();

    assertThat(leases().holds(old)).isFalse();
    assertThat(leases().renew(old, MINUTE)).isFalse();
    assertThat(leases().holds(newer)).isTrue();
  }

  @Test
  void theSameOwnersOlderClaimIsLostToo() {
    linked(1, 10);
    Claim old = claim().orElseThrow();
    pass(Duration.ofMinutes(2));
    claim().orElseThrow();

    assertThat(leases().holds(old)).isFalse();
  }

  @Test
  void aLostClaimReleasesNothing() {
    linked(1, 10);
    Claim old = claim().orElseThrow();
    pass(Duration.ofMinutes(2));
    Claim newer = leases().claim(KIND, "other", MINUTE, List.of()).orElseThrow();

    leases().release(old, now());
    leases().releaseListed(old, now());

    assertThat(leases().holds(newer)).isTrue();
    assertThat(claim()).isEmpty();
  }

  @Test
  void aRenewedClaimLastsLonger() {
    linked(1, 10);
    Claim claim = claim().orElseThrow();
    pass(Duration.ofSeconds(50));
    assertThat(leases().renew(claim, MINUTE)).isTrue();
    pass(Duration.ofSeconds(50));

    assertThat(claim()).isEmpty();
    assertThat(leases().holds(claim)).isTrue();
  }

  @Test
  void aReleasedClaimHoldsNothing() {
    linked(1, 10);
    Claim claim = claim().orElseThrow();
    leases().release(claim, now().plusSeconds(60));

    assertThat(leases().holds(claim)).isFalse();
    assertThat(leases().renew(claim, MINUTE)).isFalse();
  }

  @Test
  void markingMakesDueEarlierNeverLater() {
    Mailbox mailbox = linked(1, 10);
    leases().release(claim().orElseThrow(), now().plusSeconds(60));

    leases().markDue(KIND, List.of(mailbox.id()), now().plusSeconds(600));
    pass(Duration.ofSeconds(61));
    assertThat(leases().countDue(KIND)).isEqualTo(1);

    leases().release(claim().orElseThrow(), now().plusSeconds(60));
    leases().markDue(KIND, List.of(mailbox.id()), now());
    assertThat(leases().countDue(KIND)).isEqualTo(1);
    assertThat(claim()).isPresent();
  }

  @Test
  void aMarkMadeDuringAClaimSurvivesTheRelease() {
    Mailbox mailbox = linked(1, 10);
    Claim claim = claim().orElseThrow();
    leases().markDue(KIND, List.of(mailbox.id()), now());
    leases().release(claim, now().plusSeconds(3600));

    Claim again = claim().orElseThrow();
    leases().release(again, now().plusSeconds(3600));
    assertThat(claim()).isEmpty();
  }

  @Test
  void aFullListingIsDueUntilOneIsCompleted() {
    Mailbox mailbox = linked(1, 10);
    leases().askFullListing(KIND, List.of(mailbox.id()));
    Claim first = claim().orElseThrow();
    assertThat(first.fullListingDue()).isTrue();
    leases().release(first, now());

    Claim second = claim().orElseThrow();
    assertThat(second.fullListingDue()).isTrue();
    leases().releaseListed(second, now());

    assertThat(claim().orElseThrow().fullListingDue()).isFalse();
  }

  @Test
  void aFullListingAskedForDuringAListingIsStillDueAfterIt() {
    Mailbox mailbox = linked(1, 10);
    Claim listing = claim().orElseThrow();
    assertThat(listing.fullListingDue()).isFalse();
    leases().askFullListing(KIND, List.of(mailbox.id()));
    leases().releaseListed(listing, now());

    assertThat(claim().orElseThrow().fullListingDue()).isTrue();
  }

  @Test
  void aLeaseThatEndedWithoutAReleaseAsksForACompleteListing() {
    linked(1, 10);
    assertThat(claim().orElseThrow().fullListingDue()).isFalse();
    pass(MINUTE.plus(MINUTE));
    Claim second = claim().orElseThrow();
    assertThat(second.fullListingDue()).isTrue();
    leases().releaseListed(second, now());
    assertThat(claim().orElseThrow().fullListingDue()).isFalse();
  }

  @Test
  void aListingOfYesterdayIsDoneAgain() {
    linked(1, 10);
    leases().releaseListed(claim().orElseThrow(), now());
    Claim soon = claim().orElseThrow();
    assertThat(soon.fullListingDue()).isFalse();
    leases().release(soon, now());
    pass(LeaseStore.LISTED_EVERY.plus(MINUTE));
    assertThat(claim().orElseThrow().fullListingDue()).isTrue();
  }

  @Test
  void unfinishedWorkAsksForACompleteListing() {
    linked(1, 10);
    leases().releaseUnfinished(claim().orElseThrow(), now());
    assertThat(claim().orElseThrow().fullListingDue()).isTrue();
  }

  @Test
  void aDeadOwnersMailboxesAreListedCompletely() {
    linked(1, 10);
    claim().orElseThrow();
    leases().releaseAllOf("me");
    assertThat(claim().orElseThrow().fullListingDue()).isTrue();
  }

  @Test
  void aDeadOwnersLeasesEndAtOnce() {
    linked(1, 10);
    linked(2, 20);
    linked(3, 30);
    Claim dead = leases().claim(KIND, "node1", MINUTE, List.of()).orElseThrow();
    Claim deadWorker = leases().claim(KIND, "node1/7", MINUTE, List.of()).orElseThrow();
    Claim alive = leases().claim(KIND, "node10", MINUTE, List.of()).orElseThrow();

    leases().releaseAllOf("node1");

    assertThat(leases().holds(dead)).isFalse();
    assertThat(leases().holds(deadWorker)).isFalse();
    assertThat(leases().holds(alive)).isTrue();
    assertThat(leases().countDue(KIND)).isEqualTo(2);
  }

  @Test
  void addingTwiceKeepsOneLease() {
    Mailbox mailbox = linked(1, 10);
    leases().add(mailbox.id(), KIND);

    assertThat(leases().countDue(KIND)).isEqualTo(1);
  }

  @Test
  void twoWorkersNeverClaimTheSameMailbox() throws Exception {
    int mailboxes = 24;
    for (int associate = 1; associate <= mailboxes; associate++) {
      linked(associate, 10);
    }
    List<Integer> won = Collections.synchronizedList(new ArrayList<>());
    ExecutorService workers = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Void>> work =
          Collections.nCopies(
              4,
              () -> {
                for (Optional<Claim> c = claim(); c.isPresent(); c = claim()) {
                  won.add(c.get().mailbox().id());
                }
                return null;
              });
      for (Future<Void> done : workers.invokeAll(work)) {
        done.get();
      }
    } finally {
      workers.shutdownNow();
    }

    assertThat(won).hasSize(mailboxes).doesNotHaveDuplicates();
  }

  @Test
  void aMailboxNobodyLeasedIsNotDue() {
    mailboxes().save(aMailbox(1, 10));
    leases().markDue(KIND, List.of(1), NOON);

    assertThat(leases().countDue(KIND)).isZero();
    assertThat(claim()).isEmpty();
  }

  private Mailbox linked(int associateId, int rank) {
    Mailbox mailbox = mailboxes().save(aMailbox(associateId, rank));
    leases().add(mailbox.id(), KIND);
    return mailbox;
  }

  private Optional<Claim> claim() {
    return leases().claim(KIND, "me", MINUTE, List.of());
  }

  private Optional<Claim> claimOnly(Mailbox mailbox) {
    return leases().claim(KIND, "me", MINUTE, List.of(mailbox.id()));
  }
}

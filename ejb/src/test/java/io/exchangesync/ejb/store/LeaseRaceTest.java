package io.exchangesync.ejb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.Claim;
import io.exchangesync.ejb.plain.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeaseRaceTest {
  private final TestDatabase database = TestDatabase.h2();
  private final Beans beans = new Beans(database);
  private Mailbox mailbox;

  @BeforeEach
  void linkAMailbox() {
    mailbox = link(5);
    beans.leases().add(mailbox.id(), Kind.APPOINTMENT);
  }

  @Test
  void aMarkMadeBetweenFindingAndTakingIsNotLost() {
    ClaimStatements.Candidate found = find().orElseThrow();
    beans.leases().markDue(Kind.APPOINTMENT, List.of(mailbox.id()), Instant.now());

    assertThat(take(found)).isFalse();
    assertThat(take(find().orElseThrow())).isTrue();
  }

  @Test
  void aMailboxTakenInBetweenIsNotTakenAgain() {
    ClaimStatements.Candidate found = find().orElseThrow();
    claim().orElseThrow();

    assertThat(take(found)).isFalse();
  }

  @Test
  void workersOfOneJobLookAtMailboxesOfTheirOwnFirst() {
    for (int associate = 6; associate < 12; associate++) {
      beans.leases().add(link(associate).id(), Kind.APPOINTMENT);
    }

    Set<Integer> found = new HashSet<>();
    for (int worker = 0; worker < 3; worker++) {
      found.add(find("node/17-" + worker + "of3").orElseThrow().mailbox().id());
    }

    assertThat(found).hasSize(3);
  }

  @Test
  void aWorkerThatHasDoneItsOwnTakesTheOthers() {
    beans.leases().add(link(6).id(), Kind.APPOINTMENT);
    beans.leases().add(link(7).id(), Kind.APPOINTMENT);

    Set<Integer> claimed = new HashSet<>();
    Optional<Claim> claim = claim("node/17-1of3");
    while (claim.isPresent()) {
      claimed.add(claim.get().mailbox().id());
      claim = claim("node/17-1of3");
    }

    assertThat(claimed).hasSize(3);
  }

  @Test
  void nobodyClaimsAMailboxWhoseWriterIsAtWork() throws Exception {
    Claim claim = claim().orElseThrow();
    database.execute(
        "update {schema}.exsync_lease set lease_until = dateadd(second, -600, lease_until)");

    CompletableFuture<Optional<Claim>> other =
        database
            .container()
            .inNewTransaction(
                () -> {
                  assertThat(beans.leases().holds(claim)).isTrue();
                  CompletableFuture<Optional<Claim>> waiting =
                      CompletableFuture.supplyAsync(this::claim);
                  assertThatThrownBy(() -> waiting.get(500, TimeUnit.MILLISECONDS))
                      .isInstanceOf(TimeoutException.class);
                  return waiting;
                });

    assertThat(other.get(10, TimeUnit.SECONDS)).isPresent();
    assertThat(beans.leases().holds(claim)).isFalse();
  }

  @Test
  void aMarkInARolledBackTransactionMakesNothingDue() {
    beans.leases().release(claim().orElseThrow(), Instant.now().plusSeconds(3600));

    assertThatThrownBy(
            () ->
                beans.inTransaction(
                    em -> {
                      beans
                          .leases()
                          .markDue(Kind.APPOINTMENT, List.of(mailbox.id()), Instant.now());
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessage("rolled back");

    assertThat(beans.leases().countDue(Kind.APPOINTMENT)).isZero();
  }

  private Mailbox link(int associate) {
    return beans
        .mailboxes()
        .save(
            new Mailbox(
                0,
                associate,
                "a" + associate + "@example.com",
                Mailbox.BackEnd.EWS,
                Set.of(Kind.APPOINTMENT),
                10,
                Mailbox.State.ACTIVE,
                Optional.empty(),
                Instant.parse("2026-03-02T12:00:00Z")));
  }

  private Optional<Claim> claim() {
    return claim("me");
  }

  private Optional<Claim> claim(String owner) {
    return beans.leases().claim(Kind.APPOINTMENT, owner, Duration.ofMinutes(5), List.of());
  }

  private Optional<ClaimStatements.Candidate> find() {
    return find("me");
  }

  private Optional<ClaimStatements.Candidate> find(String owner) {
    return beans.inTransaction(
        em ->
            new ClaimStatements(em, database.time().expression())
                .find(Kind.APPOINTMENT, List.of(), Turn.of(owner)));
  }

  private boolean take(ClaimStatements.Candidate candidate) {
    return beans.inTransaction(
        em ->
            new ClaimStatements(em, database.time().expression())
                .take(candidate, "other", Duration.ofMinutes(5)));
  }
}

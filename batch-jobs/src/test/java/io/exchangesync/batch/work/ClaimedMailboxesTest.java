package io.exchangesync.batch.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.engine.Engine;
import io.exchangesync.core.engine.Slice;
import io.exchangesync.core.memory.MemoryMailboxGateway.Fault;
import io.exchangesync.core.memory.RefusingCrmGateway;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.core.port.SyncException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A worker among several mailboxes: chunks, commits, give-backs and failures. */
class ClaimedMailboxesTest {
  private final Office office = new Office();

  @Test
  void aChunkNeverSpansTwoMailboxesAndNeverExceedsOneGroup() {
    List<Mailbox> mailboxes = List.of(office.link(120), office.link(3), office.link(60));
    office.work(office.source());

    for (List<Outcome> chunk : office.chunks) {
      Set<Integer> ids = new HashSet<>();
      for (Outcome outcome : chunk) {
        ids.add(slice(outcome).claim().mailbox().id());
      }
      assertThat(ids).hasSize(1);
      assertThat(chunk).hasSizeLessThanOrEqualTo(Engine.GROUP);
    }
    assertThat(mailboxes).extracting(office::rows).containsExactly(120, 3, 60);
    assertThat(mailboxes).allMatch(mailbox -> office.now(mailbox).state() == Mailbox.State.ACTIVE);
  }

  @Test
  void aMailboxIsGivenBackOnlyAfterItsLastChunkIsCommitted() {
    Mailbox mailbox = office.link(Engine.GROUP + 10);
    office.beforeCommit = () -> assertThat(office.free(mailbox)).isFalse();
    office.work(office.source());

    assertThat(office.chunks).hasSizeGreaterThan(1);
    assertThat(office.due(mailbox)).isFalse();
    office.clock.advance(Duration.ofSeconds(31));
    assertThat(office.due(mailbox)).isTrue();
  }

  @Test
  void anIdleMailboxMakesNoChunk() {
    Mailbox mailbox = office.link(1);
    office.work(office.source());
    office.clock.advance(Duration.ofSeconds(31));
    office.work(office.source());
    office.chunks.clear();

    office.clock.advance(Duration.ofSeconds(31));
    office.work(office.source());
    assertThat(office.chunks).isEmpty();
    assertThat(office.free(mailbox)).isTrue();
  }

  @Test
  void aMailboxThatCannotBeReachedLeavesTheOthers() {
    Mailbox broken = office.linkWithoutMailbox();
    Mailbox well = office.link(2);
    office.work(office.source());

    assertThat(office.rows(well)).isEqualTo(2);
    assertThat(office.now(broken).state()).isEqualTo(Mailbox.State.FAILED);
    assertThat(office.now(broken).lastProblem()).isPresent();
    assertThat(office.troubles).singleElement().isInstanceOf(SyncException.MailboxFatal.class);
    assertThat(office.free(broken)).isTrue();
  }

  @Test
  void aFailureInTheMiddleIsTriedAgainLaterAndLeavesTheOthers() {
    Mailbox first = office.link(2);
    Mailbox second = office.link(2);
    office.gateway.failNext(Fault.BEFORE_EFFECT);
    office.work(office.source());

    assertThat(office.troubles).hasSize(1);
    assertThat(office.rows(first) + office.rows(second)).isEqualTo(2);
    office.clock.advance(Duration.ofMinutes(16));
    office.work(office.source());
    assertThat(office.rows(first)).isEqualTo(2);
    assertThat(office.rows(second)).isEqualTo(2);
  }

  @Test
  void anUnforeseenFailureKeepsItsMailboxAwayAndLeavesTheOthers() {
    Mailbox odd = office.link(1);
    Mailbox well = office.link(2);
    office.mailboxes =
        (mailbox, kind) -> {
          if (mailbox.id() == odd.id()) {
            throw new IllegalStateException("nobody foresaw this");
          }
          return office.gateway.open(mailbox, kind);
        };
    office.work(office.source());

    assertThat(office.rows(well)).isEqualTo(2);
    assertThat(office.troubles)
        .singleElement()
        .satisfies(trouble -> assertThat(trouble).hasRootCauseMessage("nobody foresaw this"));
    assertThat(office.due(odd)).isFalse();
    office.clock.advance(Duration.ofMinutes(5));
    assertThat(office.due(odd)).isTrue();
  }

  @Test
  void aLostLeaseDropsTheSliceAndTheWorkerGoesOn() {
    Mailbox lost = office.link(Engine.GROUP + 10);
    Mailbox next = office.link(2);
    ItemSource source = office.source();
    office.beforeCommit =
        () -> {
          if (office.chunks.size() == 1) {
            office.stores.leases().releaseAllOf("node");
            assertThat(office.free(lost)).isTrue();
          }
        };
    office.work(source);

    assertThat(office.events).singleElement().asString().contains("lease of mailbox " + lost.id());
    assertThat(office.rows(lost)).isEqualTo(office.chunks.get(0).size());
    assertThat(office.now(lost).state()).isEqualTo(Mailbox.State.FIRST_LINK);
    assertThat(office.rows(next)).isEqualTo(2);
    assertThat(office.free(lost)).as("the new owner keeps it").isFalse();
  }

  @Test
  void aChunkThatCannotBeCommittedGivesItsMailboxBackWithABackOffAndIsDoneAgain() {
    Mailbox mailbox = office.link(3);
    Mailbox other = office.link(2);
    SyncException away =
        new SyncException.Retriable("the database is gone", Optional.empty(), null);
    office.stores.failNextCommit(away);
    office.work(office.source());

    assertThat(office.rows(mailbox)).isZero();
    assertThat(office.rows(other)).isEqualTo(2);
    assertThat(office.troubles).containsExactly(away);
    assertThat(office.now(mailbox).lastProblem()).contains("the database is gone");
    assertThat(office.due(mailbox)).as("before the back-off").isFalse();

    office.clock.advance(Duration.ofSeconds(30));
    office.work(office.source());
    assertThat(office.rows(mailbox)).isEqualTo(3);
    assertThat(office.gateway.mailbox(mailbox.address()).items()).hasSize(3);
    assertThat(office.now(mailbox).lastProblem()).isEmpty();
  }

  @Test
  void aDefectOfTheWriterGivesItsMailboxBackAndLeavesTheOthers() {
    Mailbox odd = office.link(1);
    Mailbox well = office.link(2);
    office.beforeCommit =
        () -> {
          office.beforeCommit = () -> {};
          throw new IllegalStateException("nobody foresaw this");
        };
    office.work(office.source());

    assertThat(office.rows(well)).isEqualTo(2);
    assertThat(office.troubles).singleElement().asString().contains("nobody foresaw this");
    assertThat(office.free(odd)).isTrue();
  }

  @Test
  void anAppointmentTheDatabaseDoesNotTakeIsHeldToldAndLeavesTheRest() {
    Mailbox mailbox = office.link(Engine.GROUP + 10);
    office.crmSide =
        new RefusingCrmGateway(
            office.crm,
            write ->
                write instanceof CrmWrite.Create create
                    && ((CrmAppointment) create.value()).title().equals("Item 7"));
    office.work(office.source());

    assertThat(office.rows(mailbox)).isEqualTo(Engine.GROUP + 9);
    assertThat(office.troubles).isEmpty();
    assertThat(office.events)
        .singleElement()
        .asString()
        .contains(mailbox.address())
        .contains("no_thirteenth");
    assertThat(office.stores.holds().active(mailbox.id(), Kind.APPOINTMENT)).hasSize(1);
    assertThat(office.now(mailbox).state()).isEqualTo(Mailbox.State.ACTIVE);
    assertThat(office.now(mailbox).lastProblem()).isPresent();

    office.clock.advance(Duration.ofSeconds(31));
    office.events.clear();
    office.work(office.source());
    assertThat(office.events).isEmpty();
    assertThat(office.free(mailbox)).isTrue();
  }

  @Test
  void aStopEndsWithinOneChunkAndLeavesTheRestDue() {
    Mailbox mailbox = office.link(120);
    Mailbox other = office.link(1);
    office.beforeCommit = () -> office.stopping = true;
    office.work(office.source());

    assertThat(office.chunks).hasSize(1);
    assertThat(office.rows(mailbox)).isEqualTo(office.chunks.get(0).size());
    assertThat(office.rows(other)).isZero();

    office.stopping = false;
    office.beforeCommit = () -> {};
    office.work(office.source());
    assertThat(office.rows(mailbox)).isEqualTo(120);
    assertThat(office.rows(other)).isEqualTo(1);
  }

  @Test
  void aLongFirstSynchronizationLetsOthersBetweenItsSlices() {
    Mailbox big = office.link(600);
    Mailbox small = office.link(2);
    office.stores.leases().markDue(Kind.APPOINTMENT, List.of(big.id()), Office.START);
    office.clock.advance(Duration.ofSeconds(1));
    office.work(office.source());

    int firstOfSmall = firstChunkOf(small);
    assertThat(chunksOf(big)).anyMatch(chunk -> chunk > firstOfSmall);
    assertThat(office.rows(big)).isEqualTo(600);
  }

  @Test
  void givenMailboxesAreWorkedOnOnceWhetherDueOrNot() {
    Mailbox asked = office.link(1);
    Mailbox other = office.link(1);
    office.work(office.source(asked.id()));
    assertThat(office.rows(asked)).isEqualTo(1);
    assertThat(office.rows(other)).isZero();

    int chunks = office.chunks.size();
    office.work(office.source(asked.id()));
    assertThat(office.chunks.size() - chunks).isLessThanOrEqualTo(1);
  }

  @Test
  void aWorkerClaimsNothingNewAfterFiveMinutes() {
    Mailbox first = office.link(1);
    Mailbox second = office.link(1);
    ItemSource source = office.source();
    office.beforeCommit = () -> office.clock.advance(ClaimedMailboxes.LONGEST.plusSeconds(1));
    office.work(source);
    assertThat(office.rows(first) + office.rows(second)).isEqualTo(1);
  }

  private int firstChunkOf(Mailbox mailbox) {
    return chunksOf(mailbox).get(0);
  }

  private List<Integer> chunksOf(Mailbox mailbox) {
    return java.util.stream.IntStream.range(0, office.chunks.size())
        .filter(i -> slice(office.chunks.get(i).get(0)).claim().mailbox().id() == mailbox.id())
        .boxed()
        .toList();
  }

  private static Slice slice(Outcome outcome) {
    return outcome instanceof Outcome.Planned planned
        ? planned.slice()
        : ((Outcome.Ended) outcome).slice();
  }
}

package io.exchangesync.ejb.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.Hold;
import io.exchangesync.core.port.Journal.Tally;
import io.exchangesync.core.port.JournalEntry;
import io.exchangesync.core.port.PendingChange;
import io.exchangesync.ejb.plain.TestDatabase;
import io.exchangesync.ejb.store.RunQueries.RunLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdminQueriesTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private final Beans beans = new Beans(TestDatabase.h2());

  @Test
  void linksAreFilteredAndPaged() {
    List<Link> links =
        beans
            .links()
            .save(
                List.of(
                    StatementCountTest.aLink(1),
                    StatementCountTest.aLink(2),
                    StatementCountTest.aLink(3)));
    beans.links().save(List.of(links.get(1).withState(Link.State.CLOSED)));

    assertThat(links(LinkQueries.Filter.ANY, 0))
        .extracting(Link::recordId)
        .containsExactly(1, 2, 3);
    assertThat(links(LinkQueries.Filter.ANY, links.get(0).key()))
        .extracting(Link::recordId)
        .containsExactly(2, 3);
    LinkQueries.Filter live =
        new LinkQueries.Filter(
            Optional.of(1), Optional.empty(), Optional.of(Link.State.LIVE), Optional.empty());
    assertThat(links(live, 0)).extracting(Link::recordId).containsExactly(1, 3);
    assertThat(
            beans.<Map<Integer, Integer>>inTransaction(
                em -> new LinkQueries(em).liveCounts(List.of(1, 2))))
        .isEqualTo(Map.of(1, 2));
  }

  @Test
  void theJournalIsReadFromTheNewest() {
    beans
        .journal()
        .append(List.of(entry(7, 1, NOON), entry(7, 2, NOON.plusSeconds(60)), entry(8, 1, NOON)));

    List<JournalQueries.Line> run = journal(JournalQueries.Filter.ofRun(7), 0, 10);
    assertThat(run).extracting(l -> l.entry().mailboxId()).containsExactly(2, 1);
    assertThat(run.get(1).entry()).isEqualTo(entry(7, 1, NOON));

    List<JournalQueries.Line> first = journal(JournalQueries.Filter.ANY, 0, 2);
    assertThat(journal(JournalQueries.Filter.ANY, first.get(1).id(), 2))
        .extracting(JournalQueries.Line::entry)
        .containsExactly(entry(7, 1, NOON));

    JournalQueries.Filter hour =
        new JournalQueries.Filter(
            Optional.empty(),
            Optional.of(1),
            Optional.of(Kind.APPOINTMENT),
            Optional.empty(),
            Optional.of(100),
            Optional.of(NOON),
            Optional.of(NOON.plusSeconds(60)));
    assertThat(journal(hour, 0, 10)).hasSize(2);
    JournalQueries.Filter tasks = JournalQueries.Filter.ofRecord(1, Kind.TASK, 100);
    assertThat(journal(tasks, 0, 10)).isEmpty();
  }

  @Test
  void historyIsPrunedByAge() {
    beans.journal().append(List.of(entry(7, 1, NOON), entry(7, 2, NOON.plusSeconds(60))));
    Tally tally = new Tally("Skip", "UNCHANGED");
    beans.journal().count(6, 1, Kind.APPOINTMENT, Map.of(tally, 1));
    beans.journal().count(7, 1, Kind.APPOINTMENT, Map.of(tally, 1));

    int entries =
        beans.inTransaction(em -> new HistoryPruning(em).journalBefore(NOON.plusSeconds(1)));
    int counts = beans.inTransaction(em -> new HistoryPruning(em).countsOfRunsBefore(7));

    assertThat(entries).isEqualTo(1);
    assertThat(journal(JournalQueries.Filter.ANY, 0, 10)).hasSize(1);
    assertThat(counts).isEqualTo(1);
    assertThat(beans.<List<RunLine>>inTransaction(em -> new RunQueries(em).lines(7))).hasSize(1);
  }

  @Test
  void jobExecutionsAreForgottenWithTheirCountsOnceTheyEndedLongAgo() {
    for (String sql :
        List.of(
            "create table if not exists JOB_INSTANCE (JOBINSTANCEID bigint primary key)",
            "create table if not exists JOB_EXECUTION (JOBEXECUTIONID bigint primary key,"
                + " JOBINSTANCEID bigint references JOB_INSTANCE on delete cascade,"
                + " ENDTIME datetime)",
            "insert into JOB_INSTANCE values (1), (2), (3), (4)",
            "insert into JOB_EXECUTION values (11, 1, '2026-01-01T00:00:00'),"
                + " (12, 2, null), (13, 3, '2030-01-01T00:00:00')")) {
      beans.inTransaction(em -> em.createNativeQuery(sql).executeUpdate());
    }
    Tally tally = new Tally("Skip", "UNCHANGED");
    beans.journal().count(11, 1, Kind.APPOINTMENT, Map.of(tally, 1));
    beans.journal().count(12, 1, Kind.APPOINTMENT, Map.of(tally, 1));

    int jobs = beans.inTransaction(em -> new HistoryPruning(em).executionsEndedBefore(NOON));
    int counts = beans.inTransaction(em -> new HistoryPruning(em).countsOfForgottenRuns());

    assertThat(jobs).isEqualTo(1);
    assertThat(counts).isEqualTo(1);
    List<?> left =
        beans.inTransaction(
            em -> em.createNativeQuery("select JOBINSTANCEID from JOB_INSTANCE").getResultList());
    assertThat(left).as("one that begins, one that runs, one of late").hasSize(3);
    assertThat(beans.<List<RunLine>>inTransaction(em -> new RunQueries(em).lines(11))).isEmpty();
    assertThat(beans.<List<RunLine>>inTransaction(em -> new RunQueries(em).lines(12))).hasSize(1);
  }

  @Test
  void aCallOfPruningRemovesABoundedNumber() {
    List<JournalEntry> many =
        IntStream.range(0, HistoryPruning.AT_ONCE + 5).mapToObj(i -> entry(7, 1, NOON)).toList();
    beans.journal().append(many);
    Instant later = NOON.plusSeconds(1);
    assertThat(
            IntStream.range(0, 3)
                .mapToObj(
                    i ->
                        beans.<Integer>inTransaction(
                            em -> new HistoryPruning(em).journalBefore(later))))
        .containsExactly(HistoryPruning.AT_ONCE, 5, 0);
  }

  @Test
  void closedHoldsAreForgottenByAgeAndOpenOnesStay() {
    beans.holds().open(List.of(hold(5), hold(6)));
    int id = holds(HoldDesk.Filter.OPEN).get(0).id();
    beans.inTransaction(em -> new HoldDesk(em).close(id));
    Instant later = Instant.now().plusSeconds(3600);
    assertThat(beans.<Integer>inTransaction(em -> new HistoryPruning(em).closedHoldsBefore(later)))
        .isEqualTo(1);
    assertThat(holds(HoldDesk.Filter.OPEN)).extracting(Hold::linkKey).containsExactly(6);
  }

  @Test
  void whatWaitsForNobodyIsForgottenAndWhatWaitsForAPausedMailboxStays() {
    int paused = mailbox(1, Mailbox.State.PAUSED);
    int unlinked = mailbox(2, Mailbox.State.UNLINKED);
    beans
        .changes()
        .file(
            List.of(
                change(paused, Kind.APPOINTMENT),
                change(paused, Kind.CONTACT),
                change(unlinked, Kind.APPOINTMENT),
                change(4711, Kind.APPOINTMENT)));
    assertThat(beans.<Integer>inTransaction(em -> new HistoryPruning(em).changesOfNobody()))
        .isEqualTo(3);
    assertThat(beans.changes().pending(paused, Kind.APPOINTMENT, NOON, 10)).hasSize(1);
  }

  private int mailbox(int associate, Mailbox.State state) {
    return beans
        .mailboxes()
        .save(
            new Mailbox(
                0,
                associate,
                "user" + associate + "@fjordline.example",
                Mailbox.BackEnd.EWS,
                Set.of(Kind.APPOINTMENT, Kind.TASK),
                1,
                state,
                Optional.empty(),
                NOON))
        .id();
  }

  private static PendingChange change(int mailbox, Kind kind) {
    return new PendingChange(0, mailbox, kind, 17, Optional.empty(), false, NOON);
  }

  @Test
  void aHoldIsSettledOnce() {
    beans.holds().open(List.of(hold(5), hold(6)));
    List<Hold> open = holds(HoldDesk.Filter.OPEN);
    int id = open.get(0).id();
    assertThat(open).allMatch(Hold::confidential);
    assertThat(
            holds(
                new HoldDesk.Filter(
                    Optional.empty(),
                    Optional.of(Kind.TASK),
                    Optional.empty(),
                    Optional.of(Hold.State.OPEN))))
        .isEmpty();

    assertThat(open).extracting(Hold::linkKey).containsExactly(5, 6);
    assertThat(beans.<Boolean>inTransaction(em -> new HoldDesk(em).release(id))).isTrue();
    assertThat(beans.<Boolean>inTransaction(em -> new HoldDesk(em).close(id))).isFalse();
    assertThat(holds(HoldDesk.Filter.OPEN)).extracting(Hold::linkKey).containsExactly(6);
    assertThat(beans.<Optional<Hold>>inTransaction(em -> new HoldDesk(em).byId(id)))
        .get()
        .extracting(Hold::state)
        .isEqualTo(Hold.State.RELEASED);
  }

  @Test
  void aRunsCountsAreToldPerMailbox() {
    Tally skipped = new Tally("Skip", "UNCHANGED");
    beans.journal().count(7, 1, Kind.APPOINTMENT, Map.of(skipped, 3));
    beans.journal().count(7, 2, Kind.APPOINTMENT, Map.of(skipped, 4));

    assertThat(beans.<List<RunLine>>inTransaction(em -> new RunQueries(em).lines(7)))
        .containsExactly(
            new RunLine(1, Kind.APPOINTMENT, skipped, 3),
            new RunLine(2, Kind.APPOINTMENT, skipped, 4));
  }

  @Test
  void aMailboxIsShownWithItsLeases() {
    Mailbox one = beans.mailboxes().save(aMailbox(1));
    Mailbox two = beans.mailboxes().save(aMailbox(2));
    beans.leases().add(one.id(), Kind.APPOINTMENT);
    beans.leases().claim(Kind.APPOINTMENT, "me", Duration.ofMinutes(5), List.of()).orElseThrow();

    List<MailboxQueries.Line> page =
        beans.inTransaction(
            em -> new MailboxQueries(em).page(Optional.of(Mailbox.State.ACTIVE), 0, 10));

    assertThat(page).extracting(MailboxQueries.Line::mailbox).containsExactly(one, two);
    assertThat(page.get(1).leases()).isEmpty();
    MailboxQueries.LeaseState lease = page.get(0).leases().get(0);
    assertThat(lease.owner()).contains("me");
    assertThat(lease.until().orElseThrow())
        .isBetween(Instant.now().plusSeconds(200), Instant.now().plusSeconds(400));
    assertThat(lease.due())
        .isBetween(Instant.now().minusSeconds(100), Instant.now().plusSeconds(1));
  }

  private List<Link> links(LinkQueries.Filter filter, int after) {
    return beans.inTransaction(em -> new LinkQueries(em).page(filter, after, 10));
  }

  private List<JournalQueries.Line> journal(JournalQueries.Filter filter, int after, int limit) {
    return beans.inTransaction(em -> new JournalQueries(em).page(filter, after, limit));
  }

  private List<Hold> holds(HoldDesk.Filter filter) {
    return beans.inTransaction(em -> new HoldDesk(em).page(filter, 0, 10));
  }

  private static Mailbox aMailbox(int associateId) {
    return new Mailbox(
        0,
        associateId,
        "a@example.com",
        Mailbox.BackEnd.EWS,
        Set.of(Kind.APPOINTMENT),
        10,
        Mailbox.State.ACTIVE,
        Optional.empty(),
        NOON);
  }

  private static Hold hold(int linkKey) {
    return new Hold(
        0,
        1,
        Kind.APPOINTMENT,
        linkKey,
        0,
        Optional.of(new ItemId("item-" + linkKey)),
        "CONFLICT",
        "both changed",
        true,
        Hold.State.OPEN,
        NOON);
  }

  private static JournalEntry entry(long run, int mailboxId, Instant at) {
    return new JournalEntry(
        run,
        mailboxId,
        Kind.APPOINTMENT,
        5,
        100,
        Optional.of(new ItemId("item")),
        "Align",
        "CHANGED",
        "{\"a\":1}",
        "{\"a\":2}",
        Optional.empty(),
        true,
        at);
  }
}

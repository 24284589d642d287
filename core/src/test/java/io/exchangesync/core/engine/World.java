package io.exchangesync.core.engine;

import io.exchangesync.core.memory.MemoryCrmGateway;
import io.exchangesync.core.memory.MemoryCrmPersons;
import io.exchangesync.core.memory.MemoryMailbox;
import io.exchangesync.core.memory.MemoryMailboxGateway;
import io.exchangesync.core.memory.MemoryMailboxGateway.Fault;
import io.exchangesync.core.memory.MemoryMemberKeys;
import io.exchangesync.core.memory.MemoryStores;
import io.exchangesync.core.memory.MemoryTasks;
import io.exchangesync.core.memory.MutableClock;
import io.exchangesync.core.model.Body;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmKeys;
import io.exchangesync.core.model.CrmNames;
import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.CrmTies;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.core.model.When;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.CrmGateway;
import io.exchangesync.core.port.Journal.Tally;
import io.exchangesync.core.port.SyncException;
import io.exchangesync.core.port.UnitOfWork;
import io.exchangesync.core.settings.SyncSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** One associate, one mailbox and the real engine between them, all in memory. */
final class World {
  static final int ASSOCIATE = 7;
  static final String ADDRESS = "anna@fjordline.example";
  static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
  static final ZoneId OSLO = MemoryCrmGateway.BASE_ZONE;

  final MutableClock clock = new MutableClock(START);
  final MemoryCrmGateway crm = new MemoryCrmGateway(clock);
  final MemoryMailboxGateway gateway = new MemoryMailboxGateway(5);
  final MemoryMailbox box = gateway.mailbox(ADDRESS);
  final MemoryTasks tasks = gateway.tasks(ADDRESS);
  final Kind kind;
  MemoryStores stores = new MemoryStores(clock, crm);
  SyncSettings settings = withVisibility(SyncSettings.DEFAULTS);
  Mailbox mailbox;
  CrmGateway crmSide = crm;
  private Interruption interruption = Interruption.NONE;
  private final AtomicInteger linkIds = new AtomicInteger();
  final List<Refusal> refusals = new ArrayList<>();
  int chunk = 3;
  private final List<String> story = new ArrayList<>();
  private long run;

  World() {
    this(Kind.APPOINTMENT);
  }

  World(Kind kind) {
    this.kind = kind;
    crm.addOwner(ASSOCIATE);
    link();
  }

  /**
   * A run in which the next write may fail, before or after its effect, and the process may end.
   *
   * @param failing one of so many runs has a failing write
   * @param steps the process ends before one of so many first steps, if the run has as many
   */
  void runAmongFaults(Random random, int failing, int steps) {
    if (random.nextInt(failing) == 0) {
      gateway.failNextWrite(random.nextBoolean() ? Fault.AFTER_EFFECT : Fault.BEFORE_EFFECT);
    }
    int crashAt = random.nextInt(steps);
    int[] step = {0};
    try {
      run(
          name -> {
            if (step[0]++ == crashAt) {
              tell("crash before " + name);
              throw new Crash();
            }
          });
    } catch (Crash crashed) {
      clock.advance(Duration.ofMinutes(10));
    }
  }

  static SyncSettings withVisibility(SyncSettings s) {
    return new SyncSettings(
        s.windowBack(),
        s.windowAhead(),
        s.direction(),
        s.mapping(),
        s.filters(),
        s.brakes(),
        s.conflict(),
        s.deletePast(),
        SyncSettings.VisibleForMode.DIRECT);
  }

  /** Writes a line of the history, for the report of a failing seed. */
  void tell(String line) {
    story.add(line);
  }

  List<String> story() {
    return story;
  }

  void link() {
    mailbox =
        stores
            .mailboxes()
            .save(
                new Mailbox(
                    0,
                    ASSOCIATE,
                    ADDRESS,
                    Mailbox.BackEnd.EWS,
                    Set.of(kind),
                    1,
                    Mailbox.State.FIRST_LINK,
                    Optional.empty(),
                    clock.instant()));
    stores.leases().add(mailbox.id(), kind);
    stores.transactional(() -> new ChangeFeed(ports()).collect());
  }

  private final List<Integer> colleagues = new ArrayList<>();

  /** Links the mailbox of one more associate. */
  Mailbox linkColleague(int associateId, String address) {
    crm.addOwner(associateId);
    gateway.mailbox(address);
    Mailbox linked =
        stores
            .mailboxes()
            .save(
                new Mailbox(
                    0,
                    associateId,
                    address,
                    Mailbox.BackEnd.EWS,
                    Set.of(kind),
                    1,
                    Mailbox.State.FIRST_LINK,
                    Optional.empty(),
                    clock.instant()));
    stores.leases().add(linked.id(), kind);
    colleagues.add(linked.id());
    return linked;
  }

  /** All sync tables are lost and the same user is linked again. */
  void loseSyncTables() {
    stores = new MemoryStores(clock, crm);
    link();
  }

  /** Transactions that can be interrupted before their work and before their commit. */
  private final UnitOfWork work =
      new UnitOfWork() {
        @Override
        public <T> T run(Supplier<T> statements) {
          return stores.transactional(
              () -> {
                interruption.before("chunk");
                T answer = statements.get();
                interruption.before("commit of chunk");
                return answer;
              });
        }
      };

  Ports ports() {
    return new Ports(
        crmSide,
        new MemoryCrmPersons(crm, clock),
        new MemoryMemberKeys(),
        gateway,
        stores.links(),
        stores.cursors(),
        stores.changes(),
        stores.leases(),
        stores.mailboxes(),
        stores.journal(),
        stores.holds(),
        associate -> settings,
        work,
        clock,
        "installation-1",
        () -> "link-" + linkIds.incrementAndGet());
  }

  /** What one run did: counts by decision and reason, skips of unchanged things left out. */
  record Report(Map<String, Integer> counts, List<SyncException> failures) {
    int of(String decision) {
      return counts.entrySet().stream()
          .filter(count -> count.getKey().startsWith(decision + "/"))
          .mapToInt(Map.Entry::getValue)
          .sum();
    }

    boolean quiet() {
      return failures.isEmpty()
          && counts.keySet().stream()
              .allMatch(key -> key.startsWith("Skip/") || key.startsWith("Hold/"));
    }
  }

  /** Runs until nothing is due: collects the change log, then slice after slice. */
  Report run() {
    return run(Interruption.NONE);
  }

  /** A crash somewhere in the writer: what is thrown, and before which of its steps. */
  interface Interruption {
    Interruption NONE = step -> {};

    void before(String step);
  }

  Report run(Interruption during) {
    interruption = during;
    try {
      return run(++run);
    } finally {
      interruption = Interruption.NONE;
    }
  }

  private Report run(long id) {
    tell("run " + id);
    clock.advance(Duration.ofMinutes(1));
    stores.transactional(() -> new ChangeFeed(ports()).collect());
    stores.leases().markDue(kind, List.of(mailbox.id()), clock.instant());
    stores.leases().markDue(kind, colleagues, clock.instant());
    List<SyncException> failures = new ArrayList<>();
    Engine engine = new Engine(ports());
    Optional<Claim> claim = claim();
    while (claim.isPresent()) {
      try (Slice slice = engine.open(claim.get(), id)) {
        work(slice);
        engine.giveBack(slice, Duration.ofSeconds(30));
        slice.failure().ifPresent(failures::add);
      } catch (SyncException e) {
        failures.add(e);
        engine.giveBack(claim.get(), e);
      }
      claim = claim();
    }
    return new Report(counts(id), failures);
  }

  private Optional<Claim> claim() {
    return stores.leases().claim(kind, "node-" + run, Duration.ofMinutes(5), List.of());
  }

  /** Odd runs end with their last chunk, even ones behind it: both happen. */
  private void work(Slice slice) {
    ChunkWriter writer = new ChunkWriter(ports());
    List<Decided> chunk = new ArrayList<>();
    Optional<Candidate> next = slice.next();
    while (next.isPresent()) {
      chunk.add(new Decided(next.get(), slice.decide(next.get())));
      if (chunk.size() == this.chunk) {
        refusals.addAll(writer.write(slice, chunk));
        chunk = new ArrayList<>();
      }
      next = slice.next();
    }
    if (!chunk.isEmpty() && run % 2 == 1) {
      interruption.before("end");
      refusals.addAll(writer.writeAndEnd(slice, chunk));
      return;
    }
    if (!chunk.isEmpty()) {
      refusals.addAll(writer.write(slice, chunk));
    }
    interruption.before("end");
    writer.end(slice);
  }

  Map<String, Integer> counts(long id) {
    Map<String, Integer> counts = new TreeMap<>();
    stores
        .journal()
        .counted(id, kind)
        .forEach(
            (Tally tally, Integer n) -> counts.put(tally.decision() + "/" + tally.reason(), n));
    return counts;
  }

  /** A plain diary row of the associate, tomorrow at ten, base zone. */
  static CrmAppointment row(String title) {
    LocalDateTime start = LocalDateTime.parse("2026-11-24T10:00:00");
    return new CrmAppointment(
        0,
        ASSOCIATE,
        1,
        ASSOCIATE,
        1,
        1,
        1,
        2,
        start,
        start,
        start.plusHours(1),
        CrmAppointment.NEVER,
        false,
        title,
        "",
        "",
        false,
        0,
        0,
        Visibility.EVERYONE,
        CrmReferences.NONE,
        CrmNames.NONE,
        0,
        CrmTies.NONE,
        CrmKeys.NONE,
        Optional.empty(),
        Optional.empty(),
        START.minusSeconds(3600),
        CrmAppointment.NEVER.toInstant(java.time.ZoneOffset.UTC),
        "");
  }

  /** A plain item, tomorrow at noon in Oslo. */
  static MailboxAppointment item(String subject) {
    Instant start = Instant.parse("2026-11-24T11:00:00Z");
    return MailboxAppointment.blank(new When.Timed(start, start.plusSeconds(3600), OSLO))
        .with()
        .subject(subject)
        .body(new Body(Body.Format.TEXT, "from Outlook"))
        .lastModified(START)
        .build();
  }

  MailboxAppointment onlyItem() {
    List<MailboxAppointment> items = box.items();
    if (items.size() != 1) {
      throw new AssertionError("expected one item, found " + items);
    }
    return items.get(0);
  }

  CrmAppointment onlyRow() {
    List<CrmAppointment> rows = crm.diary(ASSOCIATE);
    if (rows.size() != 1) {
      throw new AssertionError("expected one row, found " + rows);
    }
    return rows.get(0);
  }

  /** The end of the process. */
  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}

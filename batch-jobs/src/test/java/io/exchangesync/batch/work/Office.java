package io.exchangesync.batch.work;

import io.exchangesync.core.engine.ChangeFeed;
import io.exchangesync.core.engine.Engine;
import io.exchangesync.core.engine.LeaseLost;
import io.exchangesync.core.engine.Ports;
import io.exchangesync.core.engine.Refusal;
import io.exchangesync.core.engine.RunMode;
import io.exchangesync.core.memory.MemoryCrmGateway;
import io.exchangesync.core.memory.MemoryCrmPersons;
import io.exchangesync.core.memory.MemoryMailbox;
import io.exchangesync.core.memory.MemoryMailboxGateway;
import io.exchangesync.core.memory.MemoryMemberKeys;
import io.exchangesync.core.memory.MemoryStores;
import io.exchangesync.core.memory.MutableClock;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.When;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.CrmGateway;
import io.exchangesync.core.port.MailboxGateway;
import io.exchangesync.core.port.SyncException;
import io.exchangesync.core.port.UnitOfWork;
import io.exchangesync.core.settings.SyncSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Some associates with mailboxes, and a worker's loop as the batch runtime runs it: read and
 * process until the chunk ends, write, commit; all in memory.
 */
final class Office {
  static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
  static final long RUN = 42;

  final MutableClock clock = new MutableClock(START);
  final MemoryCrmGateway crm = new MemoryCrmGateway(clock);
  final MemoryMailboxGateway gateway = new MemoryMailboxGateway();
  final MemoryStores stores = new MemoryStores(clock, crm);
  final List<List<Outcome>> chunks = new ArrayList<>();
  final List<String> events = new ArrayList<>();
  final List<SyncException> troubles = new ArrayList<>();
  MailboxGateway mailboxes = gateway;
  CrmGateway crmSide = crm;
  boolean stopping;
  Runnable beforeCommit = () -> {};
  private final UnitOfWork work =
      new UnitOfWork() {
        @Override
        public <T> T run(Supplier<T> statements) {
          return stores.transactional(
              () -> {
                T answer = statements.get();
                beforeCommit.run();
                return answer;
              });
        }
      };
  private final AtomicInteger linkIds = new AtomicInteger();
  private int associates;

  /** Links a new associate whose mailbox holds this many appointments. */
  Mailbox link(int items) {
    Mailbox mailbox = linkWithoutMailbox();
    MemoryMailbox box = gateway.mailbox(mailbox.address());
    for (int i = 0; i < items; i++) {
      box.create(item("Item " + i, i));
    }
    return mailbox;
  }

  /** Links a new associate whose mailbox does not exist; due behind those linked before. */
  Mailbox linkWithoutMailbox() {
    clock.advance(Duration.ofSeconds(1));
    int associate = ++associates;
    crm.addOwner(associate);
    Mailbox mailbox =
        stores
            .mailboxes()
            .save(
                new Mailbox(
                    0,
                    associate,
                    "user" + associate + "@fjordline.example",
                    Mailbox.BackEnd.EWS,
                    Set.of(Kind.APPOINTMENT),
                    1,
                    Mailbox.State.FIRST_LINK,
                    Optional.empty(),
                    clock.instant()));
    stores.leases().add(mailbox.id(), Kind.APPOINTMENT);
    stores.transactional(() -> new ChangeFeed(ports()).collect());
    return mailbox;
  }

  static MailboxAppointment item(String subject, int hour) {
    Instant start = START.plus(Duration.ofHours(1 + hour));
    ZoneId oslo = MemoryCrmGateway.BASE_ZONE;
    return MailboxAppointment.blank(new When.Timed(start, start.plusSeconds(3600), oslo))
        .with()
        .subject(subject)
        .lastModified(START)
        .build();
  }

  Ports ports() {
    return new Ports(
        crmSide,
        new MemoryCrmPersons(crm, clock),
        new MemoryMemberKeys(),
        mailboxes,
        stores.links(),
        stores.cursors(),
        stores.changes(),
        stores.leases(),
        stores.mailboxes(),
        stores.journal(),
        stores.holds(),
        associate -> settings(),
        work,
        clock,
        "installation-1",
        () -> "link-" + linkIds.incrementAndGet());
  }

  private static SyncSettings settings() {
    SyncSettings s = SyncSettings.DEFAULTS;
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

  ClaimedMailboxes source(Integer... only) {
    Assignment assignment =
        new Assignment(RUN, Kind.APPOINTMENT, "node/boot/0", List.of(only), Duration.ofSeconds(30));
    return new ClaimedMailboxes(
        ports(), assignment, (run, claim, failure) -> note(claim, failure), () -> stopping);
  }

  private void note(Claim claim, SyncException failure) {
    troubles.add(failure);
    new Engine(ports()).afterFailure(claim.mailbox(), failure).ifPresent(stores.mailboxes()::save);
  }

  private final WriterNews news =
      new WriterNews() {
        @Override
        public void lost(LeaseLost lost) {
          events.add(lost.getMessage());
        }

        @Override
        public void refused(Mailbox mailbox, Refusal refusal) {
          events.add(mailbox.address() + ": " + refusal.text());
        }
      };

  /** Works until nothing is left or the job is stopped. */
  void work(ItemSource source) {
    Decider decider = new Decider(ports(), Kind.APPOINTMENT, RunMode.CHANGES);
    Performer performer = new Performer(ports(), Kind.APPOINTMENT, RUN, source, news);
    try {
      boolean more = true;
      while (more && !stopping) {
        List<Outcome> chunk = new ArrayList<>();
        more = chunk(source, decider, performer, chunk);
      }
    } finally {
      source.close();
    }
  }

  private boolean chunk(
      ItemSource source, Decider decider, Performer performer, List<Outcome> chunk) {
    ChunkBounds bounds = new ChunkBounds();
    boolean more = true;
    while (more && !bounds.reached() && !stopping) {
      Optional<Item> item = source.next();
      bounds.handedOut(item);
      item.map(decider::decide).ifPresent(chunk::add);
      more = item.isPresent();
    }
    if (!chunk.isEmpty()) {
      chunks.add(chunk);
      performer.perform(chunk);
    }
    return more;
  }

  /** Whether a mailbox can be claimed by somebody else now. */
  boolean free(Mailbox mailbox) {
    return stores
        .leases()
        .claim(Kind.APPOINTMENT, "other", Duration.ofMinutes(5), List.of(mailbox.id()))
        .isPresent();
  }

  /** Whether a worker would find it among what is due; claims everything that is. */
  boolean due(Mailbox mailbox) {
    List<Integer> due = new ArrayList<>();
    Optional<Claim> claim = claimDue();
    while (claim.isPresent()) {
      due.add(claim.get().mailbox().id());
      claim = claimDue();
    }
    return due.contains(mailbox.id());
  }

  private Optional<Claim> claimDue() {
    return stores.leases().claim(Kind.APPOINTMENT, "other", Duration.ofMinutes(5), List.of());
  }

  int rows(Mailbox mailbox) {
    return crm.diary(mailbox.associateId()).size();
  }

  Mailbox now(Mailbox mailbox) {
    return stores.mailboxes().byId(mailbox.id()).orElseThrow();
  }
}

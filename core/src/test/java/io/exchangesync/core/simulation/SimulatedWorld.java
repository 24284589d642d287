package io.exchangesync.core.simulation;

import io.exchangesync.core.engine.ChangeFeed;
import io.exchangesync.core.engine.Ports;
import io.exchangesync.core.memory.MemoryContacts;
import io.exchangesync.core.memory.MemoryCrmGateway;
import io.exchangesync.core.memory.MemoryCrmPersons;
import io.exchangesync.core.memory.MemoryMailbox;
import io.exchangesync.core.memory.MemoryMailboxGateway;
import io.exchangesync.core.memory.MemoryMemberKeys;
import io.exchangesync.core.memory.MemoryPost;
import io.exchangesync.core.memory.MemoryStores;
import io.exchangesync.core.memory.MemoryTasks;
import io.exchangesync.core.memory.MutableClock;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.JournalEntry;
import io.exchangesync.core.port.UnitOfWork;
import io.exchangesync.core.settings.SyncSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Both sides, the sync tables, the clock and what users did, all in memory. */
final class SimulatedWorld {
  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
  private static final Set<Kind> KINDS = EnumSet.allOf(Kind.class);

  final MutableClock clock = new MutableClock(START);
  final MemoryCrmGateway crm = new MemoryCrmGateway(clock);
  final MemoryCrmPersons persons = new MemoryCrmPersons(crm, clock);
  final MemoryMailboxGateway gateway = new MemoryMailboxGateway(5, clock);
  final Ledger ledger = new Ledger();
  final Office office = new Office(this);

  /** What users did to persons, selections and contacts. */
  final Rolodex rolodex = new Rolodex();

  private final UnaryOperator<Ports> mutant;
  private final List<String> story = new ArrayList<>();
  private final List<JournalEntry> forgotten = new ArrayList<>();
  private final Map<Integer, SyncSettings> settings = new HashMap<>();
  private MemoryStores stores = new MemoryStores(clock, crm);
  private MemoryMemberKeys memberKeys = new MemoryMemberKeys();
  private final Set<Integer> lossy = new HashSet<>();
  private int linkIds;

  /**
   * @param mutant what is wrong with the engine's surroundings; identity if nothing
   */
  SimulatedWorld(UnaryOperator<Ports> mutant) {
    this.mutant = mutant;
    for (int associate : Cast.LINKED) {
      crm.addOwner(associate);
    }
    crm.addOwner(Cast.DORA);
    Cast.addresses().forEach(gateway::mailbox);
    gateway.mailbox(Cast.OLGA);
    Cast.known().forEach(crm::addPerson);
    PersonActs.PERSONS.forEach(
        person -> persons.userWrites(Blanks.person(person, "Last" + person, 1 + person % 2)));
    Cast.LINKED.forEach(office::link);
    stores.transactional(() -> new ChangeFeed(basePorts()).collect());
  }

  /** Adds a line to the history that a failing seed prints. */
  void tell(String line) {
    story.add(line);
  }

  List<String> story() {
    return story;
  }

  MemoryStores stores() {
    return stores;
  }

  MemoryPost post() {
    return gateway.post();
  }

  MemoryMailbox calendar(int associate) {
    return gateway.mailbox(Cast.address(associate));
  }

  MemoryTasks tasks(int associate) {
    return gateway.tasks(Cast.address(associate));
  }

  MemoryContacts contacts(int associate) {
    return gateway.contacts(Cast.address(associate));
  }

  LocalDateTime now() {
    return clock.instant().atZone(Blanks.OSLO).toLocalDateTime();
  }

  LocalDate today() {
    return now().toLocalDate();
  }

  SyncSettings settings(int associate) {
    return settings.getOrDefault(associate, Office.SYSTEM);
  }

  void settings(int associate, SyncSettings changed) {
    settings.put(associate, changed);
  }

  Mailbox mailbox(int associate) {
    return stores.mailboxes().byAssociate(associate).orElseThrow();
  }

  boolean linked(int associate) {
    return stores.mailboxes().byAssociate(associate).isPresent();
  }

  /** Everything the journal ever said, that of lost tables included. */
  List<JournalEntry> journal() {
    List<JournalEntry> all = new ArrayList<>(forgotten);
    all.addAll(stores.journal().entries());
    return all;
  }

  /** All sync tables are lost; who was linked is linked again. */
  void loseSyncTables() {
    forgotten.addAll(stores.journal().entries());
    List<Integer> linked = Cast.LINKED.stream().filter(this::linked).toList();
    lossy.add(ledger.epoch());
    stores = new MemoryStores(clock, crm);
    memberKeys = new MemoryMemberKeys();
    linked.forEach(office::link);
    stores.transactional(() -> new ChangeFeed(basePorts()).collect());
  }

  /** Whether what users did in an epoch may lose against older values, because bases were lost. */
  boolean lossy(int epoch) {
    return lossy.contains(epoch);
  }

  /** What is ticked for an associate; a room has nothing but a calendar. */
  static Set<Kind> kinds(int associate) {
    return Cast.WITH_EVERYTHING.contains(associate) ? KINDS : EnumSet.of(Kind.APPOINTMENT);
  }

  /** Diary and to-do rows of an associate. */
  List<CrmAppointment> rows(int associate) {
    return crm.diary(associate);
  }

  private final UnitOfWork work =
      new UnitOfWork() {
        @Override
        public <T> T run(Supplier<T> statements) {
          return stores.transactional(statements);
        }
      };

  /** What the engine talks to, as wrong as the mutant makes it. */
  Ports ports() {
    return mutant.apply(basePorts());
  }

  private Ports basePorts() {
    return new Ports(
        crm,
        persons,
        memberKeys,
        gateway,
        stores.links(),
        stores.cursors(),
        stores.changes(),
        stores.leases(),
        stores.mailboxes(),
        stores.journal(),
        stores.holds(),
        this::settings,
        work,
        clock,
        "installation-1",
        () -> "link-" + ++linkIds);
  }
}

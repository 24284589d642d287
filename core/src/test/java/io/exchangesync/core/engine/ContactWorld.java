package io.exchangesync.core.engine;

import io.exchangesync.core.memory.MemoryContacts;
import io.exchangesync.core.memory.MemoryCrmGateway;
import io.exchangesync.core.memory.MemoryCrmPersons;
import io.exchangesync.core.memory.MemoryMailboxGateway;
import io.exchangesync.core.memory.MemoryMemberKeys;
import io.exchangesync.core.memory.MemorySelections;
import io.exchangesync.core.memory.MemoryStores;
import io.exchangesync.core.memory.MutableClock;
import io.exchangesync.core.model.CrmCompany;
import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxContact;
import io.exchangesync.core.model.PersonPhone;
import io.exchangesync.core.model.PersonReasons;
import io.exchangesync.core.model.PostalAddress;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.Journal.Tally;
import io.exchangesync.core.port.UnitOfWork;
import io.exchangesync.core.settings.ContactSettings;
import io.exchangesync.core.settings.ContactSettings.SelectionsAs;
import io.exchangesync.core.settings.MappingSettings;
import io.exchangesync.core.settings.SyncSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** One associate whose persons become contacts of one mailbox, with the real engine between. */
final class ContactWorld {
  final MutableClock clock = new MutableClock(World.START);
  final MemoryCrmGateway crm = new MemoryCrmGateway(clock);
  final MemoryCrmPersons persons = new MemoryCrmPersons(crm, clock);
  MemoryMemberKeys memberKeys = new MemoryMemberKeys();
  final MemoryMailboxGateway gateway = new MemoryMailboxGateway(5);
  final MemoryContacts contacts = gateway.contacts(World.ADDRESS);
  final MemorySelections selections = gateway.selections(World.ADDRESS);
  MemoryStores stores = new MemoryStores(clock, crm);
  Mailbox mailbox;
  private SyncSettings settings = World.withVisibility(SyncSettings.DEFAULTS);
  private final AtomicInteger linkIds = new AtomicInteger();
  private long run;

  ContactWorld() {
    crm.addOwner(World.ASSOCIATE);
    gateway.mailbox(World.ADDRESS);
    link();
  }

  void link() {
    mailbox =
        stores
            .mailboxes()
            .save(
                new Mailbox(
                    0,
                    World.ASSOCIATE,
                    World.ADDRESS,
                    Mailbox.BackEnd.EWS,
                    EnumSet.of(Kind.APPOINTMENT, Kind.CONTACT, Kind.SELECTION),
                    1,
                    Mailbox.State.ACTIVE,
                    Optional.empty(),
                    clock.instant()));
    stores.leases().add(mailbox.id(), Kind.CONTACT);
    stores.leases().add(mailbox.id(), Kind.APPOINTMENT);
    stores.leases().add(mailbox.id(), Kind.SELECTION);
    stores.transactional(() -> new ChangeFeed(ports()).collect());
  }

  void synchronizes(Kind... kinds) {
    mailbox =
        stores
            .mailboxes()
            .save(
                new Mailbox(
                    mailbox.id(),
                    mailbox.associateId(),
                    mailbox.address(),
                    mailbox.backEnd(),
                    Set.of(kinds),
                    mailbox.rank(),
                    mailbox.state(),
                    mailbox.lastProblem(),
                    mailbox.linkedAt()));
  }

  void loseSyncTables() {
    stores = new MemoryStores(clock, crm);
    memberKeys = new MemoryMemberKeys();
    link();
  }

  /** Settings as if parsed from these contact settings. */
  void settings(ContactSettings contactSettings) {
    settings =
        new SyncSettings(
            settings.windowBack(),
            settings.windowAhead(),
            settings.direction(),
            with(settings.mapping(), contactSettings),
            settings.filters(),
            settings.brakes(),
            settings.conflict(),
            settings.deletePast(),
            settings.visibleFor());
  }

  private static MappingSettings with(MappingSettings s, ContactSettings contacts) {
    return new MappingSettings(
        s.subjectFormat(),
        s.subjectTemplate(),
        s.categoryFixed(),
        s.typeDefault(),
        s.typeAllDay(),
        s.typeFromCategory(),
        s.companyDefault(),
        s.companyLines(),
        s.alarmToMailbox(),
        s.alarmToCrm(),
        s.privateItems(),
        contacts);
  }

  static ContactSettings choosing(
      List<Integer> chosen, List<Integer> selections, UnaryOperator<ContactSettings> change) {
    ContactSettings d = ContactSettings.DEFAULTS;
    return change.apply(
        new ContactSettings(
            d.twoWayFields(),
            d.deleted(),
            d.birthday(),
            d.phoneOrder(),
            d.category(),
            chosen,
            selections,
            d.selectionsAs(),
            d.selectionCategory()));
  }

  void choose(Integer... personIds) {
    settings(choosing(List.of(personIds), List.of(), same -> same));
  }

  void chooseSelections(SelectionsAs as, Integer... selectionIds) {
    settings(
        choosing(
            List.of(),
            List.of(selectionIds),
            c ->
                new ContactSettings(
                    c.twoWayFields(),
                    c.deleted(),
                    c.birthday(),
                    c.phoneOrder(),
                    c.category(),
                    c.chosen(),
                    c.selections(),
                    as,
                    c.selectionCategory())));
  }

  void chooseSelections(Integer... selectionIds) {
    settings(choosing(List.of(), List.of(selectionIds), same -> same));
  }

  private final UnitOfWork work =
      new UnitOfWork() {
        @Override
        public <T> T run(Supplier<T> statements) {
          return stores.transactional(statements);
        }
      };

  Ports ports() {
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
        associate -> settings,
        work,
        clock,
        "installation-1",
        () -> "link-" + linkIds.incrementAndGet());
  }

  /** Both jobs once; answers the counts of the contacts job. */
  Map<String, Integer> run() {
    clock.advance(Duration.ofMinutes(1));
    stores.transactional(() -> new ChangeFeed(ports()).collect());
    runKind(Kind.APPOINTMENT);
    return runKind(Kind.CONTACT);
  }

  /** Jobs contacts and selections once; answers the counts of the selections job. */
  Map<String, Integer> runSelections() {
    clock.advance(Duration.ofMinutes(1));
    stores.transactional(() -> new ChangeFeed(ports()).collect());
    runKind(Kind.CONTACT);
    return runKind(Kind.SELECTION);
  }

  /** The selections job alone: what is queued and due, without a look at SuperOffice's log. */
  Map<String, Integer> runQueuedSelections() {
    return runKind(Kind.SELECTION);
  }

  /** The same after both sides were asked to be listed, as a changed setting does. */
  Map<String, Integer> runSelectionsListing() {
    stores.leases().askFullListing(Kind.CONTACT, Set.of(mailbox.id()));
    stores.leases().askFullListing(Kind.SELECTION, Set.of(mailbox.id()));
    return runSelections();
  }

  /** A run that lists both sides, as once a day. */
  Map<String, Integer> runListing() {
    stores.leases().askFullListing(Kind.CONTACT, Set.of(mailbox.id()));
    return run();
  }

  private Map<String, Integer> runKind(Kind kind) {
    long id = ++run;
    stores.leases().markDue(kind, List.of(mailbox.id()), clock.instant());
    Engine engine = new Engine(ports());
    Optional<Claim> claim = claim(kind);
    while (claim.isPresent()) {
      try (Slice slice = engine.open(claim.get(), id)) {
        ChunkWriter writer = new ChunkWriter(ports());
        List<Decided> chunk = new ArrayList<>();
        Optional<Candidate> next = slice.next();
        while (next.isPresent()) {
          chunk.add(new Decided(next.get(), slice.decide(next.get())));
          next = slice.next();
        }
        writer.writeAndEnd(slice, chunk);
        slice
            .failure()
            .ifPresent(
                failure -> {
                  throw failure;
                });
        engine.giveBack(slice, Duration.ofSeconds(30));
      }
      claim = claim(kind);
    }
    Map<String, Integer> counts = new TreeMap<>();
    stores
        .journal()
        .counted(id, kind)
        .forEach(
            (Tally tally, Integer n) -> counts.put(tally.decision() + "/" + tally.reason(), n));
    return counts;
  }

  private Optional<Claim> claim(Kind kind) {
    return stores.leases().claim(kind, "node-1", Duration.ofMinutes(5), List.of());
  }

  /** A diary row tomorrow that names a person; answers its key. */
  int meets(int personId) {
    return crm.userCreates(
        World.row("Meeting").with().references(new CrmReferences(1, personId, 0, 0)).build());
  }

  MailboxContact onlyContact() {
    List<MailboxContact> items = contacts.items();
    if (items.size() != 1) {
      throw new AssertionError("expected one contact, found " + items);
    }
    return items.get(0);
  }

  /** A live person with every field. */
  static CrmPerson person(int id, String first, String last) {
    return new CrmPerson(
        id,
        "Ms",
        first,
        "M.",
        last,
        "Head of purchasing",
        Optional.of(LocalDate.of(1980, 5, 17)),
        Map.of(
            PersonPhone.DIRECT,
            "+47 22 00 00 0" + id % 10,
            PersonPhone.MOBILE,
            "+47 900 00 00" + id % 10,
            PersonPhone.PRIVATE,
            "+47 33 00 00 00",
            PersonPhone.PAGER,
            "123",
            PersonPhone.FAX,
            "+47 33 00 00 01"),
        List.of(first.toLowerCase(java.util.Locale.ROOT) + id + "@kunde.example", "x@b.example"),
        new PostalAddress("Hjemveien 1", "0123", "Oslo", "", "Norway"),
        new CrmCompany(
            1,
            "Kunde AS",
            "Oslo office",
            "+47 21 00 00 00",
            "+47 21 00 00 01",
            new PostalAddress("Gata 1\n3. etasje", "0150", "Oslo", "", "Norway"),
            new PostalAddress("Postboks 1", "0101", "Oslo", "", "Norway"),
            "https://kunde.example"),
        CrmPerson.Life.LIVE,
        PersonReasons.NONE,
        Instant.EPOCH,
        "");
  }
}

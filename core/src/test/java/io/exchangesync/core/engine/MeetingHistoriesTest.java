package io.exchangesync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.memory.MemoryMailbox;
import io.exchangesync.core.memory.MemoryPost;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.model.Meeting.Response;
import io.exchangesync.core.model.When;
import io.exchangesync.core.settings.SyncSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Random histories of meetings between three linked mailboxes: everybody edits, replies, declines
 * and cancels on both sides, and addresses change (invariants I1, I2 and I7).
 */
class MeetingHistoriesTest {
  private static final int STEPS = 25;
  private static final Map<Integer, String> PEOPLE =
      new TreeMap<>(
          Map.of(7, World.ADDRESS, 8, "berit@fjordline.example", 9, "carl@fjordline.example"));

  private static final String OLGAS = "olga@customer.example";
  private static final Participant PETER =
      new Participant(0, 0, 78, 1, 1, "alias." + OLGAS, "Peter", false);
  private static final Participant OLGA = new Participant(0, 0, 77, 1, 1, OLGAS, "Olga", false);

  private final World world = new World();
  private final MemoryPost post = world.gateway.post();
  private final Map<Integer, List<String>> known = new HashMap<>();
  private Random random = new Random(0);
  private int created;

  @Property(seed = "20261122", tries = 300)
  void everybodyHasOneItemPerMeetingAndNoMailOfOursLeaves(@ForAll long seed) {
    new MeetingHistoriesTest().history(seed);
  }

  private void history(long seed) {
    random = new Random(seed);
    world.settings = withoutBrakes(world.settings);
    world.linkColleague(8, PEOPLE.get(8));
    world.linkColleague(9, PEOPLE.get(9));
    PEOPLE.forEach((who, address) -> post.alias("alias." + address, address));
    PEOPLE.keySet().forEach(who -> addresses(person(who), List.of(PEOPLE.get(who))));
    addresses(OLGA, List.of(OLGAS));
    run();
    for (int step = 0; step < STEPS; step++) {
      step();
    }
    for (int i = 0; i < 4; i++) {
      world.clock.advance(Duration.ofMinutes(20));
      run();
    }
    String told = String.join("\n", world.story()) + "\n" + journal();
    for (int associate : PEOPLE.keySet()) {
      assertThat(calendar(associate))
          .as("diary and calendar of %s\n%s", associate, told)
          .isEqualTo(diary(associate));
      assertThat(diary(associate)).as("nothing is doubled\n%s", told).doesNotHaveDuplicates();
    }
    World.Report last = world.run();
    assertThat(last.quiet()).as("the next plan is empty: %s\n%s", last.counts(), told).isTrue();
  }

  private String journal() {
    return world.stores.journal().entries().stream()
        .map(
            each ->
                each.run()
                    + " mailbox "
                    + each.mailboxId()
                    + " record "
                    + each.recordId()
                    + " "
                    + each.decision()
                    + "/"
                    + each.reason())
        .collect(Collectors.joining("\n"));
  }

  private void step() {
    int who = 7 + random.nextInt(3);
    switch (random.nextInt(11)) {
      case 9 -> addressesChange();
      case 0 -> {
        String title = "outlook " + ++created;
        tell(who, "invites to " + title);
        post.invite(PEOPLE.get(who), World.item(title), spelled(others(who)));
      }
      case 1 -> {
        String title = "booking " + ++created;
        tell(who, "books " + title);
        world.crm.userCreates(booking(title, who));
      }
      case 2 -> any(who, this::organized).ifPresent(item -> change(who, item));
      case 3 ->
          any(who, this::organized)
              .ifPresent(
                  item -> {
                    tell(who, "cancels " + item.subject());
                    post.cancel(PEOPLE.get(who), item.version());
                  });
      case 4 -> any(who, this::attended).ifPresent(item -> reply(who, item));
      case 5 -> {
        List<CrmAppointment> children = rows(who, row -> row.bookingChild());
        one(children).ifPresent(row -> replyInCrm(who, row));
      }
      case 6 -> one(rows(who, CrmAppointment::bookingMaster)).ifPresent(row -> edit(who, row));
      case 7 ->
          any(who, item -> !organized(item))
              .ifPresent(
                  item -> {
                    tell(who, "edits another's " + item.subject());
                    box(who).change(item.version().id(), each -> each.location("mine"));
                  });
      case 8 ->
          any(who, item -> attended(item) && item.stamp().isPresent())
              .ifPresent(
                  item -> {
                    tell(who, "deletes " + item.subject());
                    box(who).delete(item.version().id());
                  });
      default -> run();
    }
  }

  /** Somebody's first address changes, a second one comes or goes, or one changes hands. */
  private void addressesChange() {
    run();
    int who = 7 + random.nextInt(5);
    if (who > 9) {
      List<String> pool = new ArrayList<>(List.of(OLGAS, "alias." + OLGAS, "office." + OLGAS));
      Collections.shuffle(pool, random);
      int some = random.nextInt(4);
      addresses(OLGA, pool.subList(0, some));
      addresses(PETER, pool.subList(some, pool.size()));
      return;
    }
    String address = PEOPLE.get(who);
    List<List<String>> all =
        List.of(
            List.of("alias." + address, address),
            List.of(address, "alias." + address),
            List.of("new." + address));
    addresses(person(who), all.get(random.nextInt(all.size())));
  }

  private void addresses(Participant one, List<String> all) {
    world.tell("addresses of " + one.personId() + " are " + all);
    known.put(one.personId(), all);
    world.crm.userSetsAddresses(one, all);
  }

  private static Participant person(int who) {
    return new Participant(0, who, 1000 + who, 6, 5, PEOPLE.get(who), "A" + who, false);
  }

  /** The same people, some of them and somebody outside by another address. */
  private List<String> spelled(List<String> invited) {
    List<String> spelled = new ArrayList<>();
    PEOPLE.forEach(
        (who, address) -> {
          String alias = "alias." + address;
          boolean told = known.get(1000 + who).contains(alias) && random.nextBoolean();
          if (invited.contains(address)) {
            spelled.add(told ? alias : address);
          }
        });
    if (random.nextInt(3) == 0) {
      spelled.add((random.nextBoolean() ? "alias." : "") + OLGAS);
    }
    return spelled;
  }

  private void change(int who, MailboxAppointment item) {
    tell(who, "moves " + item.subject());
    int hour = 10 + random.nextInt(9);
    post.update(PEOPLE.get(who), item.version(), each -> each.when(at(hour)));
  }

  private void reply(int who, MailboxAppointment item) {
    Response response =
        List.of(Response.ACCEPTED, Response.TENTATIVE, Response.DECLINED).get(random.nextInt(3));
    tell(who, "replies " + response + " to " + item.subject());
    post.reply(PEOPLE.get(who), item.uid(), response);
  }

  private void replyInCrm(int who, CrmAppointment row) {
    boolean accepts = random.nextBoolean();
    tell(who, (accepts ? "accepts " : "declines ") + row.title() + " in SuperOffice");
    world.crm.userEdits(row.recordId(), each -> accepts ? each.type(1).status(1) : each.status(9));
  }

  private void edit(int who, CrmAppointment row) {
    String place = "room " + random.nextInt(9);
    tell(who, "edits " + row.title() + " in SuperOffice");
    world.crm.userEdits(row.recordId(), each -> each.location(place));
  }

  private void tell(int who, String what) {
    world.tell(who + " " + what);
  }

  private void run() {
    post.forget();
    World.Report report = world.run();
    assertThat(report.failures()).isEmpty();
    assertThat(post.sent()).as("mails of ours").isEmpty();
  }

  private boolean organized(MailboxAppointment item) {
    return item.meetingRole() == MeetingRole.ORGANIZER;
  }

  private boolean attended(MailboxAppointment item) {
    return item.meetingRole() == MeetingRole.ATTENDEE
        && item.meeting().filter(Meeting::cancelled).isEmpty();
  }

  private Optional<MailboxAppointment> any(int who, Predicate<MailboxAppointment> wanted) {
    return one(box(who).items().stream().filter(wanted).toList());
  }

  private List<CrmAppointment> rows(int who, Predicate<CrmAppointment> wanted) {
    return world.crm.diary(who).stream()
        .filter(row -> row.status() != 9 && row.status() != 10)
        .filter(wanted)
        .toList();
  }

  private <T> Optional<T> one(List<T> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private MemoryMailbox box(int who) {
    return world.gateway.mailbox(PEOPLE.get(who));
  }

  private List<String> others(int who) {
    List<String> others = new ArrayList<>();
    PEOPLE.keySet().stream()
        .sorted()
        .filter(each -> each != who && random.nextInt(3) > 0)
        .forEach(each -> others.add(PEOPLE.get(each)));
    return others;
  }

  private CrmAppointment booking(String title, int who) {
    List<Participant> participants =
        PEOPLE.keySet().stream()
            .sorted()
            .filter(each -> each != who)
            .map(
                each ->
                    new Participant(
                        0, each, 1000 + each, 6, 5, PEOPLE.get(each), "A" + each, false))
            .toList();
    return World.row(title)
        .with()
        .associateId(who)
        .booking(Optional.of(new CrmBooking(participants, "")))
        .build();
  }

  private List<String> diary(int who) {
    return rows(who, row -> true).stream()
        .map(
            row ->
                row.title()
                    + " "
                    + row.doBy().atZone(World.OSLO).toInstant()
                    + " "
                    + row.location())
        .sorted()
        .collect(Collectors.toList());
  }

  private List<String> calendar(int who) {
    return box(who).items().stream()
        .filter(item -> item.meeting().filter(Meeting::cancelled).isEmpty())
        .map(
            item ->
                item.subject() + " " + ((When.Timed) item.when()).start() + " " + item.location())
        .sorted()
        .collect(Collectors.toList());
  }

  private static When.Timed at(int hour) {
    Instant start = Instant.parse("2026-11-24T" + hour + ":00:00Z");
    return new When.Timed(start, start.plusSeconds(3600), World.OSLO);
  }

  private static SyncSettings withoutBrakes(SyncSettings s) {
    return new SyncSettings(
        s.windowBack(),
        s.windowAhead(),
        s.direction(),
        s.mapping(),
        s.filters(),
        new SyncSettings.BrakeSettings(1000, 1000, 1000),
        s.conflict(),
        s.deletePast(),
        s.visibleFor());
  }
}

package io.exchangesync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.memory.RefusingCrmGateway;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.core.model.When;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.core.settings.SyncSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Random histories of edits, deletes, faults and crashes on both sides: invariants I1, I2, I3 and
 * I5.
 */
class HistoriesTest {
  private static final int STEPS = 40;

  /** Stops the engine in the middle, as a killed process would. */
  @Property(seed = "20261122", tries = 600)
  void bothSidesConvergeAndNothingIsLostOrDoubled(@ForAll long seed) {
    Random random = new Random(seed);
    World world = new World();
    liveThrough(world, random);
    checkThatBothSidesAgree(world);
  }

  /** One record in four is refused; in the end the database takes everything. */
  @Property(seed = "20261122", tries = 200)
  void whatTheDatabaseRefusedForATimeIsNeitherLostNorDoubled(@ForAll long seed) {
    Random random = new Random(seed);
    World world = new World();
    world.crmSide = new RefusingCrmGateway(world.crm, write -> recordId(write) % 4 == 0);
    liveThrough(world, random);
    world.crmSide = world.crm;
    world.stores.leases().askFullListing(Kind.APPOINTMENT, List.of(world.mailbox.id()));
    checkThatBothSidesAgree(world);
  }

  private final Set<String> wanted = new HashSet<>();
  private final Set<String> deleted = new HashSet<>();

  private void liveThrough(World world, Random random) {
    wanted.clear();
    deleted.clear();
    world.settings = withoutBrakes(world.settings);
    int created = 0;
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(9)) {
        case 0, 1 -> {
          String title = "crm " + ++created;
          world.tell("crm creates " + world.crm.userCreates(row(title, random)) + " " + title);
          wanted.add(title);
        }
        case 2, 3 -> {
          String title = "box " + ++created;
          world.box.create(item(title, random));
          world.tell("box creates " + title);
          wanted.add(title);
        }
        case 4 -> anyRow(world, random).ifPresent(row -> edit(world, row, random));
        case 5 -> anyItem(world, random).ifPresent(item -> edit(world, item, random));
        case 6 ->
            anyRow(world, random)
                .ifPresent(
                    row -> {
                      world.crm.userDeletes(row.recordId());
                      world.tell("crm deletes " + row.title());
                      deleted.add(row.title());
                    });
        case 7 ->
            anyItem(world, random)
                .ifPresent(
                    item -> {
                      world.box.delete(item.version().id());
                      world.tell("box deletes " + item.subject());
                      deleted.add(item.subject());
                    });
        default -> run(world, random);
      }
    }
  }

  private void checkThatBothSidesAgree(World world) {
    world.clock.advance(Duration.ofHours(2));
    settle(world);

    List<String> titles =
        world.crm.diary(World.ASSOCIATE).stream().map(CrmAppointment::title).sorted().toList();
    List<String> subjects =
        world.box.items().stream().map(MailboxAppointment::subject).sorted().toList();
    assertThat(titles).as("both sides hold the same\n%s", told(world)).isEqualTo(subjects);
    assertThat(titles).as("nothing is doubled").doesNotHaveDuplicates();
    assertThat(wanted.stream().filter(title -> !titles.contains(title)).collect(Collectors.toSet()))
        .as("nothing disappears that nobody deleted")
        .allMatch(deleted::contains);
    assertThat(world.run().quiet()).as("the next plan is empty").isTrue();
    assertThat(world.crm.diary(World.ASSOCIATE).stream().map(CrmAppointment::location).sorted())
        .isEqualTo(world.box.items().stream().map(MailboxAppointment::location).sorted().toList());
  }

  /** The journal, links and queue, so that a failing seed tells its story. */
  private static String told(World world) {
    StringBuilder story = new StringBuilder(String.join("\n", world.story())).append('\n');
    world
        .stores
        .journal()
        .entries()
        .forEach(
            entry ->
                story
                    .append(entry.run())
                    .append(' ')
                    .append(entry.decision())
                    .append('/')
                    .append(entry.reason())
                    .append(" link ")
                    .append(entry.linkKey())
                    .append(" record ")
                    .append(entry.recordId())
                    .append(entry.error().map(" "::concat).orElse(""))
                    .append('\n'));
    world
        .stores
        .links()
        .page(world.mailbox.id(), Kind.APPOINTMENT, 0, 1000)
        .forEach(
            link ->
                story
                    .append("link ")
                    .append(link.key())
                    .append(" record ")
                    .append(link.recordId())
                    .append(' ')
                    .append(link.state())
                    .append('\n'));
    world
        .crm
        .diary(World.ASSOCIATE)
        .forEach(row -> story.append(row.recordId()).append('=').append(row.title()).append(' '));
    return story.append('\n').append(world.stores.changes().all()).toString();
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

  private static void settle(World world) {
    for (int i = 0; i < 4; i++) {
      world.run();
      world.clock.advance(Duration.ofMinutes(20));
    }
  }

  private static void run(World world, Random random) {
    world.runAmongFaults(random, 3, 24);
  }

  private static int recordId(CrmWrite write) {
    if (write instanceof CrmWrite.Create create) {
      return create.value().recordId();
    }
    if (write instanceof CrmWrite.Update update) {
      return update.before().recordId();
    }
    return write instanceof CrmWrite.Delete delete
        ? delete.before().recordId()
        : ((CrmWrite.PutStamp) write).recordId();
  }

  private static void edit(World world, CrmAppointment row, Random random) {
    world.tell("crm edits " + row.title());
    world.crm.userEdits(
        row.recordId(),
        value ->
            switch (random.nextInt(4)) {
              case 0 -> value.location("room " + random.nextInt(5));
              case 1 -> value.freeBusy(random.nextInt(2));
              case 2 ->
                  value.visibility(random.nextBoolean() ? Visibility.OWNER : Visibility.GROUP);
              default -> value.hasAlarm(true).alarmMinutes(random.nextInt(60));
            });
  }

  private static void edit(World world, MailboxAppointment item, Random random) {
    world.tell("box edits " + item.subject());
    world.box.change(
        item.version().id(),
        value ->
            switch (random.nextInt(3)) {
              case 0 -> value.location("place " + random.nextInt(5));
              case 1 ->
                  value.when(
                      new When.Timed(
                          World.START.plusSeconds(3600L * random.nextInt(200)),
                          World.START.plusSeconds(3600L * 300),
                          World.OSLO));
              default -> value.categories(List.of("Red"));
            });
  }

  private static CrmAppointment row(String title, Random random) {
    CrmAppointment row = World.row(title);
    int hours = random.nextInt(500);
    return row.with()
        .doBy(row.doBy().plusHours(hours))
        .activeDate(row.activeDate().plusHours(hours))
        .endDate(row.endDate().plusHours(hours))
        .build();
  }

  private static MailboxAppointment item(String subject, Random random) {
    Instant start = World.START.plusSeconds(3600L * random.nextInt(500));
    return World.item(subject)
        .with()
        .when(new When.Timed(start, start.plusSeconds(1800), World.OSLO))
        .build();
  }

  private static Optional<CrmAppointment> anyRow(World world, Random random) {
    return any(world.crm.diary(World.ASSOCIATE).stream(), random);
  }

  private static Optional<MailboxAppointment> anyItem(World world, Random random) {
    return any(world.box.items().stream(), random);
  }

  private static <T> Optional<T> any(Stream<T> things, Random random) {
    List<T> all = things.toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }
}

package io.exchangesync.core.engine;

import static io.exchangesync.core.engine.SeriesSamples.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.SeriesKey;
import io.exchangesync.core.model.When;
import io.exchangesync.core.series.Expansion;
import io.exchangesync.core.settings.SyncSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Random histories of appointments that turn into series and back on both sides, of custom dates
 * beside them, with faults and crashes: both sides come to say the same, once.
 *
 * <p>A crash is repaired before somebody turns what it left without a link: nobody could tell then
 * that both are the same thing.
 */
class SeriesTurnHistoriesTest {
  private static final int STEPS = 25;

  private final World world = new World();
  private Random random = new Random(0);
  private final Set<String> names = new HashSet<>();

  @Property(seed = "20261123", tries = 500)
  void whatTurnsOnEitherSideIsOneThingOnBoth(@ForAll long seed) {
    new SeriesTurnHistoriesTest().history(seed);
  }

  private void history(long seed) {
    random = new Random(seed);
    world.settings = withoutBrakes(world.settings);
    for (int step = 0; step < STEPS; step++) {
      step();
    }
    world.gateway.heal();
    listed(Duration.ofHours(2));
    listed(Duration.ofMinutes(20));

    String told = String.join("\n", world.story()) + "\n" + world.stores.journal().entries();
    assertThat(calendar()).as("both sides show the same\n%s", told).isEqualTo(diary());
    List<String> items = world.box.items().stream().map(MailboxAppointment::location).toList();
    assertThat(items)
        .as("nothing is doubled or lost\n%s", told)
        .containsExactlyInAnyOrderElementsOf(names);
    World.Report report = world.run();
    assertThat(report.quiet()).as("the next plan is empty %s\n%s", report, told).isTrue();
    assertThat(report.of("Hold")).as("nothing is held %s", report).isZero();
  }

  private void step() {
    switch (random.nextInt(12)) {
      case 0 -> crmCreates();
      case 1 -> boxCreates();
      case 2 -> crmCreatesCustomDates();
      case 3 -> any(singles()).ifPresent(this::crmMakesSeries);
      case 4 -> any(series()).ifPresent(this::crmMakesSingle);
      case 5 -> any(items(CalendarItemType.SINGLE)).ifPresent(this::boxMakesSeries);
      case 6 -> any(items(CalendarItemType.MASTER)).ifPresent(this::boxMakesSingle);
      case 7 -> any(world.crm.diary(World.ASSOCIATE)).ifPresent(this::crmEdits);
      case 8 -> any(world.box.items()).ifPresent(this::boxEdits);
      default -> run();
    }
  }

  private String name() {
    String name = "name " + names.size();
    names.add(name);
    return name;
  }

  private static CrmAppointment at(CrmAppointment row, LocalDateTime start) {
    return row.with().doBy(start).activeDate(start).endDate(start.plusHours(1)).build();
  }

  private LocalDateTime start() {
    return TUESDAY.plusWeeks(random.nextInt(3)).atTime(8 + random.nextInt(9), 0);
  }

  private void crmCreates() {
    String name = name();
    world.tell("crm creates " + name);
    world.crm.userCreates(at(World.row(name).with().location(name).build(), start()));
  }

  private void boxCreates() {
    String name = name();
    world.tell("box creates " + name);
    LocalDateTime start = start();
    world.box.create(
        World.item(name)
            .with()
            .location(name)
            .when(SeriesSamples.at(start.toLocalDate(), start.getHour()))
            .build());
  }

  private void crmCreatesCustomDates() {
    LocalDateTime first = start();
    List<LocalDateTime> starts = List.of(first, first.plusDays(2), first.plusDays(9));
    int id =
        world.crm.userCreatesSeries(
            World.row("odd"),
            new CrmSeries.Rule(0, CrmSeries.CUSTOM_DATES, 0, 0, first, first.plusDays(9), 0, 0, 0),
            starts);
    for (CrmAppointment row : world.crm.dates(SeriesKey.rule(id))) {
      String name = name();
      world.tell("crm creates the custom date " + name);
      world.crm.userEdits(row.recordId(), edit -> edit.location(name).title(name));
    }
  }

  private List<CrmAppointment> singles() {
    return world.crm.diary(World.ASSOCIATE).stream()
        .filter(row -> row.ties().recurrenceRuleId() == 0)
        .toList();
  }

  private List<CrmAppointment> series() {
    return world.crm.records(World.ASSOCIATE).stream()
        .filter(record -> record.series().isPresent())
        .toList();
  }

  private List<MailboxAppointment> items(CalendarItemType type) {
    return world.box.items().stream().filter(item -> item.type() == type).toList();
  }

  private void crmMakesSeries(CrmAppointment row) {
    world.tell("crm makes a series of " + row.location());
    List<Integer> rows = new ArrayList<>(List.of(row.recordId()));
    int more = 1 + random.nextInt(3);
    for (int week = 1; week <= more; week++) {
      rows.add(
          world.crm.userCreates(
              at(
                  row.with().recordId(0).keys(io.exchangesync.core.model.CrmKeys.NONE).build(),
                  row.doBy().plusWeeks(week))));
    }
    int day = 1 << (row.doBy().getDayOfWeek().getValue() - 1);
    world.crm.userMakesSeries(
        rows, new CrmSeries.Rule(0, 2, 0, day, row.doBy(), row.doBy().plusWeeks(more), 0, 1, 0));
  }

  private void crmMakesSingle(CrmAppointment record) {
    world.tell("crm makes a single one of " + record.location());
    List<CrmAppointment> rows = world.crm.dates(SeriesKey.rule(record.recordId()));
    rows.stream().skip(1).forEach(row -> world.crm.userDeletes(row.recordId()));
    CrmAppointment left = rows.get(0);
    world.crm.userEdits(left.recordId(), edit -> edit.ties(left.ties().withRule(0)));
  }

  private void boxMakesSeries(MailboxAppointment item) {
    When.Timed when = (When.Timed) item.when();
    LocalDate day = when.start().atZone(World.OSLO).toLocalDate();
    world.tell("box makes a series of " + item.location());
    var every =
        new io.exchangesync.core.model.Recurrence.Rule.Weekly(
            1, java.util.EnumSet.of(day.getDayOfWeek()), java.time.DayOfWeek.MONDAY);
    End end = random.nextInt(4) == 0 ? new End.Never() : new End.After(2 + random.nextInt(3));
    world.box.change(
        item.version().id(),
        edit ->
            edit.type(CalendarItemType.MASTER)
                .series(
                    Optional.of(
                        new MailboxSeries(
                            new io.exchangesync.core.model.Recurrence(every, day, end),
                            List.of(),
                            Set.of()))));
  }

  private void boxMakesSingle(MailboxAppointment item) {
    world.tell("box makes a single one of " + item.location());
    world.box.change(
        item.version().id(), edit -> edit.type(CalendarItemType.SINGLE).series(Optional.empty()));
  }

  private void crmEdits(CrmAppointment row) {
    world.tell("crm edits " + row.location() + " at " + row.doBy());
    world.crm.userEdits(row.recordId(), edit -> edit.title("title " + random.nextInt(9)));
  }

  private void boxEdits(MailboxAppointment item) {
    world.tell("box edits " + item.location());
    world.box.change(item.version().id(), edit -> edit.subject("subject " + random.nextInt(9)));
  }

  private void run() {
    world.runAmongFaults(random, 4, 8);
    world.gateway.heal();
    world.clock.advance(Duration.ofMinutes(10));
    world.run();
  }

  private void listed(Duration later) {
    world.clock.advance(later);
    world.stores.leases().askFullListing(Kind.APPOINTMENT, List.of(world.mailbox.id()));
    world.run();
  }

  private Map<String, Set<String>> diary() {
    Map<String, Set<String>> shown = new TreeMap<>();
    for (CrmAppointment row : world.crm.diary(World.ASSOCIATE)) {
      show(shown, row.location(), row.doBy().atZone(World.OSLO).toInstant(), row.title());
    }
    return shown;
  }

  private Map<String, Set<String>> calendar() {
    Map<String, Set<String>> shown = new TreeMap<>();
    for (MailboxAppointment item : world.box.items()) {
      if (item.series().isEmpty()) {
        show(shown, item.location(), ((When.Timed) item.when()).start(), item.subject());
        continue;
      }
      MailboxSeries series = item.series().get();
      Set<LocalDate> special = new HashSet<>(series.deleted());
      for (MailboxSeries.Exception exception : series.exceptions()) {
        special.add(exception.originalDate());
        MailboxAppointment content = exception.content();
        show(shown, item.location(), ((When.Timed) content.when()).start(), content.subject());
      }
      for (LocalDate date :
          Expansion.dates(series.recurrence(), LocalDate.of(2026, 11, 23).plusDays(120), 999)) {
        if (!special.contains(date)) {
          When.Timed at = (When.Timed) SeriesSamples.at(item, date);
          show(shown, item.location(), at.start(), item.subject());
        }
      }
    }
    return shown;
  }

  private static void show(
      Map<String, Set<String>> shown, String name, Instant start, String text) {
    shown.computeIfAbsent(name, none -> new TreeSet<>()).add(start + " " + text);
  }

  private <T> Optional<T> any(List<T> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
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

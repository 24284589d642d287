package io.exchangesync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.Recurrence.Rule;
import io.exchangesync.core.model.Recurrence.Week;
import io.exchangesync.core.model.SeriesKey;
import io.exchangesync.core.model.When;
import io.exchangesync.core.series.CanonicalPattern;
import io.exchangesync.core.series.Expansion;
import io.exchangesync.core.series.RuleColumns;
import io.exchangesync.core.settings.SyncSettings;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random histories of series on both sides, with faults and crashes: invariants I1, I2 and I3. */
class SeriesHistoriesTest {
  private static final int STEPS = 30;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final World world = new World();
  private final SeriesSamples series = new SeriesSamples(world);
  private final Set<String> wanted = new HashSet<>();
  private final Set<String> deleted = new HashSet<>();
  private Random random = new Random(0);
  private int created;

  @Property(seed = "20261122", tries = 700)
  void bothSidesConvergeInTwoRunsAndNothingIsLostOrDoubled(@ForAll long seed) {
    new SeriesHistoriesTest().history(seed);
  }

  private void history(long seed) {
    random = new Random(seed);
    world.settings = withoutBrakes(world.settings);
    for (int step = 0; step < STEPS; step++) {
      step();
    }
    world.gateway.heal();
    world.clock.advance(Duration.ofHours(2));
    world.stores.leases().askFullListing(Kind.APPOINTMENT, List.of(world.mailbox.id()));
    world.run();
    world.clock.advance(Duration.ofMinutes(20));
    world.stores.leases().askFullListing(Kind.APPOINTMENT, List.of(world.mailbox.id()));
    world.run();

    String told = String.join("\n", world.story()) + "\n" + world.stores.journal().entries();
    assertThat(calendarOfMailbox()).as("both sides show the same\n%s", told).isEqualTo(diary());
    List<String> titles =
        world.crm.records(World.ASSOCIATE).stream().map(SeriesHistoriesTest::name).toList();
    assertThat(titles).as("nothing is doubled\n%s", told).doesNotHaveDuplicates();
    assertThat(titles).hasSize(world.box.items().size());
    assertThat(wanted.stream().filter(t -> !titles.contains(t)).collect(Collectors.toSet()))
        .as("nothing disappears that nobody deleted\n%s", told)
        .allMatch(deleted::contains);
    World.Report report = world.run();
    assertThat(report.quiet()).as("the next plan is empty %s\n%s", report, told).isTrue();
    assertThat(report.of("Hold")).as("nothing is held %s", report).isZero();
  }

  private void step() {
    switch (random.nextInt(15)) {
      case 0 -> crmCreates();
      case 1 -> boxCreates();
      case 2, 3 -> anyDate().ifPresent(this::crmEditsDate);
      case 4 -> anyDate().ifPresent(this::crmDeletesDate);
      case 5 -> anySeries().ifPresent(this::crmEditsAll);
      case 6 -> {
        if (random.nextInt(3) == 0) {
          anySeries().ifPresent(this::crmDeletes);
        }
      }
      case 7, 8 -> anyMaster().ifPresent(this::boxEditsDate);
      case 9 -> anyMaster().ifPresent(this::boxDeletesDate);
      case 10 -> anyMaster().ifPresent(this::boxEditsAll);
      case 11 -> anyMaster().ifPresent(this::boxChangesPattern);
      case 12 -> {
        if (random.nextInt(3) == 0) {
          anyMaster().ifPresent(this::boxDeletes);
        }
      }
      default -> run();
    }
  }

  private void crmCreates() {
    Recurrence pattern =
        CanonicalPattern.until(pattern(), TODAY.plusDays(60 + random.nextInt(200))).orElse(null);
    if (pattern == null) {
      return;
    }
    LocalTime at = LocalTime.of(8 + random.nextInt(8), 0);
    LocalDateTime start = pattern.first().atTime(at);
    CrmSeries.Rule rule =
        RuleColumns.write(0, pattern, start, CanonicalPattern.last(pattern).atTime(at))
            .orElseThrow();
    String title = "crm " + ++created;
    List<LocalDateTime> starts =
        Expansion.dates(pattern, Expansion.LAST_DAY, 999).stream().map(d -> d.atTime(at)).toList();
    world.crm.userCreatesSeries(World.row(title).with().location(title).build(), rule, starts);
    wanted.add(title);
    world.tell("crm creates " + title + " " + pattern);
  }

  private void boxCreates() {
    Recurrence pattern = pattern();
    String title = "box " + ++created;
    LocalTime at = LocalTime.of(8 + random.nextInt(8), 0);
    world.box.create(SeriesSamples.master(title, pattern, at).with().location(title).build());
    wanted.add(title);
    world.tell("box creates " + title + " " + pattern);
  }

  private void crmEditsDate(CrmAppointment row) {
    world.tell("crm edits a date of " + name(row) + " at " + row.doBy());
    LocalDateTime to = row.doBy().plusHours(1 + random.nextInt(60));
    switch (random.nextInt(4)) {
      case 0 -> world.crm.userMoves(row.recordId(), to);
      case 1 ->
          world.crm.userEdits(row.recordId(), r -> r.agenda("<p>" + random.nextInt() + "</p>"));
      case 2 -> world.crm.userEdits(row.recordId(), r -> r.endDate(row.doBy().plusMinutes(90)));
      default -> world.crm.userEdits(row.recordId(), r -> r.title("special " + random.nextInt(9)));
    }
  }

  private void crmDeletesDate(CrmAppointment row) {
    if (world.crm.dates(row.ties().recurrenceRuleId()).size() > 3) {
      world.tell("crm deletes a date of " + name(row) + " at " + row.doBy());
      world.crm.userDeletes(row.recordId());
    }
  }

  private void crmEditsAll(CrmAppointment record) {
    world.tell("crm edits all of " + name(record));
    List<CrmAppointment> rows = world.crm.dates(SeriesKey.rule(record.recordId()));
    int hours = random.nextInt(3);
    boolean moves = random.nextBoolean();
    String title = "title " + random.nextInt(1000);
    for (CrmAppointment row : rows) {
      world.crm.userEdits(
          row.recordId(),
          edit ->
              moves
                  ? edit.doBy(row.doBy().plusHours(hours))
                      .activeDate(row.activeDate().plusHours(hours))
                      .endDate(row.endDate().plusHours(hours))
                  : edit.title(title));
    }
  }

  private void crmDeletes(CrmAppointment record) {
    world.tell("crm deletes " + name(record));
    deleted.add(name(record));
    world.crm.userDeletesSeries(record.recordId());
  }

  private void boxEditsDate(MailboxAppointment master) {
    anyDate(master)
        .ifPresent(
            date -> {
              world.tell("box edits a date of " + name(master) + " " + date);
              int hour = 7 + random.nextInt(12);
              int kind = random.nextInt(3);
              series.userEditsDate(
                  id(master),
                  date,
                  edit ->
                      kind == 0
                          ? edit.when(SeriesSamples.at(date.plusDays(random.nextInt(2)), hour))
                          : kind == 1
                              ? edit.subject("special " + random.nextInt(9))
                              : edit.reminderSet(true).reminderMinutes(random.nextInt(60)));
            });
  }

  private void boxDeletesDate(MailboxAppointment master) {
    MailboxSeries now = master.series().orElseThrow();
    int left =
        Expansion.dates(now.recurrence(), TODAY.plusDays(60), 100).size() - now.deleted().size();
    if (left > 3) {
      anyDate(master)
          .ifPresent(
              date -> {
                world.tell("box deletes a date of " + name(master) + " " + date);
                series.userDeletesDate(id(master), date);
              });
    }
  }

  private void boxEditsAll(MailboxAppointment master) {
    world.tell("box edits all of " + name(master));
    boolean moves = random.nextBoolean();
    int hour = 8 + random.nextInt(8);
    LocalDate first = ((When.Timed) master.when()).start().atZone(World.OSLO).toLocalDate();
    MailboxSeries now = master.series().orElseThrow();
    world.box.change(
        id(master),
        edit ->
            moves
                ? edit.when(SeriesSamples.at(first, hour))
                    .series(
                        Optional.of(new MailboxSeries(now.recurrence(), List.of(), now.deleted())))
                : edit.subject("subject " + random.nextInt(1000)));
  }

  private void boxChangesPattern(MailboxAppointment master) {
    Recurrence pattern = pattern();
    world.tell("box changes the pattern of " + name(master) + " to " + pattern);
    series.userChangesPattern(id(master), pattern);
  }

  private void boxDeletes(MailboxAppointment master) {
    world.tell("box deletes " + name(master));
    deleted.add(name(master));
    world.box.delete(id(master));
  }

  private void run() {
    world.runAmongFaults(random, 3, 8);
  }

  /** Weeks that begin on Monday, at least a few dates. */
  private Recurrence pattern() {
    LocalDate first = TODAY.plusDays(1 + random.nextInt(20));
    DayOfWeek day = DayOfWeek.of(1 + random.nextInt(7));
    int interval = 1 + random.nextInt(2);
    Rule rule =
        switch (random.nextInt(5)) {
          case 0 -> new Rule.Daily(1 + random.nextInt(5));
          case 1, 2 ->
              new Rule.Weekly(
                  interval, EnumSet.of(day, day.plus(random.nextInt(7))), DayOfWeek.MONDAY);
          case 3 -> new Rule.MonthlyByDate(1, 1 + random.nextInt(31));
          default ->
              new Rule.MonthlyByWeekday(1, Week.values()[random.nextInt(5)], EnumSet.of(day));
        };
    End end =
        switch (random.nextInt(3)) {
          case 0 -> new End.Never();
          case 1 -> new End.After(4 + random.nextInt(20));
          default -> new End.On(first.plusDays(150 + random.nextInt(100)));
        };
    return new Recurrence(rule, first, end);
  }

  /** Starts and texts of every date up to the end of the window, by series. */
  private Map<String, Set<String>> diary() {
    Map<String, Set<String>> diary = new TreeMap<>();
    for (CrmAppointment row : world.crm.diary(World.ASSOCIATE)) {
      show(
          diary,
          name(row),
          new When.Timed(
              row.doBy().atZone(World.OSLO).toInstant(),
              row.endDate().atZone(World.OSLO).toInstant(),
              World.OSLO),
          row.title());
    }
    return diary;
  }

  private Map<String, Set<String>> calendarOfMailbox() {
    Map<String, Set<String>> calendar = new TreeMap<>();
    for (MailboxAppointment master : world.box.items()) {
      MailboxSeries now = master.series().orElseThrow();
      Set<LocalDate> special = new HashSet<>(now.deleted());
      for (MailboxSeries.Exception exception : now.exceptions()) {
        special.add(exception.originalDate());
        if (!exception.originalDate().isAfter(horizon())) {
          MailboxAppointment content = exception.content();
          show(calendar, name(master), content.when(), content.subject());
        }
      }
      for (LocalDate date : Expansion.dates(now.recurrence(), horizon(), 5000)) {
        if (!special.contains(date)) {
          show(calendar, name(master), SeriesSamples.at(master, date), master.subject());
        }
      }
    }
    return calendar;
  }

  private LocalDate horizon() {
    return TODAY.plusDays(120);
  }

  private void show(Map<String, Set<String>> calendar, String name, When when, String text) {
    When.Timed timed = (When.Timed) when;
    boolean near = !timed.start().atZone(World.OSLO).toLocalDate().isAfter(horizon().minusDays(4));
    Set<String> shown = calendar.computeIfAbsent(name, none -> new java.util.TreeSet<>());
    if (near) {
      shown.add(timed.start() + "/" + timed.end() + " " + text);
    }
  }

  /** Every series keeps its name in its place, which nobody edits. */
  private static String name(CrmAppointment row) {
    return row.location();
  }

  private static String name(MailboxAppointment item) {
    return item.location();
  }

  private static ItemId id(MailboxAppointment item) {
    return item.version().id();
  }

  private Optional<CrmAppointment> anyDate() {
    return any(world.crm.diary(World.ASSOCIATE));
  }

  private Optional<CrmAppointment> anySeries() {
    return any(world.crm.records(World.ASSOCIATE));
  }

  private Optional<MailboxAppointment> anyMaster() {
    return any(world.box.items());
  }

  private Optional<LocalDate> anyDate(MailboxAppointment master) {
    MailboxSeries now = master.series().orElseThrow();
    List<LocalDate> dates =
        new ArrayList<>(Expansion.dates(now.recurrence(), TODAY.plusDays(140), 5000));
    dates.removeAll(now.deleted());
    return any(dates);
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

package io.exchangesync.core.engine;

import static io.exchangesync.core.engine.SeriesSamples.ENDLESS;
import static io.exchangesync.core.engine.SeriesSamples.TUESDAY;
import static io.exchangesync.core.engine.SeriesSamples.TUESDAYS;
import static io.exchangesync.core.engine.SeriesSamples.master;
import static io.exchangesync.core.engine.SeriesSamples.tuesdays;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.Recurrence.Rule;
import io.exchangesync.core.model.SeriesKey;
import io.exchangesync.core.settings.SyncSettings;
import io.exchangesync.core.settings.SyncSettings.FilterSettings;
import io.exchangesync.core.settings.SyncSettings.FilterSettings.Filter;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Series both ways, in the words of sync-rules section 2 "Series". */
class SeriesTest {
  private static final LocalTime TEN = LocalTime.of(10, 0);
  private static final LocalDateTime FIRST = TUESDAY.atTime(10, 0);

  private final World world = new World();
  private final SeriesSamples series = new SeriesSamples(world);

  @Test
  void aSeriesOfRowsBecomesOneMaster() {
    int id = series.userCreatesSixTuesdays("Stand-up");
    assertThat(world.run().counts()).containsExactly(entry("CreateInMailbox/NEW_IN_CRM"));
    MailboxAppointment item = world.onlyItem();
    assertThat(item.type()).isEqualTo(CalendarItemType.MASTER);
    assertThat(item.subject()).isEqualTo("Stand-up");
    assertThat(item.when()).isEqualTo(SeriesSamples.at(TUESDAY, 10));
    assertThat(series.series().recurrence()).isEqualTo(tuesdays(new End.On(TUESDAY.plusWeeks(5))));
    assertThat(series.series().exceptions()).isEmpty();
    assertThat(item.stamp().orElseThrow().recordId()).isEqualTo(id);
    assertThat(world.crm.stamps(Kind.APPOINTMENT, World.ASSOCIATE)).containsOnlyKeys(id);
    assertThat(world.run().counts()).isEmpty();
  }

  @Test
  void aMasterBecomesARuleAndARowPerDate() {
    world.box.create(master("Jour fixe", tuesdays(new End.After(4)), TEN));
    assertThat(world.run().counts()).containsExactly(entry("CreateInCrm/NEW_IN_MAILBOX"));
    assertThat(series.rows())
        .containsExactly(FIRST, FIRST.plusWeeks(1), FIRST.plusWeeks(2), FIRST.plusWeeks(3));
    CrmAppointment record = world.crm.records(World.ASSOCIATE).get(0);
    assertThat(SeriesKey.isSeries(record.recordId())).isTrue();
    assertThat(world.crm.rule(record.recordId()).pattern()).isEqualTo(2);
    assertThat(world.crm.rule(record.recordId()).weekdays()).isEqualTo(2);
    assertThat(world.crm.rule(record.recordId()).endDate()).isEqualTo(FIRST.plusWeeks(3));
    assertThat(world.crm.diary(World.ASSOCIATE)).allMatch(row -> row.title().equals("Jour fixe"));
    assertThat(world.run().counts()).isEmpty();
    assertThat(listed().counts()).containsOnlyKeys("Skip/UNCHANGED");
  }

  @Test
  void movedEditedAndDeletedDatesOfRowsAreExceptions() {
    series.userCreatesSixTuesdays("Stand-up");
    world.run();
    world.crm.userMoves(series.row(FIRST.plusWeeks(1)).recordId(), FIRST.plusWeeks(1).plusDays(1));
    world.crm.userEdits(
        series.row(FIRST.plusWeeks(2)).recordId(), row -> row.location("Room 2").title("Special"));
    world.crm.userDeletes(series.row(FIRST.plusWeeks(3)).recordId());
    assertThat(world.run().counts()).containsExactly(entry("Align/CHANGED_IN_CRM"));
    assertThat(series.series().deleted()).containsExactly(TUESDAY.plusWeeks(3));
    assertThat(exception(TUESDAY.plusWeeks(1)).when())
        .isEqualTo(SeriesSamples.at(TUESDAY.plusWeeks(1).plusDays(1), 10));
    assertThat(exception(TUESDAY.plusWeeks(2)).location()).isEqualTo("Room 2");
    assertThat(exception(TUESDAY.plusWeeks(2)).subject()).isEqualTo("Special");
    assertThat(world.onlyItem().location()).isEmpty();
    assertThat(world.run().counts()).isEmpty();
  }

  @Test
  void movedEditedAndDeletedDatesOfAMasterChangeTheirRowsOnly() {
    world.box.create(master("Jour fixe", tuesdays(new End.After(5)), TEN));
    world.run();
    series.userEditsDate(
        series.item(),
        TUESDAY.plusWeeks(1),
        date -> date.when(SeriesSamples.at(TUESDAY.plusWeeks(1).plusDays(2), 15)));
    series.userEditsDate(
        series.item(), TUESDAY.plusWeeks(2), date -> date.location("Oslo").subject("Budget"));
    series.userDeletesDate(series.item(), TUESDAY.plusWeeks(3));
    assertThat(world.run().counts()).containsExactly(entry("Align/CHANGED_IN_MAILBOX"));
    assertThat(series.rows())
        .containsExactly(
            FIRST,
            FIRST.plusWeeks(1).plusDays(2).plusHours(5),
            FIRST.plusWeeks(2),
            FIRST.plusWeeks(4));
    CrmAppointment edited = series.row(FIRST.plusWeeks(2));
    assertThat(edited.title()).isEqualTo("Budget");
    assertThat(edited.location()).isEqualTo("Oslo");
    assertThat(series.row(FIRST).title()).isEqualTo("Jour fixe");
    assertThat(world.run().counts()).isEmpty();
  }

  @Test
  void aRowThatOnlyRemembersItsOriginalStartKeepsItsDate() {
    series.userCreatesSixTuesdays("Stand-up");
    world.run();
    int moved = series.row(FIRST.plusWeeks(4)).recordId();
    world.crm.userMoves(moved, FIRST.plusWeeks(1).plusHours(4));
    world.run();
    assertThat(exception(TUESDAY.plusWeeks(4)).when())
        .isEqualTo(SeriesSamples.at(TUESDAY.plusWeeks(1), 14));
    assertThat(series.series().deleted()).isEmpty();
  }

  @Test
  void aMovedRowWithoutAnOriginalStartTakesTheDateThatIsMissing() {
    series.userCreatesSixTuesdays("Stand-up");
    world.run();
    LocalDateTime thursday = FIRST.plusWeeks(2).plusDays(2);
    world.crm.userEdits(
        series.row(FIRST.plusWeeks(2)).recordId(),
        row -> row.doBy(thursday).activeDate(thursday).endDate(thursday.plusHours(1)));
    world.run();
    assertThat(series.series().exceptions()).hasSize(1);
    assertThat(exception(TUESDAY.plusWeeks(2)).when())
        .isEqualTo(SeriesSamples.at(thursday.toLocalDate(), 10));
    assertThat(series.series().deleted()).isEmpty();
  }

  @Test
  void aCompletedDateStaysADate() {
    series.userCreatesSixTuesdays("Stand-up");
    world.run();
    world.crm.userEdits(
        series.row(FIRST).recordId(), row -> row.status(3).activeDate(FIRST.minusHours(1)));
    world.run();
    assertThat(series.series().exceptions()).isEmpty();
    assertThat(series.series().deleted()).isEmpty();
  }

  @Test
  void editsOfTheWholeSeriesTravelBothWays() {
    series.userCreatesSixTuesdays("Stand-up");
    world.run();
    world.box.change(series.item(), item -> item.subject("Daily").location("Room 1"));
    world.run();
    assertThat(world.crm.diary(World.ASSOCIATE))
        .hasSize(6)
        .allMatch(row -> row.title().equals("Daily") && row.location().equals("Room 1"));

    world
        .crm
        .diary(World.ASSOCIATE)
        .forEach(row -> world.crm.userEdits(row.recordId(), edit -> edit.location("Room 2")));
    world.run();
    assertThat(world.onlyItem().location()).isEqualTo("Room 2");
    assertThat(series.series().exceptions()).isEmpty();
    assertThat(world.run().counts()).isEmpty();
  }

  @Test
  void anExceptionMadeInSuperOfficeSurvivesTheSeriesBeingMovedInTheMailbox() {
    series.userCreatesSixTuesdays("Stand-up");
    world.run();
    world.crm.userEdits(series.row(FIRST.plusWeeks(2)).recordId(), row -> row.location("Garden"));
    world.box.change(series.item(), item -> item.when(SeriesSamples.at(TUESDAY, 13)));
    world.run();
    assertThat(series.rows())
        .allMatch(start -> start.toLocalTime().equals(LocalTime.of(13, 0)))
        .hasSize(6);
    assertThat(series.row(FIRST.plusWeeks(2).plusHours(3)).location()).isEqualTo("Garden");
    assertThat(exception(TUESDAY.plusWeeks(2)).location()).isEqualTo("Garden");
    assertThat(exception(TUESDAY.plusWeeks(2)).when())
        .isEqualTo(SeriesSamples.at(TUESDAY.plusWeeks(2), 13));
    assertThat(world.run().quiet()).isTrue();
  }

  @Test
  void anExceptionMadeInTheMailboxSurvivesTheSeriesBeingMovedInSuperOffice() {
    int id = series.userCreatesSixTuesdays("Stand-up");
    world.run();
    series.userEditsDate(series.item(), TUESDAY.plusWeeks(1), date -> date.location("Garden"));
    for (CrmAppointment row : world.crm.diary(World.ASSOCIATE)) {
      LocalDateTime wednesday = row.doBy().plusDays(1);
      world.crm.userEdits(
          row.recordId(),
          edit -> edit.doBy(wednesday).activeDate(wednesday).endDate(wednesday.plusHours(1)));
    }
    world.crm.userEditsRule(
        id,
        rule ->
            new CrmSeries.Rule(
                rule.id(), 2, 0, 4, FIRST.plusDays(1), FIRST.plusDays(1).plusWeeks(5), 0, 1, 0));
    world.run();
    assertThat(series.series().recurrence().rule())
        .isEqualTo(new Rule.Weekly(1, EnumSet.of(DayOfWeek.WEDNESDAY), DayOfWeek.MONDAY));
    assertThat(exception(TUESDAY.plusWeeks(1).plusDays(1)).location()).isEqualTo("Garden");
    assertThat(series.row(FIRST.plusWeeks(1).plusDays(1)).location()).isEqualTo("Garden");
    assertThat(world.run().quiet()).isTrue();
  }

  /** Exchange drops exceptions with a new time; then the request that writes them again failed. */
  @Test
  void exceptionsThatExchangeDroppedWhenTheSeriesWasMovedAreNotTakenForDeleted() {
    int id = series.userCreatesSixTuesdays("Stand-up");
    world.run();
    world.crm.userEdits(series.row(FIRST.plusWeeks(2)).recordId(), row -> row.location("Garden"));
    world.crm.userDeletes(series.row(FIRST.plusWeeks(3)).recordId());
    world.run();
    for (CrmAppointment row : world.crm.diary(World.ASSOCIATE)) {
      LocalDateTime later = row.doBy().plusHours(3);
      world.crm.userEdits(
          row.recordId(), edit -> edit.doBy(later).activeDate(later).endDate(later.plusHours(1)));
    }
    world.crm.userEditsRule(
        id,
        rule ->
            new CrmSeries.Rule(
                rule.id(), 2, 0, 2, FIRST.plusHours(3), FIRST.plusHours(3).plusWeeks(5), 0, 1, 0));
    world.box.change(
        series.item(),
        item ->
            item.when(SeriesSamples.at(TUESDAY, 13))
                .series(
                    Optional.of(
                        new MailboxSeries(
                            tuesdays(new End.On(TUESDAY.plusWeeks(5))), List.of(), Set.of()))));
    world.run();
    assertThat(series.row(FIRST.plusWeeks(2).plusHours(3)).location()).isEqualTo("Garden");
    assertThat(exception(TUESDAY.plusWeeks(2)).location()).isEqualTo("Garden");
    assertThat(series.rows()).hasSize(5).doesNotContain(FIRST.plusWeeks(3).plusHours(3));
    assertThat(series.series().deleted()).containsExactly(TUESDAY.plusWeeks(3));
    assertThat(world.run().quiet()).isTrue();
  }

  @Test
  void theJournalKeepsTheDatesOfASeriesAsStructuredAsASingleAppointment() throws Exception {
    int id = series.userCreatesSixTuesdays("Stand-up");
    world.run();
    world.box.delete(series.item());
    world.run();
    var image =
        new com.fasterxml.jackson.databind.ObjectMapper()
            .readTree(
                world.stores.journal().entries().stream()
                    .filter(entry -> entry.decision().equals("DeleteInCrm"))
                    .findFirst()
                    .orElseThrow()
                    .before());
    assertThat(image.path("recordId").asInt()).isEqualTo(id);
    assertThat(image.at("/series/rule/weekdays").asInt()).isEqualTo(2);
    assertThat(image.at("/series/occurrences")).hasSize(6);
    assertThat(image.at("/series/occurrences/5/row/title").asText()).isEqualTo("Stand-up");
    assertThat(image.at("/series/occurrences/5/originalStart").isNull()).isTrue();
  }

  @Test
  void exceptionsOfDifferentDatesAreBothKept() {
    series.userCreatesSixTuesdays("Stand-up");
    world.run();
    world.crm.userEdits(series.row(FIRST).recordId(), row -> row.location("CRM room"));
    series.userEditsDate(series.item(), TUESDAY.plusWeeks(1), date -> date.location("Box room"));
    assertThat(world.run().counts()).containsExactly(entry("Align/CHANGED_ON_BOTH"));
    assertThat(exception(TUESDAY).location()).isEqualTo("CRM room");
    assertThat(series.row(FIRST.plusWeeks(1)).location()).isEqualTo("Box room");
    assertThat(world.run().quiet()).isTrue();
  }

  @Test
  void aDateChangedOnOneSideAndDeletedOnTheOtherIsKept() {
    series.userCreatesSixTuesdays("Stand-up");
    world.run();
    world.crm.userDeletes(series.row(FIRST.plusWeeks(1)).recordId());
    series.userEditsDate(series.item(), TUESDAY.plusWeeks(1), date -> date.location("Garden"));
    world.run();
    assertThat(series.row(FIRST.plusWeeks(1)).location()).isEqualTo("Garden");
    assertThat(series.series().deleted()).isEmpty();
    assertThat(world.run().quiet()).isTrue();
  }

  @Test
  void aChangedPatternInTheMailboxMovesTheRows() {
    world.box.create(master("Jour fixe", tuesdays(new End.After(4)), TEN));
    world.run();
    List<Integer> keys = ids();
    Rule thursdays = new Rule.Weekly(2, EnumSet.of(DayOfWeek.THURSDAY), DayOfWeek.MONDAY);
    series.userChangesPattern(series.item(), new Recurrence(thursdays, TUESDAY, new End.After(4)));
    world.run();
    LocalDateTime thursday = FIRST.plusDays(2);
    assertThat(series.rows())
        .containsExactly(
            thursday, thursday.plusWeeks(2), thursday.plusWeeks(4), thursday.plusWeeks(6));
    assertThat(ids()).as("the rows stay the same").isEqualTo(keys);
    assertThat(world.run().quiet()).isTrue();
  }

  @Test
  void anEndlessSeriesIsWrittenToTheEndOfTheWindowAndGrowsWithIt() {
    world.box.create(master("For ever", ENDLESS, TEN));
    world.run();
    int before = series.rows().size();
    LocalDate horizon = LocalDate.of(2026, 11, 23).plusDays(120);
    assertThat(series.rows().get(before - 1).toLocalDate())
        .isAfter(horizon.minusWeeks(1))
        .isBeforeOrEqualTo(horizon);
    assertThat(world.run().counts()).isEmpty();

    world.clock.advance(Duration.ofDays(14));
    World.Report report = listed();
    assertThat(series.rows()).hasSize(before + 2);
    assertThat(report.of("Align")).isEqualTo(1);
    assertThat(series.series().recurrence()).isEqualTo(ENDLESS);
    assertThat(world.run().counts()).isEmpty();
  }

  @Test
  void housekeepingLetsAnEndlessSeriesGrowWithoutListingBothSides() {
    world.box.create(master("For ever", everyDay(new End.Never()), TEN));
    world.box.create(master("Ten times", everyDay(new End.After(10)), TEN));
    world.run();
    int before = series.rows().size();
    world.clock.advance(Duration.ofHours(20));
    assertThat(world.run().counts()).isEmpty();
    assertThat(new OutgrownSeries(world.ports()).file(mailbox())).isEqualTo(1);
    assertThat(world.run().counts()).containsOnlyKeys("Align/REAPPLIED");
    assertThat(series.rows()).hasSize(before + 1);
    assertThat(new OutgrownSeries(world.ports()).file(mailbox())).isZero();
    assertThat(world.run().counts()).isEmpty();
  }

  private static Recurrence everyDay(End end) {
    return new Recurrence(new Rule.Daily(1), TUESDAY, end);
  }

  private Mailbox mailbox() {
    return world.stores.mailboxes().byAssociate(World.ASSOCIATE).orElseThrow();
  }

  @Test
  void aDateDeletedInTheMailboxBeyondTheWindowIsNeverWritten() {
    world.box.create(master("For ever", ENDLESS, TEN));
    world.run();
    LocalDate next = series.rows().get(series.rows().size() - 1).toLocalDate().plusWeeks(1);
    series.userDeletesDate(series.item(), next);
    series.userEditsDate(series.item(), next.plusWeeks(1), date -> date.location("Far"));
    world.run();
    world.clock.advance(Duration.ofDays(21));
    listed();
    assertThat(series.rows()).noneMatch(start -> start.toLocalDate().equals(next));
    assertThat(series.row(next.plusWeeks(1).atTime(10, 0)).location()).isEqualTo("Far");
    assertThat(series.series().deleted()).containsExactly(next);
    assertThat(world.run().quiet()).isTrue();
  }

  @Test
  void aRuleShortenedByAUserEndsTheEndlessSeries() {
    world.box.create(master("For ever", ENDLESS, TEN));
    world.run();
    int id = world.crm.records(World.ASSOCIATE).get(0).recordId();
    series.rows().stream()
        .skip(3)
        .forEach(start -> world.crm.userDeletes(series.row(start).recordId()));
    world.crm.userEditsRule(id, rule -> ending(rule, FIRST.plusWeeks(2)));
    world.run();
    assertThat(series.series().recurrence()).isEqualTo(tuesdays(new End.On(TUESDAY.plusWeeks(2))));
    assertThat(series.series().deleted()).isEmpty();
    assertThat(world.run().quiet()).isTrue();
  }

  @Test
  void aSubjectEditedInSuperOfficeLeavesTheEndlessSeriesEndless() {
    world.box.create(master("For ever", ENDLESS, TEN));
    world.run();
    world
        .crm
        .diary(World.ASSOCIATE)
        .forEach(row -> world.crm.userEdits(row.recordId(), edit -> edit.title("Renamed")));
    world.run();
    assertThat(world.onlyItem().subject()).isEqualTo("Renamed");
    assertThat(series.series().recurrence()).isEqualTo(ENDLESS);
  }

  @Test
  void thisAndFollowingInTheMailboxMakesTwoSeriesWithoutDuplicates() {
    world.box.create(master("Jour fixe", tuesdays(new End.After(6)), TEN));
    world.run();
    world.box.change(
        series.item(),
        item ->
            item.series(
                Optional.of(new MailboxSeries(tuesdays(new End.After(3)), List.of(), Set.of()))));
    Recurrence rest = new Recurrence(TUESDAYS, TUESDAY.plusWeeks(3), new End.After(3));
    world.box.create(master("Jour fixe", rest, LocalTime.of(14, 0)));
    world.run();
    assertThat(world.crm.records(World.ASSOCIATE)).hasSize(2);
    assertThat(series.rows())
        .containsExactly(
            FIRST,
            FIRST.plusWeeks(1),
            FIRST.plusWeeks(2),
            FIRST.plusWeeks(3).plusHours(4),
            FIRST.plusWeeks(4).plusHours(4),
            FIRST.plusWeeks(5).plusHours(4));
    assertThat(world.run().quiet()).isTrue();
    assertThat(listed().quiet()).isTrue();
    assertThat(world.box.items()).hasSize(2);
  }

  @Test
  void thisAndFollowingInSuperOfficeMakesTwoSeriesWithoutDuplicates() {
    int id = series.userCreatesSixTuesdays("Stand-up");
    world.run();
    List<Integer> rest = ids().subList(3, 6);
    LocalDateTime second = FIRST.plusWeeks(3);
    world.crm.userMakesSeries(
        rest, new CrmSeries.Rule(0, 2, 0, 2, second, second.plusWeeks(2), 0, 1, 0));
    world.crm.userEditsRule(id, rule -> ending(rule, FIRST.plusWeeks(2)));
    world.run();
    world.run();
    assertThat(world.box.items()).hasSize(2);
    assertThat(world.box.items())
        .extracting(item -> item.series().orElseThrow().recurrence().end())
        .containsExactlyInAnyOrder(
            new End.On(TUESDAY.plusWeeks(2)), new End.On(TUESDAY.plusWeeks(5)));
    assertThat(world.crm.diary(World.ASSOCIATE)).hasSize(6);
    assertThat(world.run().quiet()).isTrue();
  }

  @Test
  void aSeriesDeletedOnOneSideIsDeletedOnTheOtherAsOne() {
    int id = series.userCreatesSixTuesdays("Stand-up");
    world.run();
    world.crm.userDeletesSeries(id);
    assertThat(world.run().counts()).containsExactly(entry("DeleteInMailbox/DELETED_IN_CRM"));
    assertThat(world.box.items()).isEmpty();

    world.box.create(master("Jour fixe", tuesdays(new End.After(8)), TEN));
    world.run();
    world.box.delete(series.item());
    assertThat(world.run().counts()).containsExactly(entry("DeleteInCrm/DELETED_IN_MAILBOX"));
    assertThat(world.crm.diary(World.ASSOCIATE)).isEmpty();
    assertThat(world.run().quiet()).isTrue();
  }

  @Test
  void aSeriesKeepsItsWallTimeAcrossTheChangeOfClocks() {
    Recurrence spring = new Recurrence(TUESDAYS, LocalDate.of(2027, 3, 16), new End.After(3));
    world.clock.advance(Duration.ofDays(90));
    world.box.create(master("Spring", spring, TEN));
    world.run();
    assertThat(series.rows())
        .containsExactly(
            LocalDateTime.parse("2027-03-16T10:00"),
            LocalDateTime.parse("2027-03-23T10:00"),
            LocalDateTime.parse("2027-03-30T10:00"));
    assertThat(world.run().quiet()).isTrue();
    assertThat(series.series().exceptions()).isEmpty();
  }

  @Test
  void aSeriesInAnotherZoneTakesPlaceAtTheSameMoments() {
    java.time.ZoneId newYork = java.time.ZoneId.of("America/New_York");
    world.clock.advance(Duration.ofDays(80));
    Recurrence march = new Recurrence(TUESDAYS, LocalDate.of(2027, 3, 9), new End.After(4));
    MailboxAppointment item = master("Call", march, TEN);
    var start = LocalDate.of(2027, 3, 9).atTime(8, 0).atZone(newYork);
    world.box.create(
        item.with()
            .when(
                new io.exchangesync.core.model.When.Timed(
                    start.toInstant(), start.plusHours(1).toInstant(), newYork))
            .build());
    world.run();
    assertThat(series.rows())
        .containsExactly(
            LocalDateTime.parse("2027-03-09T14:00"),
            LocalDateTime.parse("2027-03-16T13:00"),
            LocalDateTime.parse("2027-03-23T13:00"),
            LocalDateTime.parse("2027-03-30T14:00"));
    assertThat(world.run().quiet()).isTrue();
    world.crm.userEdits(ids().get(1), row -> row.location("Room 1"));
    world.run();
    assertThat(series.series().exceptions()).hasSize(1);
    assertThat(world.onlyItem().when())
        .extracting(when -> ((io.exchangesync.core.model.When.Timed) when).zone())
        .isEqualTo(newYork);
  }

  @Test
  void theWindowIsDecidedByTheDatesNotByTheFirstOne() {
    Recurrence old =
        new Recurrence(TUESDAYS, LocalDate.of(2025, 1, 7), new End.On(LocalDate.of(2026, 12, 1)));
    Recurrence over =
        new Recurrence(TUESDAYS, LocalDate.of(2025, 1, 7), new End.On(LocalDate.of(2025, 12, 1)));
    Recurrence later = new Recurrence(TUESDAYS, LocalDate.of(2027, 9, 7), new End.Never());
    world.box.create(master("Still running", old, TEN));
    world.box.create(master("Over", over, TEN));
    world.box.create(master("Later", later, TEN));
    world.run();
    assertThat(world.crm.records(World.ASSOCIATE))
        .extracting(CrmAppointment::title)
        .containsExactly("Still running");
    assertThat(series.rows()).hasSize(100);
  }

  @Test
  void seriesCanBeFilteredPerDirection() {
    world.settings = filtered(Filter.TO_CRM);
    world.box.create(master("Jour fixe", tuesdays(new End.After(3)), TEN));
    series.userCreatesSixTuesdays("Stand-up");
    assertThat(world.run().counts())
        .containsEntry("Skip/FILTERED_RECURRING", 1)
        .containsEntry("CreateInMailbox/NEW_IN_CRM", 1);
    assertThat(world.crm.records(World.ASSOCIATE)).hasSize(1);

    world.settings = filtered(Filter.NONE);
    listed();
    assertThat(world.crm.records(World.ASSOCIATE)).hasSize(2);
    world.settings = filtered(Filter.BOTH);
    assertThat(listed().quiet()).as("a filter deletes nothing").isTrue();
    assertThat(world.box.items()).hasSize(2);
  }

  @Test
  void moreThan999DatesAreHeldWhole() {
    Recurrence daily = new Recurrence(new Rule.Daily(1), LocalDate.of(2023, 1, 1), new End.Never());
    world.box.create(master("Every day", daily, TEN));
    assertThat(world.run().counts()).containsExactly(entry("Hold/PATTERN_UNSUPPORTED"));
    assertThat(world.crm.diary(World.ASSOCIATE)).isEmpty();
    assertThat(world.onlyItem().stamp()).isEmpty();
  }

  @Test
  void weeksThatBeginOnSundayAreHeldWhereItMatters() {
    Rule rule =
        new Rule.Weekly(2, EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY), DayOfWeek.SUNDAY);
    world.box.create(master("Odd weeks", new Recurrence(rule, TUESDAY, new End.After(6)), TEN));
    assertThat(world.run().counts()).containsExactly(entry("Hold/PATTERN_UNSUPPORTED"));
    assertThat(world.crm.diary(World.ASSOCIATE)).isEmpty();
  }

  @Test
  void aRowThatItsRuleDoesNotExplainHoldsTheSeries() {
    int id = series.userCreatesSixTuesdays("Stand-up");
    world.run();
    CrmAppointment extra = series.row(FIRST);
    world.crm.userCreates(
        extra
            .with()
            .doBy(FIRST.plusDays(1))
            .activeDate(FIRST.plusDays(1))
            .endDate(FIRST.plusDays(1).plusHours(1))
            .build());
    assertThat(world.run().counts()).containsExactly(entry("Hold/PATTERN_UNSUPPORTED"));
    assertThat(series.series().exceptions()).isEmpty();
    assertThat(world.crm.dates(SeriesKey.rule(id))).hasSize(7);
  }

  @Test
  void theFirstLinkMatchesSeriesByFirstDateTimeAndSubject() {
    series.userCreatesSixTuesdays("Stand-up");
    world.box.create(
        master("stand-up ", tuesdays(new End.On(TUESDAY.plusWeeks(5))), TEN)
            .with()
            .location("Oslo")
            .build());
    assertThat(world.run().counts()).containsExactly(entry("Align/MATCHED_BY_CONTENT"));
    assertThat(world.crm.diary(World.ASSOCIATE)).hasSize(6);
    assertThat(series.row(FIRST.plusWeeks(5)).location()).isEqualTo("Oslo");
    assertThat(world.run().quiet()).isTrue();
  }

  @Test
  void losingAllSyncTablesCreatesNothingAndLeavesTheEndlessSeriesEndless() {
    series.userCreatesSixTuesdays("Stand-up");
    world.box.create(master("For ever", ENDLESS, LocalTime.of(15, 0)));
    world.run();
    int rows = series.rows().size();
    world.loseSyncTables();
    assertThat(world.run().counts()).containsExactly(entry("Align/MATCHED_BY_STAMP", 2));
    assertThat(series.rows()).hasSize(rows);
    assertThat(world.box.items())
        .extracting(item -> item.series().orElseThrow().recurrence())
        .contains(ENDLESS);
    assertThat(world.run().quiet()).isTrue();
  }

  @Test
  void aRowThatBecomesASeriesKeepsItsItem() {
    int id = world.crm.userCreates(World.row("Stand-up"));
    world.run();
    var item = series.item();
    int second =
        world.crm.userCreates(
            World.row("Stand-up")
                .with()
                .doBy(FIRST.plusWeeks(1))
                .activeDate(FIRST.plusWeeks(1))
                .endDate(FIRST.plusWeeks(1).plusHours(1))
                .build());
    world.crm.userMakesSeries(
        List.of(id, second), new CrmSeries.Rule(0, 2, 0, 2, FIRST, FIRST.plusWeeks(1), 0, 1, 0));
    world.run();
    assertThat(series.item()).isEqualTo(item);
    assertThat(series.series().recurrence()).isEqualTo(tuesdays(new End.On(TUESDAY.plusWeeks(1))));
    assertThat(world.run().quiet()).isTrue();
    assertThat(listed().quiet()).isTrue();
    assertThat(world.box.items()).hasSize(1);
  }

  @Test
  void aDateTakenOutOfItsSeriesIsASingleAppointment() {
    series.userCreatesSixTuesdays("Stand-up");
    world.run();
    world.crm.userEdits(
        series.row(FIRST.plusWeeks(2)).recordId(),
        row -> row.ties(io.exchangesync.core.model.CrmTies.NONE));
    world.run();
    assertThat(world.box.items())
        .extracting(MailboxAppointment::type)
        .containsExactlyInAnyOrder(CalendarItemType.MASTER, CalendarItemType.SINGLE);
    MailboxAppointment master =
        world.box.items().stream()
            .filter(item -> item.type() == CalendarItemType.MASTER)
            .findFirst()
            .orElseThrow();
    assertThat(master.series().orElseThrow().deleted()).containsExactly(TUESDAY.plusWeeks(2));
    assertThat(world.run().quiet()).isTrue();
  }

  private static CrmSeries.Rule ending(CrmSeries.Rule rule, LocalDateTime end) {
    return new CrmSeries.Rule(
        rule.id(),
        rule.pattern(),
        rule.subPattern(),
        rule.weekdays(),
        rule.startDate(),
        end,
        rule.cyclicDay(),
        rule.cyclicWeek(),
        rule.cyclicMonth());
  }

  private MailboxAppointment exception(LocalDate date) {
    return series.series().exceptions().stream()
        .filter(exception -> exception.originalDate().equals(date))
        .map(MailboxSeries.Exception::content)
        .findFirst()
        .orElseThrow();
  }

  private List<Integer> ids() {
    return world.crm.diary(World.ASSOCIATE).stream()
        .map(CrmAppointment::recordId)
        .sorted()
        .toList();
  }

  private World.Report listed() {
    world.stores.leases().askFullListing(Kind.APPOINTMENT, List.of(world.mailbox.id()));
    return world.run();
  }

  private static SyncSettings filtered(Filter recurring) {
    SyncSettings s = World.withVisibility(SyncSettings.DEFAULTS);
    return new SyncSettings(
        s.windowBack(),
        s.windowAhead(),
        s.direction(),
        s.mapping(),
        new FilterSettings(Filter.NONE, Filter.NONE, Filter.NONE, recurring),
        s.brakes(),
        s.conflict(),
        s.deletePast(),
        s.visibleFor());
  }

  private static java.util.Map.Entry<String, Integer> entry(String count) {
    return entry(count, 1);
  }

  private static java.util.Map.Entry<String, Integer> entry(String count, int times) {
    return java.util.Map.entry(count, times);
  }
}

package io.exchangesync.core.engine;

import static io.exchangesync.core.engine.SeriesSamples.TUESDAY;
import static io.exchangesync.core.engine.SeriesSamples.tuesdays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.SeriesKey;
import io.exchangesync.core.settings.SyncSettings;
import io.exchangesync.core.settings.SyncSettings.BrakeSettings;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Linked appointments that become series, and series that become single ones, on either side. */
class SeriesTurnTest {
  private static final LocalDateTime FIRST = TUESDAY.atTime(10, 0);

  private final World world = new World();
  private final SeriesSamples series = new SeriesSamples(world);

  @Test
  void anItemThatBecomesASeriesMakesItsRowTheFirstDate() {
    int row =
        world.crm.userCreates(
            World.row("Stand-up").with().references(new CrmReferences(3, 4, 5, 6)).build());
    world.run();
    ItemId item = series.item();
    userMakesRecurring(item, tuesdays(new End.After(4)));
    assertThat(world.run().counts()).containsExactly(entry("Align/TURNED_INTO_SERIES", 1));
    assertThat(series.rows())
        .containsExactly(FIRST, FIRST.plusWeeks(1), FIRST.plusWeeks(2), FIRST.plusWeeks(3));
    assertThat(series.row(FIRST).recordId()).isEqualTo(row);
    assertThat(world.crm.diary(World.ASSOCIATE))
        .as("what the follow-up concerns goes with each date")
        .allMatch(date -> date.references().equals(new CrmReferences(3, 4, 5, 6)))
        .allMatch(date -> date.title().equals("Stand-up"));
    CrmAppointment record = world.crm.records(World.ASSOCIATE).get(0);
    assertThat(SeriesKey.isSeries(record.recordId())).isTrue();
    assertThat(world.onlyItem().stamp().orElseThrow().recordId()).isEqualTo(record.recordId());
    assertThat(world.crm.stamps(Kind.APPOINTMENT, World.ASSOCIATE))
        .containsOnlyKeys(record.recordId());
    staysInStep();
  }

  @Test
  void theRowOfAnItemThatBecomesASeriesIsTheDateOnWhichItTakesPlace() {
    int row = world.crm.userCreates(at(World.row("Stand-up"), FIRST.plusWeeks(2)));
    world.run();
    world.box.change(
        series.item(),
        item ->
            item.type(CalendarItemType.MASTER)
                .when(SeriesSamples.at(TUESDAY, 10))
                .series(
                    Optional.of(
                        new MailboxSeries(tuesdays(new End.After(4)), List.of(), Set.of()))));
    world.run();
    assertThat(series.row(FIRST.plusWeeks(2)).recordId()).isEqualTo(row);
    assertThat(series.rows()).hasSize(4);
    staysInStep();
  }

  @Test
  void aDateThatIsDeletedAtOnceLeavesTheRowToTheNextOne() {
    int row = world.crm.userCreates(World.row("Stand-up"));
    world.run();
    ItemId item = series.item();
    userMakesRecurring(item, tuesdays(new End.After(3)));
    series.userDeletesDate(item, TUESDAY);
    world.run();
    assertThat(series.rows()).containsExactly(FIRST.plusWeeks(1), FIRST.plusWeeks(2));
    assertThat(series.row(FIRST.plusWeeks(1)).recordId()).isEqualTo(row);
    staysInStep();
  }

  @Test
  void anEditInSuperOfficeSurvivesTheItemBecomingASeries() {
    int row = world.crm.userCreates(World.row("Stand-up"));
    world.run();
    world.crm.userEdits(row, edit -> edit.location("Garden"));
    userMakesRecurring(series.item(), tuesdays(new End.After(3)));
    world.run();
    assertThat(world.crm.diary(World.ASSOCIATE))
        .hasSize(3)
        .allMatch(date -> date.location().equals("Garden"));
    assertThat(world.onlyItem().location()).isEqualTo("Garden");
    staysInStep();
  }

  @Test
  void aPatternThatSuperOfficeHasNotLeavesTheRowAsItIs() {
    world.crm.userCreates(World.row("Stand-up"));
    world.run();
    Recurrence old =
        new Recurrence(new Recurrence.Rule.Daily(1), TUESDAY.minusYears(4), new End.Never());
    userMakesRecurring(series.item(), old);
    assertThat(world.run().counts()).containsExactly(entry("Hold/PATTERN_UNSUPPORTED", 1));
    assertThat(series.rows()).containsExactly(FIRST);
    assertThat(world.onlyItem().series().orElseThrow().recurrence()).isEqualTo(old);
  }

  @Test
  void aMasterThatBecomesSingleKeepsTheRowOfItsDateAndDeletesTheOthers() {
    series.userCreatesSixTuesdays("Stand-up");
    world.run();
    int row = series.row(FIRST).recordId();
    String linkId = world.stores.links().all().get(0).linkId();
    userRemovesRecurrence();
    assertThat(world.run().counts()).containsExactly(entry("Align/TURNED_INTO_SINGLE", 1));
    assertThat(series.rows()).containsExactly(FIRST);
    CrmAppointment left = series.row(FIRST);
    assertThat(left.recordId()).isEqualTo(row);
    assertThat(left.ties().recurrenceRuleId()).isZero();
    assertThat(world.onlyItem().stamp().orElseThrow().recordId()).isEqualTo(row);
    assertThat(world.onlyItem().stamp().orElseThrow().linkId()).isEqualTo(linkId);
    assertThat(world.crm.stamps(Kind.APPOINTMENT, World.ASSOCIATE)).containsOnlyKeys(row);
    assertThat(journalBefore("TURNED_INTO_SINGLE"))
        .as("every date by its columns, and the rows that went")
        .contains("\"occurrences\"")
        .contains("\"rows\"");
    staysInStep();
  }

  @Test
  void aSingleItemMovedOnTheWayMovesTheRowOfItsDate() {
    series.userCreatesSixTuesdays("Stand-up");
    world.run();
    int third = series.row(FIRST.plusWeeks(2)).recordId();
    world.box.change(
        series.item(),
        item ->
            item.type(CalendarItemType.SINGLE)
                .series(Optional.empty())
                .when(SeriesSamples.at(TUESDAY.plusWeeks(2), 15)));
    world.run();
    assertThat(series.rows()).containsExactly(FIRST.plusWeeks(2).plusHours(5));
    assertThat(series.row(FIRST.plusWeeks(2).plusHours(5)).recordId()).isEqualTo(third);
    staysInStep();
  }

  @Test
  void pastAndCompletedDatesStayWithTheirRuleWhereASeriesBecomesSingle() {
    int id = series.userCreatesSixTuesdays("Stand-up");
    world.run();
    world.clock.advance(Duration.ofDays(16));
    int completed = series.row(FIRST.plusWeeks(4)).recordId();
    world.crm.userEdits(completed, row -> row.status(3));
    world.run();
    world.box.change(
        series.item(),
        item ->
            item.type(CalendarItemType.SINGLE)
                .series(Optional.empty())
                .when(SeriesSamples.at(TUESDAY.plusWeeks(3), 10)));
    world.run();
    assertThat(series.rows())
        .containsExactly(
            FIRST, FIRST.plusWeeks(1), FIRST.plusWeeks(2), FIRST.plusWeeks(3), FIRST.plusWeeks(4));
    assertThat(series.row(FIRST.plusWeeks(3)).ties().recurrenceRuleId()).isZero();
    assertThat(world.crm.dates(SeriesKey.rule(id))).hasSize(4);
    assertThat(world.crm.rule(id).endDate()).isEqualTo(FIRST.plusWeeks(4));
    assertThat(world.box.items()).hasSize(1);
    staysInStep();
  }

  /** Of two dates each half takes another one's text for what the series has. */
  @Test
  void whatIsLeftOfASeriesWithAnEditedDateSaysTheSameOnBothSides() {
    world.crm.userCreatesSeries(
        World.row("Stand-up"),
        new CrmSeries.Rule(0, 2, 0, 2, FIRST, FIRST.plusWeeks(1), 0, 1, 0),
        List.of(FIRST, FIRST.plusWeeks(1)));
    world.run();
    world.crm.userEdits(series.row(FIRST).recordId(), row -> row.title("Special"));
    world.run();
    userRemovesRecurrence();
    world.run();
    assertThat(series.row(FIRST).title()).isEqualTo(world.onlyItem().subject());
    staysInStep();
  }

  @Test
  void theBrakeCountsASeriesThatBecomesSingle() {
    world.settings = withBrake(1);
    series.userCreatesSixTuesdays("Stand-up");
    world.box.create(World.item("Other"));
    world.run();
    world.box.delete(
        world.box.items().stream()
            .filter(item -> item.subject().equals("Other"))
            .findFirst()
            .orElseThrow()
            .version()
            .id());
    world.run();
    userRemovesRecurrence();
    assertThat(world.run().counts()).containsExactly(entry("Hold/BRAKE_DELETES", 1));
    assertThat(series.rows()).hasSize(6);
  }

  @Test
  void aRuleThatIsDissolvedMakesItsItemSingleAndTheOtherRowsItemsOfTheirOwn() {
    int id = series.userCreatesSixTuesdays("Stand-up");
    world.run();
    ItemId item = series.item();
    List<CrmAppointment> dates = world.crm.dates(SeriesKey.rule(id));
    dates.forEach(
        row -> world.crm.userEdits(row.recordId(), edit -> edit.ties(row.ties().withRule(0))));
    world.run();
    assertThat(world.box.items())
        .hasSize(6)
        .allMatch(each -> each.type() == CalendarItemType.SINGLE);
    MailboxAppointment first = world.box.find(item).orElseThrow();
    assertThat(first.stamp().orElseThrow().recordId()).isEqualTo(dates.get(0).recordId());
    assertThat(first.when()).isEqualTo(SeriesSamples.at(TUESDAY, 10));
    staysInStep();
  }

  @Test
  void aSeriesOfWhichOneRowIsLeftSingleKeepsItsItem() {
    int id = series.userCreatesSixTuesdays("Stand-up");
    world.run();
    ItemId item = series.item();
    List<CrmAppointment> dates = world.crm.dates(SeriesKey.rule(id));
    dates.subList(1, 6).forEach(row -> world.crm.userDeletes(row.recordId()));
    int left = dates.get(0).recordId();
    world.crm.userEdits(left, edit -> edit.ties(dates.get(0).ties().withRule(0)).title("Once"));
    assertThat(world.run().counts()).containsEntry("Align/TURNED_INTO_SINGLE", 1);
    assertThat(world.onlyItem().version().id()).isEqualTo(item);
    assertThat(world.onlyItem().type()).isEqualTo(CalendarItemType.SINGLE);
    assertThat(world.onlyItem().subject()).isEqualTo("Once");
    staysInStep();
  }

  @Test
  void aRuleDissolvedBehindTheChangeLogIsFoundByTheListing() {
    int id = series.userCreatesSixTuesdays("Stand-up");
    world.run();
    ItemId item = series.item();
    List<CrmAppointment> dates = world.crm.dates(SeriesKey.rule(id));
    dates.forEach(
        row -> world.crm.userEdits(row.recordId(), edit -> edit.ties(row.ties().withRule(0))));
    world.stores.transactional(
        () -> {
          world.stores.cursors().moveLog(world.crm.logEnd());
          return null;
        });
    listed();
    assertThat(world.box.items())
        .hasSize(6)
        .allMatch(each -> each.type() == CalendarItemType.SINGLE);
    assertThat(world.box.find(item)).isPresent();
    staysInStep();
  }

  @Test
  void severalLinkedRowsThatBecomeOneSeriesAreOneItem() {
    List<Integer> rows = new ArrayList<>();
    for (int week = 0; week < 3; week++) {
      rows.add(world.crm.userCreates(at(World.row("Stand-up"), FIRST.plusWeeks(week))));
    }
    world.run();
    assertThat(world.box.items()).hasSize(3);
    world.crm.userMakesSeries(
        rows, new CrmSeries.Rule(0, 2, 0, 2, FIRST, FIRST.plusWeeks(2), 0, 1, 0));
    world.run();
    assertThat(series.series().recurrence()).isEqualTo(tuesdays(new End.On(TUESDAY.plusWeeks(2))));
    assertThat(series.rows()).hasSize(3);
    staysInStep();
  }

  @Test
  void bothSidesMadeASeriesOfItAndThereIsOne() {
    int row = world.crm.userCreates(World.row("Stand-up"));
    world.run();
    int second = world.crm.userCreates(at(World.row("Stand-up"), FIRST.plusWeeks(1)));
    world.crm.userMakesSeries(
        List.of(row, second), new CrmSeries.Rule(0, 2, 0, 2, FIRST, FIRST.plusWeeks(1), 0, 1, 0));
    userMakesRecurring(series.item(), tuesdays(new End.After(2)));
    world.run();
    assertThat(series.rows()).containsExactly(FIRST, FIRST.plusWeeks(1));
    assertThat(world.box.items()).hasSize(1);
    staysInStep();
  }

  @Test
  void anItemTurnedThereAndBackIsWhatItWas() {
    int row = world.crm.userCreates(World.row("Stand-up"));
    world.run();
    ItemId item = series.item();
    userMakesRecurring(item, tuesdays(new End.After(4)));
    world.run();
    userRemovesRecurrence();
    world.run();
    assertThat(series.rows()).containsExactly(FIRST);
    assertThat(series.row(FIRST).recordId()).isEqualTo(row);
    assertThat(series.item()).isEqualTo(item);
    staysInStep();
  }

  @Test
  void aCrashBetweenTheTwoSidesOfATurnIsRepaired() {
    world.crm.userCreates(World.row("Stand-up"));
    world.run();
    userMakesRecurring(series.item(), tuesdays(new End.After(3)));
    try {
      world.run(
          step -> {
            if (step.equals("commit of chunk")) {
              throw new IllegalStateException("crash");
            }
          });
    } catch (IllegalStateException crash) {
      assertThat(series.rows()).hasSize(1);
    }
    world.clock.advance(Duration.ofMinutes(10));
    world.run();
    assertThat(series.rows()).hasSize(3);
    assertThat(world.box.items()).hasSize(1);
    staysInStep();
  }

  private void staysInStep() {
    assertThat(world.run().quiet()).as("second run").isTrue();
    int rows = series.rows().size();
    int items = world.box.items().size();
    assertThat(listed().quiet()).as("a listing").isTrue();
    assertThat(series.rows()).hasSize(rows);
    assertThat(world.box.items()).hasSize(items);
  }

  private void userMakesRecurring(ItemId item, Recurrence recurrence) {
    world.box.change(
        item,
        single ->
            single
                .type(CalendarItemType.MASTER)
                .series(Optional.of(new MailboxSeries(recurrence, List.of(), Set.of()))));
  }

  private void userRemovesRecurrence() {
    world.box.change(
        world.box.items().stream()
            .filter(item -> item.type() == CalendarItemType.MASTER)
            .findFirst()
            .orElseThrow()
            .version()
            .id(),
        item -> item.type(CalendarItemType.SINGLE).series(Optional.empty()));
  }

  private static CrmAppointment at(CrmAppointment row, LocalDateTime start) {
    return row.with().doBy(start).activeDate(start).endDate(start.plusHours(1)).build();
  }

  private String journalBefore(String reason) {
    return world.stores.journal().entries().stream()
        .filter(entry -> entry.reason().equals(reason))
        .findFirst()
        .orElseThrow()
        .before();
  }

  private static SyncSettings withBrake(int deletes) {
    SyncSettings s = World.withVisibility(SyncSettings.DEFAULTS);
    BrakeSettings b = s.brakes();
    return new SyncSettings(
        s.windowBack(),
        s.windowAhead(),
        s.direction(),
        s.mapping(),
        s.filters(),
        new BrakeSettings(deletes, b.deletesPercent(), b.rewritesPerHour()),
        s.conflict(),
        s.deletePast(),
        s.visibleFor());
  }

  private World.Report listed() {
    world.stores.leases().askFullListing(Kind.APPOINTMENT, List.of(world.mailbox.id()));
    return world.run();
  }
}

package io.exchangesync.core.engine;

import static io.exchangesync.core.engine.SeriesSamples.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.SeriesKey;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Series of custom dates, which Exchange has not: a single item for each date. */
class CustomDatesTest {
  private static final LocalDateTime FIRST = TUESDAY.atTime(10, 0);

  private final World world = new World();
  private final SeriesSamples series = new SeriesSamples(world);

  private int userCreatesOddDays() {
    return world.crm.userCreatesSeries(
        World.row("Odd days"),
        new CrmSeries.Rule(0, CrmSeries.CUSTOM_DATES, 0, 0, FIRST, FIRST.plusDays(20), 0, 0, 0),
        List.of(FIRST, FIRST.plusDays(3), FIRST.plusDays(20)));
  }

  @Test
  void eachDateIsASingleItemOfItsRow() {
    int id = userCreatesOddDays();
    assertThat(world.run().counts()).containsExactly(entry("CreateInMailbox/NEW_IN_CRM", 3));
    assertThat(world.box.items())
        .extracting(item -> item.stamp().orElseThrow().recordId())
        .containsExactlyInAnyOrderElementsOf(
            world.crm.dates(SeriesKey.rule(id)).stream().map(CrmAppointment::recordId).toList());
    assertThat(world.box.items()).allMatch(item -> item.type() == CalendarItemType.SINGLE);
    staysInStep();
  }

  @Test
  void anEditOfOneDateTravelsBothWaysAndTheRuleStays() {
    int id = userCreatesOddDays();
    world.run();
    MailboxAppointment second = item(FIRST.plusDays(3));
    world.box.change(
        second.version().id(),
        item -> item.location("Oslo").when(SeriesSamples.at(TUESDAY.plusDays(4), 10)));
    world.crm.userEdits(series.row(FIRST).recordId(), row -> row.title("Renamed"));
    world.run();
    assertThat(series.row(FIRST.plusDays(4)).location()).isEqualTo("Oslo");
    assertThat(item(FIRST).subject()).isEqualTo("Renamed");
    assertThat(item(FIRST.plusDays(20)).subject()).isEqualTo("Odd days");
    assertThat(world.crm.dates(SeriesKey.rule(id))).hasSize(3);
    staysInStep();
  }

  @Test
  void newAndRemovedDatesFollow() {
    int id = userCreatesOddDays();
    world.run();
    world.crm.userCreates(
        World.row("Odd days")
            .with()
            .ties(World.row("").ties().withRule(SeriesKey.rule(id)))
            .doBy(FIRST.plusDays(8))
            .activeDate(FIRST.plusDays(8))
            .endDate(FIRST.plusDays(8).plusHours(1))
            .build());
    world.crm.userDeletes(series.row(FIRST).recordId());
    assertThat(world.run().counts())
        .containsOnly(
            entry("CreateInMailbox/NEW_IN_CRM", 1), entry("DeleteInMailbox/DELETED_IN_CRM", 1));
    world.box.delete(item(FIRST.plusDays(20)).version().id());
    assertThat(world.run().counts()).containsExactly(entry("DeleteInCrm/DELETED_IN_MAILBOX", 1));
    assertThat(series.rows()).containsExactly(FIRST.plusDays(3), FIRST.plusDays(8));
    staysInStep();
  }

  @Test
  void losingAllSyncTablesMakesNoDuplicates() {
    userCreatesOddDays();
    world.run();
    world.loseSyncTables();
    assertThat(world.run().counts()).containsExactly(entry("Align/MATCHED_BY_STAMP", 3));
    assertThat(world.box.items()).hasSize(3);
    assertThat(series.rows()).hasSize(3);
    staysInStep();
  }

  @Test
  void customDatesThatGetAPatternBecomeOneItem() {
    int id = userCreatesOddDays();
    world.run();
    List<Integer> rows =
        world.crm.dates(SeriesKey.rule(id)).stream().map(CrmAppointment::recordId).toList();
    for (int week = 0; week < 3; week++) {
      LocalDateTime start = FIRST.plusWeeks(week);
      world.crm.userEdits(
          rows.get(week), row -> row.doBy(start).activeDate(start).endDate(start.plusHours(1)));
    }
    world.crm.userEditsRule(
        id, rule -> new CrmSeries.Rule(rule.id(), 2, 0, 2, FIRST, FIRST.plusWeeks(2), 0, 1, 0));
    world.run();
    assertThat(world.onlyItem().type()).isEqualTo(CalendarItemType.MASTER);
    assertThat(series.series().exceptions()).isEmpty();
    staysInStep();
  }

  @Test
  void aSeriesThatGetsCustomDatesBecomesSingleItems() {
    int id = series.userCreatesSixTuesdays("Stand-up");
    world.run();
    world.crm.userEditsRule(
        id,
        rule ->
            new CrmSeries.Rule(
                rule.id(),
                CrmSeries.CUSTOM_DATES,
                0,
                0,
                rule.startDate(),
                rule.endDate(),
                0,
                0,
                0));
    world
        .crm
        .dates(SeriesKey.rule(id))
        .forEach(row -> world.crm.userEdits(row.recordId(), edit -> edit));
    world.run();
    assertThat(world.box.items())
        .hasSize(6)
        .allMatch(item -> item.type() == CalendarItemType.SINGLE);
    staysInStep();
  }

  private MailboxAppointment item(LocalDateTime start) {
    return world.box.items().stream()
        .filter(item -> item.when().equals(SeriesSamples.at(start.toLocalDate(), start.getHour())))
        .findFirst()
        .orElseThrow();
  }

  private void staysInStep() {
    assertThat(world.run().quiet()).as("second run").isTrue();
    int items = world.box.items().size();
    world.stores.leases().askFullListing(Kind.APPOINTMENT, List.of(world.mailbox.id()));
    assertThat(world.run().quiet()).as("a listing").isTrue();
    assertThat(world.box.items()).hasSize(items);
  }
}

package io.exchangesync.core.engine;

import static io.exchangesync.core.engine.SeriesSamples.TUESDAY;
import static io.exchangesync.core.engine.SeriesSamples.tuesdays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.CrmTies;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.SeriesKey;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The warning that SuperOffice shows on what can't be kept in sync. */
class CautionTest {
  private static final LocalDateTime FIRST = TUESDAY.atTime(10, 0);
  private static final Recurrence TOO_LONG =
      new Recurrence(new Recurrence.Rule.Daily(1), TUESDAY.minusYears(4), new End.Never());

  private final World world = new World();
  private final SeriesSamples series = new SeriesSamples(world);

  @Test
  void rowsThatTheirRuleDoesNotExplainAreWarnedOfOnceAndClearedWhenTheyAreInSync() {
    int id = unexplained();
    assertThat(world.run().counts()).containsExactly(entry("Hold/PATTERN_UNSUPPORTED", 1));
    assertThat(cautions(id)).containsOnly(3);
    assertThat(world.run().counts()).as("our own write is no change").isEmpty();
    List<String> versions = versions();
    listed();
    assertThat(versions()).as("what warns already is not written again").isEqualTo(versions);

    world.crm.userDeletes(series.row(FIRST.plusDays(1)).recordId());
    assertThat(listed().counts()).containsExactly(entry("CreateInMailbox/NEW_IN_CRM", 1));
    assertThat(cautions(id)).containsOnly(0);
    assertThat(world.run().counts()).isEmpty();
    assertThat(listed().counts()).containsOnlyKeys("Skip/UNCHANGED");
  }

  @Test
  void anIncomingPatternThatSuperOfficeHasNotIsWarnedOfUntilItIsTakenBack() {
    int row = world.crm.userCreates(World.row("Stand-up"));
    world.run();
    turn(Optional.of(TOO_LONG));
    assertThat(world.run().counts()).containsExactly(entry("Hold/PATTERN_UNSUPPORTED", 1));
    assertThat(world.crm.row(row).ties().caution()).isEqualTo(4);
    assertThat(world.run().counts()).isEmpty();

    turn(Optional.empty());
    world.run();
    assertThat(world.crm.row(row).ties().caution()).isZero();
    assertThat(world.run().counts()).isEmpty();
    assertThat(listed().quiet()).isTrue();
  }

  @Test
  void aWarningGoesWithTheTurnThatSolvesIt() {
    world.crm.userCreates(World.row("Stand-up"));
    world.run();
    turn(Optional.of(TOO_LONG));
    world.run();
    turn(Optional.of(tuesdays(new End.After(3))));
    assertThat(world.run().counts()).containsExactly(entry("Align/TURNED_INTO_SERIES", 1));
    assertThat(world.crm.diary(World.ASSOCIATE)).hasSize(3);
    assertThat(world.crm.diary(World.ASSOCIATE)).allMatch(row -> row.ties().caution() == 0);
    assertThat(world.run().quiet()).isTrue();
  }

  @Test
  void aWarningOfSuperOfficeItselfStays() {
    int mailed =
        world.crm.userCreates(World.row("Mailed").with().ties(CrmTies.NONE.withCaution(2)).build());
    int old =
        world.crm.userCreates(World.row("Old").with().ties(CrmTies.NONE.withCaution(1)).build());
    world.run();
    world.crm.userEdits(old, row -> row.location("Oslo"));
    world.run();
    assertThat(world.crm.row(mailed).ties().caution()).isEqualTo(2);
    assertThat(world.crm.row(old).ties().caution()).isEqualTo(1);
  }

  @Test
  void withoutTheColumnNothingIsWritten() {
    int row =
        world.crm.userCreates(
            World.row("Stand-up")
                .with()
                .ties(new CrmTies(0, 0, 0, 0, 0, false, 0, false, CrmTies.NO_CAUTION, false))
                .build());
    world.run();
    String version = world.crm.row(row).version();
    turn(Optional.of(TOO_LONG));
    world.run();
    assertThat(world.crm.row(row).version()).isEqualTo(version);
  }

  private int unexplained() {
    int id = series.userCreatesSixTuesdays("Stand-up");
    CrmAppointment extra = series.row(FIRST);
    world.crm.userCreates(
        extra
            .with()
            .doBy(FIRST.plusDays(1))
            .activeDate(FIRST.plusDays(1))
            .endDate(FIRST.plusDays(1).plusHours(1))
            .build());
    return id;
  }

  private void turn(Optional<Recurrence> recurrence) {
    world.box.change(
        series.item(),
        item ->
            item.type(recurrence.isPresent() ? CalendarItemType.MASTER : CalendarItemType.SINGLE)
                .series(recurrence.map(r -> new MailboxSeries(r, List.of(), Set.of()))));
  }

  private List<Integer> cautions(int id) {
    return world.crm.dates(SeriesKey.rule(id)).stream().map(row -> row.ties().caution()).toList();
  }

  private List<String> versions() {
    return world.crm.records(World.ASSOCIATE).stream()
        .map(CrmAppointment::series)
        .flatMap(Optional::stream)
        .map(CrmSeries::occurrences)
        .flatMap(List::stream)
        .map(date -> date.row().version())
        .toList();
  }

  private World.Report listed() {
    world.stores.leases().askFullListing(Kind.APPOINTMENT, List.of(world.mailbox.id()));
    return world.run();
  }
}

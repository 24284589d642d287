package io.exchangesync.core.engine;

import static io.exchangesync.core.engine.SeriesSamples.TUESDAY;
import static io.exchangesync.core.engine.SeriesSamples.tuesdays;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.Body;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.core.settings.SettingsParser;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules that were written apart, on one thing: private texts, turns, history, lost tables. */
class PartsTogetherTest {
  private static final String NEUTRAL = "Private appointment";
  private static final LocalDateTime FIRST = TUESDAY.atTime(10, 0);

  private final World world = new World();
  private final SeriesSamples series = new SeriesSamples(world);

  @Test
  void aPrivateRowWhoseItemBecomesASeriesKeepsItsTextOnEachDate() {
    timeOnly();
    world.crm.userCreates(
        World.row("Salary").with().agenda("<p>Figures</p>").visibility(Visibility.OWNER).build());
    settle();
    assertThat(item().subject()).isEqualTo(NEUTRAL);
    userMakesRecurring();
    settle();
    assertThat(titles()).hasSize(4).containsOnly("Salary");
    assertThat(rows()).allMatch(row -> row.visibility() == Visibility.OWNER);
    assertThat(rows()).allMatch(row -> row.agenda().contains("Figures"));
    assertThat(item().subject()).isEqualTo(NEUTRAL);
    assertQuiet();
    userRemovesRecurrence();
    settle();
    assertThat(titles()).containsExactly("Salary");
    assertThat(rows().get(0).agenda()).contains("Figures");
    assertQuiet();
    world.crm.userEdits(rows().get(0).recordId(), row -> row.visibility(Visibility.EVERYONE));
    settle();
    assertThat(item().subject()).isEqualTo("Salary");
    assertThat(titles()).containsExactly("Salary");
    assertQuiet();
  }

  @Test
  void aPrivateItemWhoseRowBecomesASeriesKeepsItsText() {
    timeOnly();
    world.box.create(
        World.item("Doctor")
            .with()
            .body(new Body(Body.Format.TEXT, "knee"))
            .sensitivity(Sensitivity.PRIVATE)
            .build());
    settle();
    CrmAppointment row = rows().get(0);
    int second =
        world.crm.userCreates(
            row.with()
                .recordId(0)
                .doBy(row.doBy().plusWeeks(1))
                .activeDate(row.doBy().plusWeeks(1))
                .endDate(row.endDate().plusWeeks(1))
                .build());
    world.crm.userMakesSeries(
        List.of(row.recordId(), second),
        new CrmSeries.Rule(0, 2, 0, 2, row.doBy(), row.doBy().plusWeeks(1), 0, 1, 0));
    settle();
    assertThat(item().type()).isEqualTo(CalendarItemType.MASTER);
    assertThat(item().subject()).isEqualTo("Doctor");
    assertThat(item().body().content()).contains("knee");
    assertQuiet();
    rows()
        .forEach(
            date ->
                world.crm.userEdits(date.recordId(), edit -> edit.ties(date.ties().withRule(0))));
    settle();
    assertThat(world.box.items()).hasSize(2);
    assertThat(world.box.items().stream().map(MailboxAppointment::subject)).contains("Doctor");
    assertQuiet();
  }

  @Test
  void aPrivateSeriesWithAnEditedDateThatBecomesSingleKeepsTextsOfItsOwn() {
    timeOnly();
    series.userCreatesSixTuesdays("Jour fixe");
    settle();
    world.crm.userEdits(series.row(FIRST.plusWeeks(1)).recordId(), row -> row.title("Review"));
    settle();
    rows()
        .forEach(
            date -> world.crm.userEdits(date.recordId(), row -> row.visibility(Visibility.OWNER)));
    settle();
    assertThat(item().subject()).isEqualTo(NEUTRAL);
    ItemId id = item().version().id();
    world.box.change(
        id,
        each ->
            each.type(CalendarItemType.SINGLE)
                .series(Optional.empty())
                .when(SeriesSamples.at(TUESDAY.plusWeeks(1), 10)));
    settle();
    assertThat(titles()).containsExactly("Review");
    assertThat(item().subject()).isEqualTo(NEUTRAL);
    assertQuiet();
  }

  @Test
  void withoutTablesNobodyKnowsWhichHalfTurnedAndNothingIsDeleted() {
    series.userCreatesSixTuesdays("Stand-up");
    settle();
    world.clock.advance(Duration.ofHours(1));
    world.box.change(
        item().version().id(),
        each ->
            each.type(CalendarItemType.SINGLE)
                .series(Optional.empty())
                .lastModified(world.clock.instant()));
    world.settings =
        SettingsParser.parse(Map.of("conflict", "mailbox", "crm.visible-for", "direct"), Map.of());
    world.loseSyncTables();
    settle();
    assertThat(rows()).hasSize(6);
    assertQuiet();
  }

  @Test
  void withoutTablesAMasterOfASingleRowKeepsItsDates() {
    world.crm.userCreates(World.row("Stand-up"));
    settle();
    userMakesRecurring();
    world.clock.advance(Duration.ofHours(1));
    world.crm.userEdits(rows().get(0).recordId(), row -> row.location("Garden"));
    world.loseSyncTables();
    settle();
    assertThat(item().type()).isEqualTo(CalendarItemType.MASTER);
  }

  @Test
  void theRowThatIsLeftOfASeriesBegunInThePastIsFollowed() {
    series.userCreatesSixTuesdays("Stand-up");
    settle();
    world.clock.advance(Duration.ofDays(16));
    world.run();
    userRemovesRecurrence();
    settle();
    assertThat(item().when()).isEqualTo(SeriesSamples.at(TUESDAY, 10));
    assertThat(series.row(FIRST).ties().recurrenceRuleId()).isZero();
    assertQuiet();
    world.crm.userEdits(series.row(FIRST).recordId(), row -> row.title("Kick-off"));
    settle();
    assertThat(world.box.items()).hasSize(1);
    assertThat(item().subject()).isEqualTo("Kick-off");
    listed();
    assertThat(world.box.items()).hasSize(1);
    assertThat(rows()).hasSize(3);
    assertQuiet();
    userMakesRecurring();
    settle();
    assertQuiet();
    assertThat(world.box.items()).hasSize(1);
  }

  @Test
  void aDateMadePrivateInOutlookTakesNoTextOutOfSuperOffice() {
    timeOnly();
    series.userCreatesSixTuesdays("Jour fixe");
    settle();
    world.crm.userEdits(series.row(FIRST.plusWeeks(1)).recordId(), row -> row.title("Review"));
    settle();
    series.userEditsDate(
        item().version().id(),
        TUESDAY.plusWeeks(1),
        date -> date.sensitivity(Sensitivity.PRIVATE).subject("Doctor"));
    settle();
    assertThat(titles())
        .containsExactly("Jour fixe", "Review", "Jour fixe", "Jour fixe", "Jour fixe", "Jour fixe");
    assertThat(exceptionSubjects()).containsExactly("Doctor");
    assertQuiet();
    series.userEditsDate(
        item().version().id(), TUESDAY.plusWeeks(1), date -> date.sensitivity(Sensitivity.NORMAL));
    settle();
    assertThat(titles()).contains("Doctor");
    assertQuiet();
  }

  @Test
  void anEditOfADateThatIsPrivateInOutlookTravelsWhenItIsOpenAgain() {
    timeOnly();
    series.userCreatesSixTuesdays("Jour fixe");
    settle();
    world.crm.userEdits(series.row(FIRST.plusWeeks(1)).recordId(), row -> row.title("Review"));
    settle();
    series.userEditsDate(
        item().version().id(), TUESDAY.plusWeeks(1), date -> date.sensitivity(Sensitivity.PRIVATE));
    settle();
    world.crm.userEdits(series.row(FIRST.plusWeeks(1)).recordId(), row -> row.title("Review 2"));
    settle();
    assertThat(exceptionSubjects()).containsExactly("Review");
    assertQuiet();
    listed();
    assertQuiet();
    series.userEditsDate(
        item().version().id(), TUESDAY.plusWeeks(1), date -> date.sensitivity(Sensitivity.NORMAL));
    settle();
    assertThat(titles()).contains("Review 2");
    assertThat(exceptionSubjects()).containsExactly("Review 2");
    assertQuiet();
  }

  @Test
  void aDateMadePrivateInSuperOfficeLeavesNoTextOfOutlookNeutral() {
    timeOnly();
    series.userCreatesSixTuesdays("Jour fixe");
    settle();
    int second = series.row(FIRST.plusWeeks(1)).recordId();
    world.crm.userEdits(second, row -> row.title("Salary").visibility(Visibility.OWNER));
    settle();
    assertThat(exceptionSubjects()).doesNotContain("Salary");
    assertThat(titles()).contains("Salary");
    assertQuiet();
    world.box.change(item().version().id(), each -> each.subject("Jour fixe II"));
    settle();
    assertThat(titles()).contains("Salary").contains("Jour fixe II").doesNotContain(NEUTRAL);
    assertThat(exceptionSubjects()).doesNotContain("Salary");
    assertQuiet();
    world.crm.userEdits(second, row -> row.visibility(Visibility.EVERYONE));
    settle();
    assertThat(titles()).contains("Salary");
    assertThat(exceptionSubjects()).containsExactly("Salary");
    assertQuiet();
  }

  @Test
  void aRuleOfCustomDatesThatGetsAPatternSuperOfficeCannotTellKeepsEveryItem() {
    List<LocalDateTime> dates = List.of(FIRST, FIRST.plusDays(3), FIRST.plusDays(10));
    world.crm.userCreatesSeries(
        World.row("Stand-up"),
        new CrmSeries.Rule(0, CrmSeries.CUSTOM_DATES, 0, 0, FIRST, FIRST.plusDays(10), 0, 0, 0),
        dates);
    settle();
    assertThat(world.box.items()).hasSize(3);
    List<Integer> rows = new ArrayList<>(rows().stream().map(CrmAppointment::recordId).toList());
    world.crm.userMakesSeries(
        rows, new CrmSeries.Rule(0, 2, 0, 2, FIRST, FIRST.plusDays(3), 0, 1, 0));
    settle();
    assertThat(world.box.items()).hasSize(3);
    assertQuiet();
    listed();
    assertThat(world.box.items()).hasSize(3);
    assertThat(rows()).hasSize(3);
    world.crm.userMakesSeries(
        rows, new CrmSeries.Rule(0, CrmSeries.CUSTOM_DATES, 0, 0, FIRST, FIRST, 0, 0, 0));
    settle();
    listed();
    assertThat(world.box.items()).hasSize(3);
    assertQuiet();
  }

  @Test
  void anItemOfACustomDateThatBecomesASeriesLeavesTheOtherDates() {
    List<LocalDateTime> dates = List.of(FIRST, FIRST.plusDays(3), FIRST.plusDays(10));
    world.crm.userCreatesSeries(
        World.row("Stand-up"),
        new CrmSeries.Rule(0, CrmSeries.CUSTOM_DATES, 0, 0, FIRST, FIRST.plusDays(10), 0, 0, 0),
        dates);
    settle();
    userMakesRecurring();
    settle();
    assertThat(world.box.items()).hasSize(3);
    assertThat(rows()).hasSize(6);
    assertQuiet();
    listed();
    assertThat(world.box.items()).hasSize(3);
    assertThat(rows()).hasSize(6);
  }

  @Test
  void aTurnDuringAnEditInSuperOfficeIsMadeAfterwards() {
    int id = world.crm.userCreates(World.row("Stand-up"));
    settle();
    userMakesRecurring();
    boolean[] edited = {false};
    world.run(
        step -> {
          if (step.equals("chunk") && !edited[0]) {
            edited[0] = true;
            world.crm.userEdits(id, row -> row.location("Garden"));
          }
        });
    settle();
    assertThat(rows()).hasSize(4).allMatch(row -> row.location().equals("Garden"));
    assertThat(item().location()).isEqualTo("Garden");
    assertQuiet();
  }

  @Test
  void aSeriesThatEndsDuringAnEditInSuperOfficeEndsAfterwards() {
    series.userCreatesSixTuesdays("Stand-up");
    settle();
    userRemovesRecurrence();
    boolean[] edited = {false};
    world.run(
        step -> {
          if (step.equals("chunk") && !edited[0]) {
            edited[0] = true;
            world.crm.userEdits(
                series.row(FIRST.plusWeeks(2)).recordId(), row -> row.location("Garden"));
          }
        });
    settle();
    assertThat(item().type()).isEqualTo(CalendarItemType.SINGLE);
    assertThat(world.box.items()).hasSize(1);
    assertThat(rows()).hasSize(1);
    assertQuiet();
  }

  @Test
  void theCopyOfABookingIsTakenBackWhenSuperOfficeMakesItPrivate() {
    timeOnly();
    world.linkColleague(8, "berit@fjordline.example");
    int id =
        world.crm.userCreates(
            World.row("Budget")
                .with()
                .booking(
                    Optional.of(
                        new CrmBooking(
                            List.of(
                                new Participant(
                                    0, 8, 1008, 6, 5, "berit@fjordline.example", "Berit", false)),
                            "")))
                .build());
    settle();
    world.crm.userEdits(id, row -> row.location("Room 1"));
    settle();
    assertThat(item().subject()).isEqualTo("Budget");
    assertThat(item().meetingRole()).isEqualTo(MailboxAppointment.MeetingRole.NONE);
    world.crm.userEdits(id, row -> row.visibility(Visibility.OWNER));
    settle();
    assertThat(item().sensitivity()).isEqualTo(Sensitivity.PRIVATE);
    assertThat(item().subject()).isEqualTo(NEUTRAL);
    assertThat(world.crm.row(id).title()).isEqualTo("Budget");
    assertQuiet();
  }

  private void timeOnly() {
    world.settings =
        SettingsParser.parse(
            Map.of("private.items", "time-only", "crm.visible-for", "direct"), Map.of());
  }

  private List<CrmAppointment> rows() {
    return world.crm.diary(World.ASSOCIATE).stream()
        .sorted(java.util.Comparator.comparing(CrmAppointment::doBy))
        .toList();
  }

  private List<String> titles() {
    return rows().stream().map(CrmAppointment::title).toList();
  }

  private MailboxAppointment item() {
    return world.onlyItem();
  }

  private List<String> exceptionSubjects() {
    return item().series().map(MailboxSeries::exceptions).orElse(List.of()).stream()
        .map(each -> each.content().subject())
        .toList();
  }

  private void userMakesRecurring() {
    MailboxAppointment first =
        world.box.items().stream()
            .min(java.util.Comparator.comparing(each -> each.when().toString()))
            .orElseThrow();
    world.box.change(
        first.version().id(),
        single ->
            single
                .type(CalendarItemType.MASTER)
                .series(
                    Optional.of(
                        new MailboxSeries(tuesdays(new End.After(4)), List.of(), Set.of()))));
  }

  private void userRemovesRecurrence() {
    world.box.change(
        item().version().id(), each -> each.type(CalendarItemType.SINGLE).series(Optional.empty()));
  }

  private void listed() {
    world.stores.leases().askFullListing(Kind.APPOINTMENT, List.of(world.mailbox.id()));
    settle();
  }

  private void settle() {
    for (int i = 0; i < 4; i++) {
      assertThat(world.run().failures()).isEmpty();
      world.clock.advance(Duration.ofMinutes(10));
    }
  }

  private void assertQuiet() {
    World.Report report = world.run();
    assertThat(report.quiet()).as("the next plan is empty: %s", report.counts()).isTrue();
  }
}

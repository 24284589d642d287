package io.exchangesync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.memory.MemoryPost;
import io.exchangesync.core.model.Body;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.core.settings.SettingsParser;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * private.items = time-only: the neutral text is what a new counterpart gets, and no text that
 * somebody wrote is lost because of it (sync-rules 5.2, invariants I2 and I10).
 */
class PrivateTextsTest {
  private static final String NEUTRAL = "Private appointment";
  private static final String BERITS = "berit@fjordline.example";

  private final World world = new World();

  PrivateTextsTest() {
    settings(world, Map.of());
  }

  @Test
  void anAppointmentMadePrivateInOutlookKeepsItsTextOnBothSides() {
    int id = fromSuperOffice();
    mailbox(Sensitivity.PRIVATE);
    settle();

    assertThat(row(id).visibility()).isEqualTo(Visibility.OWNER);
    assertThat(row(id).title()).isEqualTo("Budget");
    assertThat(row(id).agenda()).contains("Figures");
    assertThat(row(id).location()).isEqualTo("Room 1");
    assertThat(item().subject()).isEqualTo("Budget");
    assertQuiet();
  }

  @Test
  void aCopyIsTakenBackWhenSuperOfficeMakesItsAppointmentPrivate() {
    int id = fromSuperOffice();
    crm(id, Visibility.OWNER);
    settle();

    assertThat(item().sensitivity()).isEqualTo(Sensitivity.PRIVATE);
    assertThat(item().subject()).isEqualTo(NEUTRAL);
    assertThat(item().body().content()).doesNotContain("Figures");
    assertThat(item().location()).isEmpty();
    assertThat(row(id).title()).isEqualTo("Budget");
    assertThat(row(id).agenda()).contains("Figures");
    assertQuiet();

    crm(id, Visibility.EVERYONE);
    settle();
    assertThat(item().subject()).isEqualTo("Budget");
    assertThat(item().body().content()).contains("Figures");
    assertThat(item().location()).isEqualTo("Room 1");
    assertThat(row(id).title()).isEqualTo("Budget");
    assertQuiet();
  }

  @Test
  void aTextOfOutlookStaysThereWhenSuperOfficeMakesTheAppointmentPrivate() {
    fromOutlook();
    crm(world.onlyRow().recordId(), Visibility.OWNER);
    settle();

    assertThat(item().sensitivity()).isEqualTo(Sensitivity.PRIVATE);
    assertThat(item().subject()).isEqualTo("Besuch");
    assertThat(item().body().content()).contains("from Outlook");
    assertThat(world.onlyRow().title()).isEqualTo("Besuch");
    assertQuiet();
  }

  @Test
  void aTextThatOutlookEditedStaysThereWhenSuperOfficeMakesTheAppointmentPrivate() {
    int id = fromSuperOffice();
    world.box.change(itemId(), item -> item.subject("Budget 2027"));
    settle();
    crm(id, Visibility.OWNER);
    settle();

    assertThat(item().subject()).isEqualTo("Budget 2027");
    assertThat(row(id).title()).isEqualTo("Budget 2027");
    assertQuiet();
  }

  @Test
  void whatOnlyTheMailboxHasIsNeverTakenBack() {
    int id = fromSuperOffice();
    world.box.change(itemId(), item -> item.location("Terrace").subject("Mine"));
    crm(id, Visibility.OWNER);
    settle();

    assertThat(item().subject()).isEqualTo("Mine");
    assertThat(item().location()).isEqualTo("Terrace");
    assertThat(row(id).title()).isEqualTo("Budget");

    crm(id, Visibility.EVERYONE);
    settle();
    assertThat(row(id).title()).isEqualTo("Mine");
    assertThat(row(id).location()).isEqualTo("Terrace");
    assertQuiet();
  }

  @Test
  void editsWhilePrivateTravelWhenTheAppointmentIsOpenAgain() {
    int id = fromSuperOffice();
    mailbox(Sensitivity.PRIVATE);
    settle();
    world.box.change(itemId(), item -> item.subject("Dentist"));
    world.crm.userEdits(id, row -> row.location("Room 2"));
    settle();
    assertThat(row(id).title()).isEqualTo("Budget");
    assertThat(item().subject()).isEqualTo("Dentist");
    assertThat(item().location()).isEqualTo("Room 1");

    mailbox(Sensitivity.NORMAL);
    settle();
    assertThat(row(id).title()).isEqualTo("Dentist");
    assertThat(item().location()).isEqualTo("Room 2");
    assertThat(row(id).agenda()).contains("Figures");
    assertQuiet();
  }

  @Test
  void madePrivateInOutlookAndOpenedInSuperOfficeItKeepsEverything() {
    int id = fromSuperOffice();
    mailbox(Sensitivity.PRIVATE);
    settle();
    world.box.change(itemId(), item -> item.subject("Dentist"));
    settle();
    crm(id, Visibility.EVERYONE);
    settle();

    assertThat(item().sensitivity()).isEqualTo(Sensitivity.NORMAL);
    assertThat(row(id).title()).isEqualTo("Dentist");
    assertThat(item().subject()).isEqualTo("Dentist");
    assertQuiet();
  }

  @Test
  void aNewCounterpartIsNeutralAndGetsTheTextWhenItIsOpen() {
    int id = world.crm.userCreates(World.row("Salary").with().visibility(Visibility.OWNER).build());
    settle();
    assertThat(item().subject()).isEqualTo(NEUTRAL);
    world.box.change(itemId(), item -> item.location("Terrace"));
    settle();
    assertThat(row(id).location()).isEmpty();

    crm(id, Visibility.EVERYONE);
    settle();
    assertThat(item().subject()).isEqualTo("Salary");
    assertThat(row(id).title()).isEqualTo("Salary");
    assertThat(row(id).location()).isEqualTo("Terrace");
    assertQuiet();
  }

  @Test
  void aNewRowOfAPrivateItemIsNeutralAndGetsTheTextWhenItIsOpen() {
    world.box.create(World.item("Doctor").with().sensitivity(Sensitivity.PRIVATE).build());
    settle();
    assertThat(world.onlyRow().title()).isEqualTo(NEUTRAL);
    assertThat(item().subject()).isEqualTo("Doctor");

    mailbox(Sensitivity.NORMAL);
    settle();
    assertThat(world.onlyRow().title()).isEqualTo("Doctor");
    assertThat(world.onlyRow().agenda()).contains("from Outlook");
    assertThat(item().subject()).isEqualTo("Doctor");
    assertQuiet();
  }

  @Test
  void aCrashBehindTheWriteTakesNoTextOutOfSuperOffice() {
    int id = fromSuperOffice();
    crm(id, Visibility.OWNER);
    try {
      world.run(
          step -> {
            if (step.equals("commit of chunk")) {
              throw new IllegalStateException("killed");
            }
          });
    } catch (IllegalStateException killed) {
      assertThat(item().subject()).isEqualTo(NEUTRAL);
    }
    world.clock.advance(Duration.ofMinutes(20));
    settle();
    world.box.change(itemId(), item -> item.sensitivity(Sensitivity.NORMAL));
    settle();

    assertThat(row(id).title()).isEqualTo("Budget");
    assertThat(row(id).agenda()).contains("Figures");
    assertThat(item().subject()).isEqualTo("Budget");
    assertQuiet();
  }

  @Test
  void aPolicyThatBecomesStricterTakesCopiesBackWhenItIsReapplied() {
    settings(world, Map.of("private.items", "full"));
    int secret = fromSuperOffice();
    crm(secret, Visibility.OWNER);
    settle();
    ItemId copy = itemId();
    ItemId own =
        world.box.create(World.item("Doctor").with().sensitivity(Sensitivity.PRIVATE).build()).id();
    settle();
    assertThat(subject(copy)).isEqualTo("Budget");

    settings(world, Map.of());
    settle();
    assertThat(subject(copy)).as("only when it is asked for").isEqualTo("Budget");
    var plan =
        new DryRun(world.ports())
            .plan(
                world.stores.mailboxes().byAssociate(World.ASSOCIATE).orElseThrow(),
                Kind.APPOINTMENT,
                RunMode.REAPPLY,
                10);
    assertThat(plan.counts().get("Align")).containsEntry("REAPPLIED", 1);
    reapply();
    assertThat(subject(copy)).isEqualTo(NEUTRAL);
    assertThat(subject(own)).as("it was written in Outlook").isEqualTo("Doctor");
    assertThat(titles()).containsExactlyInAnyOrder("Budget", "Doctor");
    assertQuiet();

    settings(world, Map.of("private.items", "full"));
    reapply();
    assertThat(subject(copy)).isEqualTo("Budget");
    assertThat(titles()).containsExactlyInAnyOrder("Budget", "Doctor");
    assertQuiet();
  }

  @Test
  void whatWasMadePrivateInOutlookIsNotTakenBackByAReapplicationEither() {
    int id = fromSuperOffice();
    mailbox(Sensitivity.PRIVATE);
    settle();
    reapply();

    assertThat(item().subject()).isEqualTo("Budget");
    assertThat(row(id).title()).isEqualTo("Budget");
    assertQuiet();
  }

  @Test
  void aMeetingWithAttendeesKeepsItsTextAndNoMailLeaves() {
    settings(world, Map.of("invitations", "attendees"));
    world.linkColleague(8, BERITS);
    settle();
    int id =
        world.crm.userCreates(
            World.row("Budget")
                .with()
                .booking(
                    Optional.of(
                        new CrmBooking(
                            List.of(new Participant(0, 8, 1008, 6, 5, BERITS, "Berit", false)),
                            "")))
                .build());
    settle();
    MemoryPost post = world.gateway.post();
    assertThat(post.sent()).isNotEmpty();
    post.forget();
    crm(id, Visibility.OWNER);
    settle();
    mailbox(Sensitivity.NORMAL);
    settle();
    mailbox(Sensitivity.PRIVATE);
    settle();

    assertThat(post.sent()).isEmpty();
    assertThat(item().subject()).isEqualTo("Budget");
    assertThat(row(id).title()).isEqualTo("Budget");
    assertQuiet();
  }

  @Test
  void aMeetingOfOutlookMadePrivateChangesNobodysTextAndNoMailLeaves() {
    settings(world, Map.of("invitations", "attendees"));
    world.linkColleague(8, BERITS);
    settle();
    MemoryPost post = world.gateway.post();
    post.invite(World.ADDRESS, World.item("Plan"), List.of(BERITS));
    settle();
    post.forget();
    mailbox(Sensitivity.PRIVATE);
    settle();

    assertThat(post.sent()).isEmpty();
    assertThat(row(masterOf(World.ASSOCIATE)).title()).isEqualTo("Plan");
    assertThat(row(masterOf(8)).title()).isEqualTo("Plan");
    assertThat(world.gateway.mailbox(BERITS).items().get(0).subject()).isEqualTo("Plan");
    assertQuiet();
  }

  @Test
  void aSeriesMadePrivateInOutlookKeepsTheTextsOfItsDates() {
    int series = series();
    world.box.change(itemId(), item -> item.sensitivity(Sensitivity.PRIVATE));
    settle();
    assertThat(dates(series)).extracting(CrmAppointment::visibility).containsOnly(Visibility.OWNER);
    assertThat(dates(series))
        .extracting(CrmAppointment::title)
        .containsExactly("Jour fixe", "Review", "Jour fixe", "Jour fixe", "Jour fixe", "Jour fixe");
    assertQuiet();

    world.box.change(itemId(), item -> item.sensitivity(Sensitivity.NORMAL));
    settle();
    assertThat(dates(series))
        .extracting(CrmAppointment::title)
        .containsExactly("Jour fixe", "Review", "Jour fixe", "Jour fixe", "Jour fixe", "Jour fixe");
    assertThat(item().subject()).isEqualTo("Jour fixe");
    assertQuiet();
  }

  @Test
  void aSeriesMadePrivateInSuperOfficeTakesItsCopiesBackAndGivesThemAgain() {
    int series = series();
    dates(series).forEach(date -> crm(date.recordId(), Visibility.OWNER));
    settle();
    assertThat(item().sensitivity()).isEqualTo(Sensitivity.PRIVATE);
    assertThat(item().subject()).isEqualTo(NEUTRAL);
    assertThat(exceptionSubjects()).doesNotContain("Review");
    assertThat(dates(series)).extracting(CrmAppointment::title).contains("Jour fixe", "Review");
    assertQuiet();

    dates(series).forEach(date -> crm(date.recordId(), Visibility.EVERYONE));
    settle();
    assertThat(item().subject()).isEqualTo("Jour fixe");
    assertThat(exceptionSubjects()).containsExactly("Review");
    assertThat(dates(series))
        .extracting(CrmAppointment::title)
        .containsExactly("Jour fixe", "Review", "Jour fixe", "Jour fixe", "Jour fixe", "Jour fixe");
    assertQuiet();
  }

  @Test
  void aPrivateSeriesCanBeDeletedOnEitherSide() {
    int series = series();
    world.box.change(itemId(), item -> item.sensitivity(Sensitivity.PRIVATE));
    settle();
    world.crm.userDeletesSeries(series);
    settle();
    assertThat(world.box.items()).isEmpty();
  }

  /** What a user types stays where he typed it; SuperOffice never gets a neutral text. */
  @Property(seed = "20261123", tries = 300)
  void noTextIsLostWhereItWasWritten(@ForAll long seed) {
    Random random = new Random(seed);
    World any = new World();
    settings(any, Map.of());
    boolean ofCrm = random.nextBoolean();
    if (ofCrm) {
      any.crm.userCreates(World.row("crm 0"));
    } else {
      any.box.create(World.item("box 0"));
    }
    settle(any);
    String typed = ofCrm ? "" : "box 0";
    for (int step = 1; step <= 25; step++) {
      int id = any.onlyRow().recordId();
      ItemId item = any.onlyItem().version().id();
      String text = "text " + step;
      switch (random.nextInt(7)) {
        case 0 -> any.crm.userEdits(id, row -> row.title(text));
        case 1 -> {
          any.box.change(item, each -> each.subject(text));
          typed = text;
        }
        case 2 -> any.crm.userEdits(id, row -> row.visibility(any(random, Visibility.OWNER)));
        case 3 -> any.box.change(item, each -> each.sensitivity(anySensitivity(random)));
        case 4 -> settings(any, random.nextBoolean() ? Map.of() : FULL);
        case 5 -> any.stores.leases().askReapply(Kind.APPOINTMENT, List.of(any.mailbox.id()));
        default -> {
          String before = any.onlyItem().subject();
          if (random.nextInt(4) == 0) {
            crash(any);
          } else {
            any.run();
          }
          String after = any.onlyItem().subject();
          assertThat(any.onlyRow().title()).as(told(any)).isNotEqualTo(NEUTRAL);
          if (before.equals(typed)) {
            assertThat(after).as(told(any)).isNotEqualTo(NEUTRAL);
          }
        }
      }
    }
    settings(any, Map.of());
    any.crm.userEdits(any.onlyRow().recordId(), row -> row.visibility(Visibility.EVERYONE));
    any.box.change(any.onlyItem().version().id(), each -> each.sensitivity(Sensitivity.NORMAL));
    any.clock.advance(Duration.ofHours(1));
    settle(any);
    assertThat(any.onlyItem().subject()).as(told(any)).isEqualTo(any.onlyRow().title());
    assertThat(any.onlyRow().title()).isNotEqualTo(NEUTRAL);
    assertThat(any.run().quiet()).isTrue();
  }

  private static final Map<String, String> FULL = Map.of("private.items", "full");

  private static void crash(World any) {
    try {
      any.run(
          step -> {
            if (step.equals("commit of chunk")) {
              throw new IllegalStateException("killed");
            }
          });
    } catch (IllegalStateException killed) {
      any.clock.advance(Duration.ofMinutes(20));
    }
  }

  private static String told(World any) {
    return String.join("\n", any.story());
  }

  private static Visibility any(Random random, Visibility closed) {
    return random.nextBoolean() ? closed : Visibility.EVERYONE;
  }

  private static Sensitivity anySensitivity(Random random) {
    return random.nextBoolean() ? Sensitivity.PRIVATE : Sensitivity.NORMAL;
  }

  private int fromSuperOffice() {
    int id =
        world.crm.userCreates(
            World.row("Budget").with().agenda("<p>Figures</p>").location("Room 1").build());
    settle();
    assertThat(item().subject()).isEqualTo("Budget");
    return id;
  }

  private void fromOutlook() {
    world.box.create(
        World.item("Besuch").with().body(new Body(Body.Format.TEXT, "from Outlook")).build());
    settle();
    assertThat(world.onlyRow().title()).isEqualTo("Besuch");
  }

  private int series() {
    int series =
        world.crm.userCreatesSeries(
            World.row("Jour fixe"),
            SeriesSamples.sixTuesdays(),
            java.util.stream.IntStream.range(0, 6)
                .mapToObj(week -> SeriesSamples.TUESDAY.plusWeeks(week).atTime(10, 0))
                .toList());
    LocalDate second = SeriesSamples.TUESDAY.plusWeeks(1);
    CrmAppointment date =
        dates(series).stream()
            .filter(row -> row.doBy().toLocalDate().equals(second))
            .findFirst()
            .orElseThrow();
    world.crm.userEdits(date.recordId(), row -> row.title("Review"));
    settle();
    assertThat(exceptionSubjects()).containsExactly("Review");
    return series;
  }

  private List<CrmAppointment> dates(int series) {
    return world.crm.diary(World.ASSOCIATE).stream()
        .sorted(java.util.Comparator.comparing(CrmAppointment::doBy))
        .toList();
  }

  private List<String> exceptionSubjects() {
    return item().series().map(MailboxSeries::exceptions).orElse(List.of()).stream()
        .map(each -> each.content().subject())
        .toList();
  }

  private int masterOf(int associate) {
    return world.crm.diary(associate).get(0).recordId();
  }

  private CrmAppointment row(int id) {
    return world.crm.row(id);
  }

  private MailboxAppointment item() {
    return world.onlyItem();
  }

  private ItemId itemId() {
    return item().version().id();
  }

  private String subject(ItemId id) {
    return world.box.items().stream()
        .filter(each -> each.version().id().equals(id))
        .findFirst()
        .orElseThrow()
        .subject();
  }

  private List<String> titles() {
    return world.crm.diary(World.ASSOCIATE).stream().map(CrmAppointment::title).toList();
  }

  private void crm(int id, Visibility visibility) {
    world.crm.userEdits(id, row -> row.visibility(visibility));
  }

  private void mailbox(Sensitivity sensitivity) {
    world.box.change(itemId(), item -> item.sensitivity(sensitivity));
  }

  private void reapply() {
    world.stores.leases().askReapply(Kind.APPOINTMENT, List.of(world.mailbox.id()));
    settle();
  }

  private void settle() {
    settle(world);
  }

  private static void settle(World any) {
    for (int i = 0; i < 4; i++) {
      assertThat(any.run().failures()).isEmpty();
      any.clock.advance(Duration.ofMinutes(10));
    }
  }

  private void assertQuiet() {
    World.Report report = world.run();
    assertThat(report.quiet()).as("the next plan is empty: %s", report.counts()).isTrue();
  }

  private static void settings(World any, Map<String, String> values) {
    Map<String, String> system = new HashMap<>();
    system.put("private.items", "time-only");
    system.put("crm.visible-for", "direct");
    system.putAll(values);
    any.settings = SettingsParser.parse(system, Map.of());
  }
}

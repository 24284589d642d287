package io.exchangesync.core.engine;

import static io.exchangesync.core.engine.ContactWorld.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.model.GroupAddress;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxContact;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.MailboxMember;
import io.exchangesync.core.model.MailboxSelection;
import io.exchangesync.core.model.MailboxSelection.Shape;
import io.exchangesync.core.port.CrmTouch;
import io.exchangesync.core.port.Hold;
import io.exchangesync.core.port.SettingsSource;
import io.exchangesync.core.port.SyncException;
import io.exchangesync.core.settings.ContactSettings.SelectionsAs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Selections as folders and groups: the rules of sync-rules 1 and 4 by examples. */
class SelectionsTest {
  private static final int BROKEN = 999;
  private static final int CUSTOMERS = 3;
  private static final int NEWSLETTER = 4;

  private final ContactWorld world = new ContactWorld();

  SelectionsTest() {
    List.of(11, 12, 13).forEach(id -> world.persons.userWrites(person(id, "P" + id, "Berg")));
    world.persons.select(CUSTOMERS, "Customers", List.of(11, 12));
    world.persons.select(NEWSLETTER, "Newsletter", List.of(12, 13));
  }

  @Test
  void aFolderHoldsAContactOfEveryMemberAlsoOfOneInSeveralFolders() {
    world.meets(11);
    world.chooseSelections(SelectionsAs.FOLDER, CUSTOMERS, NEWSLETTER);
    world.run();
    assertThat(world.runSelectionsListing()).containsEntry("CreateInMailbox/NEW_IN_CRM", 6);
    assertThat(names(world.selections.shown()))
        .containsExactlyInAnyOrder("Customers", "Newsletter");
    assertThat(firstNames(CUSTOMERS)).containsExactlyInAnyOrder("P11", "P12");
    assertThat(firstNames(NEWSLETTER)).containsExactlyInAnyOrder("P12", "P13");
    assertThat(world.contacts.items()).extracting(MailboxContact::firstName).containsExactly("P11");
    assertThat(world.selections.contactsOf(CUSTOMERS).get(0).contact().categories())
        .containsExactly("SuperOffice Person");
    assertThat(world.runSelections()).containsOnlyKeys("Skip/UNCHANGED");
  }

  @Test
  void inAFolderOf3000PersonsFiveChangesCostFiveWrites() {
    List<Integer> members = IntStream.range(1000, 4000).boxed().toList();
    IntStream.range(1000, 4005)
        .forEach(id -> world.persons.userWrites(person(id, "P" + id, "Berg")));
    world.persons.select(5, "Everybody", members);
    world.chooseSelections(SelectionsAs.FOLDER, 5);
    world.runSelectionsListing();
    assertThat(world.selections.contactsOf(5)).hasSize(3000);
    int before = world.selections.writes();
    world.persons.select(5, "Everybody", IntStream.range(1003, 4002).boxed().toList());
    world.runSelections();
    assertThat(world.selections.writes() - before).isEqualTo(5);
    assertThat(world.selections.contactsOf(5)).hasSize(2999);
  }

  @Test
  void anEditedPersonChangesItsContactInEveryFolder() {
    world.chooseSelections(SelectionsAs.FOLDER, CUSTOMERS, NEWSLETTER);
    world.runSelectionsListing();
    int before = world.selections.writes();
    world.persons.userEdits(12, p -> p.lastName("Dahl"));
    world.runSelections();
    assertThat(world.selections.writes() - before).isEqualTo(2);
    assertThat(world.selections.contactsOf(NEWSLETTER))
        .extracting(member -> member.contact().lastName())
        .containsExactlyInAnyOrder("Dahl", "Berg");
  }

  @Test
  void retiredAndDeletedPersonsLeaveTheFolder() {
    world.chooseSelections(SelectionsAs.FOLDER, CUSTOMERS);
    world.runSelectionsListing();
    world.persons.userEdits(11, p -> p.life(CrmPerson.Life.RETIRED));
    world.persons.userDeletes(12);
    world.runSelections();
    assertThat(world.selections.contactsOf(CUSTOMERS)).isEmpty();
    assertThat(world.selections.shown()).hasSize(1);
  }

  @Test
  void aRenamedSelectionRenamesFolderOrGroup() {
    for (SelectionsAs as : List.of(SelectionsAs.FOLDER, SelectionsAs.GROUP)) {
      world.persons.select(CUSTOMERS, "Customers", List.of(11, 12));
      world.chooseSelections(as, CUSTOMERS);
      world.runSelectionsListing();
      world.clock.advance(Duration.ofMinutes(10));
      world.runSelectionsListing();
      world.persons.select(CUSTOMERS, "Good customers", List.of(11, 12));
      int before = world.selections.writes();
      world.runSelections();
      assertThat(names(world.selections.shown())).containsExactly("Good customers");
      assertThat(world.selections.writes() - before).isEqualTo(1);
    }
  }

  @Test
  void aFolderThatTheUserRenamedOrDeletedIsPutBackWithItsContacts() {
    world.chooseSelections(SelectionsAs.FOLDER, CUSTOMERS);
    world.runSelectionsListing();
    world.selections.userEdits(
        world.selections.shown().get(0).version().id(),
        item -> ((MailboxSelection) item).withName("Mine"));
    world.runSelections();
    assertThat(names(world.selections.shown())).containsExactly("Customers");
    world.selections.userDeletesFolder(CUSTOMERS);
    world.runSelections();
    assertThat(names(world.selections.shown())).containsExactly("Customers");
    assertThat(firstNames(CUSTOMERS)).containsExactlyInAnyOrder("P11", "P12");
    assertThat(world.runSelections()).containsOnlyKeys("Skip/UNCHANGED");
  }

  @Test
  void theContactsOfAnUnchosenSelectionLeaveAndTheEmptyFolderGoes() {
    world.chooseSelections(SelectionsAs.FOLDER, CUSTOMERS);
    world.runSelectionsListing();
    world.chooseSelections(SelectionsAs.FOLDER);
    assertThat(world.runSelectionsListing())
        .containsEntry("DeleteInMailbox/NOT_WANTED", 2)
        .containsEntry("DeleteInMailbox/SELECTION_NOT_SHOWN", 1);
    assertThat(world.selections.shown()).isEmpty();
    assertThat(world.selections.contactsOf(CUSTOMERS)).isEmpty();
  }

  @Test
  void aFolderInWhichTheUserHasContactsStaysAsTheUsersOwn() {
    world.chooseSelections(SelectionsAs.FOLDER, NEWSLETTER);
    world.runSelectionsListing();
    world.selections.userPuts(
        new MailboxMember(
            NEWSLETTER, MailboxContact.blank().with().displayName("Tante Olga").build()));
    world.chooseSelections(SelectionsAs.FOLDER);
    world.runSelectionsListing();
    assertThat(world.selections.shown())
        .singleElement()
        .satisfies(folder -> assertThat(folder.stamp()).isEmpty());
    assertThat(world.selections.contactsOf(NEWSLETTER))
        .extracting(member -> member.contact().displayName())
        .containsExactly("Tante Olga");
  }

  @Test
  void aFolderInWhichTheUserCopiedAContactOfOursStaysAsTheUsersOwn() {
    copyAContactAnd(() -> world.chooseSelections(SelectionsAs.FOLDER));
  }

  @Test
  void aFolderWithACopyOfOursStaysTheUsersAlsoWhereAGroupTakesItsPlace() {
    copyAContactAnd(() -> world.chooseSelections(SelectionsAs.GROUP, CUSTOMERS));
    assertThat(addresses("Customers")).hasSize(2);
  }

  private void copyAContactAnd(Runnable then) {
    world.chooseSelections(SelectionsAs.FOLDER, CUSTOMERS);
    world.runSelectionsListing();
    world.selections.userPuts(world.selections.contactsOf(CUSTOMERS).get(0));
    then.run();
    world.runSelectionsListing();
    for (int i = 0; i < 3; i++) {
      world.clock.advance(Duration.ofMinutes(10));
      assertThat(world.runSelections()).doesNotContainKey("Failed/ITEM_ERROR");
    }
    assertThat(firstNames(CUSTOMERS)).as("the copy").hasSize(1);
    assertThat(world.selections.shown())
        .filteredOn(shown -> shown.shape() == Shape.FOLDER)
        .singleElement()
        .satisfies(folder -> assertThat(folder.stamp()).isEmpty());
    assertThat(holds()).isEmpty();
  }

  @Test
  void theFolderOfAnUnchosenSelectionWaitsInAHoldWhileOneOfItsContactsDoes() {
    world.chooseSelections(SelectionsAs.FOLDER, CUSTOMERS);
    world.runSelectionsListing();
    ItemId kept = world.selections.contactsOf(CUSTOMERS).get(0).version().id();
    world.selections.refuseToDelete(kept);
    world.chooseSelections(SelectionsAs.FOLDER);
    world.runSelectionsListing();
    assertThat(holds()).extracting(Hold::detail).anyMatch(why -> why.contains("FolderNotEmpty"));
    assertThat(holds()).hasSize(2);
    int journal = journalOf(CUSTOMERS);
    for (int i = 0; i < 20; i++) {
      world.clock.advance(Duration.ofMinutes(5));
      world.runQueuedSelections();
    }
    assertThat(journalOf(CUSTOMERS)).isEqualTo(journal);
    world.selections.refuseToDeleteNothing();
    world.runSelectionsListing();
    assertThat(world.selections.shown()).isEmpty();
    assertThat(holds()).isEmpty();
  }

  private int journalOf(int selectionId) {
    return (int)
        world.stores.journal().entries().stream()
            .filter(entry -> entry.recordId() == selectionId)
            .count();
  }

  @Test
  void membersWaitWhileTheUserGaveTheNameOfTheirDeletedFolderToAnother() {
    world.chooseSelections(SelectionsAs.FOLDER, CUSTOMERS);
    world.runSelectionsListing();
    world.selections.userDeletesFolder(CUSTOMERS);
    world.selections.takeName("Customers");
    world.runSelections();
    assertThat(holds()).singleElement().satisfies(hold -> namesTheFolder(hold, CUSTOMERS));
    world.clock.advance(Duration.ofMinutes(6));
    assertThat(world.runQueuedSelections())
        .containsEntry("Skip/ITEM_ERROR", 2)
        .doesNotContainKey("Failed/ITEM_ERROR");
    for (int i = 0; i < 5; i++) {
      world.clock.advance(Duration.ofMinutes(6));
      assertThat(world.runQueuedSelections()).doesNotContainKey("Failed/ITEM_ERROR");
    }
    world.selections.freeNames();
    world.runSelectionsListing();
    assertThat(names(world.selections.shown())).containsExactly("Customers");
    world.clock.advance(Duration.ofHours(1));
    world.runQueuedSelections();
    world.runQueuedSelections();
    assertThat(firstNames(CUSTOMERS)).containsExactlyInAnyOrder("P11", "P12");
    assertThat(holds()).isEmpty();
  }

  @Test
  void theContactsOfTheUserInAFolderStayAsTheyAre() {
    world.chooseSelections(SelectionsAs.FOLDER, CUSTOMERS);
    world.runSelectionsListing();
    world.selections.userPuts(
        new MailboxMember(
            CUSTOMERS, MailboxContact.blank().with().displayName("Tante Olga").build()));
    int before = world.selections.writes();
    world.runSelectionsListing();
    assertThat(world.selections.writes()).isEqualTo(before);
    assertThat(world.selections.contactsOf(CUSTOMERS)).hasSize(3);
  }

  @Test
  void aContactThatTheUserEditedOrDeletedInAFolderIsPutBack() {
    world.chooseSelections(SelectionsAs.FOLDER, CUSTOMERS);
    world.runSelectionsListing();
    MailboxMember first = world.selections.contactsOf(CUSTOMERS).get(0);
    world.selections.userEdits(
        first.version().id(),
        item ->
            ((MailboxMember) item).withContact(first.contact().with().lastName("Hansen").build()));
    assertThat(world.runSelections()).containsEntry("Align/OWNED_BY_CRM", 1);
    world.selections.userDeletes(first.version().id());
    assertThat(world.runSelections()).containsEntry("CreateInMailbox/OWNED_BY_CRM", 1);
    assertThat(world.selections.contactsOf(CUSTOMERS))
        .extracting(member -> member.contact().lastName())
        .containsExactly("Berg", "Berg");
  }

  @Test
  void aGroupHasTheAddressesOfItsMembersAndTheMembersAreContacts() {
    world.persons.userEdits(12, p -> p.emails(List.of()));
    world.chooseSelections(SelectionsAs.GROUP, CUSTOMERS, NEWSLETTER);
    world.runSelectionsListing();
    assertThat(addresses("Customers")).containsExactly("p1111@kunde.example");
    assertThat(addresses("Newsletter")).containsExactly("p1313@kunde.example");
    assertThat(world.contacts.items()).hasSize(3);
    assertThat(world.contacts.items())
        .allSatisfy(c -> assertThat(c.categories()).containsExactly("SuperOffice Person"));
    assertThat(world.runSelections()).containsOnlyKeys("Skip/UNCHANGED");
  }

  @Test
  void aChangedMembershipIsOneWriteOfTheGroupAndStrangersAreTakenOut() {
    world.chooseSelections(SelectionsAs.GROUP, CUSTOMERS);
    world.runSelectionsListing();
    world.persons.select(CUSTOMERS, "Customers", List.of(12, 13));
    int before = world.selections.writes();
    assertThat(world.runSelections()).containsEntry("Align/CHANGED_IN_CRM", 1);
    assertThat(world.selections.writes() - before).isEqualTo(1);
    assertThat(addresses("Customers"))
        .containsExactly("p1212@kunde.example", "p1313@kunde.example");
    world.selections.userEdits(
        world.selections.shown().get(0).version().id(), SelectionsTest::withAStranger);
    assertThat(world.runSelections()).containsEntry("Align/OWNED_BY_CRM", 1);
    assertThat(addresses("Customers"))
        .containsExactly("p1212@kunde.example", "p1313@kunde.example");
  }

  private static MailboxSelection withAStranger(MailboxItem item) {
    MailboxSelection group = (MailboxSelection) item;
    List<GroupAddress> members = new ArrayList<>();
    group
        .members()
        .forEach(
            m ->
                members.add(
                    new GroupAddress(m.address().toUpperCase(Locale.ROOT), "by server", "k")));
    members.add(new GroupAddress("olga@home.example", "Olga", "k2"));
    return group.withMembers(members);
  }

  @Test
  void moreMembersThanAGroupHoldsAreShownByCategory() {
    List<Integer> many = IntStream.range(1000, 1101).boxed().toList();
    many.forEach(id -> world.persons.userWrites(person(id, "P" + id, "Berg")));
    world.persons.select(CUSTOMERS, "Customers", many);
    world.chooseSelections(SelectionsAs.GROUP, CUSTOMERS);
    assertThat(world.runSelectionsListing()).containsEntry("Skip/SELECTION_TOO_LARGE", 1);
    assertThat(world.selections.shown()).isEmpty();
    assertThat(world.contacts.items())
        .hasSize(101)
        .allSatisfy(c -> assertThat(c.categories()).contains("Customers"));
    world.persons.select(CUSTOMERS, "Customers", many.subList(0, 100));
    world.runSelections();
    assertThat(addresses("Customers")).hasSize(100);
    assertThat(world.contacts.items())
        .allSatisfy(c -> assertThat(c.categories()).doesNotContain("Customers"));
  }

  @Test
  void aFolderBecomesAGroupBySettingAndNothingIsLeftBehind() {
    world.chooseSelections(SelectionsAs.FOLDER, CUSTOMERS);
    world.runSelectionsListing();
    world.chooseSelections(SelectionsAs.GROUP, CUSTOMERS);
    world.runSelectionsListing();
    world.clock.advance(Duration.ofMinutes(10));
    world.runSelections();
    assertThat(world.selections.shown())
        .extracting(MailboxSelection::shape)
        .containsExactly(Shape.GROUP);
    assertThat(world.selections.contactsOf(CUSTOMERS)).isEmpty();
    assertThat(addresses("Customers")).hasSize(2);
  }

  @Test
  void withoutTheKindOfSelectionsTheirMembersStayContacts() {
    for (SelectionsAs as : List.of(SelectionsAs.FOLDER, SelectionsAs.GROUP)) {
      ContactWorld withoutSelections = new ContactWorld();
      withoutSelections.synchronizes(Kind.APPOINTMENT, Kind.CONTACT);
      List.of(11, 12)
          .forEach(id -> withoutSelections.persons.userWrites(person(id, "P" + id, "Berg")));
      withoutSelections.persons.select(CUSTOMERS, "Customers", List.of(11, 12));
      withoutSelections.chooseSelections(CUSTOMERS);
      withoutSelections.runListing();
      withoutSelections.chooseSelections(as, CUSTOMERS);
      assertThat(withoutSelections.runListing()).containsOnlyKeys("Skip/UNCHANGED");
      assertThat(withoutSelections.contacts.items())
          .hasSize(2)
          .allSatisfy(c -> assertThat(c.categories()).contains("Customers"));
    }
  }

  @Test
  void membersWaitQuietlyWhileTheNameOfTheirFolderIsTaken() {
    List<Integer> members = IntStream.range(1000, 1600).boxed().toList();
    members.forEach(id -> world.persons.userWrites(person(id, "P" + id, "Berg")));
    world.persons.select(5, "Everybody", members);
    world.selections.takeName("Everybody");
    world.chooseSelections(SelectionsAs.FOLDER, 5);
    assertTimeoutPreemptively(Duration.ofSeconds(30), world::runSelectionsListing);
    assertThat(holds()).singleElement().satisfies(hold -> namesTheFolder(hold, 5));
    assertThat(world.runSelectionsListing())
        .containsEntry("Skip/ITEM_ERROR", 600)
        .containsEntry("Failed/ITEM_ERROR", 1);
    world.clock.advance(Duration.ofMinutes(10));
    assertThat(world.runQueuedSelections()).doesNotContainKey("Failed/ITEM_ERROR");

    world.selections.freeNames();
    world.runSelectionsListing();
    assertThat(names(world.selections.shown())).containsExactly("Everybody");
    world.clock.advance(Duration.ofHours(1));
    world.runQueuedSelections();
    world.runQueuedSelections();
    assertThat(world.selections.contactsOf(5).size()).isEqualTo(600);
    assertThat(holds()).isEmpty();
  }

  private static void namesTheFolder(Hold hold, int selectionId) {
    assertThat(hold.recordId()).isEqualTo(selectionId);
    assertThat(hold.detail()).contains("ErrorFolderExists");
  }

  @Test
  void aDynamicSelectionIsHeldUntilItIsNotChosenAnyMore() {
    world.persons.selectDynamic(9, "Not seen for a year");
    for (SelectionsAs as : SelectionsAs.values()) {
      world.chooseSelections(as, 9);
      world.runSelectionsListing();
      world.runSelectionsListing();
      assertThat(holds()).singleElement().satisfies(SelectionsTest::namesTheWayOut);
    }
    assertThat(world.selections.shown()).isEmpty();
    world.chooseSelections(SelectionsAs.FOLDER);
    world.runSelectionsListing();
    assertThat(holds()).isEmpty();
  }

  private static void namesTheWayOut(Hold hold) {
    assertThat(hold.recordId()).isEqualTo(9);
    assertThat(hold.reason()).isEqualTo("SELECTION_DYNAMIC");
    assertThat(hold.detail()).contains("WebAPI");
  }

  @Test
  void whatWasStaticAndIsDynamicNowKeepsItsFolderAndContacts() {
    world.chooseSelections(SelectionsAs.FOLDER, CUSTOMERS);
    world.runSelectionsListing();
    world.persons.selectDynamic(CUSTOMERS, "Customers");
    world.runSelections();
    assertThat(holds()).hasSize(1);
    assertThat(firstNames(CUSTOMERS)).hasSize(2);
    world.persons.select(CUSTOMERS, "Customers", List.of(11));
    world.runSelections();
    assertThat(holds()).isEmpty();
    assertThat(firstNames(CUSTOMERS)).containsExactly("P11");
  }

  @Test
  void whenAllSyncTablesAreLostNothingIsDoubled() {
    world.chooseSelections(SelectionsAs.FOLDER, NEWSLETTER, CUSTOMERS);
    world.runSelectionsListing();
    Set<ItemId> before = ids();
    world.loseSyncTables();
    world.persons.select(NEWSLETTER, "Newsletter", List.of(11, 12, 13));
    world.chooseSelections(SelectionsAs.FOLDER, CUSTOMERS, NEWSLETTER);
    world.runSelectionsListing();
    assertThat(ids()).containsAll(before).hasSize(before.size() + 1);
    assertThat(firstNames(CUSTOMERS)).containsExactlyInAnyOrder("P11", "P12");
    assertThat(firstNames(NEWSLETTER)).containsExactlyInAnyOrder("P11", "P12", "P13");
    assertThat(world.runSelections()).containsOnlyKeys("Skip/UNCHANGED");
  }

  @Test
  void aChangeThatTheLogNamesIsNoticedAtOnceAndOneThatItDoesNotNameWithinAMinute() {
    world.chooseSelections(SelectionsAs.FOLDER, CUSTOMERS);
    ChangeFeed feed = new ChangeFeed(world.ports());
    feed.collect();
    world.runQueuedSelections();
    assertThat(firstNames(CUSTOMERS)).hasSize(2);

    world.persons.select(CUSTOMERS, "Customers", List.of(11, 12, 13));
    world.clock.advance(Duration.ofSeconds(1));
    feed.collect();
    world.runQueuedSelections();
    assertThat(firstNames(CUSTOMERS)).as("not named by the log").hasSize(2);

    world.crm.userTouches(new CrmTouch(Kind.SELECTION, 0, 0, CrmTouch.Change.WRITTEN));
    feed.collect();
    world.runQueuedSelections();
    assertThat(firstNames(CUSTOMERS)).as("named by the log").hasSize(3);

    world.persons.select(CUSTOMERS, "Customers", List.of(11));
    world.clock.advance(Duration.ofMinutes(1));
    feed.collect();
    world.runQueuedSelections();
    assertThat(firstNames(CUSTOMERS)).as("a minute later").hasSize(1);
  }

  @Test
  void aMailboxWhoseSettingsCannotBeUsedKeepsNobodyElsesChangesBack() {
    world.chooseSelections(SelectionsAs.FOLDER, CUSTOMERS);
    world
        .stores
        .mailboxes()
        .save(
            new Mailbox(
                0,
                BROKEN,
                "broken@fjordline.example",
                Mailbox.BackEnd.EWS,
                Set.of(Kind.SELECTION),
                2,
                Mailbox.State.ACTIVE,
                Optional.empty(),
                world.clock.instant()));
    Ports all = world.ports();
    ChangeFeed feed =
        new ChangeFeed(
            withSettings(
                all,
                associate -> {
                  if (associate == BROKEN) {
                    throw new SyncException.MailboxFatal(
                        "not a number", new IllegalStateException());
                  }
                  return all.settings().forAssociate(associate);
                }));
    assertThatCode(feed::collect).doesNotThrowAnyException();
    world.runQueuedSelections();
    assertThat(firstNames(CUSTOMERS)).hasSize(2);
  }

  private static Ports withSettings(Ports all, SettingsSource settings) {
    return new Ports(
        all.crm(),
        all.persons(),
        all.memberKeys(),
        all.mailboxes(),
        all.links(),
        all.cursors(),
        all.queue(),
        all.leases(),
        all.mailboxStore(),
        all.journal(),
        all.holds(),
        settings,
        all.work(),
        all.clock(),
        all.installationId(),
        all.linkIds());
  }

  private Set<ItemId> ids() {
    Set<ItemId> ids = new HashSet<>();
    world.selections.shown().forEach(shown -> ids.add(shown.version().id()));
    List.of(CUSTOMERS, NEWSLETTER)
        .forEach(id -> world.selections.contactsOf(id).forEach(one -> ids.add(one.version().id())));
    return ids;
  }

  private List<Hold> holds() {
    return world.stores.holds().active(world.mailbox.id(), Kind.SELECTION);
  }

  private List<String> addresses(String group) {
    return world.selections.shown().stream()
        .filter(shown -> shown.shape() == Shape.GROUP && shown.name().equals(group))
        .flatMap(shown -> shown.members().stream())
        .map(member -> member.address().toLowerCase(Locale.ROOT))
        .sorted()
        .toList();
  }

  private List<String> firstNames(int selectionId) {
    return world.selections.contactsOf(selectionId).stream()
        .map(member -> member.contact().firstName())
        .toList();
  }

  private static List<String> names(List<MailboxSelection> shown) {
    return shown.stream().map(MailboxSelection::name).toList();
  }
}

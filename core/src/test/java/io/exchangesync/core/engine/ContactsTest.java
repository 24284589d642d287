package io.exchangesync.core.engine;

import static io.exchangesync.core.engine.ContactWorld.choosing;
import static io.exchangesync.core.engine.ContactWorld.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.MailboxContact;
import io.exchangesync.core.model.MailboxContact.AddressSlot;
import io.exchangesync.core.model.MailboxContact.EmailSlot;
import io.exchangesync.core.model.MailboxContact.PhoneSlot;
import io.exchangesync.core.model.PersonPhone;
import io.exchangesync.core.port.Hold;
import io.exchangesync.core.port.JournalEntry;
import io.exchangesync.core.settings.ContactSettings;
import io.exchangesync.core.settings.ContactSettings.DeletedContact;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contacts job in memory: who becomes a contact, what happens to it, and when it leaves. */
class ContactsTest {
  private final ContactWorld world = new ContactWorld();

  @Test
  void aPersonOnAnAppointmentInsideTheWindowBecomesAContact() {
    world.persons.userWrites(person(11, "Kari", "Berg"));
    world.run();
    world.meets(11);
    assertThat(world.run()).containsEntry("CreateInMailbox/NEW_IN_CRM", 1);
    MailboxContact contact = world.onlyContact();
    assertThat(contact.displayName()).isEqualTo("Kari M. Berg");
    assertThat(contact.fileAs()).isEqualTo("Berg, Kari M.");
    assertThat(contact.formOfAddress()).isEqualTo("Ms");
    assertThat(contact.jobTitle()).isEqualTo("Head of purchasing");
    assertThat(contact.birthday()).contains(LocalDate.of(1980, 5, 17));
    assertThat(contact.companyName()).isEqualTo("Kunde AS");
    assertThat(contact.department()).isEqualTo("Oslo office");
    assertThat(contact.emails())
        .isEqualTo(
            Map.of(EmailSlot.FIRST, "kari11@kunde.example", EmailSlot.SECOND, "x@b.example"));
    assertThat(contact.phones())
        .containsEntry(PhoneSlot.BUSINESS_1, "+47 22 00 00 01")
        .containsEntry(PhoneSlot.BUSINESS_2, "+47 21 00 00 00")
        .containsEntry(PhoneSlot.MOBILE, "+47 900 00 001")
        .containsEntry(PhoneSlot.HOME, "+47 33 00 00 00")
        .containsEntry(PhoneSlot.PAGER, "123")
        .containsEntry(PhoneSlot.HOME_FAX, "+47 33 00 00 01")
        .containsEntry(PhoneSlot.BUSINESS_FAX, "+47 21 00 00 01");
    assertThat(contact.addresses().get(AddressSlot.BUSINESS).street())
        .isEqualTo("Gata 1\n3. etasje");
    assertThat(contact.addresses().get(AddressSlot.OTHER).street()).isEqualTo("Postboks 1");
    assertThat(contact.addresses().get(AddressSlot.HOME).city()).isEqualTo("Oslo");
    assertThat(contact.homePage()).isEqualTo("https://kunde.example");
    assertThat(contact.categories()).containsExactly("SuperOffice Person");
    assertThat(contact.stamp()).isPresent();
    assertThat(world.run()).isEmpty();
  }

  @Test
  void aPersonNobodyNamesIsNoContact() {
    world.persons.userWrites(person(11, "Kari", "Berg"));
    world.run();
    assertThat(world.contacts.items()).isEmpty();
  }

  @Test
  void anEditInSuperOfficeReachesTheContactAndTheUsersCategoriesStay() {
    world.persons.userWrites(person(11, "Kari", "Berg"));
    world.meets(11);
    world.run();
    world.contacts.userEdits(
        world.onlyContact().version().id(),
        c -> c.categories(List.of("Friends", "SuperOffice Person", "Golf")));
    world.persons.userEdits(11, p -> p.lastName("Berg-Hansen"));
    assertThat(world.run()).containsEntry("Align/CHANGED_IN_CRM", 1);
    assertThat(world.onlyContact().lastName()).isEqualTo("Berg-Hansen");
    assertThat(world.onlyContact().categories())
        .containsExactly("Friends", "SuperOffice Person", "Golf");
  }

  @Test
  void anEditInTheMailboxIsPutBackAndKeptInTheJournal() {
    world.persons.userWrites(person(11, "Kari", "Berg"));
    world.meets(11);
    world.run();
    world.contacts.userEdits(
        world.onlyContact().version().id(), c -> c.lastName("Hansen").companyName("Andre AS"));
    assertThat(world.run()).containsEntry("Align/OWNED_BY_CRM", 1);
    assertThat(world.onlyContact().lastName()).isEqualTo("Berg");
    assertThat(world.onlyContact().companyName()).isEqualTo("Kunde AS");
    assertThat(world.stores.journal().entries())
        .filteredOn(entry -> entry.reason().equals("OWNED_BY_CRM"))
        .extracting(JournalEntry::before)
        .anyMatch(before -> before.contains("Hansen") && before.contains("Andre AS"));
    assertThat(world.run()).isEmpty();
  }

  @Test
  void aContactThatIsDeletedInTheMailboxIsPutBackAndThePersonStays() {
    world.persons.userWrites(person(11, "Kari", "Berg"));
    world.meets(11);
    world.run();
    world.contacts.userDeletes(world.onlyContact().version().id());
    assertThat(world.run()).containsEntry("CreateInMailbox/OWNED_BY_CRM", 1);
    assertThat(world.onlyContact().lastName()).isEqualTo("Berg");
    assertThat(world.persons.stored(11)).isNotNull();
    assertThat(world.run()).isEmpty();
  }

  @Test
  void aContactThatSomethingKeepsDeletingIsHeldByTheRewriteBrake() {
    world.persons.userWrites(person(11, "Kari", "Berg"));
    world.meets(11);
    world.run();
    for (int i = 0; i < 12; i++) {
      world.contacts.items().forEach(c -> world.contacts.userDeletes(c.version().id()));
      world.run();
    }
    assertThat(world.contacts.items()).isEmpty();
    assertThat(
            world
                .stores
                .holds()
                .active(world.mailbox.id(), io.exchangesync.core.model.Kind.CONTACT))
        .extracting(Hold::reason)
        .containsExactly("BRAKE_REWRITES");
  }

  @Test
  void bySettingADeletedContactIsLeftAwayForThisUser() {
    world.settings(
        choosing(
            List.of(),
            List.of(),
            s ->
                new ContactSettings(
                    false,
                    DeletedContact.LEAVE_AWAY,
                    s.birthday(),
                    s.phoneOrder(),
                    s.category(),
                    s.chosen(),
                    s.selections(),
                    s.selectionsAs(),
                    s.selectionCategory())));
    world.persons.userWrites(person(11, "Kari", "Berg"));
    world.meets(11);
    world.run();
    world.contacts.userDeletes(world.onlyContact().version().id());
    assertThat(world.run()).containsEntry("EndLink/LEFT_AWAY", 1);
    world.persons.userEdits(11, p -> p.title("CEO"));
    world.run();
    world.runListing();
    assertThat(world.contacts.items()).isEmpty();
  }

  @Test
  void aContactForSeveralReasonsIsOneAndLeavesWithTheLast() {
    world.persons.userWrites(person(11, "Kari", "Berg"));
    world.choose(11);
    int row = world.meets(11);
    world.run();
    assertThat(world.contacts.items()).hasSize(1);
    world.crm.userDeletes(row);
    world.run();
    assertThat(world.contacts.items()).hasSize(1);
    world.choose();
    assertThat(world.runListing()).containsEntry("DeleteInMailbox/NOT_WANTED", 1);
    assertThat(world.contacts.items()).isEmpty();
  }

  @Test
  void theContactLeavesWhenTheOnlyAppointmentNamesSomebodyElse() {
    world.persons.userWrites(person(11, "Kari", "Berg"));
    world.persons.userWrites(person(12, "Ola", "Dal"));
    int row = world.meets(11);
    world.run();
    world.crm.userEdits(row, r -> r.references(new CrmReferences(1, 12, 0, 0)));
    assertThat(world.run())
        .containsEntry("DeleteInMailbox/NOT_WANTED", 1)
        .containsEntry("CreateInMailbox/NEW_IN_CRM", 1);
    assertThat(world.onlyContact().firstName()).isEqualTo("Ola");
  }

  @Test
  void theContactLeavesWhenTheAppointmentLeavesTheWindow() {
    world.persons.userWrites(person(11, "Kari", "Berg"));
    world.meets(11);
    world.run();
    world.clock.advance(Duration.ofDays(60));
    assertThat(world.run()).containsEntry("DeleteInMailbox/NOT_WANTED", 1);
    assertThat(world.contacts.items()).isEmpty();
  }

  @Test
  void aContactThatLeftComesBackWithANewReason() {
    world.persons.userWrites(person(11, "Kari", "Berg"));
    int row = world.meets(11);
    world.run();
    world.crm.userDeletes(row);
    world.run();
    assertThat(world.contacts.items()).isEmpty();
    world.meets(11);
    world.run();
    assertThat(world.onlyContact().firstName()).isEqualTo("Kari");
  }

  @Test
  void retiredAndDeletedPersonsLeaveTheMailbox() {
    for (int id = 11; id < 15; id++) {
      world.persons.userWrites(person(id, "Kari", "Berg" + id));
      world.meets(id);
    }
    world.run();
    world.persons.userEdits(11, p -> p.life(CrmPerson.Life.RETIRED));
    world.persons.userEdits(12, p -> p.life(CrmPerson.Life.DELETED));
    world.persons.userDeletes(13);
    assertThat(world.run())
        .containsEntry("DeleteInMailbox/PERSON_RETIRED", 1)
        .containsEntry("DeleteInMailbox/PERSON_DELETED", 1)
        .containsEntry("DeleteInMailbox/DELETED_IN_CRM", 1);
    assertThat(world.onlyContact().lastName()).isEqualTo("Berg14");
  }

  @Test
  void removalsAreBrakedLikeOtherDeletes() {
    IntStream.range(20, 40).forEach(id -> world.persons.userWrites(person(id, "P" + id, "Berg")));
    world.choose(IntStream.range(20, 40).boxed().toArray(Integer[]::new));
    world.run();
    world.choose();
    assertThat(world.runListing()).containsEntry("Hold/BRAKE_DELETES", 20);
    assertThat(world.contacts.items()).hasSize(20);
  }

  @Test
  void contactsOfTheUserAreNeverTouchedOrImported() {
    MailboxContact own =
        world.contacts.userCreates(
            MailboxContact.blank()
                .with()
                .displayName("Tante Olga")
                .emails(Map.of(EmailSlot.FIRST, "olga@privat.example"))
                .build());
    world.persons.userWrites(person(11, "Kari", "Berg"));
    world.meets(11);
    world.run();
    world.contacts.userEdits(own.version().id(), c -> c.jobTitle("Retired"));
    world.run();
    world.runListing();
    MailboxContact still =
        world.contacts.items().stream()
            .filter(c -> c.displayName().equals("Tante Olga"))
            .findFirst()
            .orElseThrow();
    assertThat(still.stamp()).isEmpty();
    assertThat(still.jobTitle()).isEqualTo("Retired");
    assertThat(world.contacts.items()).hasSize(2);
  }

  @Test
  void atFirstLinkTheContactWithTheSameAddressIsTakenAndSuperOfficeWins() {
    world.contacts.userCreates(
        MailboxContact.blank()
            .with()
            .displayName("Kari")
            .firstName("Kari")
            .categories(List.of("Friends"))
            .phones(Map.of(PhoneSlot.MOBILE, "999"))
            .emails(Map.of(EmailSlot.FIRST, "KARI11@kunde.example"))
            .addresses(
                Map.of(
                    AddressSlot.HOME,
                    new io.exchangesync.core.model.PostalAddress("Gamle vei 3", "", "", "", "")))
            .build());
    world.persons.userWrites(
        person(11, "Kari", "Berg")
            .with()
            .home(io.exchangesync.core.model.PostalAddress.NONE)
            .build());
    world.meets(11);
    world.runListing();
    MailboxContact contact = world.onlyContact();
    assertThat(contact.lastName()).isEqualTo("Berg");
    assertThat(contact.phones()).containsEntry(PhoneSlot.MOBILE, "+47 900 00 001");
    assertThat(contact.categories()).containsExactly("Friends", "SuperOffice Person");
    assertThat(contact.addresses().get(AddressSlot.HOME).street())
        .as("what SuperOffice has no value for stays the user's")
        .isEqualTo("Gamle vei 3");
    assertThat(world.stores.journal().entries())
        .extracting(JournalEntry::before)
        .anyMatch(before -> before.contains("999"));
    assertThat(world.run()).isEmpty();
  }

  @Test
  void withoutAnAddressInCommonNameAndCompanyMatch() {
    world.contacts.userCreates(
        MailboxContact.blank()
            .with()
            .firstName("kari")
            .middleName("M.")
            .lastName("BERG")
            .companyName("Kunde AS")
            .build());
    world.persons.userWrites(person(11, "Kari", "Berg"));
    world.meets(11);
    assertThat(world.runListing()).containsEntry("Align/MATCHED_BY_CONTENT", 1);
    assertThat(world.onlyContact().lastName()).isEqualTo("Berg");
  }

  @Test
  void twoContactsWithTheSameAddressAreNeverGuessedBetween() {
    for (String name : List.of("Kari privat", "Kari jobb")) {
      world.contacts.userCreates(
          MailboxContact.blank()
              .with()
              .displayName(name)
              .emails(Map.of(EmailSlot.FIRST, "kari11@kunde.example"))
              .build());
    }
    world.persons.userWrites(person(11, "Kari", "Berg"));
    world.meets(11);
    assertThat(world.runListing()).containsEntry("Hold/AMBIGUOUS_MATCH", 1);
    assertThat(world.contacts.items()).hasSize(2).allMatch(c -> c.stamp().isEmpty());
  }

  @Test
  void allSyncTablesLostMakesNoDuplicates() {
    world.persons.userWrites(person(11, "Kari", "Berg"));
    world.persons.userWrites(person(12, "Ola", "Dal"));
    world.meets(11);
    world.meets(12);
    world.run();
    world.loseSyncTables();
    assertThat(world.run()).containsEntry("Align/MATCHED_BY_STAMP", 2);
    assertThat(world.contacts.items()).hasSize(2);
    assertThat(world.run()).isEmpty();
  }

  @Test
  void aCopyMadeInOutlookIsTheUsersOwn() {
    world.persons.userWrites(person(11, "Kari", "Berg"));
    world.meets(11);
    world.run();
    world.contacts.userCreates(world.onlyContact());
    world.run();
    world.runListing();
    assertThat(world.contacts.items()).hasSize(2);
    assertThat(world.run()).isEmpty();
  }

  @Test
  void membersOfASelectionCarryItsNameAndLoseItWithTheMembership() {
    world.persons.userWrites(person(11, "Kari", "Berg"));
    world.persons.userWrites(person(12, "Ola", "Dal"));
    world.persons.select(3, "Christmas cards", List.of(11, 12));
    world.chooseSelections(3);
    world.meets(12);
    world.runListing();
    assertThat(world.contacts.items())
        .hasSize(2)
        .allSatisfy(
            c ->
                assertThat(c.categories())
                    .containsExactly("SuperOffice Person", "Christmas cards"));
    world.persons.select(3, "Christmas cards", List.of());
    world.runListing();
    assertThat(world.onlyContact().firstName()).isEqualTo("Ola");
    assertThat(world.onlyContact().categories()).containsExactly("SuperOffice Person");
  }

  @Test
  void aRenamedSelectionRenamesTheCategory() {
    world.persons.userWrites(person(11, "Kari", "Berg"));
    world.persons.select(3, "Christmas cards", List.of(11));
    world.chooseSelections(3);
    world.runListing();
    world.contacts.userEdits(
        world.onlyContact().version().id(),
        c -> c.categories(List.of("Golf", "SuperOffice Person", "Christmas cards")));
    world.persons.select(3, "Season's greetings", List.of(11));
    world.runListing();
    assertThat(world.onlyContact().categories())
        .containsExactly("Golf", "SuperOffice Person", "Season's greetings");
  }

  @Test
  void aSelectionOfThreeThousandInWhichFiveChangeCostsFiveWrites() {
    List<Integer> members = IntStream.range(1000, 4000).boxed().toList();
    IntStream.range(1000, 4005)
        .forEach(id -> world.persons.userWrites(person(id, "P" + id, "Berg")));
    world.persons.select(3, "Everybody", members);
    world.chooseSelections(3);
    world.runListing();
    assertThat(world.contacts.items()).hasSize(3000);
    int before = world.contacts.writes();
    world.persons.select(3, "Everybody", IntStream.range(1003, 4002).boxed().toList());
    world.runListing();
    assertThat(world.contacts.writes() - before).isEqualTo(5);
    assertThat(world.contacts.items()).hasSize(2999);
  }

  @Test
  void withTwoWayFieldsEditsOfThePersonTravelBackFieldByFieldAndTheCompanysArePutBack() {
    twoWay();
    world.persons.userWrites(person(11, "Kari", "Berg"));
    world.meets(11);
    world.run();
    world.contacts.userEdits(
        world.onlyContact().version().id(),
        c ->
            c.jobTitle("CEO")
                .lastName("Hansen")
                .phones(
                    Map.of(
                        PhoneSlot.BUSINESS_1,
                        "+47 1",
                        PhoneSlot.BUSINESS_2,
                        "+47 2",
                        PhoneSlot.MOBILE,
                        "+47 900 00 001"))
                .emails(Map.of(EmailSlot.FIRST, "kari@ny.example")));
    assertThat(world.run()).containsEntry("Align/OWNED_BY_CRM", 1);
    CrmPerson person = world.persons.stored(11);
    assertThat(person.title()).isEqualTo("CEO");
    assertThat(person.lastName()).isEqualTo("Berg");
    assertThat(person.phones())
        .isEqualTo(Map.of(PersonPhone.DIRECT, "+47 1", PersonPhone.MOBILE, "+47 900 00 001"));
    assertThat(person.emails()).containsExactly("kari@ny.example");
    assertThat(world.onlyContact().lastName()).isEqualTo("Berg");
    assertThat(world.onlyContact().phones())
        .containsEntry(PhoneSlot.BUSINESS_1, "+47 1")
        .containsEntry(PhoneSlot.BUSINESS_2, "+47 21 00 00 00");
    assertThat(world.run()).isEmpty();
  }

  @Test
  void withTwoWayFieldsEditsOfDifferentFieldsOnBothSidesAreBothKept() {
    twoWay();
    world.persons.userWrites(person(11, "Kari", "Berg"));
    world.meets(11);
    world.run();
    world.contacts.userEdits(world.onlyContact().version().id(), c -> c.jobTitle("CEO"));
    world.persons.userEdits(11, p -> p.phones(Map.of(PersonPhone.MOBILE, "+47 5")));
    world.run();
    assertThat(world.persons.stored(11).title()).isEqualTo("CEO");
    assertThat(world.onlyContact().phones()).containsEntry(PhoneSlot.MOBILE, "+47 5");
    assertThat(world.run()).isEmpty();
  }

  @Test
  void theJobTitleIsThatOfTheChosenFieldAndTravelsBackThereWhenFieldsTravel() {
    world.persons.userWrites(person(11, "Kari", "Berg"));
    world.persons.field("Acme:role", Map.of(11, "Einkauf"));
    world.settings(jobTitle(false));
    world.runListing();
    assertThat(world.onlyContact().jobTitle()).isEqualTo("Einkauf");
    editJobTitle("Mine");
    assertThat(world.run()).containsEntry("Align/OWNED_BY_CRM", 1);
    assertThat(world.onlyContact().jobTitle()).isEqualTo("Einkauf");

    world.settings(jobTitle(true));
    editJobTitle("Chef");
    assertThat(world.run()).containsEntry("Align/CHANGED_IN_MAILBOX", 1);
    assertThat(world.persons.stored(11).title()).isEqualTo("Head of purchasing");
    world.settings(jobTitle(false));
    world.runListing();
    assertThat(world.onlyContact().jobTitle()).isEqualTo("Chef");
  }

  private void editJobTitle(String title) {
    world.contacts.userEdits(
        world.onlyContact().version().id(), contact -> contact.jobTitle(title));
  }

  private static ContactSettings jobTitle(boolean twoWay) {
    return choosing(
        List.of(11),
        List.of(),
        c ->
            new ContactSettings(
                twoWay,
                c.deleted(),
                c.birthday(),
                c.phoneOrder(),
                c.category(),
                c.chosen(),
                c.selections(),
                c.selectionsAs(),
                c.selectionCategory(),
                Optional.of("Acme:role")));
  }

  @Test
  void withTwoWayFieldsADeletedContactStillDeletesNobody() {
    twoWay();
    world.persons.userWrites(person(11, "Kari", "Berg"));
    world.meets(11);
    world.run();
    world.contacts.userDeletes(world.onlyContact().version().id());
    world.run();
    assertThat(world.persons.stored(11).life()).isEqualTo(CrmPerson.Life.LIVE);
    assertThat(world.contacts.items()).hasSize(1);
  }

  private void twoWay() {
    world.settings(
        choosing(
            List.of(),
            List.of(),
            s ->
                new ContactSettings(
                    true,
                    s.deleted(),
                    s.birthday(),
                    s.phoneOrder(),
                    s.category(),
                    s.chosen(),
                    s.selections(),
                    s.selectionsAs(),
                    s.selectionCategory())));
  }
}

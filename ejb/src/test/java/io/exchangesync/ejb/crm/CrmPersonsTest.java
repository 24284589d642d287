package io.exchangesync.ejb.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.PersonPhone;
import io.exchangesync.core.model.PersonReasons.SelectionName;
import io.exchangesync.core.model.PostalAddress;
import io.exchangesync.core.model.Selection;
import io.exchangesync.core.model.Selection.Nature;
import io.exchangesync.core.model.Window;
import io.exchangesync.core.port.CrmChanges;
import io.exchangesync.core.port.CrmHead;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.core.port.CrmPersonsContract;
import io.exchangesync.core.port.CrmSamples;
import io.exchangesync.core.port.CrmTouch;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.core.port.LogPosition;
import io.exchangesync.core.port.PersonFixture;
import io.exchangesync.core.port.PersonWish;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Persons by SQL on one level of the database: what the contract asks, and what only rows can tell.
 */
abstract class CrmPersonsTest extends CrmPersonsContract implements PersonFixture {
  private static final String NEVER = "'1760-01-01'";

  private final CrmTestDatabase database;
  private final SqlCrmFixture fixture;
  private final SqlCrmPersons persons;
  private final Map<Integer, Integer> people = new HashMap<>();
  private final List<Integer> meetings = new ArrayList<>();

  CrmPersonsTest(String level) {
    database = CrmTestDatabase.h2(level, "crm7");
    fixture = new SqlCrmFixture(database);
    persons = fixture.gateway().persons();
  }

  @Override
  protected PersonFixture crm() {
    return this;
  }

  @Override
  public SqlCrmPersons persons() {
    return persons;
  }

  @Override
  public <T> T committed(Supplier<T> work) {
    return fixture.committed(work);
  }

  @Override
  public int person(int number) {
    return people.computeIfAbsent(number, each -> likeA(customer(0)));
  }

  private int likeA(int person) {
    int id = copied("person", "person_id", person, Map.of());
    String own = " WHERE owner_id = " + person + " AND ptype_idx >= 16384";
    database
        .query("SELECT phone_id FROM #.[phone]" + own)
        .forEach(
            row ->
                copied("phone", "phone_id", (Integer) row.get("phone_id"), Map.of("owner_id", id)));
    database
        .query("SELECT email_id FROM #.[Email] WHERE person_id = " + person)
        .forEach(
            row ->
                copied(
                    "Email", "email_id", (Integer) row.get("email_id"), Map.of("person_id", id)));
    return id;
  }

  /** Writes a row once more under a new key, with some columns changed; answers the key. */
  private int copied(String table, String key, int from, Map<String, Integer> changes) {
    int id = fixture.user().key(table);
    Map<String, Integer> changed = new HashMap<>(changes);
    changed.put(key, id);
    String where = " FROM #.[" + table + "] WHERE [" + key + "] = " + from;
    List<String> columns = List.copyOf(database.query("SELECT *" + where).get(0).keySet());
    database.execute(
        "INSERT INTO #.["
            + table
            + "] ("
            + columns.stream().map(each -> "[" + each + "]").collect(Collectors.joining(", "))
            + ") SELECT "
            + columns.stream()
                .map(each -> changed.containsKey(each) ? changed.get(each) + "" : "[" + each + "]")
                .collect(Collectors.joining(", "))
            + where);
    return id;
  }

  @Override
  public void retires(int personId) {
    database.execute("UPDATE #.[person] SET retired = 1 WHERE person_id = " + personId);
  }

  @Override
  public void meets(int personId, int days) {
    meetings.add(
        fixture.userCreates(
            CrmSamples.meetingAt(fixture.associate(), DAY.plusDays(days).atTime(10, 0))
                .with()
                .references(new CrmReferences(1, personId, 0, 0))
                .build()));
  }

  /** The database is that of other tests too. */
  @AfterEach
  void emptyTheDiary() {
    meetings.forEach(fixture::userDeletes);
  }

  @Override
  public int selects(String name, List<Integer> personIds) {
    int id = selection(name, 0, 0, 0, 0);
    personIds.forEach(person -> member(id, person));
    return id;
  }

  @Override
  public void adds(int selectionId, int personId) {
    member(selectionId, personId);
  }

  @Override
  public void removes(int selectionId, int personId) {
    database.execute(
        "DELETE FROM #.[selectionmember] WHERE selection_id = %d AND person_id = %d"
            .formatted(selectionId, personId));
  }

  @Override
  public void renames(int selectionId, String name) {
    database.execute(
        "UPDATE #.[selection] SET name = '%s' WHERE selection_id = %d"
            .formatted(name, selectionId));
  }

  /** Column string03 of udpersonSmall in the published layout 8, string02 in the one before. */
  @Override
  public String field(Map<Integer, String> values) {
    database.execute(
        "CREATE TABLE IF NOT EXISTS #.[udpersonSmall] ([udpersonSmall_id] int NOT NULL,"
            + " [string02] nvarchar(39) NULL, [string03] nvarchar(39) NULL)");
    database.execute(
        "CREATE TABLE IF NOT EXISTS #.[UDefField] ([UDefField_Id] int NOT NULL, [ownerTable_id]"
            + " smallint NOT NULL, [columnId] int NOT NULL, [version] smallint NULL, [progId]"
            + " nvarchar(254) NULL)");
    database.execute("DELETE FROM #.[UDefField]");
    for (int version = 7; version <= 9; version++) {
      int string = version == 8 ? 3 : 2;
      database.execute(
          "INSERT INTO #.[UDefField] VALUES (%d, 8, %d, %d, 'Acme:role')"
              .formatted(version, 140 * 256 + 60 + string, version));
    }
    String key = "[prefkey] = 'CurrentUdefVersionperson'";
    database.execute("DELETE FROM #.[UserPreference] WHERE " + key);
    database.execute(
        "INSERT INTO #.[UserPreference] (userpreference_id, deflevel, maxlevel, owner_id,"
            + " prefsection, prefkey, prefvalue, registered, registered_associate_id, updated,"
            + " updated_associate_id, updatedCount) VALUES ("
            + fixture.user().key("UserPreference")
            + ", 3, 3, 1, 'System', 'CurrentUdefVersionperson', '8'"
            + stamps());
    values.forEach(
        (person, value) -> {
          database.execute(
              "INSERT INTO #.[udpersonSmall] VALUES (%d, 'wrong', '%s')".formatted(person, value));
          database.execute(
              "UPDATE #.[person] SET userdef_id = %d WHERE person_id = %d"
                  .formatted(person, person));
        });
    return "Acme:role";
  }

  @Override
  public int selectsDynamically(String name) {
    return selection(name, 1, 0, 0, 0);
  }

  @Test
  void personsOnDiaryRowsInsideTheWindowAreWantedAndTheOwnerIsNot() {
    Set<Integer> named = new HashSet<>();
    String inside =
        " FROM #.[appointment] a WHERE a.associate_id = "
            + fixture.associate()
            + " AND a.type IN (1, 6) AND a.document_id = 0 AND a.status NOT IN (4, 9, 10, 13)"
            + " AND a.endDate >= '2026-05-16' AND a.do_by < '2026-10-13' AND a.person_id > 0";
    database
        .query("SELECT DISTINCT a.person_id" + inside)
        .forEach(row -> named.add((Integer) row.get("person_id")));
    PersonWish wish = wish(List.of(), List.of());
    Set<Integer> wanted = ids(persons.wanted(wish));
    assertThat(wanted).isNotEmpty().doesNotContain(wish.owner().personId());
    named.remove(wish.owner().personId());
    assertThat(wanted).containsAll(live(named));
    CrmPerson person = read(wanted.iterator().next(), wish);
    assertThat(person.reasons().appointment()).isTrue();
    assertThat(person.reasons().chosen()).isFalse();
  }

  @Test
  void headsAndContentsHaveTheSameVersion() {
    PersonWish wish = wish(List.of(), List.of(customer(3)));
    for (CrmHead head : persons.wanted(wish)) {
      assertThat(read(head.recordId(), wish).version()).isEqualTo(head.version());
    }
  }

  @Test
  void aPersonIsReadWithCompanyNumbersAndAddresses() {
    int id = customer(0);
    address(id, 16387, "Hjemveien 1", "Bergen");
    CrmPerson person = read(id, wish(List.of(), List.of(id)));
    Map<String, Object> row =
        database.query("SELECT * FROM #.[person] WHERE person_id = " + id).get(0);
    assertThat(person.firstName()).isEqualTo(row.get("firstname"));
    assertThat(person.lastName()).isEqualTo(row.get("lastname"));
    assertThat(person.company().contactId()).isEqualTo(row.get("contact_id"));
    assertThat(person.company().name()).isNotEmpty();
    assertThat(person.company().phone()).isNotEmpty();
    assertThat(person.phones()).containsKeys(PersonPhone.DIRECT, PersonPhone.MOBILE);
    assertThat(person.emails()).isNotEmpty();
    assertThat(person.home().street()).isEqualTo("Hjemveien 1");
    assertThat(person.reasons().chosen()).isTrue();
  }

  @Test
  void membersOfStaticSelectionsAndTheirCombinationsAreWanted() {
    int left = selection("Left", 0, 0, 0, 0);
    int right = selection("Right", 0, 0, 0, 0);
    int both = selection("Both", 2, 3, left, right);
    member(left, customer(4));
    member(left, customer(5));
    member(right, customer(5));
    PersonWish wish = wish(List.of(left, both), List.of());
    assertThat(ids(persons.wanted(wish))).contains(customer(4), customer(5));
    assertThat(read(customer(5), wish).reasons().selections())
        .containsExactly(new SelectionName(left, "Left"), new SelectionName(both, "Both"));
    assertThat(read(customer(4), wish).reasons().selections())
        .containsExactly(new SelectionName(left, "Left"));
  }

  @Test
  void aDynamicOrHiddenOrDeletedSelectionHasNoMembers() {
    int dynamic = selection("Dynamic", 1, 0, 0, 0);
    int hidden = selection("Hidden", 0, 0, 0, 0);
    member(dynamic, customer(6));
    member(hidden, customer(6));
    hide(hidden);
    PersonWish wish = wish(List.of(dynamic, hidden, 987_654), List.of());
    assertThat(read(customer(6), wish).reasons().selections()).isEmpty();
  }

  @Test
  void aSelectionCombinedWithADynamicOneIsDynamicAndAHiddenOneIsHidden() {
    int fixed = selection("Static", 0, 0, 0, 0);
    int dynamic = selection("Dynamic", 1, 0, 0, 0);
    int mixed = selection("Mixed", 2, 5, fixed, dynamic);
    member(fixed, customer(6));
    member(fixed, customer(7));
    Map<Integer, Selection> found =
        persons.selections(List.of(fixed, dynamic, mixed, 987_654), owner());
    assertThat(found).containsOnlyKeys(fixed, dynamic, mixed);
    assertThat(found.get(fixed))
        .isEqualTo(new Selection(fixed, "Static", Nature.KNOWN, List.of(customer(6), customer(7))));
    assertThat(found.get(dynamic).nature()).isEqualTo(Nature.DYNAMIC);
    assertThat(found.get(mixed))
        .isEqualTo(new Selection(mixed, "Mixed", Nature.DYNAMIC, List.of()));
    hide(fixed);
    assertThat(persons.selections(List.of(fixed), owner()).get(fixed).nature())
        .isEqualTo(Nature.HIDDEN);
  }

  @Test
  void aCompanyInASelectionStandsForItsFirstPersonAllOfThemOrNone() {
    int company =
        database.number(
            "SELECT MIN(contact_id) FROM #.[person] WHERE retired = 0 AND contact_id > 1 GROUP BY"
                + " contact_id HAVING COUNT(*) > 1 ORDER BY contact_id FETCH FIRST 1 ROWS ONLY");
    List<Integer> staff =
        database
            .query(
                "SELECT person_id FROM #.[person] WHERE retired = 0 AND contact_id = "
                    + company
                    + " ORDER BY rank, person_id")
            .stream()
            .map(row -> (Integer) row.get("person_id"))
            .toList();
    int selection = selection("Companies", 0, 0, 0, 0);
    database.execute(
        "INSERT INTO #.[selectionmember] (selectionmember_id, selection_id, contact_id, person_id)"
            + " VALUES (%d, %d, %d, 0)"
                .formatted(fixture.user().key("selectionmember"), selection, company));
    assertThat(personsOf(selection, 0)).containsExactly(staff.get(0));
    assertThat(personsOf(selection, 1)).containsExactlyInAnyOrderElementsOf(staff);
    assertThat(personsOf(selection, 2)).isEmpty();
  }

  private List<Integer> personsOf(int selection, int includePerson) {
    database.execute(
        "UPDATE #.[selection] SET includePerson = %d WHERE selection_id = %d"
            .formatted(includePerson, selection));
    return persons.selections(List.of(selection), owner()).get(selection).persons();
  }

  @Test
  void aSelectionsStateChangesWithItsMembersAndItsName() {
    int id = selection("Watched", 0, 0, 0, 0);
    member(id, customer(7));
    String one = persons.selectionStates(List.of(id)).get(id);
    assertThat(persons.selectionStates(List.of(id)).get(id)).isEqualTo(one);
    member(id, customer(8));
    String two = persons.selectionStates(List.of(id)).get(id);
    assertThat(two).isNotEqualTo(one);
    database.execute("UPDATE #.[selection] SET name = 'Renamed' WHERE selection_id = " + id);
    assertThat(persons.selectionStates(List.of(id)).get(id)).isNotEqualTo(two);
    assertThat(persons.selectionStates(List.of(987_654))).isEmpty();
  }

  @Test
  void retiredAndSoftDeletedPersonsAreToldAsSuch() {
    int retired = customer(9);
    database.execute("UPDATE #.[person] SET retired = 1 WHERE person_id = " + retired);
    PersonWish wish = wish(List.of(), List.of(retired));
    assertThat(read(retired, wish).life()).isEqualTo(CrmPerson.Life.RETIRED);
    assertThat(ids(persons.wanted(wish))).doesNotContain(retired);
  }

  @Test
  void editsOfAPersonsOwnFieldsAreWrittenRowByRowAndLogged() {
    int id = customer(1);
    PersonWish wish = wish(List.of(), List.of(id));
    CrmPerson before = read(id, wish);
    Map<PersonPhone, String> phones = new HashMap<>(before.phones());
    phones.put(PersonPhone.DIRECT, "+47 11 22 33 44");
    phones.remove(PersonPhone.MOBILE);
    phones.put(PersonPhone.PAGER, "555");
    CrmPerson after =
        before
            .with()
            .title("CEO")
            .phones(phones)
            .emails(List.of("ny@kunde.example", "to@kunde.example"))
            .home(new PostalAddress("Nyveien 2\n2. etg", "5003", "Bergen", "", ""))
            .build();
    List<CrmOutcome> outcomes =
        fixture.committed(() -> persons.apply(List.of(new CrmWrite.Update(before, after)), wish));
    CrmPerson now = read(id, wish);
    assertThat(outcomes)
        .singleElement()
        .isInstanceOfSatisfying(
            CrmOutcome.Written.class,
            written -> assertThat(written.version()).isEqualTo(now.version()));
    assertThat(now.title()).isEqualTo("CEO");
    assertThat(now.phones()).isEqualTo(phones);
    assertThat(now.emails()).containsExactly("ny@kunde.example", "to@kunde.example");
    assertThat(now.home().street()).isEqualTo("Nyveien 2\n2. etg");
    assertThat(
            database.query(
                "SELECT searchPhoneNumber FROM #.[phone] WHERE ptype_idx = 16385 AND owner_id = "
                    + id))
        .singleElement()
        .satisfies(row -> assertThat(row.get("searchphonenumber")).isEqualTo("4711223344"));
    List<CrmOutcome> stale =
        fixture.committed(() -> persons.apply(List.of(new CrmWrite.Update(before, after)), wish));
    assertThat(stale).containsExactly(new CrmOutcome.ChangedMeanwhile());
  }

  @Test
  void theChangeLogNamesThePersonsBehindNumbersCompaniesAndDiaryRows() {
    LogPosition position = fixture.gateway().logEnd();
    int id = customer(2);
    int phone =
        database.number(
            "SELECT MIN(phone_id) FROM #.[phone] WHERE ptype_idx = 16385 AND owner_id = " + id);
    int company = database.number("SELECT contact_id FROM #.[person] WHERE person_id = " + id);
    fixture.user().log(4608, 8, phone, fixture.associate(), 0);
    assertThat(touched(position)).contains(new CrmTouch(Kind.CONTACT, id, 0, written()));
    LogPosition next = fixture.gateway().logEnd();
    fixture.user().log(4608, 5, company, fixture.associate(), 0);
    assertThat(touched(next)).contains(new CrmTouch(Kind.CONTACT, id, 0, written()));
    int row =
        database.number(
            "SELECT MIN(appointment_id) FROM #.[appointment] WHERE person_id > 0 AND document_id ="
                + " 0 AND type = 1 AND associate_id = "
                + fixture.associate());
    int named =
        database.number("SELECT person_id FROM #.[appointment] WHERE appointment_id = " + row);
    LogPosition last = fixture.gateway().logEnd();
    fixture.user().log(4608, 9, row, fixture.associate(), 0);
    assertThat(touched(last))
        .contains(new CrmTouch(Kind.CONTACT, named, fixture.associate(), written()));
  }

  @Test
  void theChangeLogNamesSelectionsAndSaysThatMembersCameOrWent() {
    LogPosition position = fixture.gateway().logEnd();
    int id = selection("Logged", 0, 0, 0, 0);
    fixture.user().log(4352, 23, id, fixture.associate(), 0);
    assertThat(touched(position)).containsExactly(new CrmTouch(Kind.SELECTION, id, 0, written()));
    LogPosition next = fixture.gateway().logEnd();
    fixture.user().log(4864, 24, 987_654, fixture.associate(), 0);
    assertThat(touched(next)).containsExactly(new CrmTouch(Kind.SELECTION, 0, 0, written()));
  }

  private static CrmTouch.Change written() {
    return CrmTouch.Change.WRITTEN;
  }

  private List<CrmTouch> touched(LogPosition position) {
    CrmChanges changes = fixture.committed(() -> fixture.gateway().changesSince(position));
    return changes.touches();
  }

  private CrmPerson read(int id, PersonWish wish) {
    return persons.read(List.of(id), wish).get(id);
  }

  private Set<Integer> live(Set<Integer> ids) {
    Set<Integer> live = new HashSet<>(ids);
    live.removeIf(
        id -> database.number("SELECT retired FROM #.[person] WHERE person_id = " + id) != 0);
    return live;
  }

  private static Set<Integer> ids(List<CrmHead> heads) {
    Set<Integer> ids = new HashSet<>();
    heads.forEach(head -> ids.add(head.recordId()));
    return ids;
  }

  @Override
  public DiaryOwner owner() {
    return fixture.gateway().owner(fixture.associate()).orElseThrow();
  }

  private PersonWish wish(List<Integer> selections, List<Integer> chosen) {
    Window window =
        new Window(CrmTestDatabase.TODAY.minusDays(30), CrmTestDatabase.TODAY.plusDays(120));
    return new PersonWish(owner(), window, selections, chosen);
  }

  /** A person of a customer that no diary row of the associate needs to name. */
  private int customer(int index) {
    List<Map<String, Object>> rows =
        database.query(
            "SELECT person_id FROM #.[person] WHERE contact_id > 1 AND rank = 1 AND contact_id NOT"
                + " IN (SELECT contact_id FROM #.[OwnerContactLink]) ORDER BY person_id");
    return (Integer) rows.get(10 + index).get("person_id");
  }

  private int selection(String name, int type, int combination, int left, int right) {
    int id = fixture.user().key("selection");
    database.execute(
        "INSERT INTO #.[selection] (selection_id, associate_id, group_idx, name, seltype,"
            + " includePerson, targetTableNumber, combinationType, leftSelectionId,"
            + " rightSelectionId, registered, registered_associate_id, updated,"
            + " updated_associate_id, updatedCount) VALUES ("
            + id
            + ", 4711, 1, '"
            + name
            + "', "
            + type
            + ", 0, 5, "
            + combination
            + ", "
            + left
            + ", "
            + right
            + stamps());
    return id;
  }

  /** Only another associate may see it. */
  private void hide(int hidden) {
    database.execute(
        "INSERT INTO #.[VisibleFor] (VisibleFor_id, tableId, recordId, forAll, forGroupId,"
            + " forAssocId, encryptedCheck, appointmentId, saleId, saleHistId, selectionId,"
            + " registered, registered_associate_id, updated, updated_associate_id, updatedCount)"
            + " VALUES ("
            + fixture.user().key("VisibleFor")
            + ", 23, "
            + hidden
            + ", 0, 0, 999999, '', 0, 0, 0, "
            + hidden
            + stamps());
  }

  private void member(int selection, int person) {
    database.execute(
        "INSERT INTO #.[selectionmember] (selectionmember_id, selection_id, contact_id, person_id)"
            + " VALUES ("
            + fixture.user().key("selectionmember")
            + ", "
            + selection
            + ", 1, "
            + person
            + ")");
  }

  private void address(int owner, int type, String street, String city) {
    database.execute(
        "INSERT INTO #.[address] (address_id, owner_id, atype_idx, zipcode, city, address1,"
            + " registered, registered_associate_id, updated, updated_associate_id, updatedCount)"
            + " VALUES ("
            + fixture.user().key("address")
            + ", "
            + owner
            + ", "
            + type
            + ", '5003', '"
            + city
            + "', '"
            + street
            + "'"
            + stamps());
  }

  private static String stamps() {
    return ", CURRENT_TIMESTAMP, 1, " + NEVER + ", 0, 0)";
  }
}

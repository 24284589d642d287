package io.exchangesync.core.port;

import static io.exchangesync.core.port.PersonFixture.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.CrmKeys;
import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.model.PersonPhone;
import io.exchangesync.core.model.PersonReasons;
import io.exchangesync.core.model.PersonReasons.SelectionName;
import io.exchangesync.core.model.PostalAddress;
import io.exchangesync.core.model.Selection;
import io.exchangesync.core.model.Selection.Nature;
import io.exchangesync.core.model.Window;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link CrmPersons} promises. */
public abstract class CrmPersonsContract {
  protected abstract PersonFixture crm();

  private CrmPersons persons() {
    return crm().persons();
  }

  @Test
  void aChosenPersonIsWantedAndOneThatDoesNotExistIsAbsent() {
    int chosen = crm().person(0);
    PersonWish wish = wish(List.of(), List.of(chosen, PersonFixture.UNKNOWN));
    assertThat(wanted(wish)).containsExactly(chosen);
    assertThat(read(chosen, wish).reasons()).isEqualTo(new PersonReasons(false, List.of(), true));
    assertThat(persons().read(List.of(PersonFixture.UNKNOWN), wish)).isEmpty();
  }

  @Test
  void whoStandsOnADiaryRowInsideTheWindowIsWantedAndTheOwnerIsNot() {
    crm().meets(crm().person(0), 0);
    crm().meets(crm().person(1), 9);
    crm().meets(crm().owner().personId(), 0);
    PersonWish wish = wish(List.of(), List.of());
    assertThat(wanted(wish)).containsExactly(crm().person(0));
    assertThat(read(crm().person(0), wish).reasons().appointment()).isTrue();
  }

  @Test
  void whomNobodyWantsHasNoReasons() {
    PersonWish wish = wish(List.of(), List.of());
    assertThat(wanted(wish)).isEmpty();
    assertThat(read(crm().person(0), wish).reasons().none()).isTrue();
  }

  @Test
  void membersOfChosenSelectionsAreWantedAndNameThemInTheOrderOfTheSetting() {
    int first = crm().selects("First", List.of(crm().person(0), crm().person(1)));
    int second = crm().selects("Second", List.of(crm().person(1)));
    crm().selects("Not chosen", List.of(crm().person(2)));
    PersonWish wish = wish(List.of(second, first), List.of());
    assertThat(wanted(wish)).containsExactlyInAnyOrder(crm().person(0), crm().person(1));
    assertThat(read(crm().person(1), wish).reasons().selections())
        .containsExactly(new SelectionName(second, "Second"), new SelectionName(first, "First"));
    crm().removes(first, crm().person(0));
    assertThat(wanted(wish)).containsExactly(crm().person(1));
  }

  @Test
  void headsAndContentsHaveTheSameVersionWhichChangesWithTheReasons() {
    int person = crm().person(0);
    PersonWish chosen = wish(List.of(), List.of(person));
    CrmHead head = persons().wanted(chosen).get(0);
    assertThat(read(person, chosen).version()).isEqualTo(head.version());
    assertThat(read(person, chosen).version()).isEqualTo(head.version());
    assertThat(read(person, wish(List.of(), List.of())).version()).isNotEqualTo(head.version());
  }

  @Test
  void whoRetiredIsReadAsSuchAndNotWanted() {
    int person = crm().person(0);
    int selection = crm().selects("All", List.of(person, crm().person(1)));
    crm().retires(person);
    PersonWish wish = wish(List.of(selection), List.of(person));
    assertThat(wanted(wish)).containsExactly(crm().person(1));
    assertThat(read(person, wish).life()).isEqualTo(CrmPerson.Life.RETIRED);
    assertThat(selection(selection).persons()).contains(person);
  }

  @Test
  void selectionsTellTheirPersonsInOrderAndDynamicOnesTellNone() {
    int fixed = crm().selects("Static", List.of(crm().person(1), crm().person(0)));
    int dynamic = crm().selectsDynamically("Dynamic");
    List<Integer> ordered = List.of(crm().person(0), crm().person(1)).stream().sorted().toList();
    assertThat(selection(fixed)).isEqualTo(new Selection(fixed, "Static", Nature.KNOWN, ordered));
    assertThat(selection(dynamic))
        .isEqualTo(new Selection(dynamic, "Dynamic", Nature.DYNAMIC, List.of()));
    assertThat(persons().selections(List.of(PersonFixture.UNKNOWN), crm().owner())).isEmpty();
    assertThat(wanted(wish(List.of(dynamic), List.of()))).isEmpty();
  }

  @Test
  void aSelectionsStateIsTheSameUntilAMemberComesOrGoesOrItIsRenamed() {
    int id = crm().selects("Watched", List.of(crm().person(0)));
    String before = state(id);
    assertThat(state(id)).isEqualTo(before);
    crm().adds(id, crm().person(1));
    String added = state(id);
    crm().removes(id, crm().person(0));
    String removed = state(id);
    crm().renames(id, "Renamed");
    assertThat(List.of(before, added, removed, state(id))).doesNotHaveDuplicates();
    assertThat(persons().selectionStates(List.of(PersonFixture.UNKNOWN))).isEmpty();
  }

  @Test
  void aPersonsOwnFieldsAreWrittenOnTheConditionThatNobodyElseDidMeanwhile() {
    int person = crm().person(0);
    PersonWish wish = wish(List.of(), List.of(person, crm().person(1)));
    CrmPerson before = read(person, wish);
    CrmPerson untouched = read(crm().person(1), wish);
    Map<PersonPhone, String> phones = new HashMap<>(before.phones());
    phones.put(PersonPhone.DIRECT, "+47 11 22 33 44");
    phones.remove(PersonPhone.MOBILE);
    CrmPerson after =
        before
            .with()
            .title("CEO")
            .phones(phones)
            .emails(List.of("ny@kunde.example"))
            .home(new PostalAddress("Nyveien 2", "5003", "Bergen", "", ""))
            .build();
    List<CrmOutcome> outcomes =
        apply(
            wish,
            new CrmWrite.Update(untouched, untouched.with().title("COO").build()),
            new CrmWrite.Update(before, after));
    CrmPerson now = read(person, wish);
    assertThat(outcomes)
        .extracting(outcome -> ((CrmOutcome.Written) outcome).version())
        .containsExactly(read(crm().person(1), wish).version(), now.version());
    assertThat(now.title()).isEqualTo("CEO");
    assertThat(now.phones()).isEqualTo(phones);
    assertThat(now.emails()).containsExactly("ny@kunde.example");
    assertThat(now.home().street()).isEqualTo("Nyveien 2");
    assertThat(now.version()).isNotEqualTo(before.version());
    assertThat(apply(wish, new CrmWrite.Update(before, after)))
        .containsExactly(new CrmOutcome.ChangedMeanwhile());
  }

  @Test
  void theTitleIsReadFromAndWrittenIntoTheFieldThatTheMailboxChose() {
    int with = crm().person(0);
    int without = crm().person(1);
    String field = crm().field(Map.of(with, "Einkaufsleiterin"));
    PersonWish plain = wish(List.of(), List.of(with, without));
    PersonWish chosen =
        new PersonWish(
            plain.owner(), plain.window(), List.of(), plain.chosen(), Optional.of(field));
    String title = read(with, plain).title();
    assertThat(persons().hasTextField(field)).isTrue();
    assertThat(persons().hasTextField("Nobody:1")).isFalse();
    assertThat(read(with, chosen).title()).isEqualTo("Einkaufsleiterin");
    assertThat(read(without, chosen).title()).isEmpty();
    assertThat(persons().wanted(chosen)).extracting(CrmHead::version).hasSize(2);

    CrmPerson before = read(with, chosen);
    CrmPerson other = read(without, chosen);
    List<CrmOutcome> outcomes =
        apply(
            chosen,
            new CrmWrite.Update(before, before.with().title("Chef").build()),
            new CrmWrite.Update(other, other.with().title("Chef").build()));
    assertThat(outcomes.get(0))
        .isEqualTo(new CrmOutcome.Written(read(with, chosen).version(), CrmKeys.NONE));
    assertThat(outcomes.get(1)).isInstanceOf(CrmOutcome.Refused.class);
    assertThat(read(with, chosen).title()).isEqualTo("Chef");
    assertThat(read(with, plain).title()).isEqualTo(title);
    assertThat(apply(chosen, new CrmWrite.Update(before, before.with().title("No").build())))
        .containsExactly(new CrmOutcome.ChangedMeanwhile());

    PersonWish gone =
        new PersonWish(
            plain.owner(), plain.window(), List.of(), plain.chosen(), Optional.of("Nobody:1"));
    assertThat(read(with, gone).title()).isEqualTo(title);
  }

  private List<CrmOutcome> apply(PersonWish wish, CrmWrite.Update... writes) {
    return crm().committed(() -> persons().apply(List.of(writes), wish));
  }

  private List<Integer> wanted(PersonWish wish) {
    return persons().wanted(wish).stream().map(CrmHead::recordId).toList();
  }

  private CrmPerson read(int personId, PersonWish wish) {
    return persons().read(List.of(personId), wish).get(personId);
  }

  private Selection selection(int id) {
    return persons().selections(List.of(id), crm().owner()).get(id);
  }

  private String state(int id) {
    return persons().selectionStates(List.of(id)).get(id);
  }

  private PersonWish wish(List<Integer> selections, List<Integer> chosen) {
    return new PersonWish(crm().owner(), new Window(DAY, DAY.plusDays(1)), selections, chosen);
  }
}

package io.exchangesync.core.memory;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmKeys;
import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.model.CrmPersonBuilder;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.PersonReasons;
import io.exchangesync.core.model.PersonReasons.SelectionName;
import io.exchangesync.core.model.PersonReasons.Size;
import io.exchangesync.core.model.Selection;
import io.exchangesync.core.model.Selection.Nature;
import io.exchangesync.core.port.CrmHead;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.core.port.CrmPersons;
import io.exchangesync.core.port.CrmTouch;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.core.port.PersonWish;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Persons and selections of SuperOffice in memory; diary rows are those of the CRM gateway. */
public final class MemoryCrmPersons implements CrmPersons {
  private final MemoryCrmGateway crm;
  private final Clock clock;
  private final Map<Integer, CrmPerson> persons = new TreeMap<>();
  private final Map<Integer, Stored> selections = new TreeMap<>();
  private final Map<String, Map<Integer, String>> fields = new HashMap<>();
  private int nextVersion = 1;

  private record Stored(String name, Nature nature, Set<Integer> members) {}

  public MemoryCrmPersons(MemoryCrmGateway crm, Clock clock) {
    this.crm = crm;
    this.clock = clock;
  }

  /** A SuperOffice user writes a person. */
  public void userWrites(CrmPerson person) {
    persons.put(
        person.recordId(),
        person.with().version("p" + nextVersion++).lastChanged(clock.instant()).build());
    crm.userTouches(new CrmTouch(Kind.CONTACT, person.recordId(), 0, CrmTouch.Change.WRITTEN));
  }

  public void userEdits(int personId, UnaryOperator<CrmPersonBuilder> edit) {
    userWrites(edit.apply(persons.get(personId).with()).build());
  }

  /** The person is gone for good. */
  public void userDeletes(int personId) {
    persons.remove(personId);
    crm.userTouches(new CrmTouch(Kind.CONTACT, personId, 0, CrmTouch.Change.DELETED));
  }

  /** A selection with these members; the change log tells nothing of it. */
  public void select(int selectionId, String name, Collection<Integer> personIds) {
    selections.put(selectionId, new Stored(name, Nature.KNOWN, new HashSet<>(personIds)));
  }

  /** A selection whose members nobody here can tell. */
  public void selectDynamic(int selectionId, String name) {
    selections.put(selectionId, new Stored(name, Nature.DYNAMIC, Set.of()));
  }

  public void unselect(int selectionId) {
    selections.remove(selectionId);
  }

  /** A user-defined field of text; persons that are named have a value, others no fields at all. */
  public void field(String programmaticId, Map<Integer, String> values) {
    fields.put(programmaticId, new HashMap<>(values));
  }

  @Override
  public boolean hasTextField(String programmaticId) {
    return fields.containsKey(programmaticId);
  }

  private Optional<Map<Integer, String>> field(PersonWish wish) {
    return wish.titleField().map(fields::get);
  }

  public CrmPerson stored(int personId) {
    return persons.get(personId);
  }

  @Override
  public List<CrmHead> wanted(PersonWish wish) {
    return read(persons.keySet(), wish).values().stream()
        .filter(person -> person.life() == CrmPerson.Life.LIVE && !person.reasons().none())
        .map(person -> CrmHead.undated(person.recordId(), person.version()))
        .toList();
  }

  @Override
  public Map<Integer, CrmPerson> read(Collection<Integer> personIds, PersonWish wish) {
    Map<Integer, CrmPerson> found = new HashMap<>();
    for (int id : personIds) {
      CrmPerson person = persons.get(id);
      if (person != null) {
        found.put(id, seenBy(person, wish));
      }
    }
    return found;
  }

  private CrmPerson seenBy(CrmPerson person, PersonWish wish) {
    int id = person.recordId();
    List<SelectionName> member = new ArrayList<>();
    for (int selectionId : wish.selections()) {
      Stored selection = selections.get(selectionId);
      if (selection != null && selection.members().contains(id)) {
        member.add(
            new SelectionName(selectionId, selection.name(), Size.of(selection.members().size())));
      }
    }
    boolean named =
        crm.inside(wish.owner().associateId(), wish.window()).stream()
            .map(CrmAppointment::references)
            .anyMatch(references -> references.personId() == id && id != wish.owner().personId());
    PersonReasons reasons = new PersonReasons(named, member, wish.chosen().contains(id));
    String title = field(wish).map(values -> values.getOrDefault(id, "")).orElse(person.title());
    return person
        .with()
        .title(title)
        .reasons(reasons)
        .version(person.version() + reasons.hashCode() + title.hashCode())
        .build();
  }

  @Override
  public Map<Integer, Selection> selections(Collection<Integer> selectionIds, DiaryOwner owner) {
    Map<Integer, Selection> found = new TreeMap<>();
    selections.forEach(
        (id, stored) -> {
          if (selectionIds.contains(id)) {
            List<Integer> members = stored.members().stream().sorted().toList();
            found.put(id, new Selection(id, stored.name(), stored.nature(), members));
          }
        });
    return found;
  }

  @Override
  public Map<Integer, String> selectionStates(Collection<Integer> selectionIds) {
    Map<Integer, String> states = new HashMap<>();
    selections.forEach(
        (id, selection) -> {
          if (selectionIds.contains(id)) {
            states.put(id, selection.toString());
          }
        });
    return states;
  }

  @Override
  public List<CrmOutcome> apply(List<CrmWrite.Update> writes, PersonWish wish) {
    return writes.stream().map(write -> apply(write, wish)).toList();
  }

  private CrmOutcome apply(CrmWrite.Update write, PersonWish wish) {
    CrmPerson before = (CrmPerson) write.before();
    CrmPerson now = persons.get(before.recordId());
    if (now == null || !seenBy(now, wish).version().equals(before.version())) {
      return new CrmOutcome.ChangedMeanwhile();
    }
    String title = ((CrmPerson) write.after()).title();
    Optional<Map<Integer, String>> field = field(wish);
    if (field.isPresent() && !title.equals(before.title())) {
      if (!field.get().containsKey(now.recordId())) {
        return new CrmOutcome.Refused("the person has no user-defined fields");
      }
      field.get().put(now.recordId(), title);
    }
    CrmPerson after =
        ((CrmPerson) write.after())
            .with()
            .title(field.isPresent() ? now.title() : title)
            .version("p" + nextVersion++)
            .lastChanged(clock.instant())
            .build();
    persons.put(after.recordId(), after);
    return new CrmOutcome.Written(seenBy(after, wish).version(), CrmKeys.NONE);
  }
}

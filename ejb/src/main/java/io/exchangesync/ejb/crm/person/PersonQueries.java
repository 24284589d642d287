package io.exchangesync.ejb.crm.person;

import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.model.PersonReasons;
import io.exchangesync.core.model.PersonReasons.SelectionName;
import io.exchangesync.core.model.PersonReasons.Size;
import io.exchangesync.core.model.Selection;
import io.exchangesync.core.port.CrmHead;
import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.core.port.PersonWish;
import io.exchangesync.ejb.crm.ListName;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.RowReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Which persons a mailbox wants, why, and what they are.
 *
 * <p>Invariant: memory for contents is that of one slice of persons; of all others only ids and
 * versions are kept.
 */
public final class PersonQueries {
  private static final int PERSONS_AT_ONCE = 256;

  private final CrmSchema schema;
  private final String language;
  private final NamedPersons named;
  private final SelectionReader selections;
  private final SelectionMembers members;
  private final PersonReader reader;
  private final UserFields fields;

  public PersonQueries(CrmSchema schema, String language) {
    this.schema = schema;
    this.language = language;
    this.named = new NamedPersons(schema);
    this.selections = new SelectionReader(schema);
    this.members = new SelectionMembers(schema);
    this.reader = new PersonReader(schema);
    this.fields = new UserFields(schema);
  }

  /**
   * Heads of live persons that are wanted.
   *
   * @param from begin of the window, wall time of the base zone
   * @param to end of the window, exclusive
   */
  public List<CrmHead> wanted(
      Connection connection, PersonWish wish, LocalDateTime from, LocalDateTime to)
      throws SQLException {
    Reasons reasons = reasons(connection, wish, from, to);
    List<CrmHead> heads = new ArrayList<>();
    persons(
        connection,
        reasons.all(),
        reasons,
        title(connection, wish),
        person -> {
          if (person.life() == CrmPerson.Life.LIVE) {
            heads.add(CrmHead.undated(person.recordId(), person.version()));
          }
        });
    return heads;
  }

  /** Persons by key with the reasons of one mailbox. */
  public Map<Integer, CrmPerson> read(
      Connection connection,
      Collection<Integer> personIds,
      PersonWish wish,
      LocalDateTime from,
      LocalDateTime to)
      throws SQLException {
    if (personIds.isEmpty()) {
      return Map.of();
    }
    Reasons reasons = reasons(connection, wish, from, to);
    Map<Integer, CrmPerson> found = new HashMap<>();
    persons(
        connection,
        personIds,
        reasons,
        title(connection, wish),
        person -> found.put(person.recordId(), person));
    return found;
  }

  /** The rows of persons, for a writer. */
  public Map<Integer, PersonRows> rows(
      Connection connection, Collection<Integer> personIds, PersonWish wish) throws SQLException {
    return reader.byKey(connection, personIds, title(connection, wish));
  }

  /** Whether there is such a field of text. */
  public boolean hasTextField(Connection connection, String programmaticId) throws SQLException {
    return fields.find(connection, programmaticId).isPresent();
  }

  private Optional<UserField> title(Connection connection, PersonWish wish) throws SQLException {
    return wish.titleField().isEmpty()
        ? Optional.empty()
        : fields.find(connection, wish.titleField().get());
  }

  /** What rows say now, with reasons as they were known. */
  public CrmPerson map(Connection connection, PersonRows rows, PersonReasons reasons)
      throws SQLException {
    return PersonMapper.map(rows, reasons, countries(connection, List.of(rows)));
  }

  private void persons(
      Connection connection,
      Collection<Integer> personIds,
      Reasons reasons,
      Optional<UserField> title,
      Consumer<CrmPerson> taker)
      throws SQLException {
    List<Integer> ids = List.copyOf(new TreeSet<>(personIds));
    for (int at = 0; at < ids.size(); at += PERSONS_AT_ONCE) {
      Map<Integer, PersonRows> slice =
          reader.byKey(
              connection, ids.subList(at, Math.min(ids.size(), at + PERSONS_AT_ONCE)), title);
      Map<Integer, String> countries = countries(connection, slice.values());
      slice
          .values()
          .forEach(rows -> taker.accept(PersonMapper.map(rows, reasons.of(rows.id()), countries)));
    }
  }

  private Map<Integer, String> countries(Connection connection, Collection<PersonRows> persons)
      throws SQLException {
    Set<Integer> ids = new HashSet<>();
    for (PersonRows rows : persons) {
      ids.add(rows.person().number("country_id"));
      rows.company().ifPresent(company -> ids.add(company.number("country_id")));
    }
    Map<Integer, String> names = new HashMap<>();
    for (CrmRow row :
        RowReader.by(
            connection,
            schema.table("country"),
            List.of("country_id", "name"),
            "country_id",
            ids)) {
      names.put(row.number("country_id"), ListName.in(language, row.string("name")));
    }
    return names;
  }

  /** Selections with their persons, as an associate may see them. */
  public Map<Integer, Selection> selections(
      Connection connection, Collection<Integer> selectionIds, DiaryOwner owner)
      throws SQLException {
    Map<Integer, SelectionRow> rows = selections.byKey(connection, selectionIds, owner);
    List<Integer> wanted = selectionIds.stream().filter(rows::containsKey).distinct().toList();
    Map<Integer, Set<Integer>> persons = members.of(connection, rows, wanted);
    Map<Integer, Selection> found = new HashMap<>();
    for (int id : wanted) {
      SelectionRow row = rows.get(id);
      List<Integer> known = persons.getOrDefault(id, Set.of()).stream().sorted().toList();
      found.put(id, new Selection(id, row.name(), SelectionMembers.nature(row, rows), known));
    }
    return found;
  }

  private Reasons reasons(
      Connection connection, PersonWish wish, LocalDateTime from, LocalDateTime to)
      throws SQLException {
    Map<Integer, SelectionRow> rows = selections.byKey(connection, wish.selections(), wish.owner());
    Map<Integer, Set<Integer>> persons = members.of(connection, rows, wish.selections());
    return new Reasons(
        named.of(connection, wish, from, to),
        wish.selections().stream()
            .filter(rows::containsKey)
            .map(id -> name(rows.get(id), persons.getOrDefault(id, Set.of())))
            .toList(),
        persons,
        new HashSet<>(wish.chosen()));
  }

  private static SelectionName name(SelectionRow row, Set<Integer> persons) {
    return new SelectionName(row.id(), row.name(), Size.of(persons.size()));
  }

  /** Why each person is wanted. */
  private record Reasons(
      Set<Integer> named,
      List<SelectionName> selections,
      Map<Integer, Set<Integer>> members,
      Set<Integer> chosen) {

    Set<Integer> all() {
      Set<Integer> all = new HashSet<>(named);
      all.addAll(chosen);
      members.values().forEach(all::addAll);
      return all;
    }

    PersonReasons of(int personId) {
      return new PersonReasons(
          named.contains(personId),
          selections.stream()
              .filter(one -> members.getOrDefault(one.selectionId(), Set.of()).contains(personId))
              .toList(),
          chosen.contains(personId));
    }
  }
}

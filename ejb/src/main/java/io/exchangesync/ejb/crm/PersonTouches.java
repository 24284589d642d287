package io.exchangesync.ejb.crm;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.CrmTouch;
import io.exchangesync.core.port.CrmTouch.Change;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.RowReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the persons behind log rows: of phones, addresses, e-mail addresses and URLs by their
 * owners, of companies by their staff, of follow-ups by whom they name.
 *
 * <p>A row that is gone by now names nobody; SuperOffice's clients write the person as well, and
 * both sides are listed once a day.
 */
final class PersonTouches {
  private static final int OF_PERSON = 0x4000;

  private final CrmSchema schema;

  PersonTouches(CrmSchema schema) {
    this.schema = schema;
  }

  List<CrmTouch> resolve(Connection connection, Collection<LogRow> news) throws SQLException {
    Map<Integer, Set<Integer>> byTable = new HashMap<>();
    Set<CrmTouch> touches = new LinkedHashSet<>();
    for (LogRow row : news) {
      if (row.table() == LogRow.PERSON && row.type() == LogRow.DELETE) {
        touches.add(new CrmTouch(Kind.CONTACT, row.record(), 0, Change.DELETED));
      } else {
        byTable.computeIfAbsent(row.table(), none -> new HashSet<>()).add(row.record());
      }
    }
    Set<Integer> persons = new LinkedHashSet<>(byTable.getOrDefault(LogRow.PERSON, Set.of()));
    Set<Integer> companies = new HashSet<>(byTable.getOrDefault(LogRow.CONTACT, Set.of()));
    owners(connection, "phone", "phone_id", "ptype_idx", byTable.get(LogRow.PHONE))
        .into(persons, companies);
    owners(connection, "address", "address_id", "atype_idx", byTable.get(LogRow.ADDRESS))
        .into(persons, companies);
    direct(connection, "Email", "email_id", byTable.get(LogRow.EMAIL)).into(persons, companies);
    direct(connection, "URL", "url_id", byTable.get(LogRow.URL)).into(persons, companies);
    members(connection, byTable.get(LogRow.SELECTION_MEMBER), persons);
    persons.addAll(staff(connection, companies));
    persons.forEach(id -> touches.add(written(id, 0)));
    touches.addAll(named(connection, byTable.getOrDefault(LogRow.APPOINTMENT, Set.of())));
    return List.copyOf(touches);
  }

  private static CrmTouch written(int personId, int associateId) {
    return new CrmTouch(Kind.CONTACT, personId, associateId, Change.WRITTEN);
  }

  private record Owners(Set<Integer> persons, Set<Integer> companies) {
    void into(Set<Integer> allPersons, Set<Integer> allCompanies) {
      allPersons.addAll(persons);
      allCompanies.addAll(companies);
    }
  }

  private Owners owners(
      Connection connection, String table, String key, String type, Set<Integer> ids)
      throws SQLException {
    Owners owners = new Owners(new HashSet<>(), new HashSet<>());
    for (CrmRow row : rows(connection, table, key, ids, key, "owner_id", type)) {
      boolean ofPerson = (row.number(type) & OF_PERSON) != 0;
      (ofPerson ? owners.persons() : owners.companies()).add(row.number("owner_id"));
    }
    return owners;
  }

  private Owners direct(Connection connection, String table, String key, Set<Integer> ids)
      throws SQLException {
    Owners owners = new Owners(new HashSet<>(), new HashSet<>());
    for (CrmRow row : rows(connection, table, key, ids, key, "contact_id", "person_id")) {
      if (row.flag("person_id")) {
        owners.persons().add(row.number("person_id"));
      } else if (row.flag("contact_id")) {
        owners.companies().add(row.number("contact_id"));
      }
    }
    return owners;
  }

  private void members(Connection connection, Set<Integer> ids, Set<Integer> persons)
      throws SQLException {
    for (CrmRow row :
        rows(
            connection,
            "selectionmember",
            "selectionmember_id",
            ids,
            "selectionmember_id",
            "person_id")) {
      if (row.flag("person_id")) {
        persons.add(row.number("person_id"));
      }
    }
  }

  private Set<Integer> staff(Connection connection, Set<Integer> companies) throws SQLException {
    return rows(connection, "person", "contact_id", companies, "person_id", "contact_id").stream()
        .map(row -> row.number("person_id"))
        .collect(Collectors.toSet());
  }

  /** Persons that follow-ups name now, each for the owners of the rows that name it. */
  private List<CrmTouch> named(Connection connection, Set<Integer> ids) throws SQLException {
    List<CrmRow> touched = new ArrayList<>(appointments(connection, "appointment_id", ids));
    touched.removeIf(row -> row.flag("document_id"));
    Set<Integer> meetings =
        touched.stream()
            .map(row -> row.number("mother_id"))
            .filter(id -> id != 0)
            .collect(Collectors.toSet());
    Set<CrmTouch> touches = new LinkedHashSet<>();
    touched.forEach(row -> touches.add(written(row.number("person_id"), owner(row))));
    appointments(connection, "mother_id", meetings).stream()
        .collect(Collectors.groupingBy(row -> row.number("mother_id")))
        .values()
        .forEach(meeting -> addParticipants(meeting, touches));
    touches.removeIf(touch -> touch.recordId() == 0 || touch.associateId() == 0);
    return new ArrayList<>(touches);
  }

  private static void addParticipants(List<CrmRow> meeting, Set<CrmTouch> touches) {
    for (CrmRow diary : meeting) {
      for (CrmRow participant : meeting) {
        touches.add(written(participant.number("invitedPersonId"), owner(diary)));
      }
    }
  }

  private static int owner(CrmRow row) {
    return row.number("associate_id");
  }

  private List<CrmRow> appointments(Connection connection, String by, Set<Integer> ids)
      throws SQLException {
    return rows(
        connection,
        "appointment",
        by,
        ids,
        "appointment_id",
        "associate_id",
        "person_id",
        "mother_id",
        "document_id",
        "invitedPersonId");
  }

  private List<CrmRow> rows(
      Connection connection, String table, String by, Set<Integer> ids, String... columns)
      throws SQLException {
    return ids == null || ids.isEmpty()
        ? List.of()
        : RowReader.by(connection, schema.table(table), List.of(columns), by, ids);
  }
}

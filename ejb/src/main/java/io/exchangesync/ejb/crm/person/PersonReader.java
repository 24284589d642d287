package io.exchangesync.ejb.crm.person;

import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.CrmTable;
import io.exchangesync.ejb.crm.sql.RowReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads persons with company, numbers, addresses and URLs, one statement per table and slice.
 *
 * <p>Invariant: only columns that exist are read; what belongs to one owner is told apart by its
 * type, because companies and persons share owner_id.
 */
final class PersonReader {
  static final int COMPANY_POSTAL = 1;
  static final int COMPANY_STREET = 2;
  static final int PERSON_PRIVATE = 16387;

  private static final int OF_PERSON = 0x4000;
  private static final List<String> STAMPS = List.of("registered", "updated", "updatedCount");
  private static final Comparator<CrmRow> BY_RANK =
      Comparator.comparingInt((CrmRow row) -> row.number("rank"));

  private final CrmSchema schema;

  PersonReader(CrmSchema schema) {
    this.schema = schema;
  }

  /** Persons by key, in no order; keys that do not exist are absent. */
  Map<Integer, PersonRows> byKey(
      Connection connection, Collection<Integer> personIds, Optional<UserField> title)
      throws SQLException {
    List<CrmRow> persons =
        rows(
            connection,
            "person",
            "person_id",
            personIds,
            "person_id",
            "contact_id",
            "lastname",
            "firstname",
            "middleName",
            "mrmrs",
            "title",
            "year_of_birth",
            "month_of_birth",
            "day_of_birth",
            "retired",
            "phone_present",
            "country_id",
            "userdef_id",
            "userdef2_id",
            "DeletedDate");
    Set<Integer> companyIds = keys(persons, "contact_id");
    Map<Integer, CrmRow> companies =
        rows(
                connection,
                "contact",
                "contact_id",
                companyIds,
                "contact_id",
                "name",
                "department",
                "country_id",
                "deleted",
                "DeletedDate")
            .stream()
            .collect(Collectors.toMap(row -> row.number("contact_id"), row -> row, (a, b) -> a));
    Set<Integer> owners = keys(persons, "person_id");
    Map<Integer, List<CrmRow>> ownPhones = phones(connection, owners, OF_PERSON);
    Map<Integer, List<CrmRow>> companyPhones = phones(connection, companyIds, 0);
    Map<Integer, List<CrmRow>> ownAddresses = addresses(connection, owners, OF_PERSON);
    Map<Integer, List<CrmRow>> companyAddresses = addresses(connection, companyIds, 0);
    Map<Integer, List<CrmRow>> emails = emails(connection, owners);
    Map<Integer, List<CrmRow>> urls = urls(connection, companyIds);
    Map<Integer, CrmRow> values = values(connection, persons, title);
    Map<Integer, PersonRows> found = new HashMap<>();
    for (CrmRow person : persons) {
      int id = person.number("person_id");
      int companyId = person.number("contact_id");
      List<CrmRow> both =
          new java.util.ArrayList<>(companyAddresses.getOrDefault(companyId, List.of()));
      both.addAll(ownAddresses.getOrDefault(id, List.of()));
      found.put(
          id,
          new PersonRows(
              person,
              Optional.ofNullable(companies.get(companyId)),
              ownPhones.getOrDefault(id, List.of()),
              companyPhones.getOrDefault(companyId, List.of()),
              both,
              emails.getOrDefault(id, List.of()),
              urls.getOrDefault(companyId, List.of()),
              title.map(
                  field ->
                      new FieldValue(
                          field,
                          Optional.ofNullable(values.get(person.number(field.reference())))))));
    }
    return found;
  }

  /** The rows of a user-defined field by their own keys. */
  private static Map<Integer, CrmRow> values(
      Connection connection, List<CrmRow> persons, Optional<UserField> title) throws SQLException {
    Map<Integer, CrmRow> values = new HashMap<>();
    if (title.isPresent()) {
      UserField field = title.get();
      for (CrmRow row :
          RowReader.by(
              connection,
              field.table(),
              List.of(field.key(), field.column().name()),
              field.key(),
              keys(persons, field.reference()))) {
        values.put(row.number(field.key()), row);
      }
    }
    return values;
  }

  private Map<Integer, List<CrmRow>> phones(Connection connection, Set<Integer> owners, int kind)
      throws SQLException {
    return grouped(
        rows(
            connection,
            "phone",
            "owner_id",
            owners,
            "phone_id",
            "owner_id",
            "ptype_idx",
            "phone",
            "rank",
            "searchPhoneNumber"),
        "phone_id",
        "owner_id",
        row -> (row.number("ptype_idx") & OF_PERSON) == kind);
  }

  private Map<Integer, List<CrmRow>> addresses(Connection connection, Set<Integer> owners, int kind)
      throws SQLException {
    return grouped(
        rows(
            connection,
            "address",
            "owner_id",
            owners,
            "address_id",
            "owner_id",
            "atype_idx",
            "zipcode",
            "city",
            "state",
            "address1",
            "address2",
            "address3"),
        "address_id",
        "owner_id",
        row -> (row.number("atype_idx") & OF_PERSON) == kind);
  }

  private Map<Integer, List<CrmRow>> emails(Connection connection, Set<Integer> owners)
      throws SQLException {
    return grouped(
        rows(
            connection,
            "Email",
            "person_id",
            owners,
            "email_id",
            "person_id",
            "protocol",
            "type",
            "email_address",
            "rank"),
        "email_id",
        "person_id",
        row ->
            row.number("type") == 0
                && (row.string("protocol").isBlank()
                    || row.string("protocol").strip().equalsIgnoreCase("SMTP")));
  }

  private Map<Integer, List<CrmRow>> urls(Connection connection, Set<Integer> companyIds)
      throws SQLException {
    return grouped(
        rows(
            connection,
            "URL",
            "contact_id",
            companyIds,
            "url_id",
            "contact_id",
            "url_address",
            "rank"),
        "url_id",
        "contact_id",
        row -> true);
  }

  private static Map<Integer, List<CrmRow>> grouped(
      List<CrmRow> rows, String key, String owner, java.util.function.Predicate<CrmRow> belonging) {
    return rows.stream()
        .filter(belonging)
        .sorted(BY_RANK.thenComparingInt(row -> row.number(key)))
        .collect(Collectors.groupingBy(row -> row.number(owner)));
  }

  private List<CrmRow> rows(
      Connection connection,
      String tableName,
      String by,
      Collection<Integer> keys,
      String... columns)
      throws SQLException {
    CrmTable table = schema.table(tableName);
    List<String> names = new java.util.ArrayList<>(List.of(columns));
    names.addAll(STAMPS);
    return RowReader.by(connection, table, names, by, keys);
  }

  private static Set<Integer> keys(List<CrmRow> rows, String column) {
    return rows.stream()
        .map(row -> row.number(column))
        .filter(id -> id != 0)
        .collect(Collectors.toSet());
  }
}

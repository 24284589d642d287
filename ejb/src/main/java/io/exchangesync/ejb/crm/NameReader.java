package io.exchangesync.ejb.crm;

import io.exchangesync.core.model.CrmNames;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.RowReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the names and the phone number behind the companies and persons of follow-ups. */
final class NameReader {
  private static final int COMPANY_PHONE = 1;
  private static final int DIRECT_PHONE = 16385;
  private static final int MOBILE_PHONE = 16389;

  private final CrmSchema schema;

  NameReader(CrmSchema schema) {
    this.schema = schema;
  }

  /** Names by record id; a phone number is the person's direct one, mobile, or the company's. */
  Map<Integer, CrmNames> names(Connection connection, Collection<FollowUpRecord> records)
      throws SQLException {
    List<Integer> companies = ids(records, "contact_id");
    List<Integer> persons = ids(records, "person_id");
    Map<Integer, CrmRow> company =
        byKey(
            RowReader.by(
                connection,
                schema.table("contact"),
                List.of("contact_id", "name", "department"),
                "contact_id",
                companies),
            "contact_id");
    Map<Integer, CrmRow> person =
        byKey(
            RowReader.by(
                connection,
                schema.table("person"),
                List.of("person_id", "firstname", "middleName", "lastname"),
                "person_id",
                persons),
            "person_id");
    Map<Integer, List<CrmRow>> phones = phones(connection, companies, persons);
    Map<Integer, CrmNames> names = new HashMap<>();
    for (FollowUpRecord each : records) {
      int contactId = each.appointment().number("contact_id");
      int personId = each.appointment().number("person_id");
      CrmRow contact = company.getOrDefault(contactId, CrmRow.empty());
      names.put(
          each.id(),
          new CrmNames(
              CrmText.canonical(contact.string("name")),
              CrmText.canonical(contact.string("department")),
              fullName(person.getOrDefault(personId, CrmRow.empty())),
              phone(phones, contactId, personId)));
    }
    return names;
  }

  static String fullName(CrmRow person) {
    return Stream.of("firstname", "middleName", "lastname")
        .map(part -> person.string(part).strip())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private Map<Integer, List<CrmRow>> phones(
      Connection connection, List<Integer> companies, List<Integer> persons) throws SQLException {
    List<Integer> owners = Stream.concat(companies.stream(), persons.stream()).toList();
    return RowReader.by(
            connection,
            schema.table("phone"),
            List.of("phone_id", "owner_id", "ptype_idx", "phone", "rank"),
            "owner_id",
            owners)
        .stream()
        .sorted(
            Comparator.<CrmRow>comparingInt(row -> row.number("rank"))
                .thenComparingInt(row -> row.number("phone_id")))
        .collect(Collectors.groupingBy(row -> row.number("owner_id")));
  }

  private static String phone(Map<Integer, List<CrmRow>> phones, int contactId, int personId) {
    return Stream.of(
            kind(phones, personId, DIRECT_PHONE),
            kind(phones, personId, MOBILE_PHONE),
            kind(phones, contactId, COMPANY_PHONE))
        .flatMap(Function.identity())
        .findFirst()
        .orElse("");
  }

  private static Stream<String> kind(Map<Integer, List<CrmRow>> phones, int owner, int kind) {
    return phones.getOrDefault(owner, List.of()).stream()
        .filter(row -> owner != 0 && row.number("ptype_idx") == kind)
        .map(row -> row.string("phone").strip());
  }

  private static List<Integer> ids(Collection<FollowUpRecord> records, String column) {
    return records.stream()
        .map(each -> each.appointment().number(column))
        .filter(id -> id != 0)
        .distinct()
        .toList();
  }

  private static Map<Integer, CrmRow> byKey(List<CrmRow> rows, String key) {
    return rows.stream().collect(Collectors.toMap(row -> row.number(key), row -> row, (a, b) -> a));
  }
}

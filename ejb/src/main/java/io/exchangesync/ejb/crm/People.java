package io.exchangesync.ejb.crm;

import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.RowReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who stands behind participants' rows and e-mail addresses: users, resources, outside persons. */
final class People {
  private static final int RESOURCE = 1;
  private static final List<String> ASSOCIATE =
      List.of("associate_id", "name", "tooltip", "type", "person_id", "deleted");
  private static final List<String> EMAIL =
      List.of("email_id", "person_id", "type", "protocol", "email_address", "rank");

  private final CrmSchema schema;

  People(CrmSchema schema) {
    this.schema = schema;
  }

  /** Bookings of masters, by appointment_id. */
  Map<Integer, CrmBooking> bookings(Connection connection, Collection<FollowUpRecord> records)
      throws SQLException {
    List<FollowUpRecord> masters = records.stream().filter(FollowUpRecord::bookingMaster).toList();
    List<CrmRow> children = masters.stream().flatMap(each -> each.children().stream()).toList();
    if (masters.isEmpty()) {
      return Map.of();
    }
    Map<Integer, CrmRow> associates =
        byKey(rows(connection, "associate", ASSOCIATE, ids(children, "associate_id")));
    Set<Integer> persons = new LinkedHashSet<>(ids(children, "invitedPersonId"));
    persons.addAll(ids(associates.values(), "person_id"));
    Map<Integer, String> names = names(connection, persons);
    Map<Integer, List<String>> addresses = addressesOfPersons(connection, persons);
    Map<Integer, String> byEmailId = addressesOf(connection, ids(children, "emailId"));
    Map<Integer, CrmBooking> found = new HashMap<>();
    for (FollowUpRecord master : masters) {
      List<CrmBooking.Participant> participants =
          master.children().stream()
              .map(child -> participant(child, associates, names, addresses, byEmailId))
              .toList();
      String uid = master.invitation().map(row -> row.string("event_uid")).orElse("");
      found.put(master.id(), new CrmBooking(participants, uid));
    }
    return found;
  }

  private static CrmBooking.Participant participant(
      CrmRow child,
      Map<Integer, CrmRow> associates,
      Map<Integer, String> names,
      Map<Integer, List<String>> addresses,
      Map<Integer, String> byEmailId) {
    CrmRow associate = associates.getOrDefault(child.number("associate_id"), CrmRow.empty());
    boolean resource = associate.number("type") == RESOURCE;
    int person =
        child.number("invitedPersonId") != 0
            ? child.number("invitedPersonId")
            : resource ? 0 : associate.number("person_id");
    String own = byEmailId.getOrDefault(child.number("emailId"), "");
    Set<String> all = new LinkedHashSet<>(addresses.getOrDefault(person, List.of()));
    String email = all.stream().findFirst().orElse(own);
    if (!own.isEmpty()) {
      all.add(own);
    }
    String name = resource ? associate.string("tooltip") : names.getOrDefault(person, "");
    return new CrmBooking.Participant(
        child.number("appointment_id"),
        child.number("associate_id"),
        child.number("invitedPersonId"),
        child.number("type"),
        child.number("status"),
        email,
        name.isEmpty() ? own : name,
        resource,
        all);
  }

  /**
   * Who is known by an address: a user before an outside person, the lowest key if several; status
   * and type as a new participant has them (schema 4.8).
   *
   * @param addresses in any case
   * @return by lower-case address; unknown ones are absent
   */
  Map<String, CrmBooking.Participant> byAddress(Connection connection, Collection<String> addresses)
      throws SQLException {
    Map<String, Set<Integer>> persons = new LinkedHashMap<>();
    for (String address : addresses) {
      persons.put(address.toLowerCase(Locale.ROOT), personsOf(connection, address));
    }
    Set<Integer> all = new LinkedHashSet<>();
    persons.values().forEach(all::addAll);
    Map<Integer, CrmRow> users = new HashMap<>();
    for (CrmRow row :
        RowReader.by(connection, schema.table("associate"), ASSOCIATE, "person_id", all)) {
      if (row.number("type") == 0 && row.number("deleted") == 0) {
        users.putIfAbsent(row.number("person_id"), row);
      }
    }
    Map<Integer, String> names = names(connection, all);
    Map<String, CrmBooking.Participant> found = new HashMap<>();
    persons.forEach(
        (address, ids) ->
            ids.stream()
                .filter(names::containsKey)
                .min(
                    Comparator.<Integer, Boolean>comparing(id -> !users.containsKey(id))
                        .thenComparing(id -> id))
                .ifPresent(
                    id -> found.put(address, known(id, users.get(id), names.get(id), address))));
    return found;
  }

  private static CrmBooking.Participant known(
      int person, CrmRow user, String name, String address) {
    return user == null
        ? new CrmBooking.Participant(0, 0, person, 1, 1, address, name, false)
        : new CrmBooking.Participant(
            0, user.number("associate_id"), person, 6, 5, address, name, false);
  }

  private Set<Integer> personsOf(Connection connection, String address) throws SQLException {
    Set<Integer> found = new LinkedHashSet<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT [person_id] FROM "
                + schema.table("Email").sql()
                + " WHERE [email_address] = ? AND [person_id] > 0 AND [type] = 0")) {
      query.setString(1, address);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getInt(1));
        }
      }
    }
    return found;
  }

  /** Full names by person; keys that do not exist are absent. */
  private Map<Integer, String> names(Connection connection, Collection<Integer> persons)
      throws SQLException {
    Map<Integer, String> names = new HashMap<>();
    for (CrmRow row :
        rows(
            connection,
            "person",
            List.of("person_id", "firstname", "middleName", "lastname"),
            persons)) {
      names.put(row.number("person_id"), NameReader.fullName(row));
    }
    return names;
  }

  /** Every address, the first one first. */
  private Map<Integer, List<String>> addressesOfPersons(
      Connection connection, Collection<Integer> persons) throws SQLException {
    Map<Integer, List<String>> all = new HashMap<>();
    RowReader.by(connection, schema.table("Email"), EMAIL, "person_id", persons).stream()
        .filter(row -> row.number("type") == 0 && !address(row).isEmpty())
        .sorted(
            Comparator.<CrmRow>comparingInt(row -> row.number("rank"))
                .thenComparingInt(row -> row.number("email_id")))
        .forEach(
            row ->
                all.computeIfAbsent(row.number("person_id"), any -> new ArrayList<>())
                    .add(address(row)));
    return all;
  }

  private Map<Integer, String> addressesOf(Connection connection, Collection<Integer> emails)
      throws SQLException {
    return rows(connection, "Email", EMAIL, emails).stream()
        .collect(Collectors.toMap(row -> row.number("email_id"), People::address));
  }

  private static String address(CrmRow email) {
    return email.string("email_address").strip().toLowerCase(Locale.ROOT);
  }

  private List<CrmRow> rows(
      Connection connection, String table, List<String> columns, Collection<Integer> keys)
      throws SQLException {
    return RowReader.by(connection, schema.table(table), columns, columns.get(0), keys);
  }

  private static List<Integer> ids(Collection<CrmRow> rows, String column) {
    return rows.stream().map(row -> row.number(column)).filter(id -> id != 0).distinct().toList();
  }

  private static Map<Integer, CrmRow> byKey(List<CrmRow> associates) {
    return associates.stream()
        .collect(Collectors.toMap(row -> row.number("associate_id"), row -> row, (a, b) -> a));
  }
}

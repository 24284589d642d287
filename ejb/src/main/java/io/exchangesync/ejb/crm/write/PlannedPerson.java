package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.model.PersonPhone;
import io.exchangesync.core.model.PostalAddress;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.ejb.crm.CrmText;
import io.exchangesync.ejb.crm.person.FieldValue;
import io.exchangesync.ejb.crm.person.PersonRows;
import io.exchangesync.ejb.crm.person.UserField;
import io.exchangesync.ejb.crm.sql.CrmColumn;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.CrmTable;
import io.exchangesync.ejb.crm.sql.RowGuard;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows that one edited contact changes, each guarded by how it was read (schema rules 7, 13,
 * 27, 62).
 */
final class PlannedPerson {
  private static final int PRIVATE_ADDRESS = 16387;
  private static final LocalDateTime FOR_EVER = LocalDateTime.of(9999, 12, 31, 0, 0);

  private record Update(LoggedTable table, CrmRow read, Map<String, Object> columns) {}

  /** A new value of a user-defined field, whose row has no stamps of its own. */
  private record FieldUpdate(UserField field, CrmRow read, String value) {}

  private record Delete(LoggedTable table, int key) {}

  private record Insert(LoggedTable table, CrmRow row) {}

  private final CrmSchema schema;
  private final PersonRows rows;
  private final Map<String, Object> person = new LinkedHashMap<>();
  private final List<Update> updates = new ArrayList<>();
  private final List<Delete> deletes = new ArrayList<>();
  private final List<Insert> inserts = new ArrayList<>();
  private Optional<FieldUpdate> fieldUpdate = Optional.empty();
  private boolean refused;

  PlannedPerson(CrmPerson before, CrmPerson after, PersonRows rows, CrmSchema schema) {
    this.schema = schema;
    this.rows = rows;
    if (!before.title().equals(after.title())) {
      title(after.title());
    }
    for (PersonPhone phone : PersonPhone.values()) {
      String wanted = after.phones().getOrDefault(phone, "");
      if (!wanted.equals(before.phones().getOrDefault(phone, ""))) {
        phone(phone, wanted);
      }
    }
    int emails = Math.max(before.emails().size(), after.emails().size());
    for (int i = 0; i < emails; i++) {
      if (!at(before.emails(), i).equals(at(after.emails(), i))) {
        email(i, at(after.emails(), i));
      }
    }
    if (!before.home().equals(after.home())) {
      home(after.home());
    }
    if (!person.isEmpty() || fieldUpdate.isPresent()) {
      updates.add(new Update(LoggedTable.PERSON, rows.person(), person));
    }
  }

  private void title(String wanted) {
    if (rows.title().isEmpty()) {
      person.put("title", stored(LoggedTable.PERSON, "title", wanted));
      return;
    }
    FieldValue value = rows.title().get();
    String stored = CrmText.stored(wanted, value.field().column().length());
    fieldUpdate = value.row().map(row -> new FieldUpdate(value.field(), row, stored));
    refused = fieldUpdate.isEmpty();
  }

  private static String at(List<String> values, int index) {
    return index < values.size() ? values.get(index) : "";
  }

  private void phone(PersonPhone phone, String wanted) {
    Optional<CrmRow> row =
        rows.ownPhones().stream()
            .filter(each -> each.number("ptype_idx") == phone.phoneType())
            .filter(each -> !each.string("phone").isBlank())
            .findFirst();
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("phone", stored(LoggedTable.PHONE, "phone", wanted));
    columns.put("searchPhoneNumber", wanted.replaceAll("\\D", ""));
    CrmRow fresh =
        CrmRow.empty()
            .set("owner_id", rows.id())
            .set("ptype_idx", phone.phoneType())
            .set("rank", 1)
            .set("validFrom", CrmColumn.NEVER)
            .set("validTo", FOR_EVER);
    put(LoggedTable.PHONE, row, wanted, columns, fresh);
    if (row.isEmpty() && !rows.person().flag("phone_present")) {
      person.put("phone_present", 1);
    }
  }

  private void email(int index, String wanted) {
    List<CrmRow> known =
        rows.emails().stream().filter(each -> !each.string("email_address").isBlank()).toList();
    Optional<CrmRow> row = index < known.size() ? Optional.of(known.get(index)) : Optional.empty();
    int rank = known.stream().mapToInt(each -> each.number("rank")).max().orElse(0) + 1 + index;
    CrmRow fresh =
        CrmRow.empty()
            .set("person_id", rows.id())
            .set("protocol", "SMTP")
            .set("type", 0)
            .set("rank", rank);
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("email_address", stored(LoggedTable.EMAIL, "email_address", wanted));
    put(LoggedTable.EMAIL, row, wanted, columns, fresh);
  }

  private void home(PostalAddress wanted) {
    Optional<CrmRow> row =
        rows.addresses().stream()
            .filter(each -> each.number("atype_idx") == PRIVATE_ADDRESS)
            .findFirst();
    List<String> lines = wanted.street().lines().toList();
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("address1", stored(LoggedTable.ADDRESS, "address1", at(lines, 0)));
    columns.put("address2", stored(LoggedTable.ADDRESS, "address2", at(lines, 1)));
    columns.put(
        "address3",
        stored(
            LoggedTable.ADDRESS,
            "address3",
            lines.size() > 2 ? String.join(", ", lines.subList(2, lines.size())) : ""));
    columns.put("zipcode", stored(LoggedTable.ADDRESS, "zipcode", wanted.postalCode()));
    columns.put("city", stored(LoggedTable.ADDRESS, "city", wanted.city()));
    columns.put("state", stored(LoggedTable.ADDRESS, "state", wanted.state()));
    CrmRow fresh =
        CrmRow.empty()
            .set("owner_id", rows.id())
            .set("atype_idx", PRIVATE_ADDRESS)
            .set("validFrom", CrmColumn.NEVER)
            .set("validTo", FOR_EVER);
    String any = String.join("", columns.values().stream().map(Object::toString).toList());
    put(LoggedTable.ADDRESS, row, any, columns, fresh);
  }

  private void put(
      LoggedTable table,
      Optional<CrmRow> row,
      String wanted,
      Map<String, Object> columns,
      CrmRow fresh) {
    if (row.isEmpty() && !wanted.isEmpty()) {
      columns.forEach(fresh::set);
      inserts.add(new Insert(table, fresh));
    } else if (row.isPresent() && wanted.isEmpty()) {
      deletes.add(new Delete(table, row.get().number(table.key())));
    } else if (row.isPresent()) {
      updates.add(new Update(table, row.get(), columns));
    }
  }

  private String stored(LoggedTable table, String column, String value) {
    CrmTable known = schema.table(table.table());
    return CrmText.stored(value, known.column(column).map(CrmColumn::length).orElse(0));
  }

  void count(KeyNeeds needs) {
    inserts.forEach(each -> needs.row(each.table()));
    needs.log(updates.size() + deletes.size() + fieldUpdate.map(each -> 1).orElse(0));
  }

  /** What went wrong, if anything; then nothing is written. */
  Optional<CrmOutcome> perform(WriteContext context, int actor) throws SQLException {
    if (refused) {
      return Optional.of(
          new CrmOutcome.Refused(
              "the person has no user-defined fields in SuperOffice yet; edit the field there once"));
    }
    return written(context, actor)
        ? Optional.empty()
        : Optional.of(new CrmOutcome.ChangedMeanwhile());
  }

  private boolean write(FieldUpdate update, WriteContext context, int actor) throws SQLException {
    UserField field = update.field();
    String column = "[" + field.column().name() + "]";
    Optional<Object> before = update.read().raw(field.column().name());
    try (PreparedStatement statement =
        context
            .connection()
            .prepareStatement(
                "UPDATE "
                    + field.table().sql()
                    + " SET "
                    + column
                    + " = ? WHERE ["
                    + field.key()
                    + "] = ? AND "
                    + column
                    + (before.isPresent() ? " = ?" : " IS NULL"))) {
      statement.setString(1, update.value());
      statement.setInt(2, update.read().number(field.key()));
      if (before.isPresent()) {
        statement.setString(3, (String) before.get());
      }
      if (statement.executeUpdate() != 1) {
        return false;
      }
    }
    int key = update.read().number(field.key());
    context.log(LogType.UPDATE, field.number(), key, actor, field.version());
    return true;
  }

  private boolean written(WriteContext context, int actor) throws SQLException {
    List<RowGuard> guards = new ArrayList<>();
    for (Update update : updates) {
      RowGuard guard =
          new RowGuard(
              schema.table(update.table().table()),
              update.table().key(),
              update.read(),
              update.columns());
      if (!guard.lock(context.connection())) {
        return false;
      }
      guards.add(guard);
    }
    if (fieldUpdate.isPresent() && !write(fieldUpdate.get(), context, actor)) {
      return false;
    }
    for (int i = 0; i < updates.size(); i++) {
      if (!context.update(updates.get(i).table(), guards.get(i), actor)) {
        return false;
      }
    }
    for (Delete delete : deletes) {
      context.delete(delete.table(), delete.key(), actor);
    }
    for (Insert insert : inserts) {
      context.insert(insert.table(), context.nextKey(insert.table()), insert.row(), actor);
    }
    return true;
  }
}

package io.exchangesync.ejb.crm.person;

import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.CrmTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Finds user-defined text fields of persons by their programmatic id, which they keep while their
 * column moves with a new layout.
 *
 * <p>UDefField.columnId is 256 times the table's number plus the place of the column, in which the
 * key has place 0: 60 numbers, then string01 to string40 in udpersonSmall (140), string41 to
 * string49 in udpersonLarge (141).
 */
public final class UserFields {
  private static final int OF_PERSONS = 8;
  private static final int COLUMNS = 256;
  private static final int SMALL = 140;
  private static final int LARGE = 141;
  private static final int NUMBERS = 60;
  private static final int STRINGS_IN_SMALL = 40;
  private static final int STRINGS_IN_LARGE = 9;

  private final CrmSchema schema;

  public UserFields(CrmSchema schema) {
    this.schema = schema;
  }

  /** The field in the published layout; empty if there is none or it is no text. */
  public Optional<UserField> find(Connection connection, String programmaticId)
      throws SQLException {
    Optional<CrmTable> fields = schema.find("UDefField");
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    String published = published(connection);
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT [columnId], [version] FROM "
                + fields.get().sql()
                + " WHERE [ownerTable_id] = ? AND [progId] = ?"
                + (published.isEmpty() ? "" : " AND [version] = " + Integer.valueOf(published))
                + " ORDER BY [version] DESC")) {
      query.setInt(1, OF_PERSONS);
      query.setString(2, programmaticId);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? field(rows.getInt(1), rows.getInt(2)) : Optional.empty();
      }
    }
  }

  /** The version of the layout that is in use; "" if nobody ever published one. */
  private String published(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT [prefvalue] FROM "
                    + schema.table("UserPreference").sql()
                    + " WHERE [prefsection] = 'System'"
                    + " AND [prefkey] = 'CurrentUdefVersionperson'");
        ResultSet rows = query.executeQuery()) {
      String value = rows.next() ? rows.getString(1) : "";
      return value != null && value.strip().matches("[0-9]{1,9}") ? value.strip() : "";
    }
  }

  private Optional<UserField> field(int columnId, int version) {
    int number = columnId / COLUMNS;
    int place = columnId % COLUMNS;
    boolean small = number == SMALL && place > NUMBERS && place <= NUMBERS + STRINGS_IN_SMALL;
    boolean large = number == LARGE && place > 0 && place <= STRINGS_IN_LARGE;
    if (!small && !large) {
      return Optional.empty();
    }
    int string = small ? place - NUMBERS : STRINGS_IN_SMALL + place;
    return schema
        .find(small ? "udpersonSmall" : "udpersonLarge")
        .flatMap(
            table ->
                table
                    .column("string%02d".formatted(string))
                    .map(
                        column ->
                            new UserField(
                                table,
                                number,
                                small ? "userdef_id" : "userdef2_id",
                                column,
                                version)));
  }
}

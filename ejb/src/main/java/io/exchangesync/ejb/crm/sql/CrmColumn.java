package io.exchangesync.ejb.crm.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * One column as INFORMATION_SCHEMA describes it.
 *
 * @param length characters a string column takes; 0 = not limited or no string
 */
public record CrmColumn(String name, Kind kind, int length) {
  /** SuperOffice's "never" (schema rule 24). */
  public static final LocalDateTime NEVER = LocalDateTime.of(1760, 1, 1, 0, 0);

  /** What Java type a column is read and written as. */
  public enum Kind {
    NUMBER,
    STRING,
    TIME,
    BINARY
  }

  static Kind kindOf(String dataType) {
    String type = dataType.toLowerCase(Locale.ROOT);
    if (type.contains("char") || type.contains("text")) {
      return Kind.STRING;
    }
    if (type.contains("date") || type.contains("time")) {
      return Kind.TIME;
    }
    return type.contains("binary") || type.contains("image") ? Kind.BINARY : Kind.NUMBER;
  }

  /** What stands in the column when nothing is said about it (schema section 2, NULL). */
  Optional<Object> zero() {
    return switch (kind) {
      case NUMBER -> Optional.of(0);
      case STRING -> Optional.of("");
      case TIME -> Optional.of(NEVER);
      case BINARY -> Optional.empty();
    };
  }

  Optional<Object> read(ResultSet rows, int index) throws SQLException {
    return switch (kind) {
      case NUMBER -> {
        int value = rows.getInt(index);
        yield rows.wasNull() ? Optional.empty() : Optional.of(value);
      }
      case STRING -> Optional.ofNullable(rows.getString(index));
      case TIME -> Optional.ofNullable(rows.getObject(index, LocalDateTime.class));
      case BINARY -> Optional.ofNullable(rows.getBytes(index));
    };
  }

  /**
   * The parameter this column is compared with. SQL Server's driver sends times as datetime2, and a
   * datetime of .003 s is not equal to the same datetime2 (they are 1/300 s steps).
   */
  String comparedParameter() {
    return kind == Kind.TIME ? "CAST(? AS datetime)" : "?";
  }

  void bind(PreparedStatement statement, int index, Optional<Object> value) throws SQLException {
    if (value.isEmpty()) {
      statement.setNull(index, kind == Kind.BINARY ? Types.VARBINARY : Types.NULL);
    } else {
      statement.setObject(index, value.get());
    }
  }
}

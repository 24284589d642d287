package io.exchangesync.simulator.search;

import io.exchangesync.simulator.fields.ExtendedPath;
import io.exchangesync.simulator.fields.Field;
import io.exchangesync.simulator.fields.ItemKind;
import io.exchangesync.simulator.fields.PropertyPath;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.zones.Times;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Comparator;
import java.util.Locale;

/** How values of one property compare: as text without case, number, instant or bytes. */
enum Comparison {
  TEXT,
  NUMBER,
  INSTANT,
  BYTES;

  /** By the type of the property in the schema or in the path. */
  static Comparison of(PropertyPath path) {
    if (path instanceof ExtendedPath extended) {
      return switch (extended.elementType()) {
        case "Integer", "Short", "Long", "Currency", "Double", "Float", "ApplicationTime" -> NUMBER;
        case "SystemTime" -> INSTANT;
        case "Binary" -> BYTES;
        default -> TEXT;
      };
    }
    return ItemKind.field(path.key())
        .map(Field::type)
        .map(
            type ->
                switch (type) {
                  case INTEGER, DOUBLE -> NUMBER;
                  case DATE_TIME, DATE -> INSTANT;
                  default -> TEXT;
                })
        .orElse(TEXT);
  }

  /**
   * A constant of a request in the form of stored values.
   *
   * @throws EwsError ErrorInvalidValueForProperty when it is not of the property's type
   */
  String constant(String text) {
    try {
      return switch (this) {
        case TEXT -> text;
        case NUMBER -> new BigDecimal(text.strip()).toPlainString();
        case INSTANT -> Times.parse(text, ZoneOffset.UTC).toString();
        case BYTES -> {
          Base64.getDecoder().decode(text);
          yield text;
        }
      };
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw new EwsError(
          "ErrorInvalidValueForProperty", "The constant '" + text + "' is not of the type.");
    }
  }

  int compare(String a, String b) {
    return switch (this) {
      case TEXT -> a.toLowerCase(Locale.ROOT).compareTo(b.toLowerCase(Locale.ROOT));
      case NUMBER -> new BigDecimal(a).compareTo(new BigDecimal(b));
      case INSTANT -> Instant.parse(a).compareTo(Instant.parse(b));
      case BYTES -> a.compareTo(b);
    };
  }

  Comparator<String> comparator() {
    return this::compare;
  }
}

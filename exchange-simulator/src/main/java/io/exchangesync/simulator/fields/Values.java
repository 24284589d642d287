package io.exchangesync.simulator.fields;

import io.exchangesync.simulator.zones.Times;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/** Brings the text of single values to the one form in which they are stored and compared. */
final class Values {
  private Values() {}

  /**
   * @throws RuntimeException of the number, date or Base64 parser when the text is not of the type
   */
  static String normal(Field.Type type, String text, ZoneId zone) {
    return switch (type) {
      case BOOLEAN -> bool(text);
      case INTEGER -> Integer.toString(Integer.parseInt(text.strip()));
      case DOUBLE -> new BigDecimal(text.strip()).stripTrailingZeros().toPlainString();
      case DATE_TIME -> Times.format(Times.parse(text, zone));
      case DATE -> midnight(Times.parse(text, zone).atZone(zone).toLocalDate());
      default -> text;
    };
  }

  /**
   * @param mapiType the type of one value
   * @throws RuntimeException of the number, date or Base64 parser when the text is not of the type
   */
  static String normalMapi(String mapiType, String text, ZoneId zone) {
    return switch (mapiType) {
      case "Boolean" -> bool(text);
      case "Integer", "Short" -> Integer.toString(Integer.parseInt(text.strip()));
      case "Long", "Currency" -> Long.toString(Long.parseLong(text.strip()));
      case "Double", "Float", "ApplicationTime" ->
          Double.toString(Double.parseDouble(text.strip()));
      case "SystemTime" -> Times.format(Times.parse(text, zone));
      case "Binary" ->
          Base64.getEncoder().encodeToString(Base64.getMimeDecoder().decode(text.strip()));
      case "CLSID" -> UUID.fromString(text.strip()).toString().toLowerCase(Locale.ROOT);
      default -> text;
    };
  }

  private static String midnight(LocalDate day) {
    return Times.format(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static String bool(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> "true";
      case "false", "0" -> "false";
      default -> throw new IllegalArgumentException("no boolean: " + text);
    };
  }
}
